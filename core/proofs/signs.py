"""The proof marks of GB/T 14706 as strokes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, pi, sin

from core.proofs.anchors import RINGED, WEDGE, Drawn, Fragment
from core.proofs.mark import MarkKind
from core.proofs.paging import MarkedSheet, Note, PlacedRow
from core.proofs.rows import TEXT_LEFT
from core.proofs.sheet import Box, Point, Stroke

AROUND = 0.35
"""How far a ring stands off what it is drawn around (millimetres)."""

ARC = 5
"""A quarter of a circle is drawn by so many straight lines."""

_WEDGED = frozenset({MarkKind.INSERT, MarkKind.TARGET, MarkKind.SPACE, MarkKind.TOLD})


def signs(sheet: MarkedSheet) -> Iterator[Stroke]:
    """Yield what is drawn over the rows of a sheet: the marks, and the leaders to their notes."""
    for note in sheet.notes:
        row = sheet.rows[note.drawn.row]
        yield Stroke(note.leader)
        yield from _sign(note, row, sheet)
        yield from _margin_sign(note)


def rings(rows: dict[int, PlacedRow], drawn: Sequence[Drawn]) -> Iterator[Stroke]:
    """Yield a ring around each stretch of ringed marks that lies in one of `rows`."""
    for one in drawn:
        # What is moved may have rings of its own inside.
        around = AROUND if one.kind is not MarkKind.MOVE else 2 * AROUND
        for number, left, right in one.fragments:
            if number in rows and right > left:
                row = rows[number]
                yield _ring(Box(left - around, row.top - around, right + around, row.bottom + around))


def _ring(box: Box) -> Stroke:
    """Return a box with round ends."""
    bend = min(1.1, (box.right - box.left) / 2, (box.bottom - box.top) / 2)
    centres = (
        (box.right - bend, box.top + bend),
        (box.right - bend, box.bottom - bend),
        (box.left + bend, box.bottom - bend),
        (box.left + bend, box.top + bend),
    )
    points = []
    for quarter, (x, y) in enumerate(centres):
        for step in range(ARC + 1):
            turn = (quarter - 1 + step / ARC) * pi / 2
            points.append(Point(x + bend * cos(turn), y + bend * sin(turn)))
    return Stroke(tuple(points), closed=True)


def _sign(note: Note, row: PlacedRow, sheet: MarkedSheet) -> Iterator[Stroke]:
    drawn = note.drawn
    if drawn.kind in _WEDGED or (
        drawn.kind in RINGED and all(left == right for _, left, right in drawn.fragments)
    ):
        yield _wedge(drawn.fragments[0], row, to_left=drawn.to_left)
    elif drawn.kind is MarkKind.SWAP:
        yield _curve(drawn.fragments[0], drawn.fragments[-1], row)
    elif drawn.kind is MarkKind.JOIN:
        yield from _to_next_row(note, sheet)
    elif drawn.kind is MarkKind.BREAK:
        x, low = drawn.fragments[0][1], row.bottom + AROUND
        hook = (
            Point(x + 1.3, row.top - AROUND),
            Point(x, row.top - AROUND),
            Point(x, low),
            Point(x - 2, low),
        )
        yield Stroke(hook, width=0.3)
    # Rings on other sheets are drawn by `rings`: a passage may go on over the end of a sheet.


def _wedge(place: Fragment, row: PlacedRow, *, to_left: bool) -> Stroke:
    x = place[1]
    edge, depth = (row.bottom, -1.0) if to_left else (row.top, 1.0)
    legs = (
        Point(x - WEDGE, edge - depth * 0.45),
        Point(x, edge + depth * 1.1),
        Point(x + WEDGE, edge - depth * 0.45),
    )
    return Stroke(legs, width=0.3)


def _curve(first: Fragment, second: Fragment, row: PlacedRow) -> Stroke:
    """Return the curve over the first stretch and under the second."""
    over, under = row.top - 0.45, row.bottom + 0.45
    middle = (row.top + row.bottom) / 2
    points = (
        Point(first[1] - 0.2, middle),
        Point((first[1] + first[2]) / 2, over),
        Point((first[2] + second[1]) / 2, middle),
        Point((second[1] + second[2]) / 2, under),
        Point(second[2] + 0.2, middle),
    )
    return Stroke(points, smooth=True, width=0.28)


def _to_next_row(note: Note, sheet: MarkedSheet) -> Iterator[Stroke]:
    """Yield the end of a curve that leads to the next row, where that is on the same sheet."""
    following = sheet.rows.get(note.drawn.row + 1)
    row = sheet.rows[note.drawn.row]
    middle = (row.top + row.bottom) / 2
    yield Stroke((Point(row.row.right + 0.2, middle), note.leader[0]))
    if following is not None:
        x = max(TEXT_LEFT - 0.9, following.row.left - 0.9)
        y = (following.top + following.bottom) / 2
        arrow = (Point(x - 0.6, y - 1.0), Point(x, y), Point(x + 0.6, y - 1.0))
        yield Stroke((Point(x, note.leader[1].y), Point(x, y)))
        yield Stroke(arrow)


def _margin_sign(note: Note) -> Iterator[Stroke]:
    """Yield the sign at the end of a leader; it grows from the text outwards."""
    end = note.leader[-1]
    way = -1 if note.drawn.to_left else 1
    kind = note.drawn.kind

    def line(*places: tuple[float, float], smooth: bool = True) -> Stroke:
        return Stroke(tuple(Point(end.x + way * x, end.y + y) for x, y in places), smooth=smooth)

    if kind is MarkKind.DELETE:
        yield line(
            (0, 0), (1.6, -0.3), (3.1, -1.3), (3.0, -2.0), (2.2, -1.7), (2.3, 0.0), (3.1, 1.2), (4.6, 1.0)
        )
    elif kind is MarkKind.SWAP:
        yield line((0.6, 0), (1.5, -1.2), (2.6, 0), (3.7, 1.2), (4.6, 0))
        yield line((0, 0), (0.6, 0), smooth=False)
    elif kind is MarkKind.INSERT:
        tall = (note.box.bottom - note.box.top) / 2 - 0.5
        high = note.box.top + 0.5 - end.y
        yield line((0.9, high), (0, high + min(tall, 0.9)), smooth=False)
        yield line((0, high + min(tall, 0.9)), (0, high + 2 * tall - min(tall, 0.9)), smooth=False)
        yield line((0, high + 2 * tall - min(tall, 0.9)), (0.9, high + 2 * tall), smooth=False)


def told_rings(x: float, y: float, em: float, count: int) -> Iterator[Stroke]:
    """Yield the small rings under words that are an instruction and no text."""
    for at in range(count):
        middle = x + (at + 0.5) * em
        box = Box(middle - 0.42, y + em + 0.12, middle + 0.42, y + em + 0.96)
        yield _ring(box)
