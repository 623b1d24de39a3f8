"""Finding out what the pages of a project tell each other, beside all other work."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from core.beside.jobs import TellTraits
from core.document.finding import PageKey
from core.errors import JiaochouError
from core.project.knowledge import PageTraits, ProjectKnowledge
from core.project.known import Known
from core.project.project import Project
from gui.desk.beside import Beside
from gui.desk.store_thread import StoreThread
from gui.desk.workers import Workers

AT_ONCE = 40
"""So many pages are read in one go: keys wait that long at the most, some milliseconds."""

Traits = dict[PageKey, PageTraits]


class Knowing(QObject):
    """Reads all pages in turns, a few each, keeps what is new of them, and hands it all to the project."""

    progressed = Signal(int)
    """So many pages are known."""
    known = Signal()
    """The project knows what its pages tell each other."""
    given_up = Signal()
    """It could not be found out: the project file cannot be read or written."""

    def __init__(
        self,
        store: StoreThread,
        workers: Workers,
        beside: Beside,
        failed: Callable[[JiaochouError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._workers = workers
        self._beside = beside
        self._failed = failed
        self._round = 0
        self.running = False
        """Whether it is being found out."""

    def start(self) -> None:
        """Begin from the first page; what was kept of pages need not be found out again."""
        self._round += 1
        self.running = True
        self._read(self._round, 0, {})

    def stop(self) -> None:
        """Leave it; what was found out is kept."""
        self._round += 1
        self.running = False

    def _give_up(self, error: JiaochouError) -> None:
        self.running = False
        self._failed(error)
        self.given_up.emit()

    def _read(self, this: int, after: int, found: Traits) -> None:
        def done(pages: list[Known]) -> None:
            if this != self._round:
                return
            if pages:
                self._look(this, pages, found)
            else:
                self._workers.run(lambda: ProjectKnowledge.of(found), lambda all_: self._tell(this, all_))

        self._store.call(lambda project: project.findings.read_traits(after, AT_ONCE), done, self._give_up)

    def _look(self, this: int, pages: list[Known], found: Traits) -> None:
        found.update({one.page: one.traits for one in pages if one.traits is not None})
        new = [one for one in pages if one.traits is None]

        def looked(made: Mapping[int, PageTraits]) -> None:
            if this == self._round:
                found.update(made.items())
                self._store.call(
                    lambda project: project.findings.keep_traits(made), lambda _: go_on(), self._give_up
                )

        def go_on() -> None:
            if this == self._round:
                self.progressed.emit(len(found))
                self._read(this, pages[-1].page, found)

        if new:
            self._beside.run(TellTraits(tuple(new)), looked, self._give_up, patient=True)
        else:
            go_on()

    def _tell(self, this: int, knowledge: ProjectKnowledge) -> None:
        def know(project: Project) -> None:
            project.findings.know(knowledge)

        def done(_nothing: None) -> None:
            if this == self._round:
                self.running = False
                self.known.emit()

        if this == self._round:
            self._store.call(know, done, self._give_up)
