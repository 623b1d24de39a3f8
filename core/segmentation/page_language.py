"""Which characters stand together on a page: language evidence that every page brings with it."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

ENOUGH = 200_000
"""How much of a page is counted (code points); more tells nothing new."""

_ATTRACTED = 6.0
"""How many times likelier than by chance two characters must meet to be called a pair."""


class PageLanguage:
    """Counts of characters, pairs and threes of one page; line ends part them."""

    def __init__(self, folded: str) -> None:
        text = folded[:ENOUGH]
        self._total = max(1, len(text))
        self._ones = Counter(text)
        self._twos = Counter(map("".join, pairwise(text)))
        self._threes = Counter(map("".join, zip(text, text[1:], text[2:], strict=False)))

    def reads_on(self, before: str, after: str) -> float:
        """Return how the end of one line goes on with the start of another: 0 (no sign), 1 or 2 (known).

        Both are folded. What is counted stands elsewhere on the page, since line ends part the two.
        """
        if not before or not after or not (before[-1].isalnum() and after[0].isalnum()):
            return 0.0
        if self._threes[before[-2:] + after[0]] or self._threes[before[-1] + after[:2]]:
            return 2.0
        pair = self._twos[before[-1] + after[0]]
        by_chance = self._ones[before[-1]] * self._ones[after[0]] / self._total
        return 1.0 if pair > _ATTRACTED * by_chance else 0.0
