"""The steps of a project, newest first, fetched as they are scrolled to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from gui.panels.painting import one_line
from gui.panels.views import Index
from gui.plain import plain_tooltip

CHUNK = 200
"""How many steps are fetched at once."""

MOST = 2000
"""How many steps stay fetched when the newest are asked for again."""

StepId = int


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A step as the list shows it; `when` is aware of its time zone, `undone`: it has been taken back."""

    step_id: StepId
    when: datetime
    who: str
    what: str
    why: str
    page: str
    undone: bool


Deliver = Callable[[list[HistoryRow]], None]
Load = Callable[[StepId | None, int, Deliver], None]
"""Fetches steps before a step (None: the newest of all), at most so many, newest first, and delivers them.

It delivers on the thread of the window, and not before it has returned.
"""


class Column(IntEnum):
    """The columns, from left to right."""

    STEP = 0
    WHEN = 1
    WHO = 2
    WHAT = 3
    WHY = 4
    PAGE = 5


class HistoryModel(QAbstractTableModel):
    """Steps in a table, newest on top."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._load: Load | None = None
        self._rows: list[HistoryRow] = []
        self._complete = True
        self._asked = 0
        self._waiting = False
        self.current: StepId | None = None

    def set_loader(self, load: Load | None) -> None:
        """Take the steps from elsewhere; None: there are none."""
        self.beginResetModel()
        self._load = load
        self._rows = []
        self._complete = load is None
        self._asked += 1
        self._waiting = False
        self.endResetModel()

    def refresh(self, current: StepId | None) -> None:
        """Ask for the newest steps again; `current` is the step after which the text stands now."""
        if current != self.current:
            self.current = current
            self._repaint(0, len(self._rows) - 1)
        if self._load is not None:
            limit = min(max(CHUNK, len(self._rows)), MOST)
            self._ask(None, limit, lambda rows: self._take_newest(rows, limit))

    def row_at(self, row: int) -> HistoryRow:
        """Return the step on a row."""
        return self._rows[row]

    def row_of(self, step: StepId) -> int | None:
        """Return the row of a step, None where it is not fetched."""
        return next((row for row, held in enumerate(self._rows) if held.step_id == step), None)

    def canFetchMore(self, parent: Index) -> bool:
        """Say whether there are older steps that nobody has asked for yet."""
        return not parent.isValid() and not self._complete and not self._waiting

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next older steps."""
        if self.canFetchMore(parent):
            before = self._rows[-1].step_id if self._rows else None
            self._ask(before, CHUNK, self._take_older)

    def _ask(self, before: StepId | None, limit: int, take: Deliver) -> None:
        if self._load is None:
            return
        self._asked += 1
        asked = self._asked
        self._waiting = True

        def deliver(rows: list[HistoryRow]) -> None:
            # An answer to an earlier question says nothing any more. Until the rows of this one are in place
            # nothing else may be asked for: who is told that they come must not ask for the same again.
            if asked == self._asked:
                take(rows)
                self._waiting = False

        self._load(before, limit, deliver)

    def _take_older(self, rows: list[HistoryRow]) -> None:
        self._complete = len(rows) < CHUNK
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows += rows
            self._waiting = False
            self.endInsertRows()

    def _take_newest(self, rows: list[HistoryRow], limit: int) -> None:
        """Put new steps on top, drop what is too far down, and paint again what reads differently."""
        self._complete = len(rows) < limit
        known = self._rows[0].step_id if self._rows else None
        added = next((at for at, row in enumerate(rows) if row.step_id == known), len(rows))
        kept = len(rows) - added
        same = [row.step_id for row in self._rows[:kept]] == [row.step_id for row in rows[added:]]
        if not self._rows or not kept or not same:
            self.beginResetModel()
            self._rows = rows
            self._waiting = False
            self.endResetModel()
            return
        if len(self._rows) > kept:
            self.beginRemoveRows(QModelIndex(), kept, len(self._rows) - 1)
            del self._rows[kept:]
            self.endRemoveRows()
        if added:
            self.beginInsertRows(QModelIndex(), 0, added - 1)
            self._rows[:0] = rows[:added]
            self.endInsertRows()
        changed = [at for at, row in enumerate(rows) if row != self._rows[at]]
        self._rows = rows
        if changed:
            self._repaint(changed[0], changed[-1])

    def _repaint(self, first: int, last: int) -> None:
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of steps fetched."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the column heads."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = (
            self.tr("步"),
            self.tr("时间"),
            self.tr("谁"),
            self.tr("做了什么"),
            self.tr("缘由"),
            self.tr("版面"),
        )
        return titles[section] if 0 <= section < len(titles) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says; tool tips give the time to the second."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(row, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            when = row.when.astimezone().strftime("%Y-%m-%d %H:%M:%S")
            undone = [self.tr("已撤销")] if row.undone else []
            return plain_tooltip(" · ".join([f"{when} {row.who}", row.what, *undone]))
        return None

    def _cell(self, row: HistoryRow, column: Column) -> str:
        if column is Column.STEP:
            return str(row.step_id)
        if column is Column.WHEN:
            return row.when.astimezone().strftime("%m-%d %H:%M")
        others = {Column.WHO: row.who, Column.WHAT: row.what, Column.WHY: row.why, Column.PAGE: row.page}
        return one_line(others[column])
