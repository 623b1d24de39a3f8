import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.edit import (
    Edit,
    Edits,
    apply_edits,
    common_prefix,
    common_suffix,
    composed,
    in_order,
    invert_edits,
    minimal_edit,
    replace,
    trimmed,
)
from core.text.span import Span


def test_edits_are_simultaneous() -> None:
    edits = (Edit(0, "甲", "一二三"), Edit(2, "丙", ""))
    assert apply_edits("甲乙丙丁", edits) == "一二三乙丁"


def test_an_edit_for_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        apply_edits("甲乙", (Edit(0, "丙", "丁"),))
    with pytest.raises(ValueError, match="does not fit"):
        apply_edits("甲乙", (Edit(3, "", "丁"),))
    with pytest.raises(ValueError, match="does not fit"):
        apply_edits("甲乙", (Edit(1, "乙", ""), Edit(0, "甲", "")))


@given(st.data())
def test_undoing_gives_back_the_text(changes, data: st.DataObject) -> None:
    text, edits = data.draw(changes)
    after = apply_edits(text, edits)
    assert len(after) - len(text) == sum(edit.growth for edit in edits)
    assert apply_edits(after, invert_edits(edits)) == text
    assert invert_edits(invert_edits(edits)) == edits


@given(st.data())
def test_order_does_not_matter_to_whoever_lists_them(changes, data: st.DataObject) -> None:
    _, edits = data.draw(changes)
    assert in_order(data.draw(st.permutations(edits))) == edits


@pytest.mark.parametrize(
    "edits",
    [
        (Edit(0, "甲乙", ""), Edit(1, "乙", "丙")),
        (Edit(1, "", "甲"), Edit(1, "", "乙")),
        (Edit(1, "", "甲"), Edit(1, "乙", "")),
    ],
)
def test_overlapping_edits_have_no_order(edits: tuple[Edit, ...]) -> None:
    with pytest.raises(ValueError, match="overlapping"):
        in_order(edits)


def test_edits_that_touch_are_in_order() -> None:
    edits = (Edit(0, "甲", ""), Edit(1, "乙", ""))
    assert in_order(reversed(edits)) == edits


@given(st.data())
def test_the_minimal_edit_is_right_and_minimal(texts, data: st.DataObject) -> None:
    before, after = data.draw(texts), data.draw(texts)
    edit = minimal_edit(before, after)
    if edit is None:
        assert before == after
        return
    assert apply_edits(before, (edit,)) == after
    # Nothing at either end of it could be left out.
    assert edit.removed[:1] != edit.inserted[:1]
    assert not edit.removed or not edit.inserted or edit.removed[-1] != edit.inserted[-1]
    shared = common_prefix(before, after)
    assert edit.start == shared


@given(st.data())
def test_common_ends_are_counted_as_by_hand(texts, data: st.DataObject) -> None:
    one, two = data.draw(texts), data.draw(texts)
    limit = data.draw(st.integers(0, min(len(one), len(two))))
    prefix = next((at for at, pair in enumerate(zip(one, two, strict=False)) if pair[0] != pair[1]), None)
    assert common_prefix(one, two) == (min(len(one), len(two)) if prefix is None else prefix)
    count = 0
    while count < limit and one[len(one) - count - 1] == two[len(two) - count - 1]:
        count += 1
    assert common_suffix(one, two, limit) == count


@given(st.data())
def test_composed_edits_do_what_all_did(texts, data: st.DataObject) -> None:
    text = before = data.draw(texts)
    edits: Edits = ()
    for _ in range(data.draw(st.integers(1, 5))):
        edit = _any_edit(data, text, texts)
        edits = composed(edits, edit, before, text)
        text = apply_edits(text, (edit,))
        assert in_order(edits) == edits
        assert apply_edits(before, edits) == text


def _any_edit(data: st.DataObject, text: str, texts: st.SearchStrategy[str]) -> Edit:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    return replace(text, Span(start, end), data.draw(texts))


def test_typing_letter_by_letter_composes_a_word() -> None:
    assert composed((Edit(3, "", "甲"),), Edit(4, "", "乙"), "一二三四", "一二三甲四") == (
        Edit(3, "", "甲乙"),
    )


def test_edits_that_do_not_touch_stay_apart() -> None:
    assert composed((Edit(3, "", "甲"),), Edit(0, "一", ""), "一二三四", "一二三甲四") == (
        Edit(0, "一", ""),
        Edit(3, "", "甲"),
    )


def test_one_edit_swallows_all_it_touches() -> None:
    made = (Edit(0, "一", "甲"), Edit(2, "三", "乙"))
    assert composed(made, Edit(0, "甲二乙", "丙"), "一二三四", "甲二乙四") == (Edit(0, "一二三", "丙"),)


def test_typing_and_taking_back_is_nothing() -> None:
    assert composed((Edit(3, "", "甲"),), Edit(3, "甲", ""), "一二三四", "一二三甲四") == ()


@given(st.data())
def test_trimming_changes_nothing_of_the_effect(texts, data: st.DataObject) -> None:
    text = data.draw(texts)
    edit = _any_edit(data, text, texts)
    least = trimmed(edit)
    assert apply_edits(text, () if least is None else (least,)) == apply_edits(text, (edit,))
    assert least is None or (least.span.start >= edit.start and least.end <= edit.end)
