"""Backups beside the work: at the first opening of a day, and every so often while something changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import JiaochouError
from core.project.project import Project
from core.store.backups import Backup, backups_of, is_older_than, make_backup
from gui.desk.store_thread import StoreThread
from gui.desk.workers import Workers

AFTER_OPENING = 15_000
"""How long after opening a project it is looked whether a backup is due (milliseconds)."""

EVERY = 20 * 60_000
"""How often a project that is being changed is backed up (milliseconds)."""

DAY = timedelta(days=1)


class BackingUp(QObject):
    """Makes backups of the open project on a worker, with a connection of its own: no key waits for it."""

    made = Signal(object)
    """A backup was made: Backup."""

    def __init__(
        self,
        store: StoreThread,
        workers: Workers,
        failed: Callable[[JiaochouError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._workers = workers
        self._failed = failed
        self._path: Path | None = None
        self._backed_up: int | None = None
        self._running = False
        self._stopped = False
        self._opening = QTimer(self, singleShot=True, interval=AFTER_OPENING)
        self._opening.timeout.connect(self.look)
        self._often = QTimer(self, interval=EVERY)
        self._often.timeout.connect(self.look)

    def begin(self, path: Path, *, writes: bool) -> None:
        """Look after a project that was just opened; one that is only looked at is its editor's business."""
        self._path, self._backed_up = path, None
        for clock in (self._opening, self._often):
            if writes:
                clock.start()
            else:
                clock.stop()

    def stop(self) -> None:
        """Leave a backup that is being made, and make no more."""
        self._stopped = True
        self._opening.stop()
        self._often.stop()

    def look(self) -> None:
        """Make a backup where one is due: the project has changed since the last, or that is a day old."""
        path, backed_up = self._path, self._backed_up

        def read(project: Project) -> tuple[int, bool]:
            # Keys of a run of typing that a backup was made of in its middle would pass for backed up.
            project.close_burst()
            step = project.last_step
            if project.path != path or step in (0, backed_up):
                return step, False
            return step, backed_up is not None or is_older_than(backups_of(path), _now(), DAY)

        def done(answer: tuple[int, bool]) -> None:
            step, is_due = answer
            if path == self._path and is_due:
                self._make(step, self._failed)
            elif path == self._path:
                self._backed_up = step

        self._store.call(read, done, self._failed)

    def make(self, failed: Callable[[JiaochouError], None]) -> None:
        """Make a backup now, because somebody wants one."""

        def read(project: Project) -> int:
            project.close_burst()
            return project.last_step

        self._store.call(read, lambda step: self._make(step, failed), failed)

    def _make(self, step: int, failed: Callable[[JiaochouError], None]) -> None:
        path = self._path
        if path is None or self._running:
            return
        self._running = True

        def done(backup: Backup | None) -> None:
            if backup is not None and path == self._path:
                self._backed_up = step
                self.made.emit(backup)

        def over() -> None:
            self._running = False

        self._workers.run(lambda: make_backup(path, _now(), lambda: self._stopped), done, failed, over)


def _now() -> datetime:
    return datetime.now(UTC)
