"""One project: the door through which the window and the command line read and change everything."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, Self

from core.changes.state import PROJECT_SHEET, PageState, Verdicts
from core.commands.command import Command
from core.document.difference import Difference, differences
from core.document.layout import Layout
from core.document.page import PageView, Source
from core.errors import BadInputError, StorageError
from core.exporters.critical_note import CriticalNote
from core.exporters.exporter import ExportPage, Need
from core.history.history import History, Outcome
from core.language.language import open_language
from core.links.ends import without_links
from core.messages import Message, message
from core.project.apparatus import all_known, critical_notes
from core.project.corrections import CorrectionsInForce
from core.project.findings import ProjectFindings
from core.project.linked import ProjectLinks
from core.project.other_copy import ProjectVersions
from core.project.page_history import page_history
from core.project.places import place_of_step
from core.project.printed import print_of
from core.project.rounds import ProjectRounds
from core.project.statistics import figures_of, statistics
from core.project.taught import Taught
from core.project.texts import ProjectTexts
from core.project.verification import Verification, verify
from core.project.witnesses import ProjectWitnesses
from core.reports.figures import PageFigures
from core.reports.report import Report
from core.scans.scan import file_digest, relative_scan_path
from core.store.lock import HeldError, holder_here, is_held
from core.store.log import StepLog
from core.store.opening import create_store, look_store, open_store
from core.store.project_file import ReadOnlyError, can_be_written
from core.store.rows import PageRecord, Row, StepRecord
from core.store.store import Store

Clock = Callable[[], datetime]

LOOKED_AT = message("这里只是查看")

IDENTIFYING = 20
"""By so many of its first pages a project is told from another."""


def now() -> datetime:
    """Return the time of day in UTC."""
    return datetime.now(UTC)


CORRECTED = frozenset({Need.CORRECTIONS})
"""What pages are told with where nobody says otherwise."""


class Added(NamedTuple):
    """What came of adding pages: their numbers, the sources that were there already, scans not readable."""

    pages: list[int]
    known: list[Source]
    unread: list[BadInputError]


class Project:
    """An open project file. Not thread-safe: one thread owns it, all others get values from it."""

    def __init__(self, store: Store, actor: str, clock: Clock) -> None:
        self._store = store
        self._actor = actor
        self._clock = clock
        self._begin()

    def _begin(self) -> None:
        """Know of the project what its file says, and nothing more."""
        self._first = _first_pages(self._store)
        self._version = self._store.data_version()
        self._log = StepLog(self._store)
        self._history = History(self._log, self._actor, self._clock)
        self._corrections = CorrectionsInForce(self._log, lambda: self.last_step)
        self._taught = Taught(self._store, open_language())
        self._history.burst_closed = self._taught.typed
        self._findings = ProjectFindings(self._store, self._history.states, self._taught, self.witnesses)

    @classmethod
    def open(cls, path: Path, actor: str = "", clock: Clock = now) -> Self:
        """Open the project file `path` to work on it, as the only one who does.

        Raises HeldError where somebody else does, ReadOnlyError where it cannot be written, BadInputError
        where it cannot be opened at all.
        """
        return cls._on(open_store(path, holder_here(actor, now())), actor, clock)

    @classmethod
    def create(cls, path: Path, actor: str = "", clock: Clock = now) -> Self:
        """Make a new project file. Raises BadInputError where that cannot be done."""
        return cls._on(create_store(path, holder_here(actor, now())), actor, clock)

    @classmethod
    def look(cls, path: Path, barrier: Message = LOOKED_AT) -> Self:
        """Open the project file to look at it; every change is refused with a sentence that names `barrier`.

        Others may be writing it. Raises BadInputError where it cannot be read.
        """
        return cls._on(look_store(path, barrier), "", now)

    @classmethod
    def open_or_look(cls, path: Path, actor: str = "", clock: Clock = now) -> Self:
        """Open the project file to work on it; where that is not possible, to look at it."""
        try:
            return cls.open(path, actor, clock)
        except (HeldError, ReadOnlyError) as error:
            return cls.look(path, error.cause)

    @classmethod
    def _on(cls, store: Store, actor: str, clock: Clock) -> Self:
        try:
            return cls(store, actor, clock)
        except BaseException:
            store.close()
            raise

    @property
    def path(self) -> Path:
        """Where the project file lies."""
        return self._store.path

    @property
    def barrier(self) -> Message | None:
        """Why nothing can be changed here: who works on the project, or what is read-only. None: all can."""
        return self._store.barrier

    def reopen(self, *, unchanged: bool = False) -> None:
        """Open the file anew where it was exchanged for another, or its drive went and came back.

        Raises StorageError where there is none yet, or one of other pages, or (`unchanged`) of other steps;
        then nothing has changed.
        """
        if self.barrier is not None or self._store.is_in_place:
            return
        self._store.leave()
        try:
            store = open_store(self.path, holder_here(self._actor, now()))
        except BadInputError as error:
            raise StorageError(error.spoken) from error
        newest = StepLog(store).last_step()
        is_other = _first_pages(store)[: len(self._first)] != self._first
        if is_other or (unchanged and self.last_step != (newest.id if newest else 0)):
            store.close()
            cause = (
                message("这里现在是另一个工程") if is_other else message("这里换成了另一份，请重新打开工程")
            )
            raise StorageError(message("{file}：{cause}", file=str(self.path), cause=cause))
        old, self._store = self._store, store
        # What it held is gone with its drive; what the window holds is written anew.
        with suppress(sqlite3.Error):
            old.close()
        self._begin()

    def is_open_at(self, path: Path) -> bool:
        """Say whether the file that lies at `path` is the one that is open here to be worked on."""
        if self.barrier is not None or not self._store.is_in_place:
            return False
        try:
            return self.path.samefile(path)
        except OSError:
            return False

    @property
    def is_free(self) -> bool:
        """Whether a project that is looked at could be opened to work on it now."""
        return can_be_written(self.path) and not is_held(self.path)

    def catch_up(self) -> bool:
        """Where another program has written to a project that is looked at here, forget what is out of date.

        Returns whether that was so. Whoever writes alone is never out of date.
        """
        if self.barrier is None or self._store.data_version() == self._version:
            return False
        self._begin()
        return True

    @contextmanager
    def steady(self) -> Iterator[None]:
        """Inside, a project that is looked at stays as it is, whatever its editor does meanwhile."""
        if self.barrier is None:
            yield
            return
        with self._store.steady():
            self.catch_up()
            yield

    def close(self) -> None:
        """End the open run of typing, keep what makes the next start quick, and close the file."""
        try:
            # Every key is in the file already: what fails here costs time at the next start, nothing else.
            with suppress(StorageError):
                self._history.close_burst()
                self._history.states.snapshot_all()
        finally:
            self._store.close()

    # Reading

    def pages(self) -> list[PageRecord]:
        """List the pages in their order, without those that were removed."""
        return self._store.pages()

    def removed_pages(self) -> list[PageRecord]:
        """List the pages that were removed, in their order; undo brings them back."""
        return self._store.removed_pages()

    def page(self, page: int) -> PageRecord:
        """Return what is known of one page without reading its text, also of one that was removed."""
        return self._store.page(page)

    def some_pages(self, pages: Iterable[int]) -> list[PageRecord]:
        """List what is known of those of `pages` that there are, in their order in the project."""
        return self._store.some_pages(pages)

    def state(self, page: int) -> PageState:
        """Return a page as it stands; one that nobody has changed yet has the articles the program finds.

        Raises KeyError for an unknown page, BadInputError for a damaged log.
        """
        return self._history.states.state(page)

    def glance(self, page: int) -> PageState:
        """Return a page as it stands, without articles where they would have to be found.

        Raises as `state` does.
        """
        return self._history.states.glance(page)

    def has_articles(self, page: int) -> bool:
        """Say whether a page that was looked at just now came with its articles."""
        return self._history.states.has_articles(page)

    def take_articles(self, page: int, text: str, layout: Layout) -> PageState:
        """Spare the project the search for the articles of `text`, and return the page as it now stands.

        A page that is another, or has articles by now, stays as it is. Raises as `state` does.
        """
        self._history.states.take_articles(page, text, layout)
        return self.state(page)

    def view(self, page: int) -> PageView:
        """Return a page for whoever only reads it."""
        state = self.state(page)
        return PageView(page, self._store.page(page).name, state.text, state.layout)

    def raw_text(self, page: int) -> str:
        """Return the text of a page as it was imported."""
        return self._history.states.first(page).text

    def differences(self, page: int) -> list[Difference]:
        """List where the current text of a page differs from the raw text."""
        return differences(self.raw_text(page), self.state(page).text)

    def steps(
        self, *, before: int | None = None, limit: int = 200, page: int | None = None
    ) -> list[StepRecord]:
        """List steps, newest first; see StepLog.steps."""
        return self._log.steps(before=before, limit=limit, page=page)

    def done_steps(self) -> frozenset[int]:
        """Return the numbers of the steps that were done and not taken back."""
        return self._log.in_force()

    def place_of_step(self, step: int) -> tuple[int, int] | None:
        """Return the page that a step changed and where it stands now (code points), or None."""
        return place_of_step(self._log, self._history.states, step)

    # Changing

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self.barrier is None and self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return self.barrier is None and self._history.can_redo

    @property
    def last_step(self) -> int:
        """The number of the newest step."""
        return self._history.last

    @property
    def dismissed_everywhere(self) -> Verdicts:
        """The verdicts that hold for the whole project."""
        return self.state(PROJECT_SHEET).verdicts

    def perform(self, command: Command) -> Outcome:
        """Carry a command out; when this returns, the step is in the project file. See History.perform."""
        self.reopen(unchanged=True)
        self._taught.forget_lesson()
        outcome = self._history.perform(command)
        self._heed_presence(outcome)
        if not self._history.is_typing:
            self._taught.learn_from(outcome, self._log.step(outcome.step))
        return outcome

    def undo(self) -> Outcome:
        """Take the last step back."""
        self.reopen(unchanged=True)
        return self._replayed(self._history.undo(), -1)

    def redo(self) -> Outcome:
        """Do the step again that was taken back last."""
        self.reopen(unchanged=True)
        return self._replayed(self._history.redo(), 1)

    def _heed_presence(self, outcome: Outcome) -> None:
        """Let what all pages tell be put together anew, by whoever does so, where there are others now."""
        if outcome.removed or outcome.brought_back:
            self._findings.forget()

    def _replayed(self, outcome: Outcome, times: int) -> Outcome:
        self._heed_presence(outcome)
        target = self._log.step(outcome.step).chain.target
        if target is not None:
            self._taught.learn_from(outcome, self._log.step(target), times)
        self._taught.forget_lesson()
        return outcome

    def close_burst(self) -> None:
        """End the open run of typing: the next key begins a new step."""
        self._history.close_burst()

    def add_pages(self, sources: Iterable[Source]) -> Added:
        """Add pages; one whose scan cannot be read is added without it."""
        self._history.close_burst()
        unread: list[BadInputError] = []

        def scan_of(source: Source) -> tuple[str, str] | None:
            if source.scan is None:
                return None
            scan = Path(source.scan)
            try:
                return relative_scan_path(self.path, scan), file_digest(scan)
            except BadInputError as error:
                unread.append(error)
                return None

        added, known = self._store.add_pages(sources, scan_of)
        if added:
            # What all pages tell is put together anew, by whoever does so beside the window.
            self._findings.forget()
            self._first = _first_pages(self._store)
        return Added(added, known, unread)

    def attach_scan(self, page: int, scan: Path | None) -> None:
        """Say which image shows a page; None: it has none."""
        if scan is None:
            self._store.set_scan(page, None, None)
        else:
            self._store.set_scan(page, relative_scan_path(self.path, scan), file_digest(scan))

    # Settings, export, proof

    def setting(self, name: str) -> str | None:
        """Return a setting of this project."""
        return self._store.setting(name)

    def keep_setting(self, name: str, value: str) -> None:
        """Keep a setting of this project."""
        self._store.keep_setting(name, value)

    def remember(self, name: str, value: str) -> None:
        """Keep how the project was looked at; one that may not be changed forgets it."""
        self._store.remember(name, value)

    def export_pages(self, needs: frozenset[Need] = CORRECTED) -> Iterator[ExportPage]:
        """Yield all pages for an exporter that has these `needs`, one at a time."""
        return (self.export_page(record.id, needs) for record in self.pages())

    def export_page(self, page: int, needs: frozenset[Need] = CORRECTED) -> ExportPage:
        """Return a page for an exporter that has these `needs`. Raises KeyError for an unknown page."""
        self._history.close_burst()
        record, state = self.page(page), self.state(page)
        self._history.states.keep_articles(page)
        made = self._corrections.of(record) if Need.CORRECTIONS in needs else ()
        notes = self.critical_notes if Need.APPARATUS in needs else None
        return ExportPage(
            record.name,
            state.text,
            without_links(state.layout, {one.id for one in self.removed_pages()}),
            record.digest,
            record.encoding,
            state.round,
            made,
            page,
            *self.links.stories(page, notes),
            self.raw_text(page) if Need.RAW in needs else None,
            self._findings.suspects(page) if Need.SUSPECTS in needs else None,
            printed=print_of(self._store, record, self.raw_text(page), state.text)
            if Need.PRINT in needs
            else None,
            apparatus=() if notes is None else notes(page),
            history=page_history(self._log, record, state, self._corrections.in_force())
            if Need.HISTORY in needs
            else None,
        )

    def critical_notes(self, page: int) -> tuple[CriticalNote, ...]:
        """Return what other pages read where they carry text of this one; all pages are then known."""
        if not self._findings.is_known:
            self._findings.know(all_known(self._findings.read_traits))
        return critical_notes(self.view(page), self._findings.surroundings(page).base)

    @property
    def taught(self) -> Taught:
        """What its editors have chosen and taught: options, glossary, pairs."""
        return self._taught

    @property
    def findings(self) -> ProjectFindings:
        """What detectors have found, and what they need to know of its pages."""
        return self._findings

    @property
    def links(self) -> ProjectLinks:
        """The links between articles of different pages."""
        return ProjectLinks(self.state, self.page, self.raw_text, self._corrections)

    @property
    def texts(self) -> ProjectTexts:
        """The texts of all pages as they stand."""
        return ProjectTexts(self._log, self._history)

    @property
    def versions(self) -> ProjectVersions:
        """Its pages, for whoever compares it with another copy."""
        return ProjectVersions(self._log, self._history.states)

    @property
    def witnesses(self) -> ProjectWitnesses:
        """The other texts of its pages."""
        return ProjectWitnesses(self._log, self._history.states, self._actor, self._clock)

    @property
    def rounds(self) -> ProjectRounds:
        """Who corrected what in which round of a page."""
        return ProjectRounds(self._log, self._history.states)

    def page_figures(self, page: int) -> PageFigures:
        """Return the figures of one page."""
        return figures_of(self._log, self._history.states, self.page(page))

    def statistics(self, progress: Callable[[int, int], None] | None = None) -> Report:
        """Return the figures of the project. `progress` is told pages done and pages in all."""
        with self.steady():
            return statistics(self._log, self._history.states, progress)

    def verify(self, progress: Callable[[int, int], None] | None = None) -> Verification:
        """Prove that the project file is sound. `progress` is told pages done and pages in all."""
        self._history.close_burst()
        with self.steady():
            return verify(self._log, progress)


def _first_pages(store: Store) -> list[Row]:
    try:
        return store.read("SELECT id, digest FROM page ORDER BY id LIMIT ?", [IDENTIFYING])
    except (StorageError, BadInputError):
        # A damaged file is told of where its pages are asked for.
        return []
