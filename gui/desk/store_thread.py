"""The thread that owns the project file. Everything else sends it work and gets values back."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from core.errors import JiaochouError
from core.project.project import Project

Result = TypeVar("Result")


@dataclass(frozen=True)
class _Work:
    run: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[JiaochouError], None]
    over: Callable[[], None] | None = None


@dataclass(frozen=True)
class _Answer:
    work: _Work
    result: Any = None
    error: BaseException | None = None


class _ExchangedError(Exception):
    """The work was meant for a project that is not open any more."""


def _nothing(_answer: object) -> None:
    """Tell nobody."""


class StoreThread(QObject):
    """Runs work on one project file, first come first served, on a thread of its own.

    Answers arrive on the thread this object lives on, in the order of the questions. An error that a person
    can mend goes to `failed`; any other is a bug and is raised where the answer would have arrived. `over` is
    called after either, whatever happened. Work that was asked for before another project was known to be
    open, and comes behind it, is dropped: its pages were those of the old one.
    """

    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: SimpleQueue[_Work | None] = SimpleQueue()
        self._project: Project | None = None
        self._meant: Project | None = None
        self._stopped = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        # A daemon: where the window dies before `stop`, the process must not wait for it. Nothing is lost,
        # for every key is committed as it comes.
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)
        self._thread.start()

    def open(
        self,
        open_project: Callable[[Project | None], Project],
        done: Callable[[Project], None],
        failed: Callable[[JiaochouError], None],
        over: Callable[[], None] | None = None,
    ) -> None:
        """Open a project in the place of the one that is open; where that fails, the old one stays open.

        `open_project` is given the old one, and may return it where nothing is to be opened.
        """

        def exchange() -> Project:
            old, self._project = self._project, open_project(self._project)
            if old is not None and old is not self._project:
                old.close()
            return self._project

        def opened(project: Project) -> None:
            # Known by its identity alone: it is used on its own thread and nowhere else.
            self._meant = project
            done(project)

        self._queue.put(_Work(exchange, opened, failed, over))

    def call(
        self,
        work: Callable[[Project], Result],
        done: Callable[[Result], None],
        failed: Callable[[JiaochouError], None],
        over: Callable[[], None] | None = None,
    ) -> None:
        """Run `work` on the open project and hand its result to `done`."""
        meant = self._meant

        def run() -> Result:
            if self._project is not meant:
                raise _ExchangedError
            return work(self._opened())

        self._queue.put(_Work(run, done, failed, over))

    def wait_for(self, work: Callable[[Project], Result]) -> Result:
        """Run `work` and wait for its result: for work on other threads, never for the window's own.

        Long work asks for one page at a time, so that keys typed meanwhile are written between two pages.
        """
        answer: Future[Result] = Future()

        def run() -> None:
            try:
                answer.set_result(work(self._opened()))
            except BaseException as error:  # noqa: BLE001  # handed on whole, raised on the other thread
                answer.set_exception(error)

        self._queue.put(_Work(run, _nothing, _nothing))
        return answer.result()

    def stop(self) -> None:
        """Finish what was asked for, close the project and end the thread. Answers no longer arrive."""
        self._stopped = True
        self._queue.put(None)
        self._thread.join()

    def _opened(self) -> Project:
        if self._project is None:
            raise RuntimeError("no project is open")
        return self._project

    def _run(self) -> None:
        while (work := self._queue.get()) is not None:
            try:
                answer = _Answer(work, work.run())
            except BaseException as error:  # noqa: BLE001  # handed on whole, raised on the other thread
                answer = _Answer(work, error=error)
            self._answered.emit(answer)
        if self._project is not None:
            self._project.close()

    def _deliver(self, answer: _Answer) -> None:
        if self._stopped:
            return
        try:
            if answer.error is None:
                answer.work.done(answer.result)
            elif isinstance(answer.error, JiaochouError):
                answer.work.failed(answer.error)
            elif not isinstance(answer.error, _ExchangedError):
                raise answer.error
        finally:
            if answer.work.over is not None:
                answer.work.over()
