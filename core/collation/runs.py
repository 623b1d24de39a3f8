"""Where two texts agree character by character for so long that it is hardly by chance."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

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


def runs_of(one: str, other: str) -> Runs:
    """Return where both texts agree for SEED characters and more, but for what stands alone and is short."""
    starts, others = _meetings(_seeds(one), _seeds(other))
    aside = others - starts
    order = np.lexsort((starts, aside))
    starts, aside = starts[order], aside[order]
    begins = np.flatnonzero(np.append(True, (np.diff(aside) != 0) | (np.diff(starts) != 1))[: len(starts)])
    lengths = np.diff(np.append(begins, len(starts))) + SEED - 1
    found: list[list[int]] = []
    for start, off, length in zip(
        starts[begins].tolist(), aside[begins].tolist(), lengths.tolist(), strict=True
    ):
        last = found[-1] if found else None
        if last is not None and last[1] - last[0] == off and start <= last[0] + last[2]:
            last[2] = max(last[2], start + length - last[0])
        else:
            last = [start, start + off, length]
            found.append(last)
        _extend(last, one, other)
    runs = np.array(sorted(found), dtype=np.int64).reshape(-1, 3)
    return runs[_in_company(runs)]


def _seeds(text: str) -> npt.NDArray[np.uint64]:
    """Return a hash of every SEED characters in a row."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    count = max(0, len(points) - SEED + 1)
    hashes = np.zeros(count, dtype=np.uint64)
    for offset in range(SEED):
        hashes = (hashes + points[offset : offset + count]) * _FACTOR
        hashes ^= hashes >> np.uint64(29)
    return hashes


def _meetings(mine: npt.NDArray[np.uint64], theirs: npt.NDArray[np.uint64]) -> tuple[Numbers, Numbers]:
    """Return the places of all seeds of one text, and of the same in the other, that are not too common."""
    order = np.argsort(theirs, kind="stable")
    ranked = theirs[order]
    first = np.searchsorted(ranked, mine, side="left")
    counts = np.searchsorted(ranked, mine, side="right") - first
    telling = (counts > 0) & (counts <= OFTEN)
    counts = counts[telling]
    ahead = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.repeat(np.flatnonzero(telling), counts), order[np.repeat(first[telling], counts) + ahead]


def _extend(run: list[int], one: str, other: str) -> None:
    """Let a run go on as far as the texts agree."""
    end, there = run[0] + run[2], run[1] + run[2]
    while end < len(one) and there < len(other) and one[end] == other[there]:
        end, there = end + 1, there + 1
    run[2] = end - run[0]


def _in_company(runs: Runs) -> npt.NDArray[np.bool_]:
    """Say of each run whether enough agrees in it and near it."""
    starts, aside, lengths = runs[:, 0], runs[:, 1] - runs[:, 0], runs[:, 2]
    kept = np.zeros(len(runs), dtype=np.bool_)
    for first in range(0, len(runs), _AT_ONCE):
        some = slice(first, first + _AT_ONCE)
        low = np.searchsorted(starts, starts[first] - NEAR)
        high = np.searchsorted(starts, starts[some][-1] + NEAR + 1)
        near = np.abs(starts[some, None] - starts[None, low:high]) <= NEAR
        near &= np.abs(aside[some, None] - aside[None, low:high]) <= ASIDE
        kept[some] = near @ lengths[low:high] >= COMPANY
    return kept
