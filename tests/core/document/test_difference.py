from hypothesis import given
from hypothesis import strategies as st

from core.document.difference import Difference, differences
from core.text.edit import Edit, apply_edits
from core.text.span import Span

TEXTS = st.text("甲乙𠮷\n。", max_size=30)


def test_a_difference_has_its_place_in_both_texts():
    assert differences("一渡口二", "新一渡头二") == [
        Difference(Span(0, 0), Span(0, 1), "", "新"),
        Difference(Span(2, 3), Span(3, 4), "口", "头"),
    ]


def test_equal_texts_do_not_differ():
    assert differences("一", "一") == []


@given(TEXTS, TEXTS)
def test_the_differences_turn_the_raw_text_into_the_current_one(raw, current):
    found = differences(raw, current)
    assert apply_edits(raw, [Edit(one.raw.start, one.removed, one.inserted) for one in found]) == current
    assert all(one.raw.of(raw) == one.removed and one.current.of(current) == one.inserted for one in found)
