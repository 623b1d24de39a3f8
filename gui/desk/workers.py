"""Work that needs no database, off the window's thread: checking, comparing, importing."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from core.errors import JiaochouError

Result = TypeVar("Result")


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
