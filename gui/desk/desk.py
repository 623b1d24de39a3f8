"""The desk: the project on one side, the window on the other.

Keys go to the store as they come and nobody waits for them. Every other gesture holds the editor's input
until the store has answered, so that what is typed next is typed into the text that the gesture has left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from core.changes.state import PROJECT_SHEET
from core.commands.command import Command
from core.commands.judging import AcceptSuggestion, DismissFindings
from core.detectors.detector import Detector
from core.document.page import Source
from core.errors import JiaochouError, RefusedError
from core.history.history import Outcome
from core.messages import message
from core.project.project import Project
from core.store.rows import PageRecord
from core.text.edit import Edit
from gui.desk.checking import Checking
from gui.desk.mirror import PageMirror
from gui.desk.standing import Standing, standing_of
from gui.desk.store_thread import StoreThread
from gui.desk.typing import Typing
from gui.desk.workers import Workers

Result = TypeVar("Result")


@dataclass(frozen=True)
class _Step:
    outcome: Outcome
    standing: Standing
    records: tuple[PageRecord, ...]


@dataclass(frozen=True)
class _Page:
    mirror: PageMirror
    record: PageRecord
    raw: str
    standing: Standing


class Desk(QObject):
    """What the window shows and every way to change it; the only part of the window that knows a Project."""

    opened = Signal(object)
    """A project is open: its path."""
    pages_listed = Signal(object)
    """The pages of the project: a list of PageRecord."""
    page_updated = Signal(object)
    """What is known of one page has changed: its PageRecord."""
    scan_changed = Signal()
    """The current page has another image."""
    page_shown = Signal()
    """`mirror` is another page."""
    edits_came = Signal(object)
    """The text of the current page was changed from outside the editor: ordered Edits."""
    came_back = Signal(int)
    """A step was undone or redone on the current page: the code point where, for the editor to see it."""
    articles_changed = Signal()
    """Articles or pieces of the current page are others, or have other roles."""
    stepped = Signal(object)
    """A step is in the project file: Standing."""
    told = Signal(object)
    """A sentence for the status bar: Message."""
    failed = Signal(object)
    """Something a person must know of and mend: Message."""
    held = Signal(bool)
    """The editor's input must wait (True) or may go on (False)."""

    def __init__(
        self, actor: str, detectors: Callable[[], Sequence[Detector]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._actor = actor
        self._store = StoreThread(self)
        self.workers = Workers(self)
        self.mirror: PageMirror | None = None
        self.record: PageRecord | None = None
        self.path: Path | None = None
        self.raw = ""
        self.page_count = 0
        self._wanted: int | None = None
        self._holding = 0
        self.typing = Typing(self._store, lambda: self.mirror.text if self.mirror else "", self)
        self.typing.stored.connect(self._key_stored)
        self.checking = Checking(self._store, self.workers, detectors, self._fail, self)
        self.checking.judged.connect(self._count_findings)

    def stop(self) -> None:
        """Write what is on its way, close the project, end all threads."""
        self.workers.stop()
        self._store.stop()

    # Projects and pages

    def open(self, path: Path) -> None:
        """Open an existing project."""
        self._exchange(lambda: Project.open(path, self._actor), path)

    def create(self, path: Path, sources: Sequence[Source] = ()) -> None:
        """Make a new project with these pages."""

        def create() -> Project:
            project = Project.create(path, self._actor)
            try:
                project.add_pages(sources)
            except JiaochouError:
                # A project without its pages would only stand in the way of the next try.
                project.close()
                path.unlink()
                raise
            return project

        self._exchange(create, path)

    def _exchange(self, open_project: Callable[[], Project], path: Path) -> None:
        def done(_project: Project) -> None:
            self.path, self.mirror, self.record, self._wanted = path, None, None, None
            self.opened.emit(path)
            self.list_pages(first=True)

        self._store.open(open_project, done, self._fail)

    def list_pages(self, *, first: bool = False) -> None:
        """Read the list of pages again; `first`: then show the page that was shown last."""

        def read(project: Project) -> tuple[list[PageRecord], int | None, Standing]:
            last = project.setting("page")
            return project.pages(), int(last) if last else None, standing_of(project)

        def done(answer: tuple[list[PageRecord], int | None, Standing]) -> None:
            records, last, standing = answer
            self.page_count = len(records)
            self.pages_listed.emit(records)
            self.stepped.emit(standing)
            known = [record.id for record in records]
            if first and known:
                self.show_page(last if last in known else known[0])

        self._ask(read, done)

    def add_pages(self, sources: Sequence[Source], done: Callable[[int, int], None]) -> None:
        """Add pages to the project; `done` hears how many are new and how many it had already."""

        def added(answer: tuple[list[int], list[Source]]) -> None:
            new, known = answer
            done(len(new), len(known))
            self.list_pages(first=self.mirror is None)

        self._ask(lambda project: project.add_pages(sources), added)

    def show_page(self, page: int, then: Callable[[], None] | None = None) -> None:
        """Show a page, and do `then` when it is there. The page wanted last wins."""
        if self.mirror is not None and self.mirror.page == page and self._wanted in (None, page):
            if then:
                then()
            return
        if self._refuse_while_stuck():
            return
        self._wanted = page

        def read(project: Project) -> _Page:
            project.close_burst()
            state = project.state(page)
            mirror = PageMirror(page, state.text, state.layout, state.round)
            kept = project.kept_findings(page)
            if kept is not None:
                mirror.judge(project.checked(page, kept))
            project.keep_setting("page", str(page))
            return _Page(mirror, project.page(page), project.raw_text(page), standing_of(project))

        def done(answer: _Page) -> None:
            if self._wanted != page:
                return
            self._wanted = None
            self.mirror, self.record, self.raw = answer.mirror, answer.record, answer.raw
            self.page_shown.emit()
            self.stepped.emit(answer.standing)
            self.checking.watch(answer.mirror, answer.record.name, answer.raw)
            if then:
                then()

        self._ask(read, done, hold=True)

    def attach_scan(self, page: int, scan: Path) -> None:
        """Say which image shows a page, and show it."""

        def attach(project: Project) -> PageRecord:
            project.attach_scan(page, scan)
            return project.page(page)

        def done(record: PageRecord) -> None:
            if self.record is not None and self.record.id == record.id:
                self.record = record
                self.scan_changed.emit()

        self._ask(attach, done)

    # Changing

    def type_text(self, edit: Edit) -> None:
        """Take over what the editor has already done to its text."""
        if self.mirror is None:
            return
        self.mirror.edit((edit,))
        self.typing.send(self.mirror.page, edit)
        self.checking.changed()

    def pause(self) -> None:
        """End the run of typing: the next key begins a new step."""
        if self.path is not None and not self.typing.is_stuck:
            self._ask(lambda project: project.close_burst(), lambda _: None)

    def perform(self, command: Command, then: Callable[[], None] | None = None) -> None:
        """Carry a command out, and do `then` when the window shows it."""
        self._step(lambda project: project.perform(command), then)

    def undo(self) -> None:
        """Take the last step back, wherever in the project it was."""
        self._step(lambda project: project.undo(), None)

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self._step(lambda project: project.redo(), None)

    def accept(self, number: int, choice: int = 0, then: Callable[[], None] | None = None) -> None:
        """Take a suggestion of the current page's finding `number`."""
        if self.mirror is not None and number in self.mirror.spans:
            self.perform(AcceptSuggestion(self.mirror.page, self.mirror.finding(number), choice), then)

    def dismiss(
        self, numbers: Sequence[int], *, everywhere: bool = False, then: Callable[[], None] | None = None
    ) -> None:
        """Settle findings of the current page without changing the text."""
        if self.mirror is not None:
            mirror = self.mirror
            chosen = tuple(mirror.finding(number) for number in numbers if number in mirror.spans)
            self.perform(DismissFindings(mirror.page, chosen, everywhere), then)

    def ask(self, read: Callable[[Project], Result], done: Callable[[Result], None]) -> None:
        """Read something from the project on its own thread."""
        self._ask(read, done)

    def wait_for(self, read: Callable[[Project], Result]) -> Result:
        """Read something from the project, waiting for it: for workers only. See StoreThread.wait_for."""
        return self._store.wait_for(read)

    def _step(self, change: Callable[[Project], Outcome], then: Callable[[], None] | None) -> None:
        if self._refuse_while_stuck():
            return

        def run(project: Project) -> _Step:
            outcome = change(project)
            pages = [page for page in outcome.pages if page != PROJECT_SHEET]
            return _Step(outcome, standing_of(project), tuple(project.page(page) for page in pages))

        def done(step: _Step) -> None:
            self._take(step)
            if then:
                then()

        self._ask(run, done, hold=True)

    def _take(self, step: _Step) -> None:
        """Show what a step did. A step on another page shows that page."""
        self.stepped.emit(step.standing)
        for record in step.records:
            self.page_updated.emit(record)
        mirror = self.mirror
        if mirror is None:
            return
        here = step.outcome.pages.get(mirror.page)
        if here is None:
            elsewhere = [record.id for record in step.records]
            if elsewhere:
                self.show_page(elsewhere[0])
            else:
                self.checking.refresh()
            return
        if here.edits:
            mirror.edit(here.edits)
            self.edits_came.emit(here.edits)
        self.record = next(record for record in step.records if record.id == mirror.page)
        if mirror.settle(here.after):
            self.articles_changed.emit()
        if here.edits and step.outcome.kind in ("undo", "redo"):
            self.came_back.emit(here.edits[0].start)
        if here.before.verdicts is here.after.verdicts:
            self.checking.changed()
        else:
            self.checking.refresh()

    def _key_stored(self, outcome: Outcome, standing: Standing) -> None:
        mirror = self.mirror
        newest = mirror is not None and mirror.page in outcome.pages and not self.typing.pending
        if mirror is not None and newest and mirror.settle(outcome.pages[mirror.page].after):
            self.articles_changed.emit()
        self.stepped.emit(standing)

    def _count_findings(self) -> None:
        mirror = self.mirror
        if mirror is not None:
            self._ask(lambda project: project.page(mirror.page), self.page_updated.emit)

    # Asking

    def _ask(
        self, work: Callable[[Project], Result], done: Callable[[Result], None], *, hold: bool = False
    ) -> None:
        if hold:
            self._hold(1)

        def answered(result: Result) -> None:
            try:
                done(result)
            finally:
                if hold:
                    self._hold(-1)

        def refused(error: JiaochouError) -> None:
            self._wanted = None
            if hold:
                self._hold(-1)
            self._fail(error)

        self._store.call(work, answered, refused)

    def _hold(self, change: int) -> None:
        before, self._holding = self._holding, self._holding + change
        if bool(before) != bool(self._holding):
            self.held.emit(bool(self._holding))

    def _fail(self, error: JiaochouError) -> None:
        if isinstance(error, RefusedError):
            self.told.emit(error.spoken)
        else:
            self.failed.emit(error.spoken)

    def _refuse_while_stuck(self) -> bool:
        if self.typing.is_stuck:
            self.told.emit(message("工程文件暂时写不进去，先把录入的文字存好再继续"))
        return self.typing.is_stuck
