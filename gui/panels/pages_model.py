"""The pages of a project in their groups, and how far each has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, Qt

from gui.panels.fold import HEADING, Fold
from gui.panels.folded import FoldedModel
from gui.panels.views import Index
from gui.plain import plain_tooltip

PageId = int


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page as the list shows it.

    `group` is what it stands under (a paper and a date, a folder); `round` is the last round signed off (0:
    none); `open_findings` is None while nothing has been looked for; `problem` says in a word or two what is
    wrong with the page itself (缺页角); `in_work`: somebody has begun on it.
    """

    page_id: PageId
    group: str
    name: str
    chars: int
    round: int
    open_findings: int | None
    problem: str | None = None
    in_work: bool = False

    @property
    def signed(self) -> bool:
        """Whether a round is signed off and nothing is wrong."""
        return self.round > 0 and self.problem is None


class PagesModel(FoldedModel):
    """Pages under headings; where all belong to one group there is no heading."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[str] = []
        self._members: list[list[PageRow]] = []
        self._places: dict[PageId, tuple[int, int]] = {}
        self.signed = 0

    @property
    def count(self) -> int:
        """How many pages there are, folded ones too."""
        return len(self._places)

    def set_rows(self, rows: Sequence[PageRow]) -> None:
        """Show other pages, in the order given; groups that were folded stay so."""
        folded = {name for at, name in enumerate(self._groups) if not self.fold.opened(at)}
        groups: dict[str, list[PageRow]] = {}
        for row in rows:
            groups.setdefault(row.group, []).append(row)
        self.beginResetModel()
        self._groups = list(groups)
        self._members = list(groups.values())
        self._places = {
            row.page_id: (group, member)
            for group, members in enumerate(self._members)
            for member, row in enumerate(members)
        }
        headed = len(groups) > 1
        self.fold = Fold(
            [len(members) for members in self._members],
            [headed] * len(groups),
            [name not in folded for name in self._groups],
        )
        self.signed = sum(row.signed for row in rows)
        self.endResetModel()

    def update_row(self, row: PageRow) -> None:
        """Show how a page stands now; one that is not in the list, being just removed, stays out of it."""
        if row.page_id not in self._places:
            return
        group, member = self._places[row.page_id]
        before = self._members[group][member]
        if row == before:
            return
        self._members[group][member] = row
        self.signed += row.signed - before.signed
        if self.fold.opened(group):
            changed = self.index(self.fold.line_of(group, member), 0)
            self.dataChanged.emit(changed, changed)

    def page_at(self, line: int) -> PageRow | None:
        """Return the page shown on a line, None where it shows a heading."""
        group, member = self.fold.at(line)
        return None if member == HEADING else self._members[group][member]

    def heading_at(self, line: int) -> str:
        """Return what the group is called that a line belongs to."""
        return self._groups[self.fold.at(line)[0]]

    def place_of(self, page: PageId) -> tuple[int, int] | None:
        """Return the group and member number of a page, None where it is not in the list."""
        return self._places.get(page)

    def all_pages(self) -> list[PageRow]:
        """List the pages as they stand, folded ones too."""
        return [row for members in self._members for row in members]

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return 1: a row is painted as a whole."""
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can be reached by the keyboard, to fold them, but not chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return flags if self.page_at(index.row()) is None else flags | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name, or what a screen reader or a tool tip says."""
        if not index.isValid():
            return None
        page = self.page_at(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heading_at(index.row()) if page is None else page.name
        if page is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._described(page))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._described(page)
        return None

    def _described(self, page: PageRow) -> str:
        parts = [page.name, self.tr("{0} 字").format(f"{page.chars:,}"), self.state_of(page)]
        if page.open_findings is not None:
            parts.append(self.tr("疑点 {0} 处").format(page.open_findings))
        return " · ".join(parts)

    def state_of(self, page: PageRow) -> str:
        """Say in words what the dot before a page says in colour."""
        if page.problem is not None:
            return page.problem
        if page.round:
            return self.round_name(page.round)
        return self.tr("在校") if page.in_work else self.tr("未校")

    def note_of(self, page: PageRow) -> str:
        """Return what stands at the right of a page: its problem, its round, or how many suspects it has."""
        if page.problem is not None or page.round:
            return self.state_of(page)
        return "" if page.open_findings is None else f"{page.open_findings:,}"

    def round_name(self, number: int) -> str:
        """Return what round `number` is called."""
        names = [self.tr("一校"), self.tr("二校"), self.tr("三校")]
        return names[number - 1] if number <= len(names) else self.tr("{0} 校").format(number)
