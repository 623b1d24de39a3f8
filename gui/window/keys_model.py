"""The table behind the list of keys: it says who has which keys, changes them at once and remembers it."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeySequence

from gui.window.actions import Actions
from gui.window.keymap import can_be_shortcut, native, portable
from gui.window.settings import Settings

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Column(IntEnum):
    """What stands where in a row."""

    ACTION = 0
    KEYS = 1


class KeysModel(QAbstractTableModel):
    """All actions and their keys; keys that were changed are bold."""

    refused = Signal(str)
    """Keys could not be given; the sentence says why."""

    def __init__(self, actions: Actions, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._settings = settings
        self._rows = [row for row, _ in actions]
        self._chosen = {
            row.name: keys for row in self._rows if (keys := settings.chosen_keys.get(row.name)) is not None
        }

    @property
    def is_changed(self) -> bool:
        """Whether any keys differ from the table."""
        return bool(self._chosen)

    def is_row_changed(self, row: int) -> bool:
        """Say whether the keys of a row differ from the table."""
        return self._rows[row].name in self._chosen

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of actions."""
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
        return self.tr("操作") if section == Column.ACTION else self.tr("快捷键")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        action = self._actions[self._rows[index.row()].name]
        if role == Qt.ItemDataRole.DisplayRole:
            return action.text() if index.column() == Column.ACTION else native(action.shortcuts())
        if role == Qt.ItemDataRole.FontRole and index.column() == Column.KEYS:
            font = QFont()
            font.setBold(self.is_row_changed(index.row()))
            return font
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say that keys can be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == Column.KEYS else flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Give an action the keys `value` (a QKeySequence), or refuse."""
        if role != Qt.ItemDataRole.EditRole or not isinstance(value, QKeySequence):
            return False
        if not can_be_shortcut(value):
            self.refused.emit(self.tr("{0} 在正文里另有用处，不能用作快捷键").format(native([value])))
            return False
        return self._give(index.row(), (portable(value),))

    def take_away(self, row: int) -> None:
        """Leave an action without keys."""
        self._give(row, ())

    def reset(self, row: int) -> bool:
        """Give an action the keys of the table again, unless another action has one of them by now."""
        return self._give(row, self._rows[row].keys)

    def reset_all(self) -> None:
        """Give all actions the keys of the table."""
        for name in self._chosen:
            self._settings.choose_keys(name, None)
        self._chosen.clear()
        self._use()

    def _give(self, row: int, keys: tuple[str, ...]) -> bool:
        name = self._rows[row].name
        wanted = [QKeySequence(sequence) for sequence in keys]
        for other, action in self._actions:
            for sequence in wanted:
                if other.name != name and sequence in action.shortcuts():
                    words = self.tr("{0} 已经是“{1}”的快捷键")
                    self.refused.emit(words.format(native([sequence]), action.text()))
                    return False
        if wanted == [QKeySequence(sequence) for sequence in self._rows[row].keys]:
            self._chosen.pop(name, None)
            self._settings.choose_keys(name, None)
        else:
            self._chosen[name] = keys
            self._settings.choose_keys(name, keys)
        self._use()
        return True

    def _use(self) -> None:
        self._actions.use_keys(self._chosen)
        self.dataChanged.emit(self.index(0, Column.KEYS), self.index(len(self._rows) - 1, Column.KEYS))
