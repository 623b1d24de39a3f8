"""Looking for the next page that has variants, beside all other work."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from core.collation.page_collation import collate_page
from core.document.page import PageView
from core.errors import JiaochouError
from gui.desk.desk import Desk


class NextCollated(QObject):
    """Reads one page after the other against those that share its text, until one differs from them."""

    found = Signal(int)
    """This page has variants."""
    none = Signal()
    """None of the pages has."""
    failed = Signal(object)
    """A page cannot be read: Message."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._round = 0
        self.under_way = False
        """Whether it is being looked for."""
        desk.opened.connect(self.stop)

    def look(self, pages: Sequence[int], *, surface: bool) -> None:
        """Look through `pages` in their order; `surface` as collate_page has it."""
        self._round += 1
        self.under_way = True
        self._go_on(self._round, list(pages), surface=surface)

    def stop(self) -> None:
        """Leave it."""
        self._round += 1
        self.under_way = False

    def _go_on(self, this: int, pages: list[int], *, surface: bool) -> None:
        if not pages:
            self.under_way = False
            self.none.emit()
            return
        page, *rest = pages

        def read(answer: tuple[PageView, list[PageView]]) -> None:
            view, others = answer
            if this != self._round:
                return
            if others:
                self._desk.workers.run(
                    lambda: bool(collate_page(view, others, surface=surface).variants), told
                )
            else:
                self._go_on(this, rest, surface=surface)

        def told(differs: bool) -> None:  # an answer, not a flag
            if this != self._round:
                return
            if differs:
                self.under_way = False
                self.found.emit(page)
            else:
                self._go_on(this, rest, surface=surface)

        def failed(error: JiaochouError) -> None:
            if this == self._round:
                self.under_way = False
                self.failed.emit(error.spoken)

        self._desk.ask(lambda project: project.findings.with_witnesses(page), read, failed)
