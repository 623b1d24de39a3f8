"""Who does the jobs of core.beside for the window: here, threads of its own process."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from core.beside.job import Job
from core.beside.reader import Reader
from core.detectors.detector import Detector
from core.errors import JiaochouError
from gui.desk.workers import Workers

Result = TypeVar("Result")
Cancel = Callable[[], None]
"""Says that nobody waits for a job any more: nothing of it is delivered."""


class Beside(Protocol):
    """Does jobs beside the window, two at a time."""

    def run(
        self,
        job: Job[Result],
        done: Callable[[Result], None],
        failed: Callable[[JiaochouError], None],
        over: Callable[[], None] | None = None,
        *,
        patient: bool = False,
    ) -> Cancel:
        """Do `job` and hand its result to `done` on the window's thread, or to `failed` why there is none.

        `over` comes behind either, and where the job breaks, which is a bug; nothing comes of a job that was
        cancelled. `patient`: nobody waits for it, and it stands still while something else is more urgent.
        """
        ...

    def stop(self) -> None:
        """Do no more jobs, and deliver nothing any more."""
        ...


class BesideInThreads:
    """Does jobs in the window's own process, from which they take the interpreter."""

    def __init__(self, workers: Workers, detectors: Callable[[], Sequence[Detector]]) -> None:
        self._workers = workers
        self._reader = Reader(detectors)

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
        cancelled = threading.Event()

        def wanted() -> bool:
            if patient:
                self._workers.give_way()
            return not cancelled.is_set()

        def deliver(result: Result) -> None:
            if not cancelled.is_set():
                done(result)

        def refuse(error: JiaochouError) -> None:
            if not cancelled.is_set():
                failed(error)

        def end() -> None:
            if over is not None and not cancelled.is_set():
                over()

        self._workers.run(lambda: job.run(self._reader, wanted), deliver, refuse, end)
        return cancelled.set

    def stop(self) -> None:
        """Do nothing: whoever stops the workers stops this."""
