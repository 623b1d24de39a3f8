"""Results kept for the next time the same is asked, up to a limit."""

from __future__ import annotations

from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Memory(Generic[Value]):
    """Keeps values by key until their sizes add up to more than `room`; what was kept first goes first.

    Several threads may use it at the same time.
    """

    def __init__(self, room: int) -> None:
        self._room = room
        self._used = 0
        self._held: dict[Hashable, tuple[Value, int]] = {}
        self._lock = Lock()

    def get(self, key: Hashable) -> Value | None:
        """Return what was kept under `key`, None where nothing is."""
        with self._lock:
            held = self._held.get(key)
        return None if held is None else held[0]

    def keep(self, key: Hashable, value: Value, size: int) -> None:
        """Keep `value`, which takes up `size`."""
        with self._lock:
            before = self._held.pop(key, None)
            self._used += size - (before[1] if before else 0)
            self._held[key] = (value, size)
            while self._used > self._room and len(self._held) > 1:
                first = next(iter(self._held))
                self._used -= self._held.pop(first)[1]
