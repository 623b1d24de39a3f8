"""Initials of Chinese text: what is typed to find a title without an input method."""

from __future__ import annotations

from functools import cache
from unicodedata import normalize


def initials(text: str) -> str:
    """Return the first letter of each character's Pinyin, other characters in lower case; length stays.

    Of several readings the commonest counts. The first call takes a fifth of a second to load the readings.
    """
    return "".join(_initial(character) for character in text)


@cache
def _initial(character: str) -> str:
    # Imported here: its tables are large, and few ever look for a title by its initials.
    from pypinyin.constants import PINYIN_DICT

    reading = PINYIN_DICT.get(ord(character), "")
    lower = character.lower()
    return normalize("NFD", reading)[0] if reading else lower if len(lower) == 1 else character
