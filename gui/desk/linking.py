"""Looking for links between pages beside all other work: first where jump marks are, then what they join."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from core.errors import JiaochouError
from core.language.language import open_language
from core.links.half import Half
from core.links.proposal import LinkablePage
from core.project.linkable import (
    LinkRow,
    LinkSource,
    Looked,
    link_rows,
    linkable,
    look_at,
    unanswered,
    worth_a_look,
)
from core.project.project import Project
from core.store.rows import PageRecord
from gui.desk.desk import Desk

LOOKED_AT = 40
"""So many texts are read in one go: keys wait that long at the most, some milliseconds."""

TAKEN_APART = 4
"""So many pages are segmented in one go, tenths of a second; then it is asked whether to go on."""


@dataclass(frozen=True)
class FoundLinks:
    """The links of the pages looked at, and the jumps without their other half."""

    rows: list[LinkRow]
    alone: list[Half]


class LinkSearch(QObject):
    """Finds links in all pages or around one of them. What it knows of a page holds until that changes."""

    progressed = Signal(int, int)
    """So much is done, of so much."""
    found = Signal(object)
    """It is over: FoundLinks."""
    failed = Signal(object)
    """The pages cannot be read: Message."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._round = 0
        self._around: int | None = None
        self._step = 0
        self._records: dict[int, PageRecord] = {}
        self._looked: dict[int, Looked] = {}
        self._halves: dict[int, tuple[Half, ...]] = {}
        desk.opened.connect(self.forget)

    def start(self, around: int | None = None) -> None:
        """Look through all pages; `around` a page: for links of its issue only. An older search is left."""
        self._round += 1
        self._around = around
        since = self._step

        def read(project: Project) -> tuple[list[PageRecord], int, set[int]]:
            step, changed = project.texts.changed(since)
            return project.pages(), step, set(changed)

        self._ask(read, self._begin)

    def stop(self) -> None:
        """Leave it; what was found out is kept."""
        self._round += 1

    def forget(self) -> None:
        """Know nothing: another project is open."""
        self.stop()
        self._step, self._records, self._looked, self._halves = 0, {}, {}, {}

    def _begin(self, answer: tuple[list[PageRecord], int, set[int]]) -> None:
        records, self._step, changed = answer
        self._records = {record.id: record for record in records}
        for page in changed:
            self._looked.pop(page, None)
            self._halves.pop(page, None)
        self._look()

    def _look(self) -> None:
        """Look for jump marks in the next pages; then go on to those that have some."""
        pages = [page for page in self._records if page not in self._looked]
        self.progressed.emit(len(self._records) - len(pages), 2 * len(self._records))
        if not pages:
            self._take_apart(worth_a_look(self._looked.values(), self._around))
            return
        part = pages[:LOOKED_AT]

        def look(answer: tuple[int, dict[int, str]]) -> None:
            texts = answer[1]
            records = {page: self._records[page] for page in part}
            self._work(lambda: [look_at(records[page], text) for page, text in texts.items()], looked)

        def looked(found: list[Looked]) -> None:
            self._looked.update({one.page: one for one in found})
            self._look()

        self._ask(lambda project: project.texts.of(part), look)

    def _take_apart(self, wanted: list[Looked]) -> None:
        """Take the next pages apart; then weigh what they have."""
        ahead = [one for one in wanted if one.page not in self._halves]
        share = (len(wanted) - len(ahead)) / max(1, len(wanted))
        self.progressed.emit(len(self._records) + round(share * len(self._records)), 2 * len(self._records))
        if not ahead:
            self._weigh(wanted)
            return
        part = ahead[:TAKEN_APART]

        def read(sources: Sequence[LinkSource]) -> None:
            language = open_language()
            pairs = list(zip(part, sources, strict=True))
            self._work(lambda: [linkable(one, source, language) for one, source in pairs], done)

        def done(pages: list[LinkablePage]) -> None:
            self._halves.update({one.page: page.halves for one, page in zip(part, pages, strict=True)})
            self._take_apart(wanted)

        self._ask(lambda project: project.links.sources([one.page for one in part]), read)

    def _weigh(self, wanted: list[Looked]) -> None:
        pages = [LinkablePage(one.position, one.place, self._halves[one.page]) for one in wanted]
        names = {page: record.name for page, record in self._records.items()}

        def weigh() -> FoundLinks:
            rows = link_rows(pages, names, open_language())
            return FoundLinks(rows, unanswered(pages, rows))

        self._work(weigh, self.found.emit)

    def _ask(self, read: Callable[[Project], object], done: Callable[..., None]) -> None:
        self._desk.ask(read, self._if_wanted(done), self._if_wanted(self._fail))

    def _work(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._desk.workers.run(work, self._if_wanted(done), self._if_wanted(self._fail))

    def _fail(self, error: JiaochouError) -> None:
        self.failed.emit(error.spoken)

    def _if_wanted(self, act: Callable[..., None]) -> Callable[[object], None]:
        """Do `act` only if no other search was begun meanwhile."""
        return partial(self._act_in, self._round, act)

    def _act_in(self, this: int, act: Callable[..., None], answer: object) -> None:
        if this == self._round:
            act(answer)
