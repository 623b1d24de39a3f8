"""Taking over what was chosen of other versions of pages, page by page."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from core.errors import JiaochouError, RefusedError
from core.messages import message
from gui.desk.desk import Desk
from gui.window.comparing import Chosen, ComparedPage
from gui.window.status import StatusBar


class TakingOver(QObject):
    """Makes of pages what was chosen, with progress; a page that has changed meanwhile stays as it is."""

    failed = Signal(object)
    """Something a person must know of: Message."""

    def __init__(self, desk: Desk, status: StatusBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._status = status

    def take(self, wanted: Iterable[tuple[ComparedPage, Chosen]]) -> None:
        """Take over what was chosen, one step a page, until all is done or somebody cancels."""
        waiting, strip = deque(wanted), self._status.progress
        total = len(waiting)
        progress = strip.begin(self.tr("正在采用"), total)
        refused: list[JiaochouError] = []

        def go_on() -> None:
            progress.report(total - len(waiting))
            if not waiting or progress.cancelled() or self._desk.typing.is_stuck:
                over()
                return
            page, chosen = waiting.popleft()
            self._desk.change(lambda project: page.take(project, chosen), go_on, failed)

        def failed(error: JiaochouError) -> None:
            refused.append(error)
            if not isinstance(error, RefusedError):
                # Where the project cannot be written the next page cannot either.
                waiting.clear()
            go_on()

        def over() -> None:
            strip.end()
            # Versions that were kept beside their pages are read with them from now on.
            self._desk.whole.grow()
            if refused:
                self.failed.emit(refused[0].spoken)
            else:
                self._status.tell(message("采用了 {pages} 版的改动", pages=total - len(waiting)))

        go_on()
