"""Keys that a pane takes for itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget


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


class UndoBeyond(QObject):
    """Leaves undo and redo to the window where a line of text has nothing of its own to take back.

    Qt's lines take these keys in any case, and who presses them behind a correction means the correction.
    """

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse the two keys before the line says that they are its own."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            line, standard = self._line, QKeySequence.StandardKey
            undo = event.matches(standard.Undo) and not line.isUndoAvailable()
            redo = event.matches(standard.Redo) and not line.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return True
        return super().eventFilter(watched, event)


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
