"""What is done with all pages of a project beside the window: knowing them, and checking them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from core.detectors.detector import Detector
from core.errors import JiaochouError
from core.store.rows import PageRecord
from gui.desk.checking import Checking
from gui.desk.checking_all import CheckingAll
from gui.desk.knowing import Knowing
from gui.desk.store_thread import StoreThread
from gui.desk.workers import Workers


class Whole(QObject):
    """Ties the two together: pages are checked when it is known what they tell each other."""

    page_checked = Signal(object)
    """Findings of a page were kept: its PageRecord."""
    known = Signal()
    """The project knows what its pages tell each other."""

    def __init__(
        self,
        store: StoreThread,
        workers: Workers,
        detectors: Callable[[], Sequence[Detector]],
        current: Checking,
        failed: Callable[[JiaochouError], None],
        parent: QObject | None = None,
    ) -> None:
        """Take `current`, which checks the page that is shown."""
        super().__init__(parent)
        self._current = current
        self._knowing = Knowing(store, workers, failed, self)
        self.checking = CheckingAll(store, workers, detectors, current.readings, failed, self)
        self._knowing.known.connect(current.reconsider)
        self._knowing.known.connect(self.checking.known)
        self._knowing.known.connect(self.known)
        self._knowing.given_up.connect(self.checking.unknown)
        self.checking.waits.connect(self._know)
        self.checking.page_checked.connect(self._checked)

    def begin(self) -> None:
        """Get to know the pages of a project that was just opened."""
        self.checking.stop()
        self._knowing.start()

    def grow(self) -> None:
        """Get to know the pages that were added."""
        self._knowing.start()

    def stop(self) -> None:
        """Leave all of it; what was found is kept."""
        self._knowing.stop()
        self.checking.stop()

    def _know(self) -> None:
        """Try once more what could not be found out before."""
        if not self._knowing.running:
            self._knowing.start()

    def _checked(self, record: PageRecord) -> None:
        self.page_checked.emit(record)
        self._current.take_up(record.id)
