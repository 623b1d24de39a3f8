"""Stretches that two texts share, in whatever order they stand, under some damage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from core.collation.runs import Numbers, Run, Runs, runs_of

LEAST = 60
"""So many characters that say something must agree for a stretch to be a shared passage."""

DENSE = 0.75
"""So much of that must be left when what differs is taken away: stock phrases in a row are no passage."""

APART = 40
"""Where so much more differs than agrees, a stretch ends."""

LOST = 3000
"""So much may be lost or added in one of them inside a stretch: a column and more."""

_BREAK, _DOUBLING = 4.0, 2.0
"""What a loss costs in agreeing characters: one of n characters _BREAK + _DOUBLING · log2(n)."""

_BACK = 200
"""So many runs before one are tried as the one it goes on from."""

LEAP = 150
"""So far is looked behind the last run for damage no run got past."""

FOOTING = 3
"""So many characters must agree behind a wrong one at the edge of a stretch, more behind more damage."""

_LEAPS = sorted(((one, two) for one in range(5) for two in range(5)), key=lambda leap: (sum(leap), leap))


@dataclass(frozen=True, slots=True)
class Chain:
    """`[start, end)` of one text goes with `[other_start, other_end)` of another; `same` characters agree.

    `runs` say where, in order; between them and at either end the texts may differ.
    """

    start: int
    end: int
    other_start: int
    other_end: int
    same: int
    runs: tuple[Run, ...] = ()

    def turned(self) -> Chain:
        """Return the chain as the other text sees it."""
        runs = tuple(Run(other, start, length) for start, other, length in self.runs)
        return Chain(self.other_start, self.other_end, self.start, self.end, self.same, runs)


def chains(one: str, other: str, walls: Sequence[int] = (), other_walls: Sequence[int] = ()) -> list[Chain]:
    """Return the passages two texts share, the longest first.

    `walls` are places where something else begins, such as an article: what is lost from one text and stands
    in the other never reaches across one.
    """
    runs = runs_of(one, other)
    if not len(runs):
        return []
    before, scores = _linked(runs, np.array(walls), np.array(other_walls))
    kept = [
        _without_overlaps(runs, path)
        for path, score in _paths(before, scores)
        if score >= DENSE * LEAST and _same(runs, path) >= LEAST
    ]
    parts = [part for number in range(len(kept)) for part in _apart_from_moved(kept, number)]
    found = [_trimmed(part, one, other) for part in parts]
    return sorted(found, key=lambda chain: (-chain.same, chain.start, chain.other_start))


def _linked(runs: Runs, walls: Numbers, other_walls: Numbers) -> tuple[Numbers, npt.NDArray[np.float64]]:
    """Return for each run the one it best goes on from (-1: none), and what agrees so far, less the costs."""
    before = np.full(len(runs), -1, dtype=np.int64)
    scores = runs[:, 2].astype(np.float64)
    peaks = scores.copy()
    for number in range(1, len(runs)):
        start, there, length = runs[number]
        some = runs[max(0, number - _BACK) : number]
        gap, other_gap = start - some[:, 0] - some[:, 2], there - some[:, 1] - some[:, 2]
        # Runs may overlap where something is repeated: what both claim counts once.
        over = np.maximum(0, -np.minimum(gap, other_gap))
        gap, other_gap = gap + over, other_gap + over
        apart, lost = np.minimum(gap, other_gap), np.abs(gap - other_gap)
        cost = apart + over + np.where(lost > 0, _BREAK + _DOUBLING * np.log2(1 + lost), 0)
        fits = (over < length) & (over < some[:, 2]) & (apart <= APART) & (lost <= LOST)
        fits &= (some[:, 0] < start) & (some[:, 1] < there)
        fits &= ~_crosses(walls, start - gap, gap, lost) & ~_crosses(
            other_walls, there - other_gap, other_gap, lost
        )
        behind = slice(number - len(some), number)
        fits &= scores[behind] - cost + over > peaks[behind] - APART
        gain = np.where(fits, scores[behind] - cost, -np.inf)
        best = int(gain.argmax())
        if gain[best] > 0:
            before[number] = number - len(some) + best
            scores[number] = length + gain[best]
            peaks[number] = max(peaks[before[number]], scores[number])
    return before, scores


def _crosses(
    walls: Numbers,
    starts: Numbers,
    gaps: Numbers,
    lost: Numbers,
) -> npt.NDArray[np.bool_]:
    """Say of each gap whether a wall stands in it and something is lost there."""
    if not len(walls):
        return np.zeros(len(gaps), dtype=np.bool_)
    first, last = np.searchsorted(walls, starts), np.searchsorted(walls, starts + gaps, side="right")
    return np.asarray((last > first) & (gaps >= LEAST) & (lost >= LEAST))


def _paths(before: Numbers, scores: npt.NDArray[np.float64]) -> list[tuple[list[int], float]]:
    """Return the rows of runs that go on from each other with their scores, the best first.

    Each run is in one at the most.
    """
    used = np.zeros(len(before), dtype=np.bool_)
    paths = []
    for last in np.argsort(-scores, kind="stable"):
        path, at = [], int(last)
        while at >= 0 and not used[at]:
            path.append(at)
            at = int(before[at])
        used[path] = True
        if path:
            paths.append((path[::-1], float(scores[last] - (scores[at] if at >= 0 else 0))))
    return paths


def _same(runs: Runs, path: Sequence[int]) -> int:
    """Return how many characters of a path agree."""
    return sum(run.length for run in _without_overlaps(runs, path))


def _without_overlaps(runs: Runs, path: Sequence[int]) -> list[Run]:
    """Return the runs of a path; where something is repeated the first keeps what two of them claim."""
    kept: list[Run] = []
    end = other_end = 0
    for start, there, length in runs[path].tolist():
        over = max(0, end - start, other_end - there)
        if over < length:
            kept.append(Run(start + over, there + over, length - over))
            end, other_end = start + length, there + length
    return kept


def _apart_from_moved(kept: Sequence[list[Run]], number: int) -> list[list[Run]]:
    """Cut a path where it has lost what the other text has elsewhere: there something was moved."""
    path, parts = kept[number], [kept[number][:1]]
    for run, following in pairwise(path):
        ends = run.start + run.length, run.other_start + run.length
        gap = (ends[0], following.start), (ends[1], following.other_start)
        if any(_is_moved(path, other, gap) for at, other in enumerate(kept) if at != number):
            parts.append([])
        parts[-1].append(following)
    return parts


Gap = tuple[tuple[int, int], tuple[int, int]]


def _is_moved(path: Sequence[Run], other: Sequence[Run], gap: Gap) -> bool:
    """Say whether most of `other` stands in a gap of `path`, and for text that `path` has nowhere else."""
    (start, end), (there, there_end) = gap
    size = sum(run.length for run in other)
    here = sum(_inside(run.start, run.length, start, end) for run in other)
    beyond = sum(_inside(run.other_start, run.length, there, there_end) for run in other)
    if 2 * max(here, beyond) < size:
        return False
    side = 1 if here >= beyond else 0
    claimed = sum(
        _inside(run[side], run.length, one[side], one[side] + one.length) for run in other for one in path
    )
    return 2 * claimed < size


def _inside(start: int, length: int, low: int, high: int) -> int:
    return max(0, min(start + length, high) - max(start, low))


def _trimmed(runs: Sequence[Run], one: str, other: str) -> Chain:
    """Let a stretch reach as far as the texts agree, over small damage that no run got past."""
    first, last = runs[0], runs[-1]
    end, other_end = last.start + last.length, last.other_start + last.length
    ahead = _reach(one[end : end + LEAP], other[other_end : other_end + LEAP])
    behind = _reach(
        one[max(0, first.start - LEAP) : first.start][::-1],
        other[max(0, first.other_start - LEAP) : first.other_start][::-1],
    )
    return Chain(
        first.start - behind[0],
        end + ahead[0],
        first.other_start - behind[1],
        other_end + ahead[1],
        sum(run.length for run in runs),
        tuple(runs),
    )


def _reach(one: str, other: str) -> tuple[int, int]:
    """Return how far two texts that follow on a shared stretch still agree."""
    here = there = 0
    while True:
        while here < len(one) and there < len(other) and one[here] == other[there]:
            here, there = here + 1, there + 1
        leap = next((leap for leap in _LEAPS if _lands(one[here:], other[there:], leap)), None)
        if leap is None:
            return here, there
        here, there = here + leap[0], there + leap[1]


def _lands(one: str, other: str, leap: tuple[int, int]) -> bool:
    """Say whether enough agrees behind a leap."""
    mine, theirs = one[leap[0] :], other[leap[1] :]
    footing = FOOTING + sum(leap) // 3
    return len(mine) >= footing and mine[:footing] == theirs[:footing]
