"""Which story a paragraph belongs to by its words: rare ones come back within a story, hardly outside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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

_BITS = 21
"""A code point takes up so many bits; a pair of them is one number."""

_NO_WORD = "的了是在和与为不有着把被让就也都要这那一二三四五六七八九十"
_IN_WORDS = is_han_code(np.arange(0xA001, dtype=np.uint32))
_IN_WORDS[codes_of(_NO_WORD)] = False
"""Of each code point up to the last common Han character whether it may be of a word; none behind it may."""

Pairs = npt.NDArray[np.int64]
Chances = npt.NDArray[np.float64]

Words = tuple[Pairs, npt.NDArray[np.float32]]
"""The pairs of Han characters of a text that may be words, sorted, each once; and the chance of each."""

Passage = tuple[int, int, int]
"""The number of a story, and of the first and last of its paragraphs."""

LookUp = Callable[[Sequence[str]], Sequence[Words]]
"""Gives the words of many texts."""


class SharedWords:
    """The words in the paragraphs of some stories, and how rare each is."""

    def __init__(
        self, stories: Sequence[Sequence[str]], language: Language, look_up: LookUp | None = None
    ) -> None:
        """Look up the words of stories, given as the folded texts of their paragraphs.

        `look_up` does so where the words of some are known: what `words_of` says of them.
        """
        self._first = np.cumsum([0, *(len(story) for story in stories)])
        texts = [text for story in stories for text in story]
        words = words_of(texts, language) if look_up is None else look_up(texts)
        # How many words stand before each paragraph.
        self._before = np.cumsum([0, *(len(pairs) for pairs, _ in words)])
        every = np.concatenate([np.zeros(0, dtype=np.int64), *(pairs for pairs, _ in words)])
        chances = np.concatenate([np.zeros(0, dtype=np.float32), *(chances for _, chances in words)])
        _, places, self._kinds = np.unique(every, return_index=True, return_inverse=True)
        self._chance = chances[places]
        holds = np.zeros((len(texts), len(places)))
        holds[np.repeat(np.arange(len(texts)), np.diff(self._before)), self._kinds] = 1.0
        self._sizes = np.diff(self._before[self._first])
        self._in_story = np.stack(
            [
                np.bincount(self._kinds[start:stop], minlength=len(places))
                for start, stop in pairwise(self._before[self._first].tolist())
            ]
        )
        scores = _gains(self._in_story > 0, self._chance, self._sizes[:, None].astype(np.float32))
        # Whether a gain is just nothing hangs on the last bit, and that on the order of summing.
        by_story = holds @ np.ascontiguousarray(scores.T)
        self._sums = np.concatenate((np.zeros((1, len(stories))), by_story.cumsum(axis=0)))

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
        return self.own_each([(story, first, last)])[0]

    def own_each(self, passages: Sequence[Passage]) -> list[float]:
        """Return what `own` says of each of some passages."""
        if not passages:
            return []
        gains, bounds = self._own_gains(np.array(passages))
        # Each is summed by itself: a last bit may decide, and must not hang on what else is asked.
        return [sum(gains[start:end].tolist(), 0.0) for start, end in pairwise(bounds.tolist())]

    def own_all(self, passages: npt.NDArray[np.int64]) -> Chances:
        """Return what `own` says of many passages, of which there is at least one, but for the last bits."""
        gains, bounds = self._own_gains(passages)
        return np.diff(np.concatenate(([0.0], gains.cumsum()))[bounds])

    def _own_gains(self, passages: npt.NDArray[np.int64]) -> tuple[Chances, npt.NDArray[np.intp]]:
        """Return what each word of some passages tells, and where those of each passage begin and end."""
        story, first, last = passages.T
        starts = self._before[self._first[story] + first]
        counts = self._before[self._first[story] + last + 1] - starts
        ahead = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        rows = np.repeat(np.arange(len(passages)) * len(self._chance), counts)
        rows += self._kinds[np.repeat(starts, counts) + ahead]
        rows, times = np.unique(rows, return_counts=True)
        number, kinds = np.divmod(rows, len(self._chance))
        elsewhere = self._in_story[story[number], kinds] > times
        sizes = self._sizes[story] - counts
        gains = times * _gains(elsewhere, self._chance[kinds], sizes[number].astype(np.float32))
        return gains, np.searchsorted(number, np.arange(len(passages) + 1))


def _gains(
    elsewhere: npt.NDArray[np.bool_], chances: npt.NDArray[np.float32], sizes: npt.NDArray[np.float32]
) -> Chances:
    """Return what words of some chance tell, by whether the rest of a story of a size in words has them."""
    gains = np.full(elsewhere.shape, np.log2(1.0 - _COMES_BACK))
    chances, sizes = (np.broadcast_to(one, elsewhere.shape)[elsewhere] for one in (chances, sizes))
    chance = np.maximum(-np.expm1(-chances * sizes), 1e-6)
    there = np.log2((_COMES_BACK + (1.0 - _COMES_BACK) * chance) / chance)
    gains[elsewhere] = np.minimum(there, _MOST_A_WORD)
    return gains * _DEPENDENT


def words_of(texts: Sequence[str], language: Language) -> list[Words]:
    """Look up the words of many texts together: one by one they take ten times as long."""
    owners, pairs = _pairs(texts)
    logs = language.grams.log2(mixed(_sums(pairs), 2))
    chances = np.asarray(np.exp2(logs) / language.smoothing.total, dtype=np.float32)
    bounds = np.searchsorted(owners, np.arange(len(texts) + 1)).tolist()
    return [(pairs[start:end], chances[start:end]) for start, end in pairwise(bounds)]


def _pairs(texts: Sequence[str]) -> tuple[Pairs, Pairs]:
    """Return the pairs of Han characters that may be words, and in which of the texts each stands.

    They come text by text, those of a text sorted, each once.
    """
    codes = codes_of(symbols("\n".join(texts)))
    telling = _IN_WORDS[np.minimum(codes, len(_IN_WORDS) - 1)]
    here = np.flatnonzero(telling[:-1] & telling[1:])
    ends = np.cumsum([len(text) + 1 for text in texts])
    owners = np.searchsorted(ends, here, side="right")
    first, second = codes[here].astype(np.int64), codes[here + 1].astype(np.int64)
    rows = np.unique(owners << 2 * _BITS | first << _BITS | second)
    return rows >> 2 * _BITS, rows & (1 << 2 * _BITS) - 1


def _sums(pairs: Pairs) -> npt.NDArray[np.uint64]:
    """Return the weighted sums by which pairs are looked up."""
    codes: Codes = np.stack((pairs >> _BITS, pairs & (1 << _BITS) - 1), axis=1).astype(np.uint32).reshape(-1)
    return sums_of(codes, 2)[::2] if len(pairs) else np.zeros(0, dtype=np.uint64)
