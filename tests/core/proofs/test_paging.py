from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.changes.rearranged import Rearranged, Rearranging
from core.document.layout import Layout
from core.proofs.mark import Instructions, MarkKind, marks_of
from core.proofs.paging import ABOVE, BOTTOM, TOP, paged, stacked
from core.proofs.rows import TEXT_RIGHT, Rows
from core.text.edit import Edit
from core.text.lines import Lines

WORDS = Instructions("接排", "接上文", "另起段", "删空行", "加空行", "移至{0}")
LINE = "青渚渡口今日通航第一班渡船在晨雾里离开码头船上坐满了赶集的乡亲老船工说往后每天都有六班"


@st.composite
def corrected(draw):
    """Draw a page and edits of it, densely or far apart, in order and with a character between them."""
    text = "\n".join(draw(st.lists(st.sampled_from([LINE, LINE[:7], "", "A4 版"]), min_size=1, max_size=40)))
    edits, at = [], 0
    most = draw(st.sampled_from([3, 30, 300]))
    while True:
        at += draw(st.integers(1, most))
        length = draw(st.sampled_from([0, 1, 1, 2, 3, 50]))
        if at + length > len(text) or len(edits) == 60:
            return text, edits
        removed = text[at : at + length]
        inserted = draw(st.sampled_from(["", "船", "\n", "　", removed[::-1], LINE * 3]))
        if removed != inserted:
            edits.append(Edit(at, removed, inserted))
        at += length


@st.composite
def rearranged_too(draw):
    """Draw a page and edits of it, and lines that were moved, joined or parted."""
    text, done = draw(corrected())
    ends = {edit.start for edit in done}
    lines = [span for span in Lines(text).spans() if len(span) and span.start not in ends]
    chosen = draw(st.lists(st.sampled_from(lines), max_size=8, unique=True)) if lines else []
    for number, span in enumerate(chosen):
        what = draw(st.sampled_from(Rearranging))
        before = [line.end for line in Lines(text).spans() if line.end < span.start and len(line)]
        place = before[-1] if before and what is not Rearranging.MOVED else draw(st.integers(0, len(text)))
        done.append(Rearranged(what, (number,), (span,), place))
    return text, sorted(done, key=lambda one: one.start if isinstance(one, Edit) else one.spans[0].start)


def sheets_of(text, edits):
    marks = marks_of(text, edits, WORDS)
    return marks, list(paged(Rows(text, Layout()), marks))


def cross(first, second):
    """Say whether two straight lines cross inside."""

    def side(a, b, point):
        return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)

    (a, b), (c, d) = first, second
    return side(a, b, c) * side(a, b, d) < -1e-9 and side(c, d, a) * side(c, d, b) < -1e-9


@settings(deadline=None)
@given(st.one_of(corrected(), rearranged_too()))
def test_every_correction_has_one_note(page):
    marks, sheets = sheets_of(*page)
    noted = [note.mark for sheet in sheets for note in sheet.notes]
    assert len(noted) == len(marks)
    assert set(noted) == set(marks)


@settings(deadline=None)
@given(st.one_of(corrected(), rearranged_too()))
def test_no_notes_overlap_and_all_lie_on_their_sheet(page):
    for sheet in sheets_of(*page)[1]:
        for note in sheet.notes:
            assert note.box.top >= TOP - ABOVE - 1e-6
            assert note.box.bottom <= BOTTOM + 1e-6
        for side in (True, False):
            boxes = sorted(
                (note.box for note in sheet.notes if note.drawn.to_left is side), key=lambda box: box.top
            )
            assert all(above.bottom <= below.top + 1e-6 for above, below in pairwise(boxes))


@settings(deadline=None, max_examples=40)
@given(st.one_of(corrected(), rearranged_too()))
def test_no_leaders_cross(page):
    for sheet in sheets_of(*page)[1]:
        for first, second in combinations([list(pairwise(note.leader)) for note in sheet.notes], 2):
            assert not any(cross(one, other) for one in first for other in second)


@settings(deadline=None)
@given(st.one_of(corrected(), rearranged_too()))
def test_notes_of_a_margin_stand_in_the_order_of_their_marks(page):
    for sheet in sheets_of(*page)[1]:
        for side in (True, False):
            notes = [note for note in sheet.notes if note.drawn.to_left is side]
            rows = [note.drawn.row for note in sorted(notes, key=lambda note: note.box.top)]
            assert rows == sorted(rows)


@settings(deadline=None)
@given(st.one_of(corrected(), rearranged_too()))
def test_leaders_run_between_the_rows(page):
    for sheet in sheets_of(*page)[1]:
        for note in sheet.notes:
            _, turn, edge, _ = note.leader
            assert turn.y == edge.y
            assert not any(row.top < turn.y < row.bottom for row in sheet.rows.values())


@settings(deadline=None)
@given(st.one_of(corrected(), rearranged_too()))
def test_rows_follow_each_other_and_all_are_there(page):
    text, edits = page
    rows = Rows(text, Layout())
    sheets = sheets_of(text, edits)[1]
    assert [number for sheet in sheets for number in sheet.rows] == list(range(len(rows)))
    for sheet in sheets:
        placed = list(sheet.rows.values())
        assert all(above.bottom < below.top for above, below in pairwise(placed))
        assert placed[-1].bottom <= BOTTOM
        assert all(row.row.right <= TEXT_RIGHT + 1e-6 for row in placed)


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(1, 9)), max_size=10))
def test_boxes_keep_near_to_where_they_are_wanted(boxes):
    boxes.sort()
    heights = [height for _, height in boxes]
    tops = stacked([middle for middle, _ in boxes], heights, 0.0, 100.0)
    edges = [
        0.0,
        *(edge for top, height in zip(tops, heights, strict=True) for edge in (top, top + height)),
        100,
    ]
    assert all(first <= second + 1e-6 for first, second in pairwise(edges))


def test_a_box_with_room_around_it_stands_where_it_is_wanted():
    assert stacked([50.0], [4.0], 0.0, 100.0) == [48.0]


def test_a_note_that_is_far_too_long_is_cut():
    _, (sheet,) = sheets_of(LINE, [Edit(3, "", LINE * 9)])
    assert sheet.notes[0].lines[-1] == "……"


@pytest.mark.parametrize(("at", "to_left"), [(2, True), (29, False)])
def test_a_note_stands_in_the_nearer_margin(at, to_left):
    _, (sheet,) = sheets_of(LINE[:32], [Edit(at, LINE[at], "甲")])
    assert sheet.notes[0].drawn.to_left is to_left


def test_a_transposition_over_the_end_of_a_row_is_a_correction():
    _, (sheet,) = sheets_of(LINE, [Edit(31, LINE[31:33], LINE[32] + LINE[31])])
    assert sheet.notes[0].drawn.kind is MarkKind.CORRECT
