"""Lists and trees as the panes use them: whole rows, no frames, no grid, keys that go where the pane says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QTreeView, QWidget

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


class RowTree(QTreeView):
    """A tree without branch signs of the style: its delegate paints whole rows, indent included."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered = QPersistentModelIndex()
        self.undecided = False
        self._sign_width: Callable[[], int] = lambda: 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_sign_width(self, width: Callable[[], int]) -> None:
        """Let a click on the first `width()` pixels of a row with children fold or open it."""
        self._sign_width = width

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Leave the branches to the delegate."""

    def toggle(self, index: Index) -> None:
        """Open a folded row, fold an open one."""
        self.setExpanded(index, not self.isExpanded(index))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold or open by a click on a row's sign, choose the row otherwise."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        on_sign = event.button() == Qt.MouseButton.LeftButton and point.x() < self._sign_width()
        if on_sign and self.model().rowCount(index) > 0 and index.isValid():
            self.toggle(index)
            event.accept()
            return
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

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fold or open a row with children by a double click anywhere on it."""
        index = self.indexAt(event.position().toPoint())
        if (
            event.button() != Qt.MouseButton.LeftButton
            or not index.isValid()
            or not self.model().rowCount(index)
        ):
            super().mouseDoubleClickEvent(event)
            return
        self.toggle(index)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Keep track of the row under the mouse, all of which is shown as such."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._hover(self.indexAt(event.position().toPoint()))
        elif event.type() in {QEvent.Type.Leave, QEvent.Type.Hide}:
            self._hover(QModelIndex())
        return super().viewportEvent(event)

    def _hover(self, index: QModelIndex) -> None:
        if self.hovered != index:
            for changed in (self.hovered, index):
                self.viewport().update(self.visualRect(changed))
            self.hovered = QPersistentModelIndex(index)


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
