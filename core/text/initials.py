"""Initials of Chinese text: what is typed to find a title without an input method."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

FIRST = 0x4E00
"""The first character whose initial is known; all others follow it (the common ideographs)."""
UNKNOWN = "-"
"""Stands in the table for a character without a reading."""


def initials(text: str) -> str:
    """Return the first letter of each character's Pinyin, other characters in lower case; length stays.

    Of several readings the commonest counts.
    """
    table = _table()
    return "".join(_initial(character, table) for character in text)


def _initial(character: str, table: str) -> str:
    place = ord(character) - FIRST
    if 0 <= place < len(table) and table[place] != UNKNOWN:
        return table[place]
    lower = character.lower()
    return lower if len(lower) == 1 else character


@cache
def _table() -> str:
    lines = (files("resources") / "pinyin" / "initials.txt").read_text(encoding="ascii")
    return "".join(lines.split())
