"""Lists and trees as the panes use them: whole rows, no frames, no grid, keys that go where the pane says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from gui.panels.painting import LEFT, draw_line, font_em, row_height, scaled
from gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class RowTable(QTableView):
    """A table of whole rows of one height; it never asks the model about rows that are not in sight."""

    def __init__(self, height: float, parent: QWidget | None = None) -> None:
        """`height` is that of a row, in sizes of the font."""
        super().__init__(parent)
        self._height = height
        self.hovered_row = -1
        self.undecided = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self._fit_rows()

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(row_height(self.font(), self._height))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit_rows()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row; `undecided` tells whoever follows the current row to wait for the click."""
        self.undecided = True
        super().mousePressEvent(event)
        self.undecided = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus, and leave no row chosen where none was: Qt makes the first one current."""
        chosen = self.currentIndex().isValid()
        self.undecided = True
        super().focusInEvent(event)
        if not chosen:
            self.setCurrentIndex(QModelIndex())
        self.undecided = False

    def viewportEvent(self, event: QEvent) -> bool:
        """Keep track of the row under the mouse, all of which is shown as such."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._hover(self.rowAt(event.position().toPoint().y()))
        elif event.type() in {QEvent.Type.Leave, QEvent.Type.Hide}:
            self._hover(-1)
        return super().viewportEvent(event)

    def _hover(self, row: int) -> None:
        if row == self.hovered_row:
            return
        for changed in (self.hovered_row, row):
            if changed >= 0:
                top, height = self.rowViewportPosition(changed), self.rowHeight(changed)
                self.viewport().update(QRect(0, top, self.viewport().width(), height))
        self.hovered_row = row


class QuietHeader(QHeaderView):
    """Column heads in small grey letters over one thin line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(False)
        self.setStretchLastSection(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one column head; the style is not asked."""
        painter.save()
        painter.fillRect(rect, self._theme.color("page"))
        painter.setFont(scaled(self.font(), 0.9))
        title = self.model().headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        margin = cell_margin(self)
        draw_line(
            painter,
            rect.adjusted(margin, 0, -margin, 0),
            str(title or ""),
            self._theme.color("text-muted"),
            LEFT,
        )
        painter.setPen(self._theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


def cell_margin(view: QWidget) -> int:
    """Return the space left and right of what stands in a cell, in pixels."""
    return round(font_em(view.font()) * 0.75)
