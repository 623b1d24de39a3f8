"""Whether a title has what is typed: in either script, or by the initials of its Pinyin."""

from __future__ import annotations

from core.text.folding import fold
from core.text.initials import initials


def found_at(wanted: str, title: str) -> int:
    """Return where in `title` the characters typed as `wanted` begin, -1 where they are not in it."""
    at = _plain(title).find(_plain(wanted))
    if at < 0 and wanted.isascii() and wanted.isalpha():
        at = initials(title).find(wanted.lower())
    return at


def _plain(text: str) -> str:
    folded = fold(text)
    lower = folded.lower()
    return lower if len(lower) == len(folded) else folded
