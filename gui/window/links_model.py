"""The table of links: those that are proposed, surest first, and those that are accepted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.messages import Catalogue
from core.project.linkable import LinkRow
from gui.plain import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Column(IntEnum):
    """What stands where in a row."""

    FIRST = 0
    SECOND = 1
    SCORE = 2
    REASONS = 3


class LinksModel(QAbstractTableModel):
    """Links as rows of text."""

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._rows: list[LinkRow] = []

    @property
    def rows(self) -> Sequence[LinkRow]:
        """The links listed."""
        return self._rows

    def show_rows(self, rows: Sequence[LinkRow]) -> None:
        """List other links."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def mark_accepted(self, rows: Sequence[int]) -> None:
        """Show that links are accepted, before they are looked for anew."""
        for row in rows:
            self._rows[row] = replace(self._rows[row], score=None, reasons=())
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def remove(self, row: int) -> None:
        """List a link no more."""
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        self.endRemoveRows()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of links."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("上半篇"), self.tr("下半篇"), self.tr("把握"), self.tr("依据"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what stands in a cell."""
        if not index.isValid():
            return None
        words = self._words(self._rows[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return words[index.column()]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            said = " · ".join(word for word in words if word)
            return plain_tooltip(said) if role == Qt.ItemDataRole.ToolTipRole else said
        return None

    def _words(self, row: LinkRow) -> tuple[str, str, str, str]:
        score = self.tr("已接") if row.score is None else f"{row.score:.0%}"
        reasons = "，".join(self._catalogue.text(reason) for reason in row.reasons)
        first = f"{row.first_page}  {row.first_title}"
        return first, f"{row.second_page}  {row.second_title}", score, reasons
