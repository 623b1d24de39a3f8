"""The findings of a page or a project as a list with groups; nothing is made for rows out of sight."""

from __future__ import annotations

from enum import IntEnum

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QModelIndex, QObject, Qt

from gui.panels.findings_order import (
    NAMED,
    FindingKey,
    FindingRow,
    FindingTable,
    Grouping,
    Sorting,
    arranged,
)
from gui.panels.fold import HEADING, Fold
from gui.panels.folded import FoldedModel
from gui.panels.painting import one_line
from gui.panels.views import Index
from gui.plain import plain_tooltip


class Column(IntEnum):
    """The columns, from left to right."""

    SUSPECT = 0
    PAGE = 1
    RULE = 2
    COUNT = 3
    CONFIDENCE = 4
    CONTEXT = 5
    SUGGESTION = 6


class FindingsModel(FoldedModel):
    """Findings under headings by rule, pair or article; a pair found once needs no heading."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = FindingTable.of(())
        self._held = arranged(self.table, Grouping.PAIR, Sorting.CONFIDENCE)
        self.grouping = Grouping.PAIR
        self.sorting = Sorting.CONFIDENCE

    def set_table(self, table: FindingTable) -> None:
        """Show other findings; groups that were opened or folded stay so. Equal rows change nothing."""
        if table.rows != self.table.rows:
            self._arrange(table)

    def arrange(self, grouping: Grouping, sorting: Sorting) -> None:
        """Show the same findings in other groups or another order."""
        if (grouping, sorting) != (self.grouping, self.sorting):
            self.grouping, self.sorting = grouping, sorting
            self._arrange(self.table)

    def _arrange(self, table: FindingTable) -> None:
        at_first = self._opened_at_first()
        turned = self._held.codes[self.fold.turned(opened=not at_first)]
        held = arranged(table, self.grouping, self.sorting)
        least = {Grouping.PAIR: 2, Grouping.NONE: len(table) + 1}.get(self.grouping, 1)
        opened = np.full(len(held.ends), at_first)
        opened[np.isin(held.codes, turned)] ^= True
        self.beginResetModel()
        self.table = table
        self._held = held
        self.fold = Fold(held.sizes, held.sizes >= least, opened)
        self.endResetModel()

    def _opened_at_first(self) -> bool:
        """Say whether groups stand open until they are folded: rules do, pairs read as one."""
        return self.grouping is not Grouping.PAIR

    # What the panel and the delegate ask

    def is_heading(self, line: int) -> bool:
        """Say whether a line is the heading of a group."""
        return self.fold.at(line)[1] == HEADING

    def is_member(self, line: int) -> bool:
        """Say whether a line stands below a heading."""
        group, member = self.fold.at(line)
        return member != HEADING and self.fold.headed(group)

    def row_at(self, line: int) -> FindingRow:
        """Return the finding on a line; the first of its group where the line is a heading."""
        group, member = self.fold.at(line)
        return self.table.rows[self._held.row(group, max(member, 0))]

    def count_at(self, line: int) -> int:
        """Return how many findings a line stands for."""
        group, member = self.fold.at(line)
        return self.fold.size(group) if member == HEADING else 1

    def findings_on(self, lines: npt.NDArray[np.int64]) -> list[FindingKey]:
        """Return what the findings on `lines` are known by, each once; a heading stands for its group."""
        groups, members = self.fold.at_all(lines)
        starts = self._held.ends - self._held.sizes
        single = members != HEADING
        places = [starts[groups[single]] + members[single]]
        places += [np.arange(starts[group], self._held.ends[group]) for group in groups[~single].tolist()]
        found = self._held.order[np.unique(np.concatenate(places))]
        return [self.table.rows[row].key for row in found.tolist()]

    def line_of(self, finding: FindingKey) -> int | None:
        """Return the line that shows a finding, the heading where its group is folded, None if not here."""
        row = self.table.find(finding)
        return None if row is None else self._line_of_row(row)

    def line_of_same(self, finding: FindingRow) -> int | None:
        """Return the line of the finding that says what `finding` said before a check numbered anew."""
        row = self.table.find_same(finding)
        return None if row is None else self._line_of_row(row)

    def _line_of_row(self, row: int) -> int:
        place = self._held.place_of(row)
        group = int(np.searchsorted(self._held.ends, place, side="right"))
        return self.fold.line_of(group, place - self._held.start(group))

    # What Qt asks

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the column heads."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = {
            Column.SUSPECT: self.tr("疑点"),
            Column.PAGE: self.tr("版面"),
            Column.RULE: self.tr("类别"),
            Column.COUNT: self.tr("处"),
            Column.CONFIDENCE: self.tr("可信"),
            Column.CONTEXT: self.tr("语境"),
            Column.SUGGESTION: self.tr("建议"),
        }
        return titles[Column(section)] if 0 <= section < len(Column) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be chosen, headings too: they stand for their group."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says; tool tips say it in full."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._described(index.row(), Column(index.column())))
        return None

    def cell(self, line: int, column: Column) -> str:
        """Return what a cell says, as plain text on one line."""
        row = self.row_at(line)
        if self.grouping in NAMED and self.is_heading(line):
            return self._heading(line, column)
        if column is Column.SUSPECT:
            return one_line(self.suspect_of(row))
        if column is Column.PAGE:
            return row.page_name if not self.is_heading(line) else ""
        if column is Column.RULE:
            return row.rule_title
        if column is Column.COUNT:
            return "" if self.is_member(line) else f"{self.count_at(line):,}"
        if column is Column.CONFIDENCE:
            return f"{row.confidence:.2f}"
        if column is Column.CONTEXT:
            return one_line(row.before + row.suspect + row.after)
        return one_line(self.suggestion_of(row))

    def _heading(self, line: int, column: Column) -> str:
        row, by_article = self.row_at(line), self.grouping is Grouping.ARTICLE
        if column is Column.SUSPECT:
            return one_line(row.title or self.tr("稿件之外")) if by_article else row.rule_title
        if column is Column.PAGE:
            return row.page_name if by_article else ""
        return f"{self.count_at(line):,}" if column is Column.COUNT else ""

    def suspect_of(self, row: FindingRow) -> str:
        """Return the suspect, with what it should become where both are short."""
        suspect = row.suspect or self.tr("（缺）")
        suspect = "␣" * len(suspect) if suspect.strip(" \u3000") == "" else suspect
        if row.suggestion and max(len(suspect), len(row.suggestion)) <= SHORT:
            return f"{suspect} → {row.suggestion}"
        return suspect

    def suggestion_of(self, row: FindingRow) -> str:
        """Return what a finding proposes, in words where it is to delete."""
        if row.suggestion is None:
            return ""
        return row.suggestion or self.tr("删去")

    def _described(self, line: int, column: Column) -> str:
        row = self.row_at(line)
        if column is Column.CONTEXT:
            place = self.tr("第 {0} 行").format(row.line)
            return " · ".join(part for part in (row.page_name, place, row.title) if part)
        return row.suspect if column is Column.SUSPECT else self.cell(line, column)


SHORT = 8
"""Suspects and suggestions up to this many code points are shown as a pair in one cell."""
