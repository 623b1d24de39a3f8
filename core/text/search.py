"""Finding text in text."""

from __future__ import annotations

from core.text.folding import fold
from core.text.span import Span


def occurrences(text: str, wanted: str, *, exact: bool = False) -> list[Span]:
    """List where `wanted` stands in `text`, from left to right, none overlapping another.

    Unless `exact`, simplified and traditional characters, full and half width, and upper and lower case count
    as the same. An empty `wanted` stands nowhere.
    """
    if not wanted:
        return []
    # Folding keeps every character in its place; lower() does not (İ), so case is folded for ASCII alone.
    where, what = (text, wanted) if exact else (_folded(text), _folded(wanted))
    found: list[Span] = []
    at = where.find(what)
    while at >= 0:
        found.append(Span(at, at + len(what)))
        at = where.find(what, at + len(what))
    return found


_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


def _folded(text: str) -> str:
    return fold(text).translate(_LOWER)
