"""What is done with the pages of a project beside the window: knowing them, and checking them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from core.errors import JiaochouError
from core.project.project import Project
from core.store.rows import PageRecord
from gui.desk.beside import Beside
from gui.desk.checking import Checking
from gui.desk.checking_all import CheckingAll, every_page
from gui.desk.knowing import Knowing
from gui.desk.store_thread import StoreThread
from gui.desk.workers import Workers

AHEAD = 2
"""So many pages behind the one that is shown are checked before anybody turns to them."""


class Whole(QObject):
    """Ties the two together: pages are checked when it is known what they tell each other.

    `looks_ahead`: pages that will be turned to next are checked when the one shown has been.
    """

    page_checked = Signal(object)
    """Findings of a page were kept: its PageRecord."""
    looked_through = Signal(int)
    """So many pages have been looked through for what they tell each other."""
    known = Signal()
    """The project knows what its pages tell each other."""

    def __init__(
        self,
        store: StoreThread,
        workers: Workers,
        beside: Beside,
        current: Checking,
        failed: Callable[[JiaochouError], None],
        parent: QObject | None = None,
    ) -> None:
        """Take `current`, which checks the page that is shown."""
        super().__init__(parent)
        self.looks_ahead = False
        self._current = current
        self._seen: int | None = None
        self._knowing = Knowing(store, workers, beside, failed, self)
        self.checking = CheckingAll(store, beside, failed, self)
        self._knowing.known.connect(current.reconsider)
        self._knowing.known.connect(self.checking.known)
        self._ahead = CheckingAll(store, beside, failed, self)
        self._ahead.page_checked.connect(self._checked)
        self._knowing.known.connect(self._ahead.known)
        self._knowing.given_up.connect(self._ahead.unknown)
        current.judged.connect(self._look_ahead)
        current.looked_up.connect(self._look_ahead)
        self._knowing.known.connect(self.known)
        self._knowing.progressed.connect(self.looked_through)
        self._knowing.given_up.connect(self.checking.unknown)
        self.checking.waits.connect(self._know)
        self.checking.page_checked.connect(self._checked)

    def begin(self) -> None:
        """Get to know the pages of a project that was just opened."""
        self._leave()
        self._knowing.start()

    def grow(self) -> None:
        """Get to know the pages that were added."""
        self._knowing.start()

    def stop(self) -> None:
        """Leave all of it; what was found is kept."""
        self._knowing.stop()
        self._leave()

    def _leave(self) -> None:
        self.checking.stop()
        self._ahead.stop()
        self._seen = None

    def _look_ahead(self) -> None:
        page = self._current.page
        if not self.looks_ahead or page is None or page == self._seen or self.checking.running:
            return
        self._seen = page
        self._ahead.stop()
        self._ahead.start(partial(_behind, page))

    def _know(self) -> None:
        """Try once more what could not be found out before."""
        if not self._knowing.running:
            self._knowing.start()

    def _checked(self, record: PageRecord) -> None:
        self.page_checked.emit(record)
        self._current.take_up(record.id)


def _behind(page: int, project: Project) -> list[int]:
    pages = every_page(project)
    at = pages.index(page) + 1 if page in pages else len(pages)
    return pages[at : at + AHEAD]
