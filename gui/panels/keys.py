"""Keys that a pane takes for itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class Keys(QObject):
    """Sends keys pressed in a view to what the pane does with them, before the view or the window take them.

    Nothing is taken while an input method composes: those keys never arrive as keys.
    """

    def __init__(self, view: QWidget, actions: Mapping[str, Callable[[], None]]) -> None:
        """`actions` maps keys as they are written (`Return`, `Shift+Del`) to what they do."""
        super().__init__(view)
        self._actions = dict(actions)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that have an action."""
        if event.type() not in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}:
            return super().eventFilter(watched, event)
        action = self._actions.get(key_name(event)) if isinstance(event, QKeyEvent) else None
        if action is None:
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            action()
        return True


def key_name(event: QKeyEvent) -> str:
    """Return how a pressed key is written (`Return`, `Shift+Del`), "" for keys that no pane uses."""
    name = _KEYS.get(Qt.Key(event.key()), "")
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    held = "".join(f"{word}+" for flag, word in _MODIFIERS if modifiers & flag)
    return held + name if name else ""


_KEYS = {
    Qt.Key.Key_Return: "Return",
    Qt.Key.Key_Enter: "Return",
    Qt.Key.Key_Delete: "Del",
    Qt.Key.Key_Left: "Left",
    Qt.Key.Key_Right: "Right",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_PageUp: "PgUp",
    Qt.Key.Key_PageDown: "PgDown",
    Qt.Key.Key_Escape: "Esc",
    Qt.Key.Key_Space: "Space",
}
_MODIFIERS = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl"),
    (Qt.KeyboardModifier.AltModifier, "Alt"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift"),
)
