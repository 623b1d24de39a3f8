"""The list of steps: who did what, when and why."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QFont, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui.panels.empty_state import OrEmpty
from gui.panels.history_model import Column, HistoryModel, Load, StepId
from gui.panels.keys import Keys
from gui.panels.painting import draw_line, font_em, row_ground
from gui.panels.views import Index, QuietHeader, RowTable, cell_margin
from gui.theme import Theme

_WIDTHS = {Column.STEP: 5.0, Column.WHEN: 8.0, Column.WHO: 7.0, Column.WHY: 12.0, Column.PAGE: 10.0}
"""Widths of columns at first, in sizes of the font; what was done takes the rest."""


class StepDelegate(QStyledItemDelegate):
    """Paints a step: struck out where it was taken back, with a bar where the text stands now."""

    def __init__(self, theme: Theme, model: HistoryModel, view: RowTable) -> None:
        super().__init__(view)
        self.theme = theme
        self._model = model
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        painter.save()
        row, column = self._model.row_at(index.row()), Column(index.column())
        hovered = self._view.hovered_row == index.row()
        painter.fillRect(option.rect, row_ground(self.theme, option, hovered=hovered))
        here = row.step_id == self._model.current
        if here and column is Column.STEP:
            rect = option.rect
            bar = QRectF(rect.left(), rect.top() + 3, 3, rect.height() - 6)
            painter.fillRect(bar, self.theme.color("accent"))
        font = QFont(self._view.font())
        font.setStrikeOut(row.undone and column is Column.WHAT)
        strong = here and column in {Column.STEP, Column.WHAT}
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        painter.setFont(font)
        color = "text" if column is Column.WHAT else "text-muted"
        margin = cell_margin(self._view)
        inner = option.rect.adjusted(margin, 0, -margin, 0)
        said = str(index.data())
        draw_line(painter, inner, said, self.theme.color("text-faint" if row.undone else color))
        painter.restore()


class HistoryPanel(QWidget):
    """The steps of the project. It asks for steps only while it is seen."""

    step_chosen = Signal(object)
    """The editor wants to see what this step did (its id)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale: bool = False
        self._at: StepId | None = None
        self._model = HistoryModel(self)
        self._view = RowTable(1.85)
        self._heads = QuietHeader(theme, self._view)
        self._view.setHorizontalHeader(self._heads)
        self._view.setModel(self._model)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._view.setAccessibleName(self.tr("历史"))
        self._delegate = StepDelegate(theme, self._model, self._view)
        self._view.setItemDelegate(self._delegate)
        self._body = OrEmpty(theme, self._view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._body)
        self.setFocusProxy(self._view)
        self._heads.setStretchLastSection(False)
        self._heads.setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Stretch)
        em = font_em(self.font())
        for section, width in _WIDTHS.items():
            self._heads.resizeSection(section, round(em * width))
        self._view.clicked.connect(self._choose)
        Keys(self._view, {"Return": self._choose})
        for signal in (self._model.modelReset, self._model.rowsInserted, self._model.rowsRemoved):
            signal.connect(self._show_body)
        self._show_body()

    @property
    def model(self) -> HistoryModel:
        """The steps as they are shown."""
        return self._model

    @property
    def view(self) -> RowTable:
        """The table itself."""
        return self._view

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._delegate.theme = theme
        self._heads.set_theme(theme)
        self._body.set_theme(theme)
        self._view.viewport().update()

    def set_loader(self, load: Load | None) -> None:
        """Take the steps from another project; None: none is open."""
        self._model.set_loader(load)
        self.refresh(None)

    def refresh(self, current: StepId | None) -> None:
        """Say that steps have come or were taken back, and after which the text stands now."""
        self._at = current
        self._stale = not self.isVisible()
        if not self._stale:
            self._model.refresh(current)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what happened while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._model.refresh(self._at)

    def _show_body(self) -> None:
        if self._model.rowCount():
            self._body.show_view()
        else:
            self._body.show_sentence(self.tr("还没有做过改动"))

    def _choose(self) -> None:
        row = self._view.currentIndex().row()
        if row >= 0:
            self.step_chosen.emit(self._model.row_at(row).step_id)
