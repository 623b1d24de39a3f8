"""Going on to the next page that has suspects, or was not checked yet, when the page shown is through."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from core.project.project import Project
from gui.desk.desk import Desk


class PageTurning(QObject):
    """Shows one page after the other until one has a suspect to stop at.

    The editor's input is held until then: what is typed meanwhile is typed at the suspect, none of it into
    the page that is left. A page whose count is out of date is passed; one that was never checked is stopped
    at, for nobody knows yet.
    """

    def __init__(self, desk: Desk, arrived: Callable[[bool], None], parent: QObject | None = None) -> None:
        """`arrived` is called with whether another page with suspects is shown now."""
        super().__init__(parent)
        self._desk = desk
        self._arrived = arrived
        self.under_way = False
        """Whether a page is on its way."""
        # Where a page cannot be read nobody arrives, but the input goes on.
        desk.turns.held.connect(self._held)

    def turn(self, *, forward: bool) -> None:
        """Go to the next page with suspects, or to the one before; behind the last comes the first."""
        mirror, record, turns = self._desk.mirror, self._desk.record, self._desk.turns
        if mirror is None or record is None or self.under_way:
            return
        self.under_way = True

        def read(project: Project) -> list[int]:
            # By its position: the page itself may just have been removed.
            pages = [one for one in project.pages() if one.open_findings != 0 and one.id != mirror.page]
            pages.sort(key=lambda one: one.position < record.position)
            found = [one.id for one in pages]
            return found if forward else found[::-1]

        turns.begin()
        self._desk.ask(read, lambda pages: self._go_on(mirror.page, pages), over=turns.end)

    def _go_on(self, start: int, pages: list[int]) -> None:
        if pages:
            self._desk.show_page(pages[0], lambda: self._look(start, pages))
        else:
            self._desk.show_page(start, lambda: self._arrive(found=False))

    def _look(self, start: int, pages: list[int]) -> None:
        mirror = self._desk.mirror
        if mirror is not None and (not mirror.checked or mirror.next_open(-1) is not None):
            self._arrive(found=True)
        else:
            self._go_on(start, pages[1:])

    def _arrive(self, *, found: bool) -> None:
        self.under_way = False
        self._arrived(found)

    def _held(self, held: bool) -> None:  # a Qt slot
        if not held:
            self.under_way = False
