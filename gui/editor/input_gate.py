"""Keeps what is typed while a command is on its way, so that nothing overtakes it and no key is lost."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

TypedEvent = QKeyEvent | QInputMethodEvent


class InputGate:
    """A queue of keys and input method events; `replay` gets them in order once the gate is open."""

    def __init__(self, replay: Callable[[TypedEvent], None]) -> None:
        self._replay = replay
        self._held: deque[TypedEvent] = deque()
        self._depth = 0
        self._replaying = False

    @property
    def closed(self) -> bool:
        """Whether an event that comes now has to wait, also because earlier ones still do."""
        return self._depth > 0 or bool(self._held)

    def hold(self) -> None:
        """Close the gate; as many `release` calls open it again."""
        self._depth += 1

    def release(self) -> None:
        """Take one `hold` back; the last one replays what was kept.

        Raises RuntimeError where nothing is held. A replayed key may hold the gate again; the rest waits.
        """
        if not self._depth:
            raise RuntimeError("release without hold")
        self._depth -= 1
        if self._replaying:
            return
        self._replaying = True
        try:
            while self._held and not self._depth:
                self._replay(self._held.popleft())
        finally:
            self._replaying = False

    def keeps(self, event: TypedEvent) -> bool:
        """Keep a copy of `event` where the gate is closed, and say so."""
        if not self.closed:
            return False
        self._held.append(event.clone())
        event.accept()
        return True


def trigger_shortcut(window: QWidget, event: QKeyEvent) -> bool:
    """Trigger the enabled action of `window` that `event` is the shortcut of; say whether there was one."""
    keys = QKeySequence(event.keyCombination())
    for action in window.findChildren(QAction):
        if action.isEnabled() and keys in action.shortcuts():
            action.trigger()
            return True
    return False
