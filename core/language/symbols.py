"""The symbols that language data counts: characters folded until what differs in form only is one."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from core.text.character_map import CharacterMap
from core.text.folding import folding

Codes = npt.NDArray[np.uint32]
"""Code points of symbols, one a character of the text."""

DIGIT = "0"
LETTER = "a"
BOUNDARY = "\n"
"""Stands before and behind every paragraph."""

_FULL = {"，": ",", "：": ":", "；": ";", "！": "!", "？": "?", "（": "(", "）": ")"}


def symbols(text: str) -> str:
    """Return `text` with every character folded to what is counted for it; positions stay the same.

    Script, width and drawing fall together as in `fold`; all digits are one symbol, all Latin letters one.
    """
    return _classes()(text)


def codes_of(text: str) -> Codes:
    """Return the code points of a text as an array."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def is_han_code(codes: Codes) -> npt.NDArray[np.bool_]:
    """Say of each code point whether it is one of the common Han characters."""
    return np.asarray((codes >= 0x4E00) & (codes <= 0x9FFF))


@cache
def _classes() -> CharacterMap:
    letters = {code: LETTER for first in "aA" for code in range(ord(first), ord(first) + 26)}
    digits = dict.fromkeys(range(ord("0"), ord("9") + 1), DIGIT)
    return folding().then(letters | digits | {ord(wide): narrow for wide, narrow in _FULL.items()})
