"""Which keys are for the text, which for the window's actions, and which for the card at a suspect."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_Key = Qt.Key
_Standard = QKeySequence.StandardKey
_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier

_EDITING_KEYS = frozenset(
    {_Key.Key_Return, _Key.Key_Enter, _Key.Key_Backspace, _Key.Key_Delete, _Key.Key_Tab, _Key.Key_Home}
    | {_Key.Key_End, _Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down, _Key.Key_PageUp}
    | {_Key.Key_PageDown}
)
_COMBINATIONS = (
    _Standard.Copy,
    _Standard.Cut,
    _Standard.Paste,
    _Standard.SelectAll,
    _Standard.MoveToNextWord,
    _Standard.MoveToPreviousWord,
    _Standard.SelectNextWord,
    _Standard.SelectPreviousWord,
    _Standard.MoveToStartOfDocument,
    _Standard.MoveToEndOfDocument,
    _Standard.SelectStartOfDocument,
    _Standard.SelectEndOfDocument,
    _Standard.DeleteStartOfWord,
    _Standard.DeleteEndOfWord,
)
_CHANGING_KEYS = frozenset(
    {_Key.Key_Return, _Key.Key_Enter, _Key.Key_Backspace, _Key.Key_Delete, _Key.Key_Tab}
)
_CHANGES = (_Standard.Cut, _Standard.Paste, _Standard.DeleteStartOfWord, _Standard.DeleteEndOfWord)
_MODIFIER_KEYS = frozenset({_Key.Key_Shift, _Key.Key_Control, _Key.Key_Alt, _Key.Key_Meta, _Key.Key_AltGr})

CARD_KEYS = ("Enter", *"123456789", "Delete", "Shift+Delete", "Escape")
"""What `PageEditor.card_key` can say."""


def is_for_text(event: QKeyEvent) -> bool:
    """Say whether a key is typing, moving or the clipboard; every other key is the window's.

    Undo and redo are the window's: the one history is not in the widget. So is whatever Qt would do on some
    platform alone, such as Ctrl+K.
    """
    modifiers = _modifiers(event)
    if modifiers in (_PLAIN, _SHIFT):
        return event.key() < _Key.Key_Escape or event.key() in _EDITING_KEYS
    if modifiers == Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier:
        # So AltGr arrives on Windows; a shortcut of the window's has no text.
        return event.text().isprintable() and bool(event.text())
    return any(event.matches(standard) for standard in _COMBINATIONS)


def would_change(event: QKeyEvent) -> bool:
    """Say whether a key that is for the text would change it, and not only move in it or copy from it."""
    if event.key() in _CHANGING_KEYS or any(event.matches(standard) for standard in _CHANGES):
        return True
    if _modifiers(event) == Qt.KeyboardModifier.ControlModifier:
        return False
    return is_for_text(event) and event.text().isprintable() and bool(event.text())


def is_modifier(event: QKeyEvent) -> bool:
    """Say whether the key is Shift, Ctrl, Alt or the like alone."""
    return event.key() in _MODIFIER_KEYS


def is_line_break(event: QKeyEvent) -> bool:
    """Say whether the key breaks the line; Shift+Enter too, where Qt would put U+2028 into the text."""
    return event.key() in (_Key.Key_Return, _Key.Key_Enter) and _modifiers(event) in (_PLAIN, _SHIFT)


def zoom_steps(event: QKeyEvent) -> int | None:
    """Return by how many steps the keys zoom, 0 for back to the usual size, None where they do not."""
    if event.matches(_Standard.ZoomIn):
        return 1
    if event.matches(_Standard.ZoomOut):
        return -1
    if _modifiers(event) != Qt.KeyboardModifier.ControlModifier:
        return None
    steps: dict[int, int] = {_Key.Key_Equal: 1, _Key.Key_0: 0}
    return steps.get(event.key())


def card_key(event: QKeyEvent) -> str | None:
    """Return which of `CARD_KEYS` the event is, None for none of them."""
    key, modifiers = event.key(), _modifiers(event)
    if modifiers == _SHIFT and key == _Key.Key_Delete:
        return "Shift+Delete"
    if modifiers != _PLAIN:
        return None
    if _Key.Key_1 <= key <= _Key.Key_9:
        return chr(key)
    names: dict[int, str] = {
        _Key.Key_Return: "Enter",
        _Key.Key_Enter: "Enter",
        _Key.Key_Delete: "Delete",
        _Key.Key_Escape: "Escape",
    }
    return names.get(key)


def _modifiers(event: QKeyEvent) -> Qt.KeyboardModifier:
    return event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier)
