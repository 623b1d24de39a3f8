"""The places of some characters in all pages, searched beside the window and kept as the pages are."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from core.errors import JiaochouError
from core.project.hits import Hits, PageHits, Search, page_hits
from gui.desk.texts import PageTexts
from gui.desk.workers import Workers

STRETCH = 500
"""So many pages are searched in one go; a worker takes some milliseconds for them."""

MOST = 100_000
"""When so many places are found the search ends: nobody reads them all, and a narrower one finds more."""


class End(Enum):
    """How a search ended."""

    ALL = auto()
    MOST = auto()
    STOPPED = auto()


class Concordance(QObject):
    """One search at a time. Pages that change are searched again, those already searched alone."""

    found = Signal(object)
    """Further places: Hits, behind those before."""
    replaced = Signal(object)
    """Pages were searched again: PageHits by page."""
    progressed = Signal(int)
    """So many pages have been searched."""
    ended = Signal(object)
    """The search is over: End."""
    failed = Signal(object)
    """What was looked for takes too long to be found, and is forgotten: Message."""

    def __init__(self, texts: PageTexts, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._workers = workers
        self._search: Search | None = None
        self._round = 0
        self._pages: list[int] = []
        """Pages searched, or being searched, in their order."""
        self._count = 0
        self._changed: set[int] = set()
        self._busy = self.running = self._all = False
        self._waiting: list[Callable[[], None]] = []
        texts.grown.connect(self._go_on)
        texts.changed.connect(self._heed)
        texts.restarted.connect(self.forget)
        texts.forgotten.connect(self.forget)

    @property
    def searched(self) -> int:
        """How many pages have been searched."""
        return len(self._pages)

    def search(self, search: Search) -> None:
        """Look through all pages; what was looked for before is forgotten."""
        self.forget()
        self._search = search
        self.running = True
        self._texts.want()
        self._go_on()

    def stop(self) -> None:
        """Leave the pages that have not been searched yet."""
        if self.running:
            self._end(End.STOPPED)

    def forget(self) -> None:
        """Look for nothing."""
        self._round += 1
        self._search = None
        self._pages, self._count, self._changed = [], 0, set()
        self._busy = self.running = self._all = False
        self._waiting.clear()

    def when_fresh(self, act: Callable[[], None]) -> None:
        """Do `act` as soon as every change known by now has been looked at; now, at best."""
        this = self._round

        def texts_are_fresh() -> None:
            if this != self._round:
                return
            if self._changed or self._busy:
                self._waiting.append(act)
            else:
                act()

        self._texts.when_fresh(texts_are_fresh)

    def _go_on(self) -> None:
        """Search the next stretch: pages that have changed before those that are new."""
        search = self._search
        if search is None or self._busy:
            return
        again = self._changed & set(self._pages) if self._changed else set()
        self._changed = set()
        if again:
            self._work(search, [page for page in self._pages if page in again], self._take_again)
            return
        self._tell_fresh()
        if self._all and len(self._texts.texts) > len(self._pages):
            # Pages were added since.
            self.running, self._all = True, False
        if not self.running:
            return
        pages = list(self._texts.texts)[len(self._pages) : len(self._pages) + STRETCH]
        if pages:
            self._pages += pages
            self._work(search, pages, self._take)
        elif self._texts.complete:
            self._end(End.ALL)

    def _work(self, search: Search, pages: list[int], take: Callable[[dict[int, PageHits]], None]) -> None:
        this = self._round
        texts = {page: self._texts.texts[page] for page in pages}
        self._busy = True

        def look() -> dict[int, PageHits]:
            # What was forgotten meanwhile need not be found.
            known = (item for item in texts.items() if this == self._round)
            return {page: page_hits(page, text, search) for page, text in known}

        def done(found: dict[int, PageHits]) -> None:
            if this == self._round:
                self._busy = False
                take(found)
                self._go_on()

        def failed(error: JiaochouError) -> None:
            if this == self._round:
                self.forget()
                self.failed.emit(error.spoken)

        self._workers.run(look, done, failed)

    def _take(self, found: dict[int, PageHits]) -> None:
        hits = Hits(found.values())
        self._count += len(hits)
        if hits:
            self.found.emit(hits)
        self.progressed.emit(self.searched)
        if self._count >= MOST and self.running:
            self._end(End.MOST)

    def _take_again(self, found: dict[int, PageHits]) -> None:
        self.replaced.emit(found)

    def _end(self, how: End) -> None:
        self.running, self._all = False, how is End.ALL
        self.ended.emit(how)

    def _heed(self, pages: tuple[int, ...]) -> None:
        self._changed.update(pages)
        self._go_on()

    def _tell_fresh(self) -> None:
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()
