"""Painting a stack: names at the left, cells of one width, grounds that say who reads alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from core.collation.stacked import Cell, Difference, Row, Stack
from gui.panels.painting import LEFT, draw_line, font_em
from gui.theme import Theme

ROW, BAND, CELL = 1.75, 0.9, 1.16
"""How high a row is, how far bands are apart, how wide a cell is, in sizes of the font."""
OTHER_SCRIPT = 0.12
"""Where so much of a line is written otherwise, it is in the other script, and no single form is marked."""


def reading_ground(theme: Theme, reading: int) -> QColor:
    """Return the ground of a reading: whoever reads alike has the same."""
    color = theme.article_color(reading)
    color.setAlphaF(0.34 if theme.dark else 0.2)
    return color


@dataclass(frozen=True)
class Shown:
    """A stack as it is shown: `names` of its rows, which of its variants is the current one, if any.

    `caret` is the column in which the caret stands.
    """

    stack: Stack
    names: Sequence[str]
    current: int | None = None
    caret: int = 0
    in_other_script: frozenset[int] = field(default_factory=frozenset)


def shown(stack: Stack, names: Sequence[str], current: int | None, caret: int) -> Shown:
    """Make a stack ready to be shown."""
    other = frozenset(at for at, row in enumerate(stack.rows) if _is_other_script(row))
    return Shown(stack, names, current, caret, other)


def _is_other_script(row: Row) -> bool:
    forms = sum(cell.difference is Difference.FORM for cell in row.cells)
    return forms > OTHER_SCRIPT * len(row.cells)


@dataclass(frozen=True)
class StackPainter:
    """Paints bands of a stack; `left` is where the cells begin, `width` how wide all of it is (pixels)."""

    theme: Theme
    text_font: QFont
    name_font: QFont
    what: Shown
    chosen: int
    left: int
    width: int

    @property
    def _em(self) -> float:
        return font_em(self.text_font)

    def paint_band(self, painter: QPainter, columns: range, top: float) -> None:
        """Paint some columns of all rows; the first row begins at the height `top`."""
        what = self.what
        for number, row in enumerate(what.stack.rows):
            line = QRectF(0, top + number * ROW * self._em, self.width, ROW * self._em)
            self._paint_name(painter, number, line)
            for column in columns:
                self._paint_cell(painter, row, number, column, self._cell(column - columns.start, line))
        if what.current is None and what.caret in columns:
            self._paint_caret(painter, what.caret - columns.start, top)
        self._paint_frame(painter, columns, top)

    def _cell(self, at: int, line: QRectF) -> QRectF:
        width = CELL * self._em
        return QRectF(self.left + at * width, line.top(), width, line.height())

    def _paint_name(self, painter: QPainter, number: int, line: QRectF) -> None:
        room = QRect(0, round(line.top()), self.left, round(line.height()))
        if number == self.chosen and number:
            painter.fillRect(room.adjusted(0, 1, 0, -1), self.theme.color("accent-ground"))
        painter.setFont(self.name_font)
        inner = room.adjusted(round(self._em * 0.75), 0, -round(self._em * 0.5), 0)
        metrics = painter.fontMetrics()
        # Names of one paper begin alike; what tells them apart is at the end.
        name = metrics.elidedText(self.what.names[number], Qt.TextElideMode.ElideLeft, inner.width())
        draw_line(painter, inner, name, self.theme.color("text-muted" if number else "text"), LEFT)

    def _paint_cell(self, painter: QPainter, row: Row, number: int, column: int, place: QRectF) -> None:
        what = self.what
        cell, variant = row.cells[column], what.stack.columns[column]
        reading = None if variant is None else what.stack.variants[variant].reading_of(row.witness)
        if reading is not None:
            painter.fillRect(place.adjusted(0, 1, 0, -1), reading_ground(self.theme, reading))
        painter.setFont(self.text_font)
        if cell.character:
            painter.setPen(self._ink(number, cell))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), cell.character)
        elif cell.difference not in (Difference.NONE, Difference.ABSENT):
            painter.setPen(self.theme.color("text-faint"))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), "·")

    def _ink(self, number: int, cell: Cell) -> QColor:
        names = {Difference.MARK: "punctuation", Difference.FORM: "script", Difference.WORDS: "text"}
        if cell.difference is Difference.FORM and number in self.what.in_other_script:
            return self.theme.color("text")
        return self.theme.color(names.get(cell.difference, "text"))

    def _paint_caret(self, painter: QPainter, at: int, top: float) -> None:
        """Underline where the caret stands."""
        cell = self._cell(at, QRectF(0, top, self.width, ROW * self._em))
        line = QRectF(cell.left() + 2, cell.bottom() - 2.5, cell.width() - 4, 1.6)
        painter.fillRect(line, self.theme.color("accent"))

    def _paint_frame(self, painter: QPainter, seen: range, top: float) -> None:
        """Frame the current variant, all witnesses of it."""
        what = self.what
        if what.current is None:
            return
        held = [column for column in seen if what.stack.columns[column] == what.current]
        if held:
            width = CELL * self._em
            left = self.left + (held[0] - seen.start) * width
            height = len(what.stack.rows) * ROW * self._em
            painter.setPen(QPen(self.theme.color("accent"), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            frame = QRectF(left, top, (held[-1] - held[0] + 1) * width, height)
            painter.drawRoundedRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5), 3, 3)
