"""Where two texts agree character by character for so long that it is hardly by chance."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from core.text.hashes import Hashes, begin_alike, beginnings_of

SEED = 8
"""So many characters in a row must agree for a run to begin."""

OFTEN = 4
"""A seed that comes more often than this in a text is a stock phrase and begins nothing."""

NEAR, ASIDE = 150, 40
"""Runs so near each other, with so much lost or added between them at the most, keep each other company."""

COMPANY = 24
"""So many characters must agree in a run and those near it: set phrases strewn over a page are no passage."""

_AT_ONCE = 256
_FACTOR = np.uint64(0x9E3779B97F4A7C15)

Numbers = npt.NDArray[np.int64]


class Run(NamedTuple):
    """`length` characters from `start` on agree with those of the other text from `other_start` on."""

    start: int
    other_start: int
    length: int


Runs = Numbers
"""Rows of (start, other start, length), by start."""


@dataclass(frozen=True, slots=True, eq=False)
class _Ordered:
    """Hashes sorted, the places they stand at, and how any of them begin."""

    hashes: Hashes
    places: Numbers
    beginnings: npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Seeds:
    """A text with its code points, and the hashes of every SEED of them in a row.

    Half of the time of comparing two texts is spent on this, and each is compared with several others.
    """

    text: str
    points: npt.NDArray[np.uint32]
    hashes: Hashes

    @classmethod
    def of(cls, text: str) -> Seeds:
        """Prepare a text to be compared."""
        points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        count = max(0, len(points) - SEED + 1)
        hashes = np.zeros(count, dtype=np.uint64)
        for offset in range(SEED):
            hashes = (hashes + points[offset : offset + count]) * _FACTOR
            hashes ^= hashes >> np.uint64(29)
        return cls(text, points, hashes)

    @cached_property
    def ordered(self) -> _Ordered:
        """The hashes as others are looked up in them; a page that is typed on is looked up itself."""
        places = np.argsort(self.hashes, kind="stable")
        return _Ordered(self.hashes[places], places, beginnings_of(self.hashes))


def runs_of(one: Seeds, other: Seeds) -> Runs:
    """Return where both texts agree for SEED characters and more, but for what stands alone and is short."""
    starts, others = _meetings(one, other)
    if not len(starts):
        return np.zeros((0, 3), dtype=np.int64)
    runs = _lengthened(*_joined(starts, others - starts), one, other)
    return runs[_in_company(runs)]


def _joined(starts: Numbers, aside: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return starts, ends and how far aside the stretches are whose seeds follow on each other or overlap.

    They come by how far aside they are, and then by their starts.
    """
    order = np.lexsort((starts, aside))
    starts, aside = starts[order], aside[order]
    begins = np.flatnonzero(np.append(True, (np.diff(aside) != 0) | (np.diff(starts) > SEED)))
    lasts = np.append(begins[1:], len(starts)) - 1
    return starts[begins], starts[lasts] + SEED, aside[begins]


def _lengthened(starts: Numbers, ends: Numbers, aside: Numbers, mine: Seeds, theirs: Seeds) -> Runs:
    """Let stretches go on as far as the texts agree: behind a seed that is too common they may."""
    one, other = mine.text, theirs.text
    goes_on = (ends < len(one)) & (ends + aside < len(other))
    goes_on[goes_on] = mine.points[ends[goes_on]] == theirs.points[(ends + aside)[goes_on]]
    kept = np.ones(len(starts), dtype=np.bool_)
    for number in np.flatnonzero(goes_on).tolist():
        if not kept[number]:
            continue
        off, end = int(aside[number]), int(ends[number])
        while end < len(one) and end + off < len(other) and one[end] == other[end + off]:
            end += 1
        ends[number] = end
        # What begins inside it is a part of it.
        part = number + 1
        while part < len(starts) and aside[part] == off and starts[part] <= end:
            kept[part] = False
            part += 1
    runs = np.stack((starts, starts + aside, ends - starts), axis=1)[kept]
    return np.asarray(runs[np.lexsort((runs[:, 2], runs[:, 1], runs[:, 0]))])


def _meetings(one: Seeds, other: Seeds) -> tuple[Numbers, Numbers]:
    """Return the places of all seeds of one text, and of the same in the other, that are not too common."""
    hashes = other.ordered.hashes
    there = begin_alike(one.hashes, other.ordered.beginnings)
    first = np.searchsorted(hashes, one.hashes[there], side="left")
    met = hashes[np.minimum(first, len(hashes) - 1)] == one.hashes[there]
    there, first = there[met], first[met]
    counts = np.searchsorted(hashes, one.hashes[there], side="right") - first
    telling = counts <= OFTEN
    there, first, counts = there[telling], first[telling], counts[telling]
    ahead = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.repeat(there, counts), other.ordered.places[np.repeat(first, counts) + ahead]


def _in_company(runs: Runs) -> npt.NDArray[np.bool_]:
    """Say of each run whether enough agrees in it and near it."""
    starts, aside, lengths = runs[:, 0], runs[:, 1] - runs[:, 0], runs[:, 2]
    kept = np.zeros(len(runs), dtype=np.bool_)
    rows = np.flatnonzero(_as_far_aside(aside, lengths) >= COMPANY)
    for first in range(0, len(rows), _AT_ONCE):
        some = rows[first : first + _AT_ONCE]
        low = np.searchsorted(starts, starts[some[0]] - NEAR)
        high = np.searchsorted(starts, starts[some[-1]] + NEAR + 1)
        near = np.abs(starts[some, None] - starts[None, low:high]) <= NEAR
        near &= np.abs(aside[some, None] - aside[None, low:high]) <= ASIDE
        kept[some] = near @ lengths[low:high] >= COMPANY
    return kept


def _as_far_aside(aside: Numbers, lengths: Numbers) -> Numbers:
    """Return how much agrees in runs that are as far aside as each, wherever they begin."""
    order = np.argsort(aside)
    ranked, sums = aside[order], np.append(0, np.cumsum(lengths[order]))
    low = np.searchsorted(ranked, aside - ASIDE, side="left")
    high = np.searchsorted(ranked, aside + ASIDE, side="right")
    return np.asarray(sums[high] - sums[low])
