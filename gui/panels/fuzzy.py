"""Finding an entry by a few of its characters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nsmallest


@dataclass(frozen=True, slots=True)
class Match:
    """How well an entry fits (`cost`, less is better) and which characters of its text were meant."""

    cost: int
    positions: tuple[int, ...] = ()


def fuzzy_match(query: str, text: str, other: str = "") -> Match | None:
    """Match every word of `query` against `text`, or against `other`, which is not shown.

    A word fits where it stands as it is, best at the beginning, or where its characters stand in their order
    with others between. Upper and lower case are the same. None: some word fits nowhere.
    """
    folded, hidden = _folded(text), _folded(other)
    cost = 0
    positions: set[int] = set()
    for word in _folded(query).split():
        found = _place(word, folded)
        if found is not None:
            cost += found.cost
            positions.update(found.positions)
            continue
        found = _place(word, hidden)
        if found is None:
            return None
        cost += found.cost + _HIDDEN
    return Match(cost, tuple(sorted(positions)))


def best_matches(query: str, entries: Iterable[tuple[str, str]], limit: int) -> list[tuple[int, Match]]:
    """Return the numbers of the `limit` best (text, other) among `entries` with their matches, best first."""
    found = (
        (number, match)
        for number, (text, other) in enumerate(entries)
        if (match := fuzzy_match(query, text, other)) is not None
    )
    return nsmallest(limit, found, key=lambda pair: (pair[1].cost, pair[0]))


_HIDDEN = 40
_SCATTERED = 100
_INSIDE = 10


def _folded(text: str) -> str:
    """Fold case without changing the number of characters, so that positions stay right."""
    folded = text.casefold()
    return folded if len(folded) == len(text) else text.lower() if len(text.lower()) == len(text) else text


def _place(word: str, text: str) -> Match | None:
    start = text.find(word)
    if start >= 0:
        at_word = start == 0 or not text[start - 1].isalnum()
        cost = 0 if start == 0 else 3 if at_word else _INSIDE + min(start, 20)
        return Match(cost, tuple(range(start, start + len(word))))
    positions = []
    at = -1
    for character in word:
        at = text.find(character, at + 1)
        if at < 0:
            return None
        positions.append(at)
    gaps = positions[-1] - positions[0] + 1 - len(positions)
    return Match(_SCATTERED + gaps + positions[0], tuple(positions))
