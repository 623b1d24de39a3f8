"""The tables of the glossary and of the learnt pairs: filtered, changed in place, with a way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from core.errors import RefusedError
from core.glossary.entry import Entry, checked_form
from core.glossary.pair import Pair, checked_pair

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row", bound=Entry | Pair)
_ROOT = QModelIndex()

FORM_HEADS: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("Terms", "词形"),
    QT_TRANSLATE_NOOP("Terms", "类别"),
    QT_TRANSLATE_NOOP("Terms", "备注"),
)
PAIR_HEADS: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("Terms", "误"),
    QT_TRANSLATE_NOOP("Terms", "正"),
    QT_TRANSLATE_NOOP("Terms", "改过"),
    QT_TRANSLATE_NOOP("Terms", "采用"),
    QT_TRANSLATE_NOOP("Terms", "忽略"),
    QT_TRANSLATE_NOOP("Terms", "可信"),
)


@dataclass(frozen=True)
class Layout(Generic[Row]):
    """How rows of one kind are shown and changed.

    `cells` gives what stands in a row's columns, of which the first `editable` can be written. `changed`
    gives the row with other words in a column; it raises RefusedError where they will not do.
    """

    heads: Sequence[object]
    editable: int
    cells: Callable[[Row], tuple[str, ...]]
    changed: Callable[[Row, int, str], Row]


def entry_cells(entry: Entry) -> tuple[str, ...]:
    """Return what the columns of an entry show."""
    return entry.form, entry.kind, entry.note


def changed_entry(entry: Entry, column: int, words: str) -> Entry:
    """Return an entry with other words in a column. Raises RefusedError where they are no form."""
    form, kind, note = (words if place == column else cell for place, cell in enumerate(entry_cells(entry)))
    return Entry(checked_form(form), kind.strip(), note.strip(), entry.on)


def pair_cells(pair: Pair) -> tuple[str, ...]:
    """Return what the columns of a pair show."""
    counts = (str(count) if count else "" for count in (pair.taught, pair.accepted, pair.rejected))
    return pair.wrong, pair.right, *counts, f"{pair.confidence:.2f}"


def changed_pair(pair: Pair, column: int, words: str) -> Pair:
    """Return a pair with another form; what was counted of the old one does not hold of it.

    Raises RefusedError where the forms make no pair.
    """
    wrong, right = checked_pair(*(words if place == column else cell for place, cell in enumerate(pair.key)))
    return Pair(wrong, right, on=pair.on)


ENTRIES: Layout[Entry] = Layout(FORM_HEADS, 3, entry_cells, changed_entry)
PAIRS: Layout[Pair] = Layout(PAIR_HEADS, 2, pair_cells, changed_pair)


class TermsModel(QAbstractTableModel, Generic[Row]):
    """Rows of one kind, those that hold the filter's words; the box before a row is its switch."""

    replaced = Signal(object, object)
    """A row is to become another: the row and what it is to be."""
    refused = Signal(object)
    """What was written will not do: a Message."""

    def __init__(self, layout: Layout[Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layout = layout
        self._rows: Sequence[Row] = ()
        self._shown: list[Row] = []
        self._words = ""

    @property
    def total(self) -> int:
        """How many rows there are, shown or not."""
        return len(self._rows)

    def row_at(self, row: int) -> Row:
        """Return what a row shows."""
        return self._shown[row]

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self._rows = rows
        self._filter()

    def set_filter(self, words: str) -> None:
        """Show the rows in which all of `words` stand."""
        self._words = words
        self._filter()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._layout.heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the title of a column."""
        if role == Qt.ItemDataRole.TextAlignmentRole and section >= self._layout.editable:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return QCoreApplication.translate("Terms", str(self._layout.heads[section]))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say what can be switched and what can be written."""
        flags = super().flags(index)
        if not index.isValid():
            return flags
        if index.column() == 0:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() < self._layout.editable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        row = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._layout.cells(row)[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if row.on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() >= self._layout.editable:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a row with other words or another switch; it changes when the project has it."""
        row = self._shown[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            self.toggle([index.row()])
            return True
        if role != Qt.ItemDataRole.EditRole or self._layout.cells(row)[index.column()] == str(value):
            return False
        try:
            wanted = self._layout.changed(row, index.column(), str(value))
        except RefusedError as error:
            self.refused.emit(error.spoken)
            return False
        self.replaced.emit([row], [wanted])
        return True

    def toggle(self, rows: Sequence[int]) -> None:
        """Ask for rows to be switched, all like the first of them."""
        held = [self._shown[row] for row in rows]
        if held:
            self.replaced.emit(held, [_switched(row, on=not held[0].on) for row in held])

    def _filter(self) -> None:
        words = self._words.split()
        self.beginResetModel()
        self._shown = (
            [
                row
                for row in self._rows
                if all(any(word in cell for cell in self._layout.cells(row)) for word in words)
            ]
            if words
            else list(self._rows)
        )
        self.endResetModel()


def _switched(row: Row, *, on: bool) -> Row:
    return replace(row, on=on)
