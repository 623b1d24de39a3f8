"""Rows and margin notes on sheets: no two notes overlap, no two leader lines cross.

A leader runs between two rows, as the standard asks: downwards from its mark and to the left, or upwards and
to the right, so that notes stand in the order of the text in both margins. The mark nearest to the margin
takes the track nearest to its row, and no leader meets another; in the margin leaders and notes come in the
same order. Where many marks stand in a row, the space beside it grows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from core.proofs.anchors import Drawn, RowMarks, anchored
from core.proofs.grid import set_in_lines
from core.proofs.mark import Mark, MarkKind
from core.proofs.rows import Row, Rows
from core.proofs.sheet import Box, Point

TOP, HEAD, BOTTOM = 18.0, 20.0, 279.0
"""Where rows begin, how much later they do on the first sheet, and where they end (millimetres)."""

ABOVE = 3.0
"""How much higher than rows notes may stand (millimetres)."""

GAP, CLEAR, TRACK = 3.6, 1.0, 0.6
"""Between two rows, between a row and the first track, between two tracks (millimetres)."""

EDGE_LEFT, EDGE_RIGHT = 39.5, 167.5
"""Where leaders leave the text for the margin."""

LEFT_NOTES, RIGHT_NOTES = (7.0, 34.0), (173.0, 200.0)
NOTE_EM, NOTE_LINE, NOTE_CHARACTERS, NOTE_ROOM = 3.4, 4.3, 6, 0.5
MOST_NOTE_LINES = 6
"""A longer note is cut; all of it stands in the list at the end."""

WORDED = frozenset(
    {MarkKind.CORRECT, MarkKind.INSERT, MarkKind.MOVE, MarkKind.TARGET, MarkKind.SPACE}
    | {MarkKind.JOIN, MarkKind.BREAK, MarkKind.TOLD}
)
"""Marks whose note has words; of the others the sign says all."""


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row and how far below the edge of the sheet its em squares begin."""

    row: Row
    top: float

    @property
    def bottom(self) -> float:
        """Where its em squares end."""
        return self.top + self.row.em


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in the margin for a mark, in a box that is its own, and the leader line that goes there."""

    drawn: Drawn
    box: Box
    lines: tuple[str, ...]
    leader: tuple[Point, ...]

    @property
    def mark(self) -> Mark:
        """The mark it belongs to."""
        return self.drawn.mark


@dataclass(frozen=True)
class MarkedSheet:
    """The rows of one sheet by their number, and its notes from top to bottom, left ones first."""

    rows: dict[int, PlacedRow]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _Exit:
    """A mark whose leader leaves the text at height `y`, and the words of its note."""

    drawn: Drawn
    y: float
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        return len(self.lines or ("",)) * NOTE_LINE + NOTE_ROOM


def paged(rows: Rows, marks: tuple[Mark, ...]) -> Iterator[MarkedSheet]:
    """Yield the sheets that hold `rows` and a note for each of `marks`."""
    beside = anchored(rows, marks)
    start, top = 0, TOP + HEAD
    while start < len(rows):
        placed: dict[int, PlacedRow] = {}
        y, room = top, dict.fromkeys((True, False), BOTTOM - top + ABOVE)
        for number in range(start, len(rows)):
            before = beside[number - 1] if placed else RowMarks()
            height = y + _between(before, beside[number], rows[number] if placed else None)
            row = PlacedRow(rows[number], height)
            taken = {side: _height(beside[number], to_left=side) for side in room}
            full = row.bottom + _below(beside[number]) > BOTTOM
            if placed and (full or any(taken[side] > room[side] for side in room)):
                break
            placed[number] = row
            room = {side: room[side] - taken[side] for side in room}
            y = row.bottom
        yield MarkedSheet(placed, tuple(_notes(placed, beside, top - ABOVE)))
        start, top = max(placed) + 1, TOP


def stacked(wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Return how far down boxes of these `heights` begin, near to where their middles are `wanted`.

    They keep their order and do not overlap; between `top` and `bottom` there must be room for all.
    """
    below = [bottom - rest for rest in accumulate(reversed(heights))][::-1]
    tops: list[float] = []
    y = top
    for middle, height, latest in zip(wanted, heights, below, strict=True):
        y = min(max(y, middle - height / 2), latest)
        tops.append(y)
        y += height
    return tops


def _between(above: RowMarks, below: RowMarks, row: Row | None) -> float:
    """Return the space above a row; `row` is None for the first of a sheet, which keeps away from nothing."""
    tracks = CLEAR + len(below.to_right) * TRACK
    if row is None:
        return tracks
    return max(GAP + row.ahead, _below(above) + tracks + row.ahead / 2)


def _below(marks: RowMarks) -> float:
    return CLEAR + (len(marks.to_left) + 2 * len(marks.joins)) * TRACK


def _height(marks: RowMarks, *, to_left: bool) -> float:
    held = [*marks.to_left, *marks.joins] if to_left else marks.to_right
    return sum(_Exit(one, 0.0, lines).height for one, lines in zip(held, _words(held), strict=True))


def _notes(placed: dict[int, PlacedRow], beside: list[RowMarks], top: float) -> Iterator[Note]:
    left: list[_Exit] = []
    right: list[_Exit] = []
    for number, row in placed.items():
        held = beside[number]
        downwards = [*held.to_left, *held.joins]
        for track, (one, lines) in enumerate(zip(downwards, _words(downwards), strict=True)):
            left.append(_Exit(one, row.bottom + CLEAR + (track + (one.kind is MarkKind.JOIN)) * TRACK, lines))
        count = len(held.to_right)
        for track, (one, lines) in enumerate(zip(held.to_right, _words(held.to_right), strict=True)):
            right.append(_Exit(one, row.top - CLEAR - (count - 1 - track) * TRACK, lines))
    for exits, (near, far), to_left in ((left, LEFT_NOTES, True), (right, RIGHT_NOTES, False)):
        tops = stacked([one.y for one in exits], [one.height for one in exits], top, BOTTOM)
        for exit_, y in zip(exits, tops, strict=True):
            box = Box(near, y, far, y + exit_.height)
            leader = _leader(exit_, placed[exit_.drawn.row], box, to_left=to_left)
            yield Note(exit_.drawn, box, exit_.lines, leader)


def _leader(exit_: _Exit, row: PlacedRow, box: Box, *, to_left: bool) -> tuple[Point, ...]:
    x = exit_.drawn.x
    start = row.bottom + 0.4 if to_left else row.top - 0.4
    if exit_.drawn.kind is MarkKind.JOIN:
        x, start = row.row.right + 0.9, (row.top + row.bottom) / 2
    attached = box.top + NOTE_ROOM / 2 + NOTE_LINE / 2
    edge, note = (EDGE_LEFT, box.right) if to_left else (EDGE_RIGHT, box.left)
    return Point(x, start), Point(x, exit_.y), Point(edge, exit_.y), Point(note, attached)


def _words(drawn: Sequence[Drawn]) -> list[tuple[str, ...]]:
    """Return the words of the notes of one side of a row; a line of each where they would fill it."""
    lines = [_wrapped(one) for one in drawn]
    if sum(max(1, len(one)) for one in lines) * NOTE_LINE > (BOTTOM - TOP - HEAD) / 2:
        return [one[:1] if len(one) == 1 else tuple(f"{first[:-1]}…" for first in one[:1]) for one in lines]
    return lines


def _wrapped(drawn: Drawn) -> tuple[str, ...]:
    if drawn.kind not in WORDED:
        return ()
    note = drawn.mark.note
    lines = [span.of(note) for span in set_in_lines(note, NOTE_CHARACTERS)]
    if len(lines) > MOST_NOTE_LINES:
        lines = [*lines[: MOST_NOTE_LINES - 1], "……"]
    return tuple(lines)
