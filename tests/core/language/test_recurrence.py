import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.language.gram_table import mixed, sums_of
from core.language.recurrence import MOST, Recurrence
from core.language.symbols import codes_of


def hashes(text):
    return mixed(sums_of(codes_of(text), len(text)), len(text))


def test_what_stands_in_all_texts_is_added_up():
    known = Recurrence.of([codes_of("王小明说王小明"), codes_of("王小明")])
    assert known.counts(hashes("王小明")).tolist() == [3.0]
    assert known.counts(hashes("小明说王")).tolist() == [1.0]


def test_counts_stop_at_what_a_byte_holds():
    assert Recurrence.of([codes_of("哈" * 600)]).counts(hashes("哈哈")).tolist() == [255.0]


def test_short_texts_have_nothing_to_count():
    assert Recurrence.of([codes_of("一"), codes_of("")]).counts(np.zeros((2, 3), dtype=np.uint64)).shape == (
        2,
        3,
    )


@given(
    st.lists(st.text("木船\n"), max_size=2), st.text("木船\n", max_size=40), st.text("木船\n", max_size=40)
)
def test_a_text_that_has_changed_is_counted_as_at_first(others, before, after):
    beside = [codes_of(other) for other in others]
    known = Recurrence.of([*beside, codes_of(before)], 12)
    changed = known.changed(codes_of(before), codes_of(after))
    assert (changed._cells == Recurrence.of([*beside, codes_of(after)], 12)._cells).all()
    assert (known._cells == Recurrence.of([*beside, codes_of(before)], 12)._cells).all()


def test_what_was_counted_to_the_end_is_not_taken_back():
    before = codes_of("哈" * (MOST + 10))
    assert Recurrence.of([before]).changed(before, before[1:]) is None
    assert Recurrence.of([before]).changed(before, codes_of("哈" * (MOST + 10) + "船")) is None
