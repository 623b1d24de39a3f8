"""How well one line goes on in another: by counted language where there is any, else by the page itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from core.language.language import Language
from core.language.seams import Seams
from core.language.topics import Topics

ENOUGH = 200_000
"""How much of a page is counted (code points); more tells nothing new."""

_ATTRACTED = 6.0
"""How many times likelier than by chance two characters must meet to be called a pair."""


_EVEN = 5.0
"""From so many bits on a seam speaks for one paragraph, below it for two."""

_BITS = 5.0
"""So many bits are worth one point of a seam's score."""

_LEAST, _MOST = -2.0, 3.0


class PageLanguage:
    """Counts of characters, pairs and threes of one page, line ends parting them; and the language data."""

    def __init__(self, folded: str, language: Language | None = None) -> None:
        self.language = language
        self._seams = Seams(language) if language is not None else None
        self.topics = Topics(language) if language is not None else None
        # What the page itself knows is asked only where there is nothing else.
        text = folded[:ENOUGH] if language is None else ""
        self._total = max(1, len(text))
        self._ones = Counter(text)
        self._twos = Counter(map("".join, pairwise(text)))
        self._threes = Counter(map("".join, zip(text, text[1:], text[2:], strict=False)))

    @property
    def seams(self) -> Seams:
        """What weighs seams. Raises ValueError where there is no language data."""
        if self._seams is None:
            raise ValueError("no language data")
        return self._seams

    def weigh(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Prepare many seams at once; `reads_on` is quick for them afterwards."""
        if self._seams is not None:
            self._seams.weigh(pairs)

    def reads_on(self, before: str, after: str) -> float:
        """Return how the end of one line goes on with the start of another, from -2 (two) to 3 (one).

        Both are folded. Without language data it is 0 (no sign), 1 or 2 (known), and what is counted stands
        elsewhere on the page, since line ends part the two.
        """
        if self._seams is None:
            return self._on_the_page(before, after)
        bits = self._seams.bits(before, after)
        return min(_MOST, max(_LEAST, (bits - _EVEN) / _BITS))

    def _on_the_page(self, before: str, after: str) -> float:
        if not before or not after or not (before[-1].isalnum() and after[0].isalnum()):
            return 0.0
        if self._threes[before[-2:] + after[0]] or self._threes[before[-1] + after[:2]]:
            return 2.0
        pair = self._twos[before[-1] + after[0]]
        by_chance = self._ones[before[-1]] * self._ones[after[0]] / self._total
        return 1.0 if pair > _ATTRACTED * by_chance else 0.0
