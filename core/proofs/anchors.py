"""Where in the rows each mark is drawn, and where its leader line leaves the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.proofs.mark import Mark, MarkKind
from core.proofs.rows import TEXT_LEFT, TEXT_RIGHT, Rows

WEDGE = 0.9
"""How far the legs of a wedge spread to either side (millimetres)."""

APART = 0.3
"""How far two leader lines keep from each other where they would leave at the same place (millimetres)."""

RINGED = frozenset({MarkKind.CORRECT, MarkKind.DELETE, MarkKind.MOVE})

Fragment = tuple[int, float, float]
"""A stretch of a row: its number, and the left and right edge of the stretch in millimetres."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mark and the stretches of rows that it covers; those of the second span of a transposition behind.

    `row` is the row that its leader leaves, at `x`: downwards to the left margin, or upwards to the right.
    """

    mark: Mark
    kind: MarkKind
    fragments: tuple[Fragment, ...]
    row: int
    x: float
    to_left: bool


@dataclass
class RowMarks:
    """The marks whose leaders leave one row, each list in the order of the text."""

    to_left: list[Drawn] = field(default_factory=list)
    to_right: list[Drawn] = field(default_factory=list)
    joins: list[Drawn] = field(default_factory=list)


def anchored(rows: Rows, marks: tuple[Mark, ...]) -> list[RowMarks]:
    """Return for each row the marks that are drawn from it."""
    found = [RowMarks() for _ in range(len(rows))]
    for mark in marks:
        drawn = _drawn(rows, mark)
        held = found[drawn.row]
        if drawn.kind is MarkKind.JOIN:
            held.joins.append(drawn)
        else:
            (held.to_left if drawn.to_left else held.to_right).append(drawn)
    for held in found:
        held.to_left, held.to_right = _parted(held.to_left), _parted(held.to_right)
    return found


def _drawn(rows: Rows, mark: Mark) -> Drawn:
    parts = [rows.fragments(span) for span in mark.spans]
    fragments = tuple(part for found in parts for part in found)
    kind = mark.kind
    if kind is MarkKind.SWAP and {row for row, _, _ in fragments} != {fragments[0][0]}:
        # A curve cannot run over the end of a row.
        kind = MarkKind.CORRECT
    if kind in RINGED and len(fragments) == 1 and fragments[0][1] == fragments[0][2]:
        # White space at the end of a line has no width to put a ring around.
        kind = MarkKind.TARGET if kind is MarkKind.CORRECT else kind
    first, last = fragments[0], fragments[-1]
    to_left = kind is MarkKind.JOIN or (first[1] + last[2]) / 2 < (TEXT_LEFT + TEXT_RIGHT) / 2
    row, left, right = last if to_left else first
    x = (left + right) / 2
    if kind is MarkKind.BREAK:
        x = left
    elif left == right:
        x += -WEDGE if to_left else WEDGE
    return Drawn(mark, kind, fragments, row, x, to_left)


def _parted(drawn: list[Drawn]) -> list[Drawn]:
    """Return marks in the order of where they leave the row, no two of them at the same place."""
    parted: list[Drawn] = []
    for one in sorted(drawn, key=lambda one: (one.x, one.mark.number)):
        least = parted[-1].x + APART if parted else one.x
        x = max(one.x, least)
        parted.append(Drawn(one.mark, one.kind, one.fragments, one.row, x, one.to_left))
    return parted
