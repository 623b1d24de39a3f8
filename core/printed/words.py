"""The words of a line as engines tell them, put together as a line of text."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WIDE = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff“”‘’…—]"
_GAP = re.compile(f"(?<={_WIDE}) (?={_WIDE})")

SHORT = 3
"""How many characters a word has on the average where the words are the engine's and not the printer's."""


def line_of(words: Sequence[str]) -> str:
    """Return the line that `words` make.

    Engines part Chinese into words though nothing parts them in print: where a line comes in three or more
    short words, those of Chinese are put together. Else the spaces are the printer's and stay.
    """
    told = [word for word in words if word.strip()]
    line = " ".join(told)
    parted = len(told) >= 3 and sum(map(len, told)) <= SHORT * len(told)
    return _GAP.sub("", line) if parted else line
