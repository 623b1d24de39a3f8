from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.edit import Edit, Edits, apply_edits, invert_edits
from core.text.span import Span
from core.text.span_table import Hold, SpanTable


def _spans(data: st.DataObject, text: str, least: int = 0) -> dict[int, Span]:
    """Draw keyed spans of `text`, each at least `least` long, in any order, overlapping or not."""
    if len(text) < least:
        return {}
    starts = data.draw(st.lists(st.integers(0, len(text) - least), max_size=6))
    ends = [data.draw(st.integers(start + least, len(text))) for start in starts]
    return {3 * row: Span(*ends) for row, ends in enumerate(zip(starts, ends, strict=True))}


def _carried(position: int, edits: Edits, *, after_insertion: bool) -> int:
    """Carry one position over, one edit at a time: how `SpanTable.moved` must work."""
    growth = 0
    for edit in edits:
        if edit.start < position < edit.end:
            return edit.start + growth + len(edit.inserted)
        insertion_here = not edit.removed and edit.start == position
        if edit.end <= position and (after_insertion or not insertion_here):
            growth += edit.growth
    return position + growth


def _moved(spans: dict[int, Span], edits: Edits, hold: Hold) -> dict[int, Span]:
    ends = {span.end for span in spans.values() if len(span)}
    moved = {}
    for key, span in spans.items():
        first_gives = hold is Hold.STAYS or span.start in ends
        start = _carried(span.start, edits, after_insertion=first_gives)
        end = _carried(span.end, edits, after_insertion=hold is Hold.GROWS)
        moved[key] = Span(start, max(start, end))
    return moved


def test_a_table_is_a_mapping_ordered_by_key() -> None:
    table = SpanTable.of({7: Span(3, 4), 2: Span(5, 9)})
    assert list(table.items()) == [(2, Span(5, 9)), (7, Span(3, 4))]
    assert list(table) == [2, 7]
    assert len(table) == 2
    assert 7 in table
    assert 3 not in table
    assert table[7] == Span(3, 4)
    with pytest.raises(KeyError):
        table[8]
    assert table == SpanTable.of([(2, Span(5, 9)), (7, Span(3, 4))])
    assert table != SpanTable.of({7: Span(3, 4)})
    assert len(SpanTable.of({})) == 0


def test_patching_sets_and_drops() -> None:
    table = SpanTable.of({1: Span(0, 1), 2: Span(1, 2)})
    assert table.patched({2: None, 3: Span(2, 3)}) == SpanTable.of({1: Span(0, 1), 3: Span(2, 3)})
    assert table.patched({}) is table


@given(st.data())
def test_patching_with_the_difference_gives_the_other_table(texts, data: st.DataObject) -> None:
    text = data.draw(texts)
    one, two = SpanTable.of(_spans(data, text)), SpanTable.of(_spans(data, text))
    assert one.patched(one.changed_to(two)) == two
    assert one.changed_to(one) == {}


@pytest.mark.parametrize(
    ("edit", "grows", "stays"),
    [
        (Edit(2, "", "xx"), Span(2, 6), Span(4, 6)),  # typed at the beginning
        (Edit(4, "", "xx"), Span(2, 6), Span(2, 4)),  # typed at the end
        (Edit(3, "", "xx"), Span(2, 6), Span(2, 6)),  # typed inside
        (Edit(0, "ab", ""), Span(0, 2), Span(0, 2)),  # removed before
        (Edit(1, "bc", "x"), Span(2, 3), Span(2, 3)),  # across the beginning
        (Edit(3, "de", "x"), Span(2, 4), Span(2, 4)),  # across the end
        (Edit(1, "bcde", ""), Span(1, 1), Span(1, 1)),  # all of it removed
        (Edit(2, "cd", "x"), Span(2, 3), Span(2, 3)),  # all of it replaced
    ],
)
def test_one_span_under_one_edit(edit: Edit, grows: Span, stays: Span) -> None:
    assert apply_edits("abcdef", (edit,))
    table = SpanTable.of({1: Span(2, 4)})
    assert table.moved((edit,), Hold.GROWS)[1] == grows
    assert table.moved((edit,), Hold.STAYS)[1] == stays


def test_what_is_typed_between_two_pieces_goes_to_the_first() -> None:
    table = SpanTable.of({1: Span(0, 2), 2: Span(2, 4)})
    moved = table.moved((Edit(2, "", "xx"),), Hold.GROWS)
    assert dict(moved.items()) == {1: Span(0, 4), 2: Span(4, 6)}


def test_deletions_side_by_side_taken_back() -> None:
    edits = (Edit(2, "c", ""), Edit(3, "d", ""))
    table = SpanTable.of({1: Span(0, 2), 2: Span(4, 6)})
    assert table.moved(edits, Hold.STAYS).moved(invert_edits(edits), Hold.STAYS) == table


@given(st.data(), st.sampled_from(Hold))
def test_moving_all_at_once_is_moving_each_by_itself(changes, data: st.DataObject, hold: Hold) -> None:
    text, edits = data.draw(changes)
    if data.draw(st.booleans()):
        text, edits = apply_edits(text, edits), invert_edits(edits)
    spans = _spans(data, text)
    assert dict(SpanTable.of(spans).moved(edits, hold).items()) == _moved(spans, edits, hold)


@given(st.data(), st.sampled_from(Hold))
def test_spans_stay_in_bounds_and_in_order(changes, data: st.DataObject, hold: Hold) -> None:
    text, edits = data.draw(changes)
    after = apply_edits(text, edits)
    spans = _spans(data, text, least=1)
    moved = SpanTable.of(spans).moved(edits, hold)
    assert all(span.end <= len(after) for _, span in moved.items())
    for one, before in spans.items():
        for two, behind in spans.items():
            if before.end <= behind.start:
                assert moved[one].end <= moved[two].start


@given(st.data())
def test_pieces_that_cover_the_text_go_on_covering_it(changes, data: st.DataObject) -> None:
    text, edits = data.draw(changes)
    cuts = sorted({0, len(text), *data.draw(st.lists(st.integers(0, len(text)), max_size=4))})
    pieces = {row: Span(*ends) for row, ends in enumerate(pairwise(cuts))}
    moved = [span for _, span in SpanTable.of(pieces).moved(edits, Hold.GROWS).items()]
    assert all(one.end == two.start for one, two in pairwise(moved))
    if moved:
        assert (moved[0].start, moved[-1].end) == (0, len(apply_edits(text, edits)))


@given(st.data())
def test_a_span_keeps_its_characters_unless_an_edit_touches_them(changes, data: st.DataObject) -> None:
    text, edits = data.draw(changes)
    table = SpanTable.of(_spans(data, text, least=1))
    moved = table.moved(edits, Hold.STAYS)
    after = apply_edits(text, edits)
    untouched = set(table) - set(table.touched(edits))
    assert all(moved[key].of(after) == table[key].of(text) for key in untouched)


@given(st.data())
def test_undoing_brings_back_every_span_that_was_not_touched(changes, data: st.DataObject) -> None:
    # What is touched, and what grows at an edge, cannot be known from the edits alone: a step keeps it.
    text, edits = data.draw(changes)
    table = SpanTable.of(_spans(data, text, least=1))
    back = table.moved(edits, Hold.STAYS).moved(invert_edits(edits), Hold.STAYS)
    untouched = set(table) - set(table.touched(edits))
    assert all(back[key] == table[key] for key in untouched)


@given(st.data())
def test_questions_about_places_are_answered_as_by_hand(changes, data: st.DataObject) -> None:
    text, edits = data.draw(changes)
    spans = _spans(data, text)
    table = SpanTable.of(spans)
    place = data.draw(st.sampled_from([Span(0, len(text)), *spans.values()]))
    assert table.overlapping(place) == [
        key for key, span in spans.items() if span.start < place.end and place.start < span.end
    ]
    assert table.touched(edits) == [
        key
        for key, span in spans.items()
        if any(
            span.start < edit.end and edit.start < span.end
            if edit.removed
            else span.start < edit.start < span.end
            for edit in edits
        )
    ]
