"""Work that needs no database, off the window's thread: checking, comparing, importing."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from time import monotonic, sleep
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from core.errors import JiaochouError

Result = TypeVar("Result")

WAY = 0.25
"""How long work stands still for what the window shows (seconds): two threads at work in Python take twice as
long as one, and whoever turns a page waits."""

STANDING = 0.01
"""How often work that stands still looks whether it may go on (seconds)."""


@dataclass(frozen=True)
class _Finished:
    future: Future[Any]
    done: Callable[[Any], None]
    failed: Callable[[JiaochouError], None] | None
    over: Callable[[], None] | None


class Workers(QObject):
    """A few threads for work on snapshots; it never sees a widget or a connection."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Python runs one thread at a time: more of them would only wait for each other.
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="worker")
        self._stopped = False
        self._way_until = 0.0
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[JiaochouError], None] | None = None,
        over: Callable[[], None] | None = None,
    ) -> None:
        """Run `work` and hand its result to `done` on this object's thread; `over` comes in any case."""
        future = self._pool.submit(work)
        future.add_done_callback(
            lambda finished: self._finished.emit(_Finished(finished, done, failed, over))
        )

    def make_way(self) -> None:
        """Say that the window is about to show something: what nobody waits for stands still meanwhile."""
        self._way_until = monotonic() + WAY

    def give_way(self) -> None:
        """Stand still while the window shows something; to be called by long work, time and again."""
        while not self._stopped and monotonic() < self._way_until:
            sleep(STANDING)

    def stop(self) -> None:
        """Let running work end, forget what waits; nothing is delivered any more."""
        self._stopped = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _deliver(self, finished: _Finished) -> None:
        if self._stopped or finished.future.cancelled():
            return
        error = finished.future.exception()
        try:
            if error is None:
                finished.done(finished.future.result())
            elif isinstance(error, JiaochouError) and finished.failed is not None:
                finished.failed(error)
            else:
                raise error
        finally:
            if finished.over is not None:
                finished.over()
