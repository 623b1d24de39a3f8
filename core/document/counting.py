"""Counting errors as 报纸期刊质量管理规定 (2020) counts them.

A wrong, missing or extra character counts 1, two to five of them 2, more than five 4; a number 1 whatever its
length; a transposition 1; a punctuation mark 0.1; all of it doubled in a headline. The rate is in 万分之一: a
newspaper passes at 3 or less in 10,000 characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from core.document.difference import Difference
from core.document.layout import Layout
from core.document.role import HEADLINE_ROLES

PASSES = 3
"""A newspaper passes at so many errors in 10,000 characters."""

_NUMBER = re.compile(r"[0-9０-９.,%％〇零一二三四五六七八九十百千万亿]+")
_WORD = re.compile(r"\w")


def count_characters(text: str) -> int:
    """Return how many characters of `text` count: all but white space and line ends."""
    return sum(map(len, text.split()))


def error_weight(removed: str, inserted: str, *, in_headline: bool = False) -> float:
    """Return what one correction counts. White space and line ends count nothing."""
    wrong, right = "".join(removed.split()), "".join(inserted.split())
    if wrong == right:
        return 0.0
    if not _WORD.search(wrong) and not _WORD.search(right):
        weight = 0.1
    elif sorted(wrong) == sorted(right) or (_is_number(wrong) and _is_number(right)):
        weight = 1.0
    else:
        length = max(len(wrong), len(right))
        weight = 1.0 if length == 1 else 2.0 if length <= 5 else 4.0
    return weight * 2 if in_headline else weight


def _is_number(text: str) -> bool:
    return not text or _NUMBER.fullmatch(text) is not None


def error_rate(found: Iterable[Difference], layout: Layout, characters: int) -> float:
    """Return the weight of all corrections per 10,000 characters of the raw text."""
    headlines = [layout.spans[key] for key, piece in layout.pieces.items() if piece.role in HEADLINE_ROLES]
    total = sum(
        error_weight(
            one.removed, one.inserted, in_headline=any(span.holds(one.current.start) for span in headlines)
        )
        for one in found
    )
    return 10_000 * total / characters if characters else 0.0
