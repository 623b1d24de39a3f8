from hypothesis import given
from hypothesis import strategies as st

from core.detectors.near_misses import misses_of_each, moved
from core.glossary.entry import Entry, Glossary
from core.glossary.near_index import NearIndex

INDEX = NearIndex(Glossary(tuple(map(Entry, ("青渚日报副刊", "云麓渡口", "渡口日报", "日报云")))))
TEXTS = st.lists(st.text("青渚日报副刊云麓渡口一", max_size=12), max_size=6)


@given(TEXTS)
def test_texts_in_a_row_say_what_each_says_by_itself(texts):
    assert misses_of_each(texts, INDEX.misses) == [INDEX.misses(text) for text in texts]


def test_a_miss_moves_with_its_text():
    (miss,) = INDEX.misses("到云鹿渡口")
    (later,) = INDEX.misses("我们到云鹿渡口")
    assert moved(miss, 2) == later
