"""Which pieces stand beside a block, and between which heights."""

from __future__ import annotations

from dataclasses import dataclass

from core.text.span import Span
from gui.editor.geometry import VisibleBlock
from gui.editor.rows import RowTable
from gui.positions import Utf16Index


@dataclass(frozen=True, slots=True)
class Section:
    """The part of a block's height, in pixels of the viewport, that belongs to the row `number`.

    `line` is the drawn line it begins at, None where the row began in an earlier block. `opens` and `closes`
    say that its article begins or ends here as far as the rows above and below tell.
    """

    number: int
    top: float
    bottom: float
    line: int | None
    opens: bool
    closes: bool


def sections(visible: VisibleBlock, rows: RowTable, index: Utf16Index) -> list[Section]:
    """Part the height of a block among the rows in it, from top to bottom.

    A blank line between two pieces of one article belongs to that article; other lines without a piece have
    no section.
    """
    begin = index.code_point(visible.block.position())
    end = index.code_point(visible.block.position() + visible.block.length() - 1)
    bottom = visible.top + visible.height
    found = [number for number in rows.within(Span(begin, end)) if len(rows.span(number)) and begin < end]
    if not found:
        before, after = rows.around(begin)
        if before is None or after is None or rows.row(before).article != rows.row(after).article:
            return []
        return [Section(before, visible.top, bottom, None, opens=False, closes=False)]
    lines = [_first_line(visible, rows.span(number).start, index) for number in found]
    tops = [visible.top]
    for line in lines[1:]:
        # A piece that begins within a drawn line shares that line's height with the one before.
        tops.append(max(tops[-1], visible.top + visible.pitch * (line or 0.0)))
    return [
        Section(
            number,
            top,
            lower,
            None if line is None else int(line),
            opens=line is not None and _changes(rows, number - 1, number),
            closes=rows.span(number).end <= end and _changes(rows, number, number + 1),
        )
        for number, line, top, lower in zip(found, lines, tops, [*tops[1:], bottom], strict=True)
    ]


def _first_line(visible: VisibleBlock, start: int, index: Utf16Index) -> float | None:
    """Return the drawn line at which a piece begins, a half more within one, None for an earlier block."""
    unit = index.unit(start) - visible.block.position()
    if unit < 0:
        return None
    line = visible.block.layout().lineForTextPosition(unit)
    return line.lineNumber() + (0.5 if line.textStart() < unit else 0.0)


def _changes(rows: RowTable, number: int, following: int) -> bool:
    """Say whether two neighbours belong to different articles; beyond the first and last row is none."""
    if number < 0 or following >= len(rows):
        return True
    return rows.row(number).article != rows.row(following).article
