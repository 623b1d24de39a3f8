"""Copies among many texts: exact ones through a table, near ones through the rare pieces they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from core.language.symbols import codes_of

GRAM = 3
"""Length of the pieces by which near copies find each other (code points)."""

_BITS = 21
"""A code point takes up so many bits."""

RAREST = 8
"""How many of its rarest pieces a text is looked up by."""

CANDIDATES = 6
"""How many earlier texts one text is compared with: keeps a page of nothing but copies linear."""


@dataclass(frozen=True, slots=True)
class Copy:
    """The text numbered `second` says what `first` said; `likeness` is 1.0 where they are equal."""

    first: int
    second: int
    likeness: float


def copies(texts: Sequence[str], least: float) -> Iterator[Copy]:
    """Yield each text that is a copy of an earlier one, to `least` likeness (Levenshtein, 0 to 1).

    Empty texts are passed over. Linear in the length of all texts together, but for the comparisons.
    """
    first_of: dict[str, int] = {}
    distinct: list[int] = []
    for number, text in enumerate(texts):
        if not text:
            continue
        first = first_of.setdefault(text, number)
        if first == number:
            distinct.append(number)
        else:
            yield Copy(first, number, 1.0)
    yield from _near(texts, distinct, least)


def _near(texts: Sequence[str], numbers: Sequence[int], least: float) -> Iterator[Copy]:
    # Imported here: only pages with something to compare pay for it.
    from rapidfuzz.distance import Levenshtein

    rarest = _rarest([texts[number] for number in numbers])
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for number, rare in zip(numbers, rarest, strict=True):
        text = texts[number]
        best = Copy(-1, number, 0.0)
        for other in _candidates(rare, holders):
            likeness = Levenshtein.normalized_similarity(texts[other], text, score_cutoff=least)
            if likeness > best.likeness:
                best = Copy(other, number, likeness)
        if best.likeness >= least:
            yield best
        for gram in rare:
            holders[gram].append(number)


def _rarest(texts: Sequence[str]) -> list[list[int]]:
    """Return for each text its rarest pieces, known by number: those of the same number are the same.

    What is equally rare comes in the order of its characters.
    """
    owners = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    codes = codes_of("".join(texts)).astype(np.uint64)
    grams = np.zeros(max(0, len(codes) - GRAM + 1), dtype=np.uint64)
    for ahead in range(GRAM):
        grams = grams << np.uint64(_BITS) | codes[ahead : ahead + len(grams)]
    inside = owners[: len(grams)] == owners[len(owners) - len(grams) :]
    grams, owners = grams[inside], owners[: len(grams)][inside]
    order = np.argsort(grams, kind="stable")
    grams, owners = grams[order], owners[order]
    another = np.append(True, grams[1:] != grams[:-1])[: len(grams)]
    once = another | np.append(True, owners[1:] != owners[:-1])[: len(grams)]
    kinds, owners = (np.cumsum(another) - 1)[once], owners[once]
    counts = np.bincount(kinds)[kinds]
    # What stands in one text alone leads nowhere: those are the very places where copies differ.
    shared = np.flatnonzero(counts > 1)
    shared = shared[np.lexsort((kinds[shared], counts[shared], owners[shared]))]
    bounds = np.searchsorted(owners[shared], np.arange(len(texts) + 1)).tolist()
    listed = kinds[shared].tolist()
    return [listed[start : min(start + RAREST, end)] for start, end in pairwise(bounds)]


def _candidates(rare: Sequence[int], holders: Mapping[int, list[int]]) -> list[int]:
    """Return the earlier texts that hold most of these pieces, of equals the one that was met first."""
    shared: dict[int, int] = {}
    for gram in rare:
        for number in holders.get(gram, ())[-CANDIDATES:]:
            shared[number] = shared.get(number, 0) + 1
    return sorted(shared, key=shared.__getitem__, reverse=True)[:CANDIDATES]
