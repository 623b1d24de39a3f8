"""What is chosen about checking and what the editors have taught, as the window knows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from core.detectors.options import CheckOptions
from core.errors import JiaochouError
from core.glossary.entry import Glossary
from core.glossary.pair import Pairs
from core.project.project import Project
from core.project.taught import Lesson
from gui.desk.store_thread import StoreThread


@dataclass(frozen=True)
class Held:
    """Options, glossary and pairs of the project that is open."""

    options: CheckOptions = field(default_factory=CheckOptions)
    glossary: Glossary = field(default_factory=Glossary)
    pairs: Pairs = field(default_factory=Pairs)


def held_by(project: Project) -> Held:
    """Return what `project` holds."""
    return Held(project.taught.options, project.taught.glossary, project.taught.pairs)


def close_burst(project: Project) -> Lesson | None:
    """End the open run of typing and return what it has taught."""
    project.close_burst()
    return project.taught.take_lesson()


class TaughtDesk(QObject):
    """Asks the project to keep other options, another glossary, other pairs, and says what it holds."""

    changed = Signal()
    """`held` is another: chosen here, taught by a correction, or of another project."""
    asked = Signal()
    """Something was chosen: the findings that are shown are old."""
    lesson = Signal(object)
    """A correction has just taught a pair: Lesson."""

    def __init__(
        self, store: StoreThread, failed: Callable[[JiaochouError], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._failed = failed
        self.held = Held()

    def read(self) -> None:
        """Read what the project holds."""
        self._store.call(held_by, self._take, self._failed)

    def keep_options(self, options: CheckOptions) -> None:
        """Choose other options of checking."""
        if options != self.held.options:
            self._keep(lambda project: project.taught.keep_options(options))

    def keep_glossary(self, glossary: Glossary) -> None:
        """Set other forms."""
        if glossary != self.held.glossary:
            self._keep(lambda project: project.taught.keep_glossary(glossary))

    def keep_pairs(self, change: Callable[[Pairs], Pairs]) -> None:
        """Change the pairs: a correction may have taught another since the window last heard of them."""
        self._keep(lambda project: project.taught.keep_pairs(change(project.taught.pairs)))

    def heed(self, lesson: Lesson | None) -> None:
        """Say what a step has taught, if anything."""
        if lesson is not None:
            self.read()
            self.lesson.emit(lesson)

    def _keep(self, keep: Callable[[Project], None]) -> None:
        def run(project: Project) -> Held:
            keep(project)
            return held_by(project)

        def done(held: Held) -> None:
            self._take(held)
            self.asked.emit()

        self._store.call(run, done, self._failed)

    def _take(self, held: Held) -> None:
        self.held = held
        self.changed.emit()
