"""The table of all rules: what each is called, what it says, how much of it waits, and its switch."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from importlib.resources import files

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from core.text.script import convert
from gui.plain import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_MANUAL_ROW = re.compile(r"^\| `([a-z-]+)` \| [^|]+ \| ([^|]+) \| [^|]+ \|$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule by its name, with its title and one sentence on what it says."""

    name: str
    title: str
    sentence: str


def rule_rows(titles: Mapping[str, str], language: str) -> list[RuleRow]:
    """Return the rules in the order of the manual, which says what each is about; `titles` by rule."""
    name = "en" if language == "en" else "zh"
    manual = (files("resources") / "manual" / f"{name}.md").read_text(encoding="utf-8")
    said = {rule: sentence.replace("`", "") for rule, sentence in _MANUAL_ROW.findall(manual)}
    if language == "zh_TW":
        said = {rule: convert(sentence, "s2tw") for rule, sentence in said.items()}
    ordered = [*(rule for rule in said if rule in titles), *(rule for rule in titles if rule not in said)]
    return [RuleRow(rule, titles[rule], said.get(rule, "")) for rule in ordered]


class Column(IntEnum):
    """What stands where in a row."""

    RULE = 0
    SENTENCE = 1
    COUNT = 2


class RulesModel(QAbstractTableModel):
    """All rules; the box before a title is the rule's switch."""

    switched = Signal(str, bool)
    """A rule is to be on (True) or off."""

    def __init__(self, rows: Sequence[RuleRow], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._off: frozenset[str] = frozenset()
        self._counts: Mapping[str, int] = {}

    def show_state(self, off: frozenset[str], counts: Mapping[str, int]) -> None:
        """Show which rules are off and how many findings of each wait on the page."""
        self._off, self._counts = off, counts
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, Column.COUNT))

    def toggle(self, row: int) -> None:
        """Ask for a rule to be switched."""
        name = self._rows[row].name
        self.switched.emit(name, name in self._off)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rules."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the title of a column."""
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.COUNT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("规则"), self.tr("说的是什么"), self.tr("本版"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say that the first cell has a box."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == Column.RULE else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == Column.RULE:
            return Qt.CheckState.Unchecked if row.name in self._off else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.TextAlignmentRole and column == Column.COUNT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole and column != Column.COUNT:
            return plain_tooltip(row.title if column == Column.RULE else row.sentence)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if column == Column.COUNT:
            count = self._counts.get(row.name, 0)
            return "—" if row.name in self._off else str(count) if count else ""
        return row.title if column == Column.RULE else row.sentence

    def setData(self, index: Index, _value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Switch a rule by its box; the box follows when the project has it."""
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != Column.RULE:
            return False
        self.toggle(index.row())
        return True
