"""What the findings list shows, of one page or of all, and what becomes of the wishes spoken there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from core.detectors.options import Level
from core.messages import message
from core.project.listing import ListedFinding
from core.store.rows import PageRecord
from gui.desk.desk import Desk
from gui.desk.listing import ProjectListing
from gui.panels.findings import FindingsPanel
from gui.panels.findings_head import Scope
from gui.panels.findings_order import FindingKey, FindingRow, FindingTable
from gui.window.rows import PageLabels, finding_row, finding_rows
from gui.window.suspects import Suspects
from gui.window.vocabulary import Vocabulary


class FindingsLists(QObject):
    """Feeds the panel from the mirror or from the project, and takes the editor to what is chosen there."""

    told = Signal(object)
    """A sentence for the status bar: Message."""
    counted = Signal(int)
    """So many findings are listed."""

    def __init__(
        self,
        desk: Desk,
        panel: FindingsPanel,
        suspects: Suspects,
        words: Vocabulary,
        text: QWidget,
        parent: QObject | None = None,
    ) -> None:
        """`text` gets the focus when the editor goes to a finding."""
        super().__init__(parent)
        self._desk = desk
        self._panel = panel
        self._suspects = suspects
        self._words = words
        self._text = text
        self._names = PageLabels()
        self._positions: dict[int, int] = {}
        self._when_checked: Callable[[], None] | None = None
        self.listing: ProjectListing[FindingTable] = ProjectListing(desk, self._table, self)
        # The one that is shown is painted first.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_project)
        self._connect()

    def _connect(self) -> None:
        desk, panel, listing = self._desk, self._panel, self.listing
        desk.opened.connect(self._opened)
        desk.pages_listed.connect(self._know_pages)
        desk.page_updated.connect(lambda record: self._heed(record.id))
        desk.page_shown.connect(self._shown)
        desk.everywhere_changed.connect(self._read)
        desk.taught.asked.connect(lambda: listing.read(self._positions))
        desk.taught.changed.connect(self._show_level)
        desk.checking.judged.connect(self._judged)
        listing.changed.connect(self._soon.start)
        listing.counted.connect(desk.list_pages)
        panel.controls.scope_chosen.connect(self.choose_scope)
        panel.controls.level_chosen.connect(self._choose_level)
        panel.finding_chosen.connect(self.follow)
        panel.finding_wanted.connect(self._go)
        panel.switch_off_requested.connect(self._switch_off)
        for request, answer in (
            (panel.accept_requested, self._accept),
            (panel.dismiss_requested, self._dismiss),
            (panel.dismiss_everywhere_requested, self._dismiss_everywhere),
        ):
            request.connect(lambda keys, answer=answer: desk.turns.take(partial(answer, keys)))

    # What is shown

    def switch_scope(self) -> None:
        """List the findings of all pages, or those of one again."""
        other = {Scope.PAGE: Scope.PROJECT, Scope.PROJECT: Scope.PAGE}
        self.choose_scope(other[self._panel.scope])

    def choose_scope(self, scope: Scope) -> None:
        """List the findings of one page, or of all."""
        self._panel.show_scope(scope)
        self._read()
        self.show()

    def show(self) -> None:
        """Show what is known now."""
        if self._panel.scope is Scope.PROJECT:
            self._show_project()
        else:
            self._show_page()

    def _show_page(self) -> None:
        mirror = self._desk.mirror
        self._panel.controls.set_unchecked(0)
        self._panel.set_empty(self._page_sentence())
        rows = [] if mirror is None else finding_rows(mirror, self._words, self._names.get(mirror.page, ""))
        self._panel.set_rows(rows)
        self._show_level()
        self.counted.emit(len(rows))

    def _page_sentence(self) -> str:
        mirror, level = self._desk.mirror, self._desk.taught.held.options.level
        if mirror is None:
            return self.tr("打开一版，它的疑点就列在这里")
        if not mirror.checked:
            return self.tr("正在检查…")
        hidden = mirror.at_level.get(Level.STRICT, 0)
        if hidden and level is not Level.STRICT:
            return self.tr("这样严格，本版没有疑点；“严格”时有 {0} 处").format(hidden)
        return self.tr("本版没有疑点")

    def _show_project(self) -> None:
        if self._panel.scope is not Scope.PROJECT:
            return
        listing = self.listing
        unchecked = listing.unchecked
        self._panel.controls.set_unchecked(unchecked)
        if not self._positions:
            self._panel.set_empty(self.tr("打开一版，它的疑点就列在这里"))
        elif not listing.complete:
            self._panel.set_empty(self.tr("正在读取全部疑点…"))
        elif unchecked:
            sentence = self.tr("查过的版面没有疑点，还有 {0} 版没有检查").format(f"{unchecked:,}")
            self._panel.set_empty(sentence, with_check=True)
        else:
            self._panel.set_empty(self.tr("全部版面都查过，没有疑点"))
        table = FindingTable.joined([page.shown for page in listing.pages.values()])
        self._panel.set_table(table)
        self._show_level()
        self.counted.emit(len(table))

    def _show_level(self) -> None:
        mirror, whole = self._desk.mirror, self._panel.scope is Scope.PROJECT
        counts = self.listing.at_level if whole else mirror.at_level if mirror is not None else {}
        self._panel.controls.set_level(self._desk.taught.held.options.level, counts)

    def _table(self, page: int, listed: list[ListedFinding]) -> FindingTable:
        """Make the rows of a page; called on another thread, so it only reads."""
        name = self._names.get(page, "")
        # Another version of the program may have kept findings of rules that this one does not know.
        known = [one for one in listed if one.rule in self._words.titles]
        return FindingTable.of([finding_row(page, name, one, self._words) for one in known])

    # What changes

    def _opened(self) -> None:
        """Show nothing of the project before: its pages have the same numbers as those of this one."""
        self.listing.forget()
        self._positions = {}
        self._panel.set_rows(())
        self.show()

    def _know_pages(self, records: list[PageRecord]) -> None:
        positions = {record.id: record.position for record in records}
        self._names = PageLabels(records)
        if positions != self._positions:
            self._positions = positions
            self._read()

    def _read(self) -> None:
        if self._panel.scope is Scope.PROJECT and self._positions:
            self.listing.read(self._positions)

    def _heed(self, page: int) -> None:
        if self._panel.scope is Scope.PROJECT:
            self.listing.heed(page)

    def _shown(self) -> None:
        self._when_checked = None
        mirror = self._desk.mirror
        self.listing.page_shown = None if mirror is None else mirror.page
        if mirror is None:
            # The last page was removed.
            self.listing.forget()
            self.show()

    def _judged(self) -> None:
        act, self._when_checked = self._when_checked, None
        if act is not None:
            # The suspects are numbered anew by whoever else hears of it.
            QTimer.singleShot(0, self, act)

    # What the editor wants

    def _choose_level(self, level: Level) -> None:
        taught = self._desk.taught
        taught.keep_options(replace(taught.held.options, level=level))

    def _switch_off(self, rule: str) -> None:
        taught = self._desk.taught
        taught.keep_options(replace(taught.held.options, off=taught.held.options.off | {rule}))
        title = self._words.rule(rule)
        self.told.emit(message("不再检查“{rule}”，可在检查设置里重新打开", rule=title))

    def follow(self, key: FindingKey) -> None:
        """Show the finding in the text if its page is shown; walking through the list turns no pages."""
        mirror = self._desk.mirror
        if mirror is not None and mirror.page == key[0]:
            for number in self._numbers_of([row for row in [self._row(key)] if row is not None]):
                self._suspects.show(number, with_card=False)

    def _go(self, key: FindingKey) -> None:
        row = self._row(key)
        if row is not None:
            self._at_page(row.page, partial(self._arrive, row))

    def _arrive(self, row: FindingRow) -> None:
        self._text.setFocus()
        numbers = self._numbers_of([row])
        if numbers:
            self._suspects.show(numbers[0])
        else:
            self.told.emit(message("这处疑点已经不在了"))

    def _at_page(self, page: int, act: Callable[[], None]) -> None:
        """Do `act` when `page` is shown and its findings are known."""

        def shown() -> None:
            mirror = self._desk.mirror
            if mirror is not None and mirror.checked:
                act()
            else:
                self._when_checked = act

        self._desk.show_page(page, shown)

    def _row(self, key: FindingKey) -> FindingRow | None:
        table = self._panel.model.table
        number = table.find(key)
        return None if number is None else table.rows[number]

    def _accept(self, keys: Sequence[FindingKey]) -> None:
        self._decide(keys, self._desk.accept)

    def _dismiss(self, keys: Sequence[FindingKey]) -> None:
        self._decide(keys, self._desk.dismiss)

    def _dismiss_everywhere(self, keys: Sequence[FindingKey]) -> None:
        rows = [row for row in map(self._row, keys) if row is not None]
        if len({row.pair[:2] for row in rows}) == 1:
            # What is dismissed everywhere is known by its rule and text: one of them stands for all.
            keys = [row.key for row in rows if row.page == rows[0].page]
        self._decide(keys, partial(self._desk.dismiss, everywhere=True))

    def _decide(self, keys: Sequence[FindingKey], decide: Callable[[Sequence[int]], None]) -> None:
        rows = [row for row in map(self._row, keys) if row is not None]
        pages = {row.page for row in rows}
        if len(pages) > 1:
            self.told.emit(message("选中的疑点在好几版上，请一版一版来"))
        elif rows:
            self._at_page(pages.pop(), lambda: decide(self._numbers_of(rows)))

    def _numbers_of(self, rows: Sequence[FindingRow]) -> list[int]:
        """Return the numbers in the mirror of what rows say; a check may have numbered anew."""
        mirror = self._desk.mirror
        if mirror is not None and all(mirror.page == row.page for row in rows):
            table = FindingTable.of(finding_rows(mirror, self._words, ""))
            found = [table.find_same(row) for row in rows]
            return [table.rows[number].number for number in found if number is not None]
        return []
