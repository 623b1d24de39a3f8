"""One gesture after the other: while a command is on its way, what comes next waits for its turn."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal


class Turns(QObject):
    """Counts what is on its way to the project, and keeps gestures until it is back.

    A gesture is about places, and those may have moved by the time a command before it has been carried out.
    So it is not worked out when it comes but when it is its turn.
    """

    held = Signal(bool)
    """The editor's input must wait (True) or may go on (False)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._under_way = 0
        self._told_to_wait = False
        self._waiting: deque[Callable[[], object]] = deque()

    @property
    def busy(self) -> bool:
        """Whether something is on its way."""
        return self._under_way > 0

    def take(self, gesture: Callable[[], object]) -> None:
        """Make a gesture now, or when its turn has come."""
        if self.busy:
            self._waiting.append(gesture)
        else:
            gesture()

    def forget(self) -> None:
        """Drop the gestures that wait: what they were about is not shown any more."""
        self._waiting.clear()

    def begin(self) -> None:
        """Say that something is on its way."""
        self._under_way += 1
        self._tell()

    def end(self) -> None:
        """Say that it is back; the gestures that wait come before the keys that wait."""
        self._under_way -= 1
        while self._waiting and not self.busy:
            self._waiting.popleft()()
        self._tell()

    def _tell(self) -> None:
        if self._told_to_wait != self.busy:
            self._told_to_wait = self.busy
            self.held.emit(self._told_to_wait)
