"""What stands differently in a page's raw text and in its text as it is now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui.panels.difference_model import DifferenceModel, DifferenceRow
from gui.panels.empty_state import OrEmpty
from gui.panels.header import PaneHeader
from gui.panels.keys import Keys
from gui.panels.painting import LEFT, draw_line, font_em, one_line, row_ground, scaled
from gui.panels.views import Index, RowTable, cell_margin
from gui.theme import Theme


class DifferenceDelegate(QStyledItemDelegate):
    """Paints a change inside its line: what is gone struck out in red, what has come in green."""

    def __init__(self, theme: Theme, model: DifferenceModel, view: RowTable) -> None:
        super().__init__(view)
        self.theme = theme
        self.text_font = QFont(view.font())
        self._model = model
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        painter.save()
        row = self._model.row_at(index.row())
        hovered = self._view.hovered_row == index.row()
        painter.fillRect(option.rect, row_ground(self.theme, option, hovered=hovered))
        margin = cell_margin(self._view)
        inner = option.rect.adjusted(margin, 0, -margin, 0)
        if index.column() == 0:
            painter.setFont(scaled(self._view.font(), 0.9))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            draw_line(painter, inner, str(row.line), self.theme.color("text-faint"), right)
        else:
            self._paint_change(painter, QRectF(inner), row)
        painter.restore()

    def _paint_change(self, painter: QPainter, room: QRectF, row: DifferenceRow) -> None:
        """Paint the line so that the change is in sight; the text around it gives way first."""
        metrics = QFontMetricsF(self.text_font)
        middle = Qt.TextElideMode.ElideMiddle
        most = room.width() * (0.4 if row.removed and row.inserted else 0.75)
        removed = metrics.elidedText(one_line(row.removed), middle, most)
        inserted = metrics.elidedText(one_line(row.inserted), middle, most)
        spare = room.width() - metrics.horizontalAdvance(removed) - metrics.horizontalAdvance(inserted)
        after = one_line(row.after)
        left_room = max(0.0, spare - min(metrics.horizontalAdvance(after), spare / 2))
        before = metrics.elidedText(one_line(row.before), Qt.TextElideMode.ElideLeft, left_room)
        text = self.theme.color("text")
        left = self._paint_part(painter, room, before, text)
        left = self._paint_part(painter, room.adjusted(left, 0, 0, 0), removed, None, "deletion") + left
        left = self._paint_part(painter, room.adjusted(left, 0, 0, 0), inserted, None, "insertion") + left
        rest = room.adjusted(left, 0, 0, 0)
        after = metrics.elidedText(after, Qt.TextElideMode.ElideRight, max(0.0, rest.width()))
        self._paint_part(painter, rest, after, text)

    def _paint_part(
        self, painter: QPainter, room: QRectF, part: str, color: QColor | None, change: str = ""
    ) -> float:
        """Paint a stretch at the left of `room`; return its width in pixels."""
        font = QFont(self.text_font)
        font.setStrikeOut(change == "deletion")
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(part)
        if change and part:
            ground = QRectF(room.left(), 0, width, metrics.height())
            ground.moveTop(room.top() + (room.height() - ground.height()) / 2)
            painter.fillRect(ground, self.theme.color(f"{change}-ground"))
        painter.setFont(font)
        painter.setPen(color if color is not None else self.theme.color(change))
        painter.drawText(room, LEFT, part)
        return width


class DifferencePanel(QWidget):
    """The changes of the page since it was imported; a click goes to the place."""

    place_chosen = Signal(object)
    """The editor wants to go to this position (code points of the text as it is now)."""

    def __init__(self, theme: Theme, text_font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = PaneHeader(theme, self.tr("原文与现文"))
        self._model = DifferenceModel(self)
        self._view = RowTable(2.0)
        self._view.setModel(self._model)
        heads = self._view.horizontalHeader()
        heads.hide()
        heads.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        heads.resizeSection(0, round(font_em(self.font()) * 4))
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._view.setAccessibleName(self.tr("差异"))
        self._delegate = DifferenceDelegate(theme, self._model, self._view)
        self._view.setItemDelegate(self._delegate)
        self._body = OrEmpty(theme, self._view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._body)
        self.setFocusProxy(self._view)
        self._quiet = False
        self._view.clicked.connect(self._choose)
        self._view.selectionModel().currentChanged.connect(self._current_changed)
        Keys(self._view, {"Return": self._choose})
        self.set_text_font(text_font)
        self.set_rows(())

    @property
    def model(self) -> DifferenceModel:
        """The differences as they are shown."""
        return self._model

    @property
    def view(self) -> RowTable:
        """The table itself."""
        return self._view

    @property
    def summary(self) -> str:
        """How much was changed, as the head of the pane says it."""
        return self._header.note

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._delegate.theme = theme
        self._header.set_theme(theme)
        self._body.set_theme(theme)
        self._view.viewport().update()

    def set_text_font(self, font: QFont) -> None:
        """Show page text in the face of `font`, a little larger than the interface."""
        face = scaled(self.font(), 1.08)
        face.setFamilies(font.families())
        self._delegate.text_font = face
        self._view.viewport().update()

    def set_rows(self, rows: Sequence[DifferenceRow]) -> None:
        """Show other differences; the list stays where it was scrolled to."""
        offset = self._view.verticalScrollBar().value()
        self._quiet = True
        self._model.set_rows(rows)
        self._quiet = False
        self._view.verticalScrollBar().setValue(offset)
        self._header.set_note(self._model.summary() if rows else "")
        if rows:
            self._body.show_view()
        else:
            self._body.show_sentence(self.tr("与原文一字不差"))

    def _current_changed(self) -> None:
        if not self._quiet and not self._view.undecided:
            self._choose()

    def _choose(self) -> None:
        row = self._view.currentIndex().row()
        if row >= 0:
            self.place_chosen.emit(self._model.row_at(row).position)
