"""One table of a report, sorted by any column."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.messages import Catalogue, Message
from core.reports.tables import Cell, Table
from gui.panels.painting import one_line
from gui.plain import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class _Order(Enum):
    NUMBERS = 0
    WORDS = 1


class ReportModel(QAbstractTableModel):
    """The rows of a table, spoken; numbers stand at the right and are sorted as numbers."""

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._heads: list[str] = []
        self._rows: list[list[str | int | float | None]] = []
        self._numeric: list[bool] = []

    def show_table(self, table: Table | None) -> None:
        """Show the rows of `table` in their order, or none."""
        self.beginResetModel()
        heads = () if table is None else table.heads
        rows = () if table is None else table.rows
        self._heads = [self._catalogue.text(head) for head in heads]
        # The number of a row in the table stands behind its cells, out of sight.
        self._rows = [[*map(self._spoken, row), number] for number, row in enumerate(rows)]
        self._numeric = [
            all(not isinstance(row[column], str) for row in self._rows) for column in range(len(heads))
        ]
        self.endResetModel()

    def is_numeric(self, column: int) -> bool:
        """Say whether a column holds numbers and nothing else."""
        return self._numeric[column]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; rows that are alike in it keep their order, empty cells come last."""
        if not 0 <= column < len(self._heads):
            return
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        chosen = [self._rows[index.row()] for index in held]
        reverse = order == Qt.SortOrder.DescendingOrder
        told = [row for row in self._rows if row[column] is not None]
        told.sort(key=lambda row: _sorted_by(row[column]), reverse=reverse)
        self._rows = told + [row for row in self._rows if row[column] is None]
        places = {id(row): number for number, row in enumerate(self._rows)}
        moved = [self.index(places[id(row)], index.column()) for row, index in zip(chosen, held, strict=True)]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def source(self, row: int) -> int:
        """Return the number of a row in the table, however it is sorted."""
        number = self._rows[row][-1]
        assert isinstance(number, int)
        return number

    def line(self, row: int) -> str:
        """Return a row with its cells parted by tabs."""
        cells = self._rows[row][:-1]
        return "\t".join("" if cell is None else one_line(str(cell)) for cell in cells)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the head of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._heads):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what stands in a cell."""
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if cell is None else one_line(cell) if isinstance(cell, str) else _shown(cell)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(cell, str):
            return plain_tooltip(cell)
        return None

    def _alignment(self, column: int) -> int:
        side = Qt.AlignmentFlag.AlignRight if self._numeric[column] else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)

    def _spoken(self, cell: Cell) -> str | int | float | None:
        return self._catalogue.text(cell) if isinstance(cell, Message) else cell


def _sorted_by(cell: str | float | None) -> tuple[int, float, str]:
    if isinstance(cell, str):
        return _Order.WORDS.value, 0.0, cell
    return _Order.NUMBERS.value, float(cell or 0), ""


def _shown(cell: float) -> str:
    return f"{cell:,}" if isinstance(cell, int) else f"{cell:,.2f}".removesuffix("0")
