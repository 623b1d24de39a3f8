"""What in the paragraphs of a page is one slip off a form, paragraph by paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from core.glossary.near_miss import NearMiss


def misses_of_each(texts: Sequence[str], misses: Callable[[str], Iterable[NearMiss]]) -> list[list[NearMiss]]:
    """Return what `misses` lists in each text; no form holds a line end, so none reaches into another.

    They are gone through in a row: one by one they would take four times as long.
    """
    found: list[list[NearMiss]] = [[] for _ in texts]
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    for miss in misses("\n".join(texts)):
        number = bisect_right(starts, miss.start) - 1
        found[number].append(moved(miss, -starts[number]))
    return found


def moved(miss: NearMiss, by: int) -> NearMiss:
    """Return a near-miss as it stands in a text that begins so much earlier."""
    return replace(miss, start=miss.start + by, end=miss.end + by)
