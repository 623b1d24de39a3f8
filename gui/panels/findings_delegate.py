"""How a finding is painted: page text in the face of the page, the suspect marked in its context."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gui.editor.marks import MarkKind, mark_kind
from gui.mark_lines import draw_mark_line, faded
from gui.panels.findings_model import Column, FindingsModel
from gui.panels.findings_order import NAMED, FindingRow, Grouping
from gui.panels.folded import FoldedTable
from gui.panels.painting import LEFT, draw_chevron, draw_line, draw_ruled_ground, font_em, one_line
from gui.panels.views import Index, cell_margin
from gui.theme import Theme

_PAGE_TEXT = frozenset({Column.SUSPECT, Column.CONTEXT, Column.SUGGESTION})

_NAME = frozenset({Column.SUSPECT, Column.PAGE, Column.RULE})
"""The cells over which the name of a group may run."""


class FindingDelegate(QStyledItemDelegate):
    """Paints the cells of the findings list."""

    def __init__(self, theme: Theme, model: FindingsModel, view: FoldedTable) -> None:
        super().__init__(view)
        self.theme = theme
        self.text_font = QFont(view.font())
        self._model = model
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell and the thin line below it."""
        painter.save()
        line, column = index.row(), Column(index.column())
        draw_ruled_ground(painter, self.theme, option, hovered=self._view.hovered_row == line)
        margin = cell_margin(self._view)
        inner = option.rect.adjusted(margin, 0, -margin, -1)
        named = self._model.grouping in NAMED and self._model.is_heading(line)
        painter.setFont(self._font(column, named=named))
        if named and column in _NAME:
            painter.setClipRect(option.rect)
            inner = self._across(option.rect).adjusted(margin, 0, -margin, -1)
        if column is Column.SUSPECT or (named and column in _NAME):
            inner.setLeft(inner.left() + self._indent(painter, inner, line))
        if named and column in _NAME:
            draw_line(painter, inner, self._name(line), self.theme.color("text"))
        elif column is Column.CONTEXT and not named:
            self._paint_context(painter, inner, self._model.row_at(line))
        else:
            color = "text" if column in _PAGE_TEXT or named else "text-muted"
            draw_line(painter, inner, self._model.cell(line, column), self.theme.color(color))
        painter.restore()

    def _across(self, cell: QRect) -> QRect:
        """Return the room of a group's name: all cells of its line up to the count."""
        view = self._view
        left, right = (view.columnViewportPosition(column) for column in (Column.SUSPECT, Column.COUNT))
        return QRect(left, cell.top(), right - left, cell.height())

    def _name(self, line: int) -> str:
        """Return the name of a group, with its page where the list says on which page things are."""
        page = "" if self._view.isColumnHidden(Column.PAGE) else self._model.cell(line, Column.PAGE)
        return " · ".join(part for part in (page, self._model.cell(line, Column.SUSPECT)) if part)

    def _font(self, column: Column, *, named: bool) -> QFont:
        if column in _PAGE_TEXT and not named:
            return self.text_font
        font = QFont(self._view.font())
        if named:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _indent(self, painter: QPainter, inner: QRect, line: int) -> int:
        """Paint the sign of a heading that folds; return how far the text stands in, in pixels."""
        if self._model.grouping is Grouping.NONE:
            return 0
        em = font_em(self._view.font())
        if self._model.is_member(line):
            return round(em * 2)
        if self._model.is_heading(line):
            group, _ = self._model.fold.at(line)
            center = QPointF(inner.left() + em * 0.3, inner.center().y() + 1)
            color = self.theme.color("text-faint")
            draw_chevron(painter, center, em * 0.55, color, opened=self._model.fold.opened(group))
        return round(em)

    def _paint_context(self, painter: QPainter, inner: QRect, row: FindingRow) -> None:
        """Paint before, suspect and after on one line so that the suspect is always in sight."""
        metrics = QFontMetricsF(painter.font())
        before, suspect, after = (one_line(part) for part in (row.before, row.suspect, row.after))
        room = float(max(0, inner.width()))
        suspect = metrics.elidedText(suspect, Qt.TextElideMode.ElideMiddle, room * 0.7)
        width = metrics.horizontalAdvance(suspect)
        spare = room - width - min(metrics.horizontalAdvance(after), (room - width) / 2)
        before = metrics.elidedText(before, Qt.TextElideMode.ElideLeft, max(0.0, spare))
        left = inner.left() + metrics.horizontalAdvance(before)
        draw_line(painter, inner.adjusted(0, 0, 2, 0), before, self.theme.color("text"), LEFT)
        self._paint_suspect(painter, QRectF(left, inner.top(), max(width, 2.0), inner.height()), suspect, row)
        rest = QRect(round(left + width), inner.top(), 0, inner.height())
        rest.setRight(inner.right())
        draw_line(painter, rest, after, self.theme.color("text"))

    def _paint_suspect(self, painter: QPainter, cell: QRectF, suspect: str, row: FindingRow) -> None:
        """Paint the suspect and its mark as in the text; what is less likely is marked more faintly."""
        metrics = QFontMetricsF(painter.font())
        size = metrics.horizontalAdvance("国")
        baseline = cell.center().y() + (metrics.ascent() - metrics.descent()) / 2
        kind = mark_kind(row.rule)
        if kind is MarkKind.REPEAT:
            ground = QRectF(cell.left(), baseline - 1.02 * size, cell.width(), 1.34 * size)
            painter.fillRect(ground, faded(self.theme.color("repeat-ground"), row.confidence))
        painter.setPen(self.theme.color("text"))
        painter.drawText(cell, LEFT, suspect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = baseline + 0.3 * size
        # What is missing between two characters is marked there, half a character wide.
        spread = 0.0 if suspect else size / 4
        ends = QPointF(cell.left() - spread, y), QPointF(max(cell.right(), cell.left() + spread), y)
        draw_mark_line(painter, kind, ends, size, self.theme, row.confidence)
