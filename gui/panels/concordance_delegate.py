"""How a place is painted: the characters looked for stand in one column, their context on either side."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gui.panels.concordance_model import Column, ConcordanceModel
from gui.panels.painting import LEFT, RIGHT, draw_line, draw_ruled_ground, font_em, scaled
from gui.panels.views import Index, RowTable, cell_margin
from gui.theme import Theme

_PAGE_TEXT = frozenset({Column.BEFORE, Column.HIT, Column.AFTER})


class ConcordanceDelegate(QStyledItemDelegate):
    """Paints the cells of the concordance."""

    def __init__(self, theme: Theme, model: ConcordanceModel, view: RowTable) -> None:
        super().__init__(view)
        self.theme = theme
        self.text_font = QFont(view.font())
        self._model = model
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell and the thin line below it."""
        painter.save()
        row, column = index.row(), Column(index.column())
        draw_ruled_ground(painter, self.theme, option, hovered=self._view.hovered_row == row)
        if column is Column.TICK:
            self._paint_tick(painter, option.rect, ticked=self._model.is_ticked(row))
        elif column in _PAGE_TEXT:
            self._paint_text(painter, option.rect, self._model.cell(row, column), column)
        else:
            margin = cell_margin(self._view)
            painter.setFont(scaled(self._view.font(), 0.95))
            inner = option.rect.adjusted(margin, 0, -margin // 2, -1)
            alignment = RIGHT if column is Column.LINE else LEFT
            draw_line(
                painter, inner, self._model.cell(row, column), self.theme.color("text-muted"), alignment
            )
        painter.restore()

    def _paint_text(self, painter: QPainter, rect: QRect, said: str, column: Column) -> None:
        """Paint page text up to the very edge of its cell: it reads on from one cell to the next."""
        painter.setFont(self.text_font)
        gap = cell_margin(self._view)
        if column is Column.BEFORE:
            inner = rect.adjusted(gap, 0, 0, -1)
            # What stands nearest to the place must stay, so the far end gives way.
            shown = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideLeft, inner.width())
            draw_line(painter, inner, shown, self.theme.color("text"), RIGHT)
        elif column is Column.HIT:
            font = QFont(self.text_font)
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            inner = rect.adjusted(0, 0, 0, -1)
            middle = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideMiddle, inner.width())
            draw_line(painter, inner, middle, self.theme.color("accent"), Qt.AlignmentFlag.AlignCenter)
        else:
            draw_line(painter, rect.adjusted(0, 0, -gap, -1), said, self.theme.color("text"))

    def _paint_tick(self, painter: QPainter, rect: QRect, *, ticked: bool) -> None:
        size = round(font_em(self._view.font()))
        box = QRectF(0, 0, size, size)
        box.moveCenter(rect.toRectF().center())
        box = box.toRect().toRectF().translated(0.5, 0.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.color("accent" if ticked else "text-faint"))
        painter.setBrush(self.theme.color("accent" if ticked else "page"))
        painter.drawRoundedRect(box, 3, 3)
        if ticked:
            pen = QPen(self.theme.color("on-accent"), max(1.6, size / 8))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            left, top = box.left(), box.top()
            turn = left + size * 0.42, top + size * 0.72
            painter.drawLine(
                round(left + size * 0.22), round(top + size * 0.52), round(turn[0]), round(turn[1])
            )
            painter.drawLine(
                round(turn[0]), round(turn[1]), round(left + size * 0.8), round(top + size * 0.28)
            )
