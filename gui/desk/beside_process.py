"""Who does the jobs of core.beside for the window: here, a process of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from core.beside.job import Job
from core.beside.process import ReaderProcess
from core.beside.wire import Answer, Do
from core.errors import JiaochouError
from core.messages import message
from gui.desk.beside import Cancel

Result = TypeVar("Result")


class BrokenJobError(Exception):
    """A job has a bug; the traceback is that of the other process."""


@dataclass(frozen=True)
class _Waiting:
    done: Callable[[Any], None]
    failed: Callable[[JiaochouError], None]
    over: Callable[[], None] | None


class BesideInProcess(QObject):
    """Does jobs in a process that is started with the first of them; see Beside."""

    told = Signal(object)
    """A sentence for the status bar: Message."""
    _answered = Signal(object)
    _restarted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process = ReaderProcess(self._answered.emit, self._restarted.emit)
        self._numbers = count(1)
        self._waiting: dict[int, _Waiting] = {}
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._restarted.connect(self._tell_restarted, Qt.ConnectionType.QueuedConnection)

    @property
    def pid(self) -> int | None:
        """The number of the process, None while there is none."""
        return self._process.pid

    def run(
        self,
        job: Job[Result],
        done: Callable[[Result], None],
        failed: Callable[[JiaochouError], None],
        over: Callable[[], None] | None = None,
        *,
        patient: bool = False,
    ) -> Cancel:
        """Do `job`; see Beside."""
        number = next(self._numbers)
        self._waiting[number] = _Waiting(done, failed, over)
        self._process.do(Do(number, job, patient))
        return partial(self._cancel, number)

    def stop(self) -> None:
        """End the process."""
        self._waiting.clear()
        self._process.stop()

    def _cancel(self, number: int) -> None:
        if self._waiting.pop(number, None) is not None:
            self._process.cancel(number)

    def _deliver(self, answer: Answer) -> None:
        waiting = self._waiting.pop(answer.number, None)
        if waiting is None:
            return
        try:
            if answer.bug:
                raise BrokenJobError(answer.bug)
            if answer.error is not None:
                waiting.failed(answer.error)
            else:
                waiting.done(answer.result)
        finally:
            if waiting.over is not None:
                waiting.over()

    def _tell_restarted(self) -> None:
        self.told.emit(message("检查用的进程意外停下，已重新启动"))
