"""Where articles meet in the gutter, and how far such a boundary can be moved."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPlainTextEdit

from gui.editor.geometry import visible_blocks
from gui.editor.rows import RowTable
from gui.editor.sections import sections
from gui.positions import Utf16Index


@dataclass(frozen=True, slots=True)
class RowStart:
    """Where a row begins: its top, and the bottom of what is above it, in pixels of the viewport."""

    number: int
    top: float
    above: float


def row_starts(editor: QPlainTextEdit, clip: QRect, rows: RowTable, index: Utf16Index) -> list[RowStart]:
    """List where the rows inside `clip` begin, and behind the page's last one where a next one would."""
    starts: list[RowStart] = []
    above: float | None = None
    ended = -1
    for visible in visible_blocks(editor, clip):
        for section in sections(visible, rows, index):
            if section.line is not None:
                starts.append(RowStart(section.number, section.top, section.top if above is None else above))
            above, ended = section.bottom, section.number
    if above is not None and ended == len(rows) - 1:
        starts.append(RowStart(len(rows), above, above))
    return starts


def is_boundary(rows: RowTable, number: int) -> bool:
    """Say whether two articles, or one and furniture, meet above the row `number`."""
    return 0 < number < len(rows) and rows.row(number - 1).article != rows.row(number).article


def run(rows: RowTable, number: int) -> range:
    """Return the rows around row `number` that stand together and are of its article."""
    article = rows.row(number).article
    first = last = number
    while first > 0 and rows.row(first - 1).article == article:
        first -= 1
    while last + 1 < len(rows) and rows.row(last + 1).article == article:
        last += 1
    return range(first, last + 1)


def reach(rows: RowTable, number: int) -> range:
    """Return above which rows the boundary above row `number` can be moved.

    Of an article something is left on either side: to merge two is another gesture. Furniture may go.
    """
    upper, lower = run(rows, number - 1), run(rows, number)
    first = upper.start + (rows.row(number - 1).article is not None)
    last = lower.stop - (rows.row(number).article is not None)
    return range(first, last + 1)


def nearest_boundary(rows: RowTable, number: int) -> int | None:
    """Return the row below the boundary that is nearest to the row `number`, the upper one of two."""
    if not 0 <= number < len(rows):
        return None
    around = run(rows, number)
    found = [at for at in (around.start, around.stop) if is_boundary(rows, at)]
    # The distance to the boundary above is counted in rows passed, as is that to the one below.
    return min(found, key=lambda at: at - 1 - number if at > number else number - at, default=None)


def with_boundary_moved(rows: RowTable, number: int, to: int) -> RowTable:
    """Return the rows as they would be with the boundary above row `number` moved to above row `to`."""
    if to < number:
        return rows.in_article(range(to, number), rows.row(number).article)
    return rows.in_article(range(number, to), rows.row(number - 1).article)
