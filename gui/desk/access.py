"""Whether the open project may be changed here, and when that becomes possible."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import JiaochouError
from core.messages import Message
from core.project.project import Project
from gui.desk.store_thread import StoreThread

LOOKS = 3000
"""How often it is asked whether whoever works on the project has gone (milliseconds)."""


class Access(QObject):
    """Knows why a project is only looked at, and follows what its editor does meanwhile."""

    changed = Signal()
    """`barrier` or `is_free` is another."""
    outdated = Signal()
    """Another program has changed the project that is shown."""

    def __init__(self, store: StoreThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._waiting = False
        self.barrier: Message | None = None
        """Why nothing can be changed; None: all can."""
        self.is_free = False
        """Whether the project that is only looked at could be worked on now."""
        self._clock = QTimer(self, interval=LOOKS)
        self._clock.timeout.connect(self.look)

    def begin(self, barrier: Message | None) -> None:
        """Take over how a project was opened."""
        self.barrier, self.is_free, self._waiting = barrier, False, False
        if barrier is None:
            self._clock.stop()
        else:
            self._clock.start()
        self.changed.emit()

    def stop(self) -> None:
        """Ask no more."""
        self._clock.stop()

    def look(self) -> None:
        """Ask whether the project has become free, and whether it is another than what is shown."""
        if self.barrier is None or self._waiting:
            return
        self._waiting = True
        barrier = self.barrier

        def read(project: Project) -> tuple[bool, bool]:
            return project.is_free, project.catch_up()

        def done(answer: tuple[bool, bool]) -> None:
            if barrier is not self.barrier:
                return
            free, outdated = answer
            if free != self.is_free:
                self.is_free = free
                self.changed.emit()
            if outdated:
                self.outdated.emit()

        def over() -> None:
            self._waiting = False

        # Where the file cannot be read just now, that is said when the editor asks for something of it.
        self._store.call(read, done, _ignore, over)


def _ignore(_error: JiaochouError) -> None:
    """Ask again later."""
