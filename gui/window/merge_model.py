"""The table of readings in conflict: what stands around them, and what was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QGuiApplication

from core.merging.three_way import Choice, Place
from gui.plain import plain_tooltip
from gui.window.comparing import ComparedPage

AROUND = 12
"""So many characters are shown on either side of a reading."""

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Column(IntEnum):
    """What stands where in a row."""

    PAGE = 0
    BEFORE = 1
    MINE = 2
    THEIRS = 3
    NEITHER = 4
    AFTER = 5
    CHOSEN = 6


COLUMN_OF = {Choice.MINE: Column.MINE, Choice.THEIRS: Column.THEIRS, Choice.NEITHER: Column.NEITHER}


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A conflict on a page."""

    page: ComparedPage
    place: Place


class ConflictsModel(QAbstractTableModel):
    """Conflicts as rows of text, in the order of the pages; each may be read in one of three ways."""

    def __init__(self, pages: Sequence[ComparedPage], other: str, parent: QObject | None = None) -> None:
        """List the conflicts of `pages`; `other` is what the other version is called."""
        super().__init__(parent)
        self._other = other
        self.rows = [ConflictRow(page, place) for page in pages for place in page.merged.conflicts]
        self._chosen: list[Choice | None] = [None] * len(self.rows)

    def choose(self, row: int, choice: Choice) -> None:
        """Say how a conflict is to be read."""
        self._chosen[row] = choice
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def chosen_of(self, page: ComparedPage) -> dict[Place, Choice]:
        """Return what was chosen on a page; what is undecided is not among it."""
        rows = zip(self.rows, self._chosen, strict=True)
        return {row.place: choice for row, choice in rows if choice is not None and row.page is page}

    @property
    def undecided(self) -> list[int]:
        """The rows about which nothing was chosen."""
        return [row for row, choice in enumerate(self._chosen) if choice is None]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of conflicts."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("版面"),
            self.tr("前文"),
            self.tr("本工程"),
            self._other,
            self.tr("原文"),
            self.tr("后文"),
            self.tr("取用"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what stands in a cell."""
        if not index.isValid():
            return None
        row, column = index.row(), Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row)[column]
        if role == Qt.ItemDataRole.FontRole and self._is_chosen(row, column):
            bold = QFont()
            bold.setBold(True)
            return bold
        if role == Qt.ItemDataRole.ForegroundRole and self._is_passed_over(row, column):
            return QGuiApplication.palette().placeholderText()
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Column.BEFORE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            place = self.rows[row].place
            readings = {Column.MINE: place.my_reading, Column.THEIRS: place.their_reading}
            return plain_tooltip(readings.get(column, place.was)) if column in COLUMN_OF.values() else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " · ".join(self._words(row))
        return None

    def _is_chosen(self, row: int, column: Column) -> bool:
        choice = self._chosen[row]
        return choice is not None and COLUMN_OF[choice] is column

    def _is_passed_over(self, row: int, column: Column) -> bool:
        is_reading = column in COLUMN_OF.values()
        return is_reading and self._chosen[row] is not None and not self._is_chosen(row, column)

    def _words(self, row: int) -> tuple[str, ...]:
        page, place = self.rows[row].page, self.rows[row].place
        before = page.mine[max(0, place.mine.start - AROUND) : place.mine.start]
        after = page.mine[place.mine.end : place.mine.end + AROUND]
        return (
            page.name,
            _flat(before),
            _reading(place.my_reading),
            _reading(place.their_reading),
            _reading(place.was),
            _flat(after),
            self._choice_name(self._chosen[row]),
        )

    def _choice_name(self, choice: Choice | None) -> str:
        if choice is None:
            return self.tr("未定")
        return {
            Choice.MINE: self.tr("本工程"),
            Choice.THEIRS: self._other,
            Choice.NEITHER: self.tr("原文"),
        }[choice]


def _flat(text: str) -> str:
    return text.replace("\n", "↵")


def _reading(text: str) -> str:
    return _flat(text) if text else "∅"
