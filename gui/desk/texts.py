"""The texts of all pages, held in memory for searching, and kept as new as the project file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import takewhile

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import JiaochouError
from core.store.log import text_digest
from core.store.rows import PageRecord
from gui.desk.desk import Desk

AT_ONCE = 40
"""So many pages are read in one go: keys wait that long at the most, some milliseconds."""

RESTED = 250
"""How long after a step its pages are read again (milliseconds): keys come one after the other."""


class PageTexts(QObject):
    """Reads the pages when they are first wanted, a few at a time, and those anew that steps have changed."""

    grown = Signal()
    """More pages were read, or it is known that there are no more."""
    changed = Signal(object)
    """These pages have other texts now: a tuple of their numbers."""
    restarted = Signal()
    """Pages were removed, or came back between others: whoever looks through the texts begins anew."""
    forgotten = Signal()
    """Another project is open."""
    failed = Signal(object)
    """The pages cannot be read: Message. Wanting them again tries again."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.texts: dict[int, str] = {}
        """Texts by page, in the order of the pages."""
        self._pages: list[int] = []
        self._round = 0
        self._wanted = False
        self._reading = False
        self._following = False
        self._step = 0
        self._waiting: list[Callable[[], None]] = []
        self._rest = QTimer(self, singleShot=True, interval=RESTED)
        self._rest.timeout.connect(self._follow)
        desk.opened.connect(self.forget)
        desk.stepped.connect(self._stepped)
        desk.pages_listed.connect(self._list)

    @property
    def total(self) -> int:
        """How many pages the project has."""
        return len(self._pages)

    @property
    def complete(self) -> bool:
        """Whether all pages were read."""
        return bool(self._pages) and len(self.texts) == len(self._pages)

    def want(self) -> None:
        """Read all pages, unless that is done or under way."""
        self._wanted = True
        if not self._reading and not self.complete and self._pages:
            self._reading = True
            self._read(self._round)

    def when_fresh(self, act: Callable[[], None]) -> None:
        """Do `act` as soon as every change known by now is in `texts` and was told of: now, at best."""
        if not self._rest.isActive() and not self._following:
            act()
            return
        self._waiting.append(act)
        if not self._following:
            self._rest.stop()
            self._follow()

    def forget(self) -> None:
        """Hold nothing: another project is open."""
        self._round += 1
        self.texts, self._pages = {}, []
        self._wanted = self._reading = self._following = False
        self._step = 0
        self._waiting.clear()
        self._rest.stop()
        self.forgotten.emit()

    def _read(self, this: int) -> None:
        def done(answer: tuple[int, dict[int, str]]) -> None:
            if this != self._round:
                return
            step, texts = answer
            if not self.texts:
                self._step = step
            self.texts.update(texts)
            self._reading = not self.complete
            self.grown.emit()
            if self._reading:
                self._read(this)

        next_ones = self._pages[len(self.texts) : len(self.texts) + AT_ONCE]
        self._desk.ask(lambda project: project.texts.of(next_ones), done, partial(self._give_up, this))

    def _list(self, records: list[PageRecord]) -> None:
        """Note which pages there are, and read those that were added where all are wanted."""
        self._pages = [record.id for record in records]
        self._keep_in_order()
        if self._wanted:
            self.want()

    def _keep_in_order(self) -> None:
        """Hold no page that was removed, and none behind one that came back: that one is read first."""
        known = set(self._pages)
        held = [page for page in self.texts if page in known]
        same = takewhile(lambda pair: pair[0] == pair[1], zip(held, self._pages, strict=False))
        texts = {page: self.texts[page] for page, _ in same}
        if len(texts) == len(self.texts):
            return
        self._round += 1
        self.texts = texts
        self._reading = self._following = False
        self._waiting.clear()
        self._stepped()
        self.restarted.emit()

    def _stepped(self) -> None:
        if self.texts:
            self._rest.start()

    def _follow(self) -> None:
        """Ask which pages have changed, and for those of their texts that are not known."""
        if self._following:
            self._rest.start()
            return
        this, since = self._round, self._step
        self._following = True

        def done(answer: tuple[int, dict[int, str]]) -> None:
            if this == self._round:
                self._step, digests = answer
                new = [page for page, digest in digests.items() if self._differs(page, digest)]
                self._read_anew(this, new, {})

        self._desk.ask(lambda project: project.texts.changed(since), done, partial(self._give_up, this))

    def _differs(self, page: int, digest: str) -> bool:
        return page in self.texts and text_digest(self.texts[page]) != digest

    def _read_anew(self, this: int, pages: list[int], read: dict[int, str]) -> None:
        """Read `pages`, a few at a time, and tell of all of them at once: one step, one change."""
        first, rest = pages[:AT_ONCE], pages[AT_ONCE:]

        def done(answer: tuple[int, dict[int, str]]) -> None:
            if this == self._round:
                self._read_anew(this, rest, read | answer[1])

        if first:
            self._desk.ask(lambda project: project.texts.of(first), done, partial(self._give_up, this))
            return
        self._following = False
        self.texts.update(read)
        if read:
            self.changed.emit(tuple(read))
        if self._waiting and self._rest.isActive():
            # Another step was made meanwhile, and whoever waits knows of it.
            self._rest.stop()
            self._follow()
            return
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()

    def _give_up(self, this: int, error: JiaochouError) -> None:
        if this == self._round:
            # What is held is not to be trusted any more.
            pages = self._pages
            self.forget()
            self._pages = pages
            self.failed.emit(error.spoken)
