"""Which keys each action has: those of the table, or those a person chose instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from gui.editor.keys import is_for_text
from gui.window.action_table import ActionRow

ChosenKeys = Mapping[str, tuple[str, ...]]
"""Portable key sequences by the name of an action; none at all for one whose keys were taken away."""


def keys_in_force(rows: Iterable[ActionRow], chosen: ChosenKeys) -> dict[str, tuple[QKeySequence, ...]]:
    """Return the keys of every action.

    No two actions get the same key: Qt would run neither. What was chosen comes before the table, and among
    equals the action that stands first. Of what was chosen, keys that no action can have are left out.
    """
    taken: set[str] = set()
    result: dict[str, tuple[QKeySequence, ...]] = {}
    for row in sorted(rows, key=lambda row: row.name not in chosen):
        wanted = [QKeySequence(keys) for keys in chosen.get(row.name, row.keys)]
        if row.name in chosen:
            wanted = [keys for keys in wanted if can_be_shortcut(keys)]
        result[row.name] = tuple(keys for keys in wanted if portable(keys) not in taken)
        taken.update(portable(keys) for keys in result[row.name])
    return result


def can_be_shortcut(keys: QKeySequence) -> bool:
    """Say whether an action can have `keys`: one combination that is of no use in a text."""
    if keys.count() != 1:
        return False
    combination = keys[0]  # type: ignore[index]  # Qt's stubs do not know of it
    key = combination.key()
    if key in (Qt.Key.Key_unknown, Qt.Key.Key_Escape):
        return False
    return not is_for_text(QKeyEvent(QEvent.Type.KeyPress, key, combination.keyboardModifiers()))


def portable(keys: QKeySequence) -> str:
    """Return `keys` as they are stored, the same in every language and on every system."""
    return keys.toString(QKeySequence.SequenceFormat.PortableText)


def native(keys: Iterable[QKeySequence]) -> str:
    """Return keys as they are shown to people, several with a gap between them."""
    return "   ".join(sequence.toString(QKeySequence.SequenceFormat.NativeText) for sequence in keys)
