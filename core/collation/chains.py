"""Stretches that two texts share, in whatever order they stand, under some damage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

SEED = 8
"""So many characters in a row must agree for a stretch to begin or go on."""

OFTEN = 4
"""A seed that comes more often than this in a text is a stock phrase and begins nothing."""

LEAP = 150
"""So much may be lost or added inside one stretch: several printed lines."""

LEAST = 60
"""So many characters that say something must agree for a stretch to be a shared passage."""


FOOTING = 5
"""So many characters must agree behind damage at the edge of a stretch."""

_LEAPS = sorted(((one, two) for one in range(5) for two in range(5)), key=lambda leap: (sum(leap), leap))


@dataclass(slots=True)
class Chain:
    """`[start, end)` of one text goes with `[other_start, other_end)` of another; `same` characters agree."""

    start: int
    end: int
    other_start: int
    other_end: int
    same: int

    def turned(self) -> Chain:
        """Return the chain as the other text sees it."""
        return Chain(self.other_start, self.other_end, self.start, self.end, self.same)


def chains(one: str, other: str) -> list[Chain]:
    """Return the passages two texts share, the longest first."""
    seeds: defaultdict[str, list[int]] = defaultdict(list)
    for place in range(len(other) - SEED + 1):
        seeds[other[place : place + SEED]].append(place)
    found: list[Chain] = []
    live: list[Chain] = []
    for place in range(len(one) - SEED + 1):
        places = seeds.get(one[place : place + SEED], ())
        if not 0 < len(places) <= OFTEN:
            continue
        live = [chain for chain in live if place - chain.end <= LEAP]
        for there in places:
            chain = _continued(live, place, there)
            if chain is None:
                chain = Chain(place, place, there, there, 0)
                live.append(chain)
                found.append(chain)
            chain.same += place + SEED - max(chain.end, place)
            chain.end, chain.other_end = place + SEED, there + SEED
    kept = [_trimmed(chain, one, other) for chain in found if chain.same >= LEAST]
    return sorted(kept, key=lambda chain: (-chain.same, chain.start, chain.other_start))


def _continued(live: Sequence[Chain], place: int, there: int) -> Chain | None:
    """Return the live stretch that a seed goes on with: the one with the least leap."""
    fitting = [
        chain
        for chain in live
        if place + SEED > chain.end
        and there + SEED > chain.other_end
        and there - chain.other_end <= LEAP
        and _fits(chain, place, there)
    ]
    return min(fitting, key=lambda chain: abs((place - chain.end) - (there - chain.other_end)), default=None)


def _fits(chain: Chain, place: int, there: int) -> bool:
    """Say whether a seed that overlaps the stretch lies on its diagonal: it cannot go on otherwise."""
    apart = (place - chain.end, there - chain.other_end)
    return min(apart) >= 0 or apart[0] == apart[1]


def _trimmed(chain: Chain, one: str, other: str) -> Chain:
    """Let a stretch reach as far as the texts agree, over small damage that no seed got past."""
    ahead = _reach(one[chain.end : chain.end + LEAP], other[chain.other_end : chain.other_end + LEAP])
    behind = _reach(
        one[max(0, chain.start - LEAP) : chain.start][::-1],
        other[max(0, chain.other_start - LEAP) : chain.other_start][::-1],
    )
    return Chain(
        chain.start - behind[0],
        chain.end + ahead[0],
        chain.other_start - behind[1],
        chain.other_end + ahead[1],
        chain.same,
    )


def _reach(one: str, other: str) -> tuple[int, int]:
    """Return how far two texts that follow on a shared stretch still agree."""
    here = there = 0
    while True:
        while here < len(one) and there < len(other) and one[here] == other[there]:
            here, there = here + 1, there + 1
        leap = next(
            (leap for leap in _LEAPS if _agree(one[here + leap[0] :], other[there + leap[1] :])), None
        )
        if leap is None:
            return here, there
        here, there = here + leap[0], there + leap[1]


def _agree(one: str, other: str) -> bool:
    return len(one) >= FOOTING and one[:FOOTING] == other[:FOOTING]
