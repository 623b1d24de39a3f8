"""Lists whose rows stand in groups that can be folded: the model's half and the view's half."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.panels.fold import HEADING, Fold
from gui.panels.keys import Keys
from gui.panels.painting import font_em
from gui.panels.views import Index, RowTable, cell_margin


class FoldedModel(QAbstractTableModel):
    """A table over a `Fold`; what the lines say is up to who derives from it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fold = Fold((), (), ())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """Return how many lines are shown."""
        return 0 if parent.isValid() else len(self.fold)

    def set_opened(self, group: int, opened: bool) -> None:
        """Open or fold a group; nothing but its rows comes or goes."""
        if not self.fold.headed(group) or self.fold.opened(group) == opened:
            return
        heading = self.fold.first_line(group)
        first, last = heading + 1, heading + self.fold.size(group)
        if opened:
            self.beginInsertRows(QModelIndex(), first, last)
            self.fold.set_opened(group, opened)
            self.endInsertRows()
        else:
            self.beginRemoveRows(QModelIndex(), first, last)
            self.fold.set_opened(group, opened)
            self.endRemoveRows()
        self.dataChanged.emit(self.index(heading, 0), self.index(heading, self.columnCount() - 1))


class FoldedTable(RowTable):
    """A table over a `FoldedModel`: Left folds, Right opens, a click on the heading's sign does either."""

    def __init__(self, height: float, *, whole_heading: bool, parent: QWidget | None = None) -> None:
        """`whole_heading`: a click anywhere on a heading folds it, else only one on its sign."""
        super().__init__(height, parent)
        self._whole_heading = whole_heading
        Keys(self, {"Left": self._fold_current, "Right": self._open_current})

    def folded_model(self) -> FoldedModel:
        """Return the model, which must be a `FoldedModel`."""
        model = self.model()
        if not isinstance(model, FoldedModel):
            raise TypeError("a FoldedTable shows a FoldedModel")
        return model

    def _fold_current(self) -> None:
        row, model = self.currentIndex().row(), self.folded_model()
        if row < 0:
            return
        group, _ = model.fold.at(row)
        if model.fold.headed(group):
            self.setCurrentIndex(model.index(model.fold.first_line(group), 0))
            model.set_opened(group, False)

    def _open_current(self) -> None:
        row, model = self.currentIndex().row(), self.folded_model()
        if row >= 0 and model.fold.at(row)[1] == HEADING:
            model.set_opened(model.fold.at(row)[0], True)

    def _toggle(self, row: int) -> None:
        model = self.folded_model()
        group, _ = model.fold.at(row)
        model.set_opened(group, not model.fold.opened(group))

    def _folds_at(self, event: QMouseEvent) -> int:
        """Return the row of the heading that a click folds or opens, -1 where it does neither."""
        point = event.position().toPoint()
        row = self.rowAt(point.y())
        if row < 0 or event.button() != Qt.MouseButton.LeftButton:
            return -1
        if self.folded_model().fold.at(row)[1] != HEADING:
            return -1
        on_sign = point.x() < cell_margin(self) + font_em(self.font()) * 1.2
        return row if self._whole_heading or on_sign else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold or open where the click says so, choose the row otherwise."""
        row = self._folds_at(event)
        if row < 0:
            super().mousePressEvent(event)
            return
        self._toggle(row)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fold or open by a double click anywhere on a heading."""
        row = self.rowAt(event.position().toPoint().y())
        if row >= 0 and self.folded_model().fold.at(row)[1] == HEADING:
            self._toggle(row)
            event.accept()
            return
        super().mouseDoubleClickEvent(event)
