"""The desk: the project on one side, the window on the other.

Keys go to the store as they come and nobody waits for them. Every other gesture holds the editor's input
until the store has answered, so that what is typed next is typed into the text that the gesture has left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from core.changes.state import PROJECT_SHEET, PageState
from core.commands.command import Command
from core.commands.judging import AcceptSuggestion, AcceptSuggestions, DismissFindings
from core.detectors.detector import Detector
from core.document.layout import Layout
from core.document.page import Source
from core.errors import JiaochouError, RefusedError
from core.history.history import Outcome
from core.links.ends import without_links
from core.messages import message
from core.project.project import Added, Project
from core.project.taught import Lesson
from core.store.project_file import DamagedError, UnreadableError
from core.store.rows import PageRecord
from core.text.edit import Edit
from gui.desk.access import Access
from gui.desk.answers import PageAnswer, StepAnswer, page_answer, step_answer
from gui.desk.arranging import Arranging
from gui.desk.backing_up import BackingUp
from gui.desk.beside import Beside, BesideInThreads
from gui.desk.checking import Checking
from gui.desk.mirror import PageMirror
from gui.desk.opening import made, opened, taken_over
from gui.desk.page_list import PageList, neighbour, page_list_of
from gui.desk.standing import Standing
from gui.desk.store_thread import StoreThread
from gui.desk.taught import TaughtDesk, close_burst
from gui.desk.turns import Turns
from gui.desk.typing import Typing
from gui.desk.whole import Whole
from gui.desk.workers import Workers

Result = TypeVar("Result")


def _nothing_more(_pages: list[PageRecord]) -> None:
    """Do nothing with the list of pages but show it."""


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
    """`mirror` is another page, or None: the last page was removed."""
    edits_came = Signal(object)
    """The text of the current page was changed from outside the editor: ordered Edits."""
    came_back = Signal(int)
    """A step was undone or redone on the current page: the code point where, for the editor to see it."""
    articles_found = Signal()
    """The articles of the current page, whose text was shown without, are there."""
    articles_changed = Signal()
    """Articles or pieces of the current page are others, or have other roles."""
    stepped = Signal(object)
    """A step is in the project file: Standing."""
    everywhere_changed = Signal()
    """What is dismissed everywhere is other than before."""
    told = Signal(object)
    """A sentence for the status bar: Message."""
    failed = Signal(object)
    """Something a person must know of and mend: Message."""
    damaged = Signal(object, object)
    """A project file is damaged: its path, and the Message that says so."""

    def __init__(
        self,
        actor: str,
        detectors: Callable[[], Sequence[Detector]],
        parent: QObject | None = None,
        beside: Beside | None = None,
    ) -> None:
        """Have pages checked by `beside`; None: by `detectors` on threads of the window."""
        super().__init__(parent)
        self._actor = actor
        self._store = StoreThread(self)
        self.workers = Workers(self)
        self.beside = beside or BesideInThreads(self.workers, detectors)
        self.mirror: PageMirror | None = None
        self.record: PageRecord | None = None
        self.path: Path | None = None
        self.raw = ""
        self.page_count = 0
        self._removed: frozenset[int] = frozenset()
        self._wanted: int | None = None
        self.turns = Turns(self)
        self.typing = Typing(self._store, self._text_of, self)
        self.typing.stored.connect(self._key_stored)
        self.typing.freed.connect(self._key_freed)
        self.checking = Checking(self._store, self.workers, self.beside, self._tell, self)
        self.checking.judged.connect(self._count_findings)
        self.arranging = Arranging(self._store, self.beside, self._arranged, self._tell, self)
        self.whole = Whole(self._store, self.workers, self.beside, self.checking, self._tell, self)
        self.whole.page_checked.connect(self.page_updated)
        self.access = Access(self._store, self)
        self.backing_up = BackingUp(self._store, self.workers, self._tell, self)
        self.taught = TaughtDesk(self._store, self._fail, self)
        self.taught.asked.connect(self.checking.refresh)

    def stop(self) -> None:
        """Write what is on its way, close the project, end all threads."""
        self.checking.stop()
        self.arranging.stop()
        self.whole.stop()
        self.typing.stop()
        self.access.stop()
        self.backing_up.stop()
        self.beside.stop()
        self.workers.stop()
        self._store.stop()

    # Projects and pages

    def open(self, path: Path, then: Callable[[], None] | None = None) -> None:
        """Open an existing project, and do `then` when it is open; where it cannot be, the old one stays."""
        self._exchange(lambda old: opened(path, self._actor, old), path, then)

    def work_on(self) -> None:
        """Open the project that is only looked at to work on it, at the page that is shown."""
        path, mirror = self.path, self.mirror
        if path is None or self.access.barrier is None:
            return

        page = None if mirror is None else mirror.page
        self._exchange(lambda _old: taken_over(path, self._actor, page), path)

    def reread(self, then: Callable[[], None] | None = None) -> None:
        """Show the pages and the page anew: another program has changed them."""
        mirror = self.mirror

        def listed(records: list[PageRecord]) -> None:
            if mirror is not None and any(record.id == mirror.page for record in records):
                self.show_page(mirror.page, then, anew=True)

        self.list_pages(listed, hold=True)

    def create(
        self, path: Path, sources: Iterable[Source] = (), done: Callable[[Added], None] | None = None
    ) -> None:
        """Make a new project with these pages; `done` hears what came of them."""
        found: list[Added] = []

        def create(_old: Project | None) -> Project:
            project, added = made(path, self._actor, sources)
            found.append(added)
            return project

        self._exchange(create, path, lambda: done(found[0]) if done else None)

    def _exchange(
        self,
        open_project: Callable[[Project | None], Project],
        path: Path,
        then: Callable[[], None] | None = None,
    ) -> None:
        if self._refuse_while_stuck():
            return

        def exchange(old: Project | None) -> Project:
            self.typing.refuse_while_stuck()
            return open_project(old)

        def done(project: Project) -> None:
            self.access.begin(project.barrier)
            self.backing_up.begin(path, writes=project.barrier is None)
            self.path, self.mirror, self.record, self._wanted = path, None, None, None
            self.typing.start_over()
            self.turns.forget()
            self.checking.stop()
            self.arranging.stop()
            self.opened.emit(path)
            self.taught.read()
            self.list_pages(first=True)
            self.whole.begin()
            if then:
                then()

        self.turns.begin()
        self._store.open(exchange, done, self._fail, self.turns.end)

    @property
    def linked_layout(self) -> Layout:
        """The articles of the current page, without links to pages that were removed; none without a page."""
        return Layout() if self.mirror is None else without_links(self.mirror.layout, self._removed)

    def list_pages(
        self,
        then: Callable[[list[PageRecord]], None] = _nothing_more,
        *,
        first: bool = False,
        hold: bool = False,
    ) -> None:
        """Read the list of pages again, and do `then` with it; `first`: show the page that was shown last.

        Where the page that is shown was removed, the next one is shown. What is typed until a page is there
        is typed into that one where `hold` says so.
        """

        def done(listed: PageList) -> None:
            relinked, self._removed = self._removed != listed.removed, listed.removed
            self.page_count = len(listed.pages)
            self.pages_listed.emit(listed.pages)
            self.stepped.emit(listed.standing)
            if first and listed.first is not None:
                self.show_page(listed.first)
            elif self.record is not None and self.record.id in listed.removed:
                self._leave(self.record, listed.pages)
            elif relinked and self.mirror is not None and self.mirror.arranged:
                self.articles_changed.emit()
            then(listed.pages)

        self._ask(page_list_of, done, hold=first or hold)

    def _leave(self, gone: PageRecord, pages: Sequence[PageRecord]) -> None:
        """Show another page instead of one that was removed; where there is none, show none."""
        instead = neighbour(pages, gone)
        if instead is not None:
            self.show_page(instead)
            return
        self.mirror = self.record = self._wanted = None
        self.turns.forget()
        self.checking.stop()
        self.arranging.stop()
        self.page_shown.emit()

    def add_pages(self, sources: Iterable[Source], done: Callable[[Added], None]) -> None:
        """Add pages to the project; `done` hears what came of them."""

        def added(answer: Added) -> None:
            done(answer)
            self.list_pages(first=self.mirror is None)
            self.whole.grow()

        self._ask(lambda project: project.add_pages(sources), added)

    def show_page(self, page: int, then: Callable[[], None] | None = None, *, anew: bool = False) -> None:
        """Show a page, and do `then` when it is there. The page wanted last wins.

        `anew`: read it again where it is the one that is shown.
        """
        shown = None if self.mirror is None or anew else self.mirror.page
        if shown == page and self._wanted in (None, page):
            if then:
                then()
            return
        if self._refuse_while_stuck():
            return
        self.workers.make_way()
        self._wanted = page

        def read(project: Project) -> PageAnswer:
            self.typing.refuse_while_stuck()
            return page_answer(project, page)

        def done(answer: PageAnswer) -> None:
            if self._wanted != page:
                return
            self._wanted = None
            self.turns.forget()
            self.mirror, self.record, self.raw = answer.mirror, answer.record, answer.raw
            self.page_shown.emit()
            self.stepped.emit(answer.standing)
            self.checking.watch(answer.mirror, answer.record.name, answer.base)
            self.arranging.watch(answer.mirror)
            if then:
                then()

        def failed(error: JiaochouError) -> None:
            if self._wanted == page:
                self._wanted = None
            self._fail(error)

        self._ask(read, done, failed, hold=True)

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

    def type_text(self, edit: Edit, composed_for: float = 0.0) -> None:
        """Take over what the editor has already done to its text, see `TypeText`."""
        if self.mirror is None or self.access.barrier is not None:
            return
        self.mirror.edit((edit,))
        self.typing.send(self.mirror.page, edit, composed_for)
        self.checking.changed()

    def take(self, gesture: Callable[[], object]) -> None:
        """Make a gesture about places or articles now, or when its turn has come and the articles are there.

        The editor's input is held until then, so that keys pressed behind the gesture come behind it.
        """
        mirror = self.mirror
        if mirror is not None and not mirror.arranged:
            self._ask(
                lambda project: project.state(mirror.page),
                lambda state: self._arranged(mirror, state),
                hold=True,
            )
        self.turns.take(gesture)

    def pause(self) -> None:
        """End the run of typing: the next key begins a new step."""
        if self.path is not None and not self.typing.is_stuck:
            self._ask(close_burst, self._heed, self._tell)

    def perform(self, command: Command, then: Callable[[], None] | None = None) -> None:
        """Carry a command out, and do `then` when the window shows it."""
        self._step(lambda project: project.perform(command), then)

    def undo(self) -> None:
        """Take the last step back, wherever in the project it was."""
        self._step(lambda project: project.undo(), None)

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self._step(lambda project: project.redo(), None)

    def accept(self, numbers: Sequence[int], choice: int = 0, then: Callable[[], None] | None = None) -> None:
        """Take suggestion `choice` of one finding of the current page, or the first of each of several."""
        mirror = self.mirror
        chosen = mirror.still_open(numbers) if mirror else {}
        findings = tuple(chosen.values())
        if mirror is None or not findings:
            return
        if len(findings) > 1:
            self.perform(AcceptSuggestions(mirror.page, findings), then)
            return

        def done() -> None:
            # A passage that moves leaves its text as it is: nothing else takes its mark away.
            if any(suggestion.moves for suggestion in findings[0].suggestions):
                mirror.settled(chosen)
            if then:
                then()

        self.perform(AcceptSuggestion(mirror.page, findings[0], choice), done)

    def dismiss(
        self, numbers: Sequence[int], *, everywhere: bool = False, then: Callable[[], None] | None = None
    ) -> None:
        """Settle findings of the current page without changing the text."""
        mirror = self.mirror
        chosen = mirror.still_open(numbers) if mirror else {}
        if mirror is None or not chosen:
            return

        def done() -> None:
            # What the store says of the findings is still on its way.
            mirror.settled(chosen)
            if then:
                then()

        self.perform(DismissFindings(mirror.page, tuple(chosen.values()), everywhere), done)

    def ask(
        self,
        read: Callable[[Project], Result],
        done: Callable[[Result], None],
        failed: Callable[[JiaochouError], None] | None = None,
        over: Callable[[], None] | None = None,
    ) -> None:
        """Read something from the project on its own thread; after `done` or `failed` comes `over`."""
        self._ask(read, done, failed, over)

    def wait_for(self, read: Callable[[Project], Result]) -> Result:
        """Read something from the project, waiting for it: for workers only. See StoreThread.wait_for."""
        return self._store.wait_for(read)

    def change(
        self,
        change: Callable[[Project], Outcome | None],
        then: Callable[[], None],
        failed: Callable[[JiaochouError], None],
    ) -> None:
        """Carry out what is more than a command; a step on another page does not show that page."""
        self._step(change, then, failed, shows=False)

    def _step(
        self,
        change: Callable[[Project], Outcome | None],
        then: Callable[[], None] | None,
        failed: Callable[[JiaochouError], None] | None = None,
        *,
        shows: bool = True,
    ) -> None:
        if self._refuse_while_stuck():
            return
        shown = self.mirror.page if self.mirror else PROJECT_SHEET

        def run(project: Project) -> StepAnswer | None:
            self.typing.refuse_while_stuck()
            return step_answer(project, change, shown)

        def done(step: StepAnswer | None) -> None:
            if step is not None:
                self._take(step, shows=shows)
                self._heed(step.lesson)
            if then:
                then()

        self._ask(run, done, failed, hold=True)

    def _heed(self, lesson: Lesson | None) -> None:
        self.taught.heed(lesson)
        if lesson is not None:
            self.checking.changed()

    def _take(self, step: StepAnswer, *, shows: bool = True) -> None:
        """Show what a step did. A step on another page shows that page, if it `shows`."""
        if step.outcome.removed or step.outcome.brought_back:
            self._take_presence(step.outcome)
            return
        self.stepped.emit(step.standing)
        for record in step.records:
            self.page_updated.emit(record)
        if PROJECT_SHEET in step.outcome.pages:
            self.everywhere_changed.emit()
        mirror = self.mirror
        if mirror is None:
            return
        here = step.outcome.pages.get(mirror.page)
        if here is None:
            if shows:
                self._take_elsewhere(step)
            return
        if here.edits:
            mirror.edit(here.edits)
            self.edits_came.emit(here.edits)
        self.record = next(record for record in step.records if record.id == mirror.page)
        if step.base is not None:
            self.checking.compare_with(step.base)
        self._settle(mirror, here.after)
        if here.edits and step.outcome.kind in ("undo", "redo"):
            self.came_back.emit(here.edits[0].start)
        if here.before.verdicts is here.after.verdicts:
            self.checking.changed()
        else:
            self.checking.refresh()

    def _take_presence(self, outcome: Outcome) -> None:
        """Show which pages there are now, and the first of those that came back."""

        def listed(_records: list[PageRecord]) -> None:
            if outcome.brought_back:
                self.show_page(outcome.brought_back[0])
            self.whole.grow()

        self.list_pages(listed, hold=True)

    def _take_elsewhere(self, step: StepAnswer) -> None:
        if not step.records:
            self.checking.refresh()
            return
        page = step.records[0].id
        edits = step.outcome.pages[page].edits
        self.show_page(page, lambda: self.came_back.emit(edits[0].start) if edits else None)

    def _text_of(self, page: int) -> str | None:
        return self.mirror.text if self.mirror is not None and self.mirror.page == page else None

    def _key_freed(self, standing: Standing) -> None:
        self.stepped.emit(standing)
        self.checking.changed()

    def _key_stored(self, outcome: Outcome, standing: Standing) -> None:
        mirror = self.mirror
        newest = mirror is not None and mirror.page in outcome.pages and not self.typing.pending
        if mirror is not None and newest:
            self._settle(mirror, outcome.pages[mirror.page].after)
        self.stepped.emit(standing)

    def _settle(self, mirror: PageMirror, state: PageState) -> None:
        """Take over what the current page has become."""
        were_there = mirror.arranged
        changed = mirror.settle(state)
        if not were_there:
            self.articles_found.emit()
        elif changed:
            self.articles_changed.emit()

    def _arranged(self, mirror: PageMirror, state: PageState) -> None:
        """Show the articles that were found, unless keys are on their way: then they come with these."""
        if mirror is self.mirror and not mirror.arranged and mirror.text == state.text:
            self._settle(mirror, state)
            self.checking.arranged()

    def _count_findings(self) -> None:
        mirror = self.mirror
        if mirror is not None:
            self._ask(lambda project: project.page(mirror.page), self.page_updated.emit)

    def _ask(
        self,
        work: Callable[[Project], Result],
        done: Callable[[Result], None],
        failed: Callable[[JiaochouError], None] | None = None,
        over: Callable[[], None] | None = None,
        *,
        hold: bool = False,
    ) -> None:
        if hold:
            self.turns.begin()
            over = self.turns.end
        self._store.call(work, done, failed or self._fail, over)

    def _tell(self, error: JiaochouError) -> None:
        """Say in passing that something nobody asked for has failed, unless worse is being said."""
        if not self.typing.is_stuck:
            self.told.emit(error.spoken)

    def _fail(self, error: JiaochouError) -> None:
        if isinstance(error, RefusedError):
            self.told.emit(error.spoken)
        elif isinstance(error, DamagedError | UnreadableError):
            self.damaged.emit(Path(error.path), error.spoken)
        else:
            self.failed.emit(error.spoken)

    def _refuse_while_stuck(self) -> bool:
        if self.typing.is_stuck:
            self.told.emit(message("工程文件暂时写不进去，先把录入的文字存好再继续"))
        return self.typing.is_stuck
