"""What is done with places: which stand right, which are the same as before, in which order they are read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import takewhile

from core.commands.everywhere import Place
from core.project.hits import Hit
from core.text.torn import torn_search, untorn

NEAR = 4
"""So much of the context on one side says that a place is still the same (code points)."""


class Sorting(StrEnum):
    """The orders in which places can be read."""

    PAGE = "page"
    BEFORE = "before"
    AFTER = "after"


def stands_right(hit: Hit, right: str) -> bool:
    """Say whether the place is a part of `right`, which stands there already: 一小 in 一老一小."""
    before, reading, after = hit.before, hit.reading, hit.after
    around, start, end = before + reading + after, len(before), len(before) + len(reading)
    at = around.find(right)
    while 0 <= at <= start:
        if end <= at + len(right):
            return True
        at = around.find(right, at + 1)
    return False


def places_of(hits: Iterable[Hit]) -> Mapping[int, Sequence[Place]]:
    """Return the places by page, as a correction of all of them wants them."""
    places: dict[int, list[Place]] = {}
    for hit in hits:
        places.setdefault(hit.page, []).append(Place(hit.span, hit.reading))
    return places


def same_places(old: Sequence[Hit], new: Sequence[Hit]) -> dict[int, int]:
    """Say which places of a page (by number) are which after its text has changed.

    A place is the same where it still reads the same and so does what stands right beside it on one side
    at least. Places keep their order.
    """
    first, second = [_look(hit) for hit in old], [_look(hit) for hit in new]
    same = _equal_from_start(first, second)
    rest = min(len(old), len(new)) - same
    tail = min(rest, _equal_from_start(first[::-1], second[::-1]))
    found = {number: number for number in range(same)}
    behind = same
    for number in range(same, len(old) - tail):
        candidates = range(behind, len(new) - tail)
        match = next((at for at in candidates if _is_same(first[number], second[at])), None)
        if match is not None:
            found[number] = match
            behind = match + 1
    found |= {len(old) - back: len(new) - back for back in range(1, tail + 1)}
    return found


def arranged(hits: Sequence[Hit], sorting: Sorting, around: str = "") -> list[int]:
    """Return the numbers of those places that have `around` in or beside them, in the order of `sorting`.

    By context those come together that go on alike: in reading order behind the place, backwards before it.
    """
    numbers: Iterable[int] = range(len(hits))
    if untorn(around):
        wanted = torn_search(around)
        numbers = [number for number in numbers if wanted.places("".join(_look(hits[number])))]
    if sorting is Sorting.AFTER:
        return sorted(numbers, key=lambda number: hits[number].after)
    if sorting is Sorting.BEFORE:
        return sorted(numbers, key=lambda number: hits[number].before[::-1])
    return list(numbers)


_Look = tuple[str, str, str]


def _look(hit: Hit) -> _Look:
    return hit.before, hit.reading, hit.after


def _is_same(one: _Look, other: _Look) -> bool:
    beside = one[0][-NEAR:] == other[0][-NEAR:] or one[2][:NEAR] == other[2][:NEAR]
    return one[1] == other[1] and beside


def _equal_from_start(first: Sequence[_Look], second: Sequence[_Look]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
