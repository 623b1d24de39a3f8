"""How much two halves have in common: their headlines, and the words that few others have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from core.links.half import Half, Words

Weights = npt.NDArray[np.float64]


def headline_likeness(first: Half, second: Half) -> float | None:
    """Return how much of the shorter headline stands in the longer, 0 to 1; None where one has none.

    A continuation repeats the headline shortened, so the shorter one is the measure.
    """
    likeness = [
        _shared(one, other) for one in map(_pairs, first.headlines) for other in map(_pairs, second.headlines)
    ]
    return max((shared for shared in likeness if shared is not None), default=None)


def _pairs(headline: str) -> frozenset[str]:
    han = [character for character in headline if character.isalnum()]
    return frozenset(map("".join, pairwise(han)))


def _shared(one: frozenset[str], other: frozenset[str]) -> float | None:
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer else None


class Rarity:
    """How telling pairs of characters are among some stories: what many of them have tells little."""

    def __init__(self, stories: Sequence[Words]) -> None:
        together = np.concatenate(stories) if stories else np.empty(0, dtype=np.uint32)
        self._words, counts = np.unique(together, return_counts=True)
        self._weights: Weights = np.log((len(stories) + 1) / counts)

    def likeness(self, one: Words, other: Words) -> float:
        """Return the cosine of two stories, 0 to 1; both are among those that were counted."""
        shared = self._square(np.intersect1d(one, other, assume_unique=True))
        return shared / max(1e-9, float(np.sqrt(self._square(one) * self._square(other))))

    def _square(self, words: Words) -> float:
        return float((self._weights[np.searchsorted(self._words, words)] ** 2).sum())


def rarity_of(halves: Iterable[Half]) -> Rarity:
    """Count the words of `halves`."""
    return Rarity([half.words for half in halves])
