"""Copies among many texts: exact ones through a table, near ones through the rare pieces they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

GRAM = 3
"""Length of the pieces by which near copies find each other (code points)."""

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

    counts: Counter[str] = Counter()
    grams = {number: _grams(texts[number]) for number in numbers}
    for held in grams.values():
        counts.update(held)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number in numbers:
        text = texts[number]
        rare = _rarest(grams[number], counts)
        best = Copy(-1, number, 0.0)
        for other in _candidates(rare, holders):
            likeness = Levenshtein.normalized_similarity(texts[other], text, score_cutoff=least)
            if likeness > best.likeness:
                best = Copy(other, number, likeness)
        if best.likeness >= least:
            yield best
        for gram in rare:
            holders[gram].append(number)


def _grams(text: str) -> set[str]:
    return {text[start : start + GRAM] for start in range(len(text) - GRAM + 1)}


def _rarest(grams: Iterable[str], counts: Mapping[str, int]) -> list[str]:
    # What stands in one text alone leads nowhere: those are the very places where copies differ.
    shared = [gram for gram in grams if counts[gram] > 1]
    return sorted(shared, key=lambda gram: (counts[gram], gram))[:RAREST]


def _candidates(rare: Sequence[str], holders: Mapping[str, list[int]]) -> list[int]:
    votes = Counter(chain.from_iterable(holders[gram][-CANDIDATES:] for gram in rare if gram in holders))
    return [number for number, _ in votes.most_common(CANDIDATES)]
