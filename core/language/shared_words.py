"""Which story a paragraph belongs to by its words: rare ones come back within a story, hardly outside it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from core.language.gram_table import mixed, sums_of
from core.language.language import Language
from core.language.symbols import Codes, codes_of, is_han_code, symbols

_COMES_BACK = 0.1
"""The chance that a pair of characters of one paragraph stands elsewhere in its story."""

_MOST_A_WORD = 6.0
_DEPENDENT = 0.4
"""Pairs of one word overlap and come back together: each counts for so much of a witness."""

_NO_WORD = codes_of("的了是在和与为不有着把被让就也都要这那一二三四五六七八九十")

Pairs = npt.NDArray[np.int64]
Chances = npt.NDArray[np.float64]


class SharedWords:
    """The pairs of Han characters in the paragraphs of some stories, and how rare each is."""

    def __init__(self, stories: Sequence[Sequence[str]], language: Language) -> None:
        """Look up the words of stories, given as the folded texts of their paragraphs."""
        self._first = np.cumsum([0, *(len(story) for story in stories)])
        texts = [text for story in stories for text in story]
        rows, pairs = _pairs(texts)
        kinds, places = np.unique(pairs, return_inverse=True)
        self._holds = np.zeros((len(texts), len(kinds)), dtype=np.float32)
        self._holds[rows, places] = 1.0
        self._sizes = self._holds.sum(axis=1)
        logs = language.grams.log2(mixed(_sums(kinds), 2))
        self._chance = np.exp2(logs) / language.smoothing.total
        stretches = [slice(start, stop) for start, stop in pairwise(self._first.tolist())]
        self._in_story = np.stack([self._holds[rows].sum(axis=0) for rows in stretches])
        sizes = [self._sizes[rows].sum() for rows in stretches]
        scores = [
            _gains(held > 0, self._chance, size) for held, size in zip(self._in_story, sizes, strict=True)
        ]
        by_story = self._holds @ np.stack(scores, axis=1)
        self._sums = np.concatenate((np.zeros((1, by_story.shape[1])), by_story.cumsum(axis=0)))

    def of(self, home: int, story: int, first: int, last: int) -> float:
        """Return by how many bits a passage of `story` speaks of what story `home` speaks of."""
        start = self._first[story]
        return float(self._sums[start + last + 1, home] - self._sums[start + first, home])

    def of_all(
        self, story: npt.NDArray[np.int64], first: npt.NDArray[np.int64], last: npt.NDArray[np.int64]
    ) -> Chances:
        """Return what `of` says of many passages for every story as their home: (passages, stories)."""
        start = self._first[story]
        return np.asarray(self._sums[start + last + 1] - self._sums[start + first])

    def own(self, story: int, first: int, last: int) -> float:
        """Return by how many bits a passage speaks of what the rest of its own story speaks of."""
        return float(self.own_all(np.array([[story, first, last]]))[0])

    def own_all(self, passages: npt.NDArray[np.int64]) -> Chances:
        """Return what `own` says of many passages, of which there is at least one: all at once for speed."""
        said, within, in_story, sizes = [], [], [], []
        for story, first, last in passages.tolist():
            start = self._first[story]
            rows = slice(start + first, start + last + 1)
            held = self._holds[rows].sum(axis=0)
            said.append(np.flatnonzero(held))
            within.append(held[said[-1]])
            in_story.append(self._in_story[story, said[-1]])
            sizes.append(self._sizes[start : self._first[story + 1]].sum() - self._sizes[rows].sum())
        counts = [len(kinds) for kinds in said]
        times = np.concatenate(within)
        elsewhere = np.concatenate(in_story) > times
        gains = times * _gains(elsewhere, self._chance[np.concatenate(said)], np.repeat(sizes, counts))
        sums = np.concatenate(([0.0], gains.cumsum()))
        ends = np.cumsum(counts)
        return np.asarray(sums[ends] - sums[ends - counts])


def _gains(elsewhere: npt.NDArray[np.bool_], chances: Chances, size: float | Chances) -> Chances:
    """Return what pairs of some chance tell, by whether the rest of a story of `size` pairs has them."""
    chance = np.maximum(-np.expm1(-chances * size), 1e-6)
    there = np.log2((_COMES_BACK + (1.0 - _COMES_BACK) * chance) / chance)
    absent = np.log2(1.0 - _COMES_BACK)
    return np.asarray(np.where(elsewhere, np.minimum(there, _MOST_A_WORD), absent) * _DEPENDENT)


def _pairs(texts: Sequence[str]) -> tuple[Pairs, Pairs]:
    """Return the pairs of Han characters that may be words, and in which of the texts each stands."""
    codes = codes_of(symbols("\n".join(texts)))
    telling = is_han_code(codes) & ~np.isin(codes, _NO_WORD)
    here = np.flatnonzero(telling[:-1] & telling[1:])
    ends = np.cumsum([len(text) + 1 for text in texts])
    pairs = (codes[here].astype(np.int64) << 32) | codes[here + 1].astype(np.int64)
    return np.searchsorted(ends, here, side="right"), pairs


def _sums(pairs: Pairs) -> npt.NDArray[np.uint64]:
    """Return the weighted sums by which pairs are looked up."""
    codes: Codes = np.stack((pairs >> 32, pairs & 0xFFFFFFFF), axis=1).astype(np.uint32).reshape(-1)
    return sums_of(codes, 2)[::2] if len(pairs) else np.zeros(0, dtype=np.uint64)
