"""Places of some characters as rows of a table: which page, which line, what stands before, there, behind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from core.project.concordance import same_places
from core.project.hits import Hit, Hits, PageHits
from core.text.torn import LINE_BREAK
from gui.panels.painting import one_line
from gui.panels.views import Index
from gui.plain import plain_tooltip


class Column(IntEnum):
    """The columns, from left to right."""

    TICK = 0
    PAGE = 1
    LINE = 2
    BEFORE = 3
    HIT = 4
    AFTER = 5


class ConcordanceModel(QAbstractTableModel):
    """Places in the order of the pages, or those of them and in the order that `arrange` says.

    Places are known by their number in the order of the pages. What a row says is worked out when it is in
    sight.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits = Hits()
        self._ticks: set[int] = set()
        self._order: Sequence[int] | None = None
        self._names: Mapping[int, str] = {}
        self._positions: dict[int, int] = {}
        self.edition = 0
        """Counts the changes after which a place may have another number."""

    @property
    def hits(self) -> Hits:
        """All places, by number."""
        return self._hits

    @property
    def page_count(self) -> int:
        """On how many pages they are."""
        return len(self._hits.pages)

    @property
    def tick_count(self) -> int:
        """How many of them are ticked."""
        return len(self._ticks)

    @property
    def ticked(self) -> list[Hit]:
        """The places that are ticked, in the order of the pages."""
        return [self._hits[number] for number in sorted(self._ticks)]

    def hit_at(self, row: int) -> Hit:
        """Return the place on a row."""
        return self._hits[self._number(row)]

    def is_ticked(self, row: int) -> bool:
        """Say whether the place on a row is ticked."""
        return self._number(row) in self._ticks

    def _number(self, row: int) -> int:
        return row if self._order is None else self._order[row]

    # What comes and goes

    def set_pages(self, names: Mapping[int, str]) -> None:
        """Say how pages are called, in their order."""
        self._names = names
        self._positions = {page: at for at, page in enumerate(names)}
        if self._hits:
            self._repaint()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._hits, self._ticks, self._order = Hits(), set(), None
        self.edition += 1
        self.endResetModel()

    def append(self, hits: Hits, ticked: Iterable[int]) -> None:
        """Add places of other pages behind the others, `ticked` being the numbers of those to be ticked.

        Where places are arranged they come into sight with `arrange`.
        """
        first = len(self._hits)
        if self._order is None:
            self.beginInsertRows(QModelIndex(), first, first + len(hits) - 1)
        self._hits = self._hits.followed_by(hits)
        self._ticks.update(first + at for at in ticked)
        if self._order is None:
            self.endInsertRows()

    def replace(self, pages: Mapping[int, PageHits]) -> int:
        """Show other places on some pages; return how many that were ticked are not there any more.

        Rows keep their places where there are as many as before; or else all rows are new, and arranged by
        page until `arrange` says otherwise.
        """
        old, ticked, lost = self._hits.numbers(), dict.fromkeys(pages, frozenset[int]()), 0
        for page, places in pages.items():
            numbers, hits = old.get(page, range(0)), Hits((places,))
            same = same_places([self._hits[number] for number in numbers], hits)
            was = {at for at, number in enumerate(numbers) if number in self._ticks}
            ticked[page] = frozenset(same[at] for at in was if at in same)
            lost += len(was) - len(ticked[page])
        fresh = self._hits.with_pages(pages, lambda page: self._positions.get(page, len(self._positions)))
        ticks = self._ticks_among(fresh, ticked)
        if all(len(old.get(page, ())) == len(hits.places) for page, hits in pages.items()):
            self._hits, self._ticks = fresh, ticks
            self._repaint()
            return lost
        self.beginResetModel()
        self._hits, self._ticks, self._order = fresh, ticks, None
        self.edition += 1
        self.endResetModel()
        return lost

    def _ticks_among(self, fresh: Hits, ticked: Mapping[int, frozenset[int]]) -> set[int]:
        """Return the numbers in `fresh` of what is ticked: by page in `ticked`, elsewhere as it was."""
        old, ticks = self._hits.numbers(), set[int]()
        for page, numbers in fresh.numbers().items():
            among = ticked.get(page)
            if among is None:
                among = frozenset(at for at, number in enumerate(old[page]) if number in self._ticks)
            ticks.update(numbers[at] for at in among)
        return ticks

    def arrange(self, order: Sequence[int] | None) -> None:
        """Show the places of these numbers in this order; None: all of them by page."""
        if order != self._order:
            self.beginResetModel()
            self._order = order
            self.endResetModel()

    def row_of(self, page: int, start: int) -> int | None:
        """Return the row of the place that begins at `start` of a page, None where none does."""
        number = self._hits.number_of(page, start)
        if number is None or self._order is None:
            return number
        return self._order.index(number) if number in self._order else None

    # Ticks

    def tick(self, rows: Sequence[int], ticked: bool) -> None:  # what is meant is plain from the name
        """Tick the places on `rows`, or tick them no more."""
        numbers = [self._number(row) for row in rows]
        if ticked:
            self._ticks.update(numbers)
        else:
            self._ticks.difference_update(numbers)
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), len(Column) - 1))

    def tick_all(self, ticked: bool) -> None:  # what is meant is plain from the name
        """Tick all places that are shown, or none of them."""
        self.tick(range(self.rowCount()), ticked)

    def forget_ticks(self) -> None:
        """Tick nothing, shown or not."""
        self._ticks.clear()
        self._repaint()

    def ticked_shown(self) -> int:
        """Return how many of the rows are ticked."""
        if self._order is None:
            return len(self._ticks)
        return sum(map(self._ticks.__contains__, self._order))

    def _repaint(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(Column) - 1))

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """Return the number of places shown."""
        if parent.isValid():
            return 0
        return len(self._hits if self._order is None else self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be chosen. Ticks are for the pane, not for the delegate of Qt."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the column heads."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = {
            Column.TICK: self.tr("选"),
            Column.PAGE: self.tr("版面"),
            Column.LINE: self.tr("行"),
            Column.BEFORE: self.tr("上文"),
            Column.HIT: self.tr("这里"),
            Column.AFTER: self.tr("下文"),
        }
        return titles[Column(section)] if 0 <= section < len(Column) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says, and whether a place is ticked."""
        if not index.isValid():
            return None
        row, column = index.row(), Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(row, column)
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.TICK:
            return Qt.CheckState.Checked if self.is_ticked(row) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            hit = self.hit_at(row)
            place = self.tr("{0} · 第 {1} 行").format(self._names.get(hit.page, ""), self._line(hit))
            return plain_tooltip(f"{place}\n{hit.before}{hit.reading}{hit.after}")
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a place, or tick it no more."""
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole or index.column() != Column.TICK:
            return False
        self.tick([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def cell(self, row: int, column: Column) -> str:
        """Return what a cell says, as plain text on one line."""
        hit = self.hit_at(row)
        if column is Column.PAGE:
            return one_line(self._names.get(hit.page, ""))
        if column is Column.LINE:
            return self._line(hit)
        said = {
            Column.BEFORE: hit.before_in_lines,
            Column.HIT: hit.reading,
            Column.AFTER: hit.after_in_lines,
        }
        # Empty lines between paragraphs say no more than one line end.
        return one_line(LINE_BREAK.sub("\n", said.get(column, "")))

    @staticmethod
    def _line(hit: Hit) -> str:
        first, last = hit.lines
        return f"{first}" if first == last else f"{first}–{last}"
