"""Stretches that two texts share, in whatever order they stand, under some damage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter

import numpy as np
import numpy.typing as npt

from core.collation.runs import Numbers, Run, Runs, Seeds, runs_of

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


def chains(
    one: Seeds, other: Seeds, walls: Sequence[int] = (), other_walls: Sequence[int] = ()
) -> list[Chain]:
    """Return the passages two texts share, the longest first.

    `walls` are places where something else begins, such as an article: what is lost from one text and stands
    in the other never reaches across one.
    """
    runs = runs_of(one, other)
    if runs[:, 2].sum() < LEAST:
        return []
    before, scores = _linked(runs, np.array(walls), np.array(other_walls))
    kept = [
        _without_overlaps(runs, path)
        for path, score in _paths(before, scores)
        if score >= DENSE * LEAST and _same(runs, path) >= LEAST
    ]
    parts = [part for number in range(len(kept)) for part in _apart_from_moved(kept, number)]
    found = [_trimmed(part, one.text, other.text) for part in parts]
    return sorted(found, key=lambda chain: (-chain.same, chain.start, chain.other_start))


def _linked(runs: Runs, walls: Numbers, other_walls: Numbers) -> tuple[Numbers, npt.NDArray[np.float64]]:
    """Return for each run the one it best goes on from (-1: none), and what agrees so far, less the costs."""
    lengths = runs[:, 2].tolist()
    before, scores = [-1] * len(runs), list(map(float, lengths))
    peaks = scores.copy()
    links = _links(runs, walls, other_walls)
    for number, some in groupby(links, itemgetter(0)):
        best, most = -1, 0.0
        for _, earlier, over, cost in some:
            gain = scores[earlier] - cost
            if gain > most and gain + over > peaks[earlier] - APART:
                best, most = earlier, gain
        if best >= 0:
            before[number] = best
            scores[number] = lengths[number] + most
            peaks[number] = max(peaks[best], scores[number])
    return np.array(before, dtype=np.int64), np.array(scores)


def _links(runs: Runs, walls: Numbers, other_walls: Numbers) -> Iterator[tuple[int, int, int, float]]:
    """Yield (run, earlier run, what both claim, cost) for every run that may go on from an earlier one.

    They come in order. One by one their sums would take ten times as long.
    """
    for first in range(0, len(runs), _BACK):
        low, some = max(0, first - _BACK), runs[first : first + _BACK]
        start, there = some[:, 0, None], some[:, 1, None]
        earlier = runs[low : first + len(some)]
        numbers = np.arange(first, first + len(some))[:, None] - np.arange(low, first + len(some))
        fits = (numbers > 0) & (numbers <= _BACK) & (earlier[:, 0] < start) & (earlier[:, 1] < there)
        gap, other_gap = start - earlier[:, 0] - earlier[:, 2], there - earlier[:, 1] - earlier[:, 2]
        fits &= (np.minimum(gap, other_gap) <= APART) & (np.abs(gap - other_gap) <= LOST)
        rows, columns = np.nonzero(fits)
        gap, other_gap = gap[rows, columns], other_gap[rows, columns]
        # Runs may overlap where something is repeated: what both claim counts once.
        over = np.maximum(0, -np.minimum(gap, other_gap))
        gap, other_gap = gap + over, other_gap + over
        apart, lost = np.minimum(gap, other_gap), np.abs(gap - other_gap)
        cost = apart + over + np.where(lost > 0, _BREAK + _DOUBLING * np.log2(1 + lost), 0)
        fitting = (over < some[rows, 2]) & (over < earlier[columns, 2])
        fitting &= ~_crosses(walls, some[rows, 0] - gap, gap, lost)
        fitting &= ~_crosses(other_walls, some[rows, 1] - other_gap, other_gap, lost)
        found = (rows + first, columns + low, over, cost)
        yield from zip(*(column[fitting].tolist() for column in found), strict=True)


def _crosses(walls: Numbers, starts: Numbers, gaps: Numbers, lost: Numbers) -> npt.NDArray[np.bool_]:
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
        leap = next((leap for leap in _LEAPS if _lands(one, here, other, there, leap)), None)
        if leap is None:
            return here, there
        here, there = here + leap[0], there + leap[1]


def _lands(one: str, here: int, other: str, there: int, leap: tuple[int, int]) -> bool:
    """Say whether enough agrees behind a leap."""
    footing = FOOTING + sum(leap) // 3
    mine = one[here + leap[0] :][:footing]
    return len(mine) == footing and other.startswith(mine, there + leap[1])
