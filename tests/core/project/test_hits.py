import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.project.hits import Hits, page_hits
from core.text.torn import torn_search

TEXTS = st.lists(st.text("甲乙\n", max_size=12), max_size=6)


def hits_of(texts, wanted="甲"):
    return Hits(page_hits(page, text, torn_search(wanted)) for page, text in enumerate(texts, 1))


def test_places_come_with_what_stands_around_them():
    (hit,) = hits_of(["东渚的度\n口通航。"], "度口")
    assert (hit.page, hit.before, hit.reading, hit.after) == (1, "东渚的", "度口", "通航。")
    assert hit.lines == (1, 2)


@given(TEXTS)
def test_places_are_numbered_through_all_pages(texts):
    hits = hits_of(texts)
    plain = [(page, at) for page, text in enumerate(texts, 1) for at, one in enumerate(text) if one == "甲"]
    assert [(hit.page, hit.start) for hit in hits] == plain
    assert [hits[-number].start for number in range(1, len(hits) + 1)] == [at for _, at in plain[::-1]]
    assert [hits.number_of(page, at) for page, at in plain] == list(range(len(hits)))
    assert [number for numbers in hits.numbers().values() for number in numbers] == list(range(len(hits)))


@given(TEXTS, st.integers(1, 6), st.text("甲乙", max_size=5))
def test_a_page_is_exchanged_where_it_stands(texts, page, text):
    texts = [*texts, *[""] * (6 - len(texts))]
    fresh = hits_of(texts).with_pages({page: page_hits(page, text, torn_search("甲"))}, int)
    assert list(fresh) == list(hits_of([*texts[: page - 1], text, *texts[page:]]))


def test_there_is_no_place_behind_the_last():
    hits = hits_of(["甲", "", "乙甲"])
    assert (hits.number_of(2, 0), hits.number_of(3, 0), len(hits.pages)) == (None, None, 2)
    with pytest.raises(IndexError):
        hits[2]
