"""Checking many pages of a project, one after the other, behind the editor's back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from core.beside.jobs import CheckPage, PageFindings
from core.document.page import PageView
from core.errors import JiaochouError
from core.project.knowledge import Surroundings
from core.project.project import Project
from core.store.rows import PageRecord
from gui.desk.beside import Beside, Cancel
from gui.desk.store_thread import StoreThread

PageList = Callable[[Project], list[int]]
"""Says which pages are to be checked, in their order."""


def every_page(project: Project) -> list[int]:
    """Return all pages of a project."""
    return [record.id for record in project.pages()]


@dataclass(frozen=True)
class _Task:
    view: PageView
    around: Surroundings
    taught: str


class CheckingAll(QObject):
    """Checks those of some pages whose findings are missing or old. One page at a time is on its way.

    Between two pages the store and the workers are free for whatever the editor does. The findings of each
    page are kept as they come: whoever stops it and begins again goes on where it was.
    """

    progressed = Signal(int)
    """So many pages have been looked at."""
    page_checked = Signal(object)
    """Findings of a page were kept: its PageRecord."""
    waits = Signal()
    """It goes on as soon as it is known what the pages tell each other."""
    ended = Signal(int, bool)
    """It is over: how many pages were checked, and whether that was all."""

    def __init__(
        self,
        store: StoreThread,
        beside: Beside,
        failed: Callable[[JiaochouError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._beside = beside
        self._cancel: Cancel | None = None
        self._failed = failed
        self._wanted: PageList = every_page
        self._round = 0
        self._running = False
        self._waiting = False
        self._looking = False
        self._checked = 0

    @property
    def running(self) -> bool:
        """Whether pages are being checked."""
        return self._running

    @property
    def waiting(self) -> bool:
        """Whether it waits until it is known what the pages tell each other."""
        return self._waiting

    def start(self, wanted: PageList = every_page) -> None:
        """Begin with the first page that is wanted, once it is known what the pages tell each other.

        Nothing happens where it is running already.
        """
        if not self._running:
            self._running = True
            self._wanted = wanted
            self._checked = 0
            self._begin()

    def known(self) -> None:
        """Go on if that has waited until it was known what the pages tell each other."""
        if self._waiting:
            self._begin()

    def unknown(self) -> None:
        """Stop if it waits for what cannot be found out."""
        if self._waiting:
            self.stop()

    def _begin(self, before: list[int] | None = None) -> None:
        """Go through the pages that are wanted now; where they are the same as `before` it is over."""
        this, wanted = self._round, self._wanted
        self._waiting = False

        def read(project: Project) -> list[int] | None:
            return wanted(project) if project.findings.is_known else None

        def done(pages: list[int] | None) -> None:
            if this != self._round:
                return
            if pages is None:
                self._wait()
            elif pages == before:
                self._end(complete=True)
            else:
                self._go_on(this, pages, 0)

        self._store.call(read, done, self._give_up)

    def _wait(self) -> None:
        self._waiting = True
        self.waits.emit()

    def stop(self) -> None:
        """Stop; what was found so far stays kept."""
        self._end(complete=False)

    def _end(self, *, complete: bool) -> None:
        if self._running:
            self._running = self._waiting = False
            self._round += 1
            if self._cancel is not None:
                self._cancel()
                self._cancel = None
            self.ended.emit(self._checked, complete)

    def _give_up(self, error: JiaochouError) -> None:
        self._end(complete=False)
        self._failed(error)

    def _go_on(self, this: int, pages: list[int], at: int) -> None:
        self.progressed.emit(at)
        if at == len(pages):
            # Pages may have been added and become known while one of these was checked.
            self._begin(before=pages)
            return
        page = pages[at]

        def read(project: Project) -> _Task | bool:
            # Pages may have been added since the last one was checked.
            findings = project.findings
            view = findings.glance(page)
            # Where its articles are not known it cannot have been checked, and they are found by the check.
            if not findings.is_known or (project.has_articles(page) and findings.is_checked(page)):
                return findings.is_known
            return _Task(view, findings.surroundings(page, arranged=False), findings.taught_digest(page))

        def done(task: _Task | bool) -> None:
            if this != self._round:
                return
            if isinstance(task, _Task):
                self._check(this, pages, at, task)
            elif task:
                self._go_on(this, pages, at + 1)
            else:
                self._wait()

        self._store.call(read, done, self._give_up)

    def _check(self, this: int, pages: list[int], at: int, task: _Task) -> None:
        def found(answer: PageFindings) -> None:
            self._looking = False
            if this == self._round:
                self._keep(this, pages, at, task, answer)

        def over() -> None:
            # A detector that breaks is told of as a bug; the editor must not wait for it to the end of days.
            if self._looking and this == self._round:
                self.stop()

        self._looking = True
        job = CheckPage(task.view, task.around)
        self._cancel = self._beside.run(job, found, self._give_up, over, patient=True)

    def _keep(self, this: int, pages: list[int], at: int, task: _Task, answer: PageFindings) -> None:
        page, view = pages[at], task.view

        def keep(project: Project) -> PageRecord:
            state = project.take_articles(page, view.text, answer.layout)
            findings = project.findings
            # Where the page was changed meanwhile nothing is kept; whoever edits it has it checked anyway.
            if (state.text, state.layout) == (view.text, answer.layout) and (
                findings.taught_digest(page) == task.taught
            ):
                findings.keep(page, findings.fingerprint(page), answer.findings, alone=False)
            return project.page(page)

        def done(record: PageRecord) -> None:
            if this == self._round:
                self._checked += 1
                self.page_checked.emit(record)
                self._go_on(this, pages, at + 1)

        self._store.call(keep, done, self._give_up)
