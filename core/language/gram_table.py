"""A table of counts of character sequences: three bytes a sequence, looked up in bulk, mapped from disk.

Sequences are known by a hash. The table is a bucketed cuckoo hash (Pagh and Rodler 2004; two buckets of four
slots, Dietzfelbinger and Weidling 2007): a slot holds 16 bits of the hash and the logarithm of the count. A
sequence that was never counted is taken for another about once in 8,000 times.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from core.text.hashes import Hashes

Counts = npt.NDArray[np.float32]

SLOTS = 4
STEPS = 12
"""Into how many steps a doubling of the count is parted."""

_BASE = np.uint64(0x9E3779B97F4A7C15)
_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)
_LOAD = 0.94
"""How full a table may be; above 0.97 placing the last sequences takes for ever."""


@cache
def powers(count: int) -> Hashes:
    """Return the weights of the first `count` places of a sequence, from its first character on."""
    weights = np.cumprod(np.full(count, _BASE, dtype=np.uint64), dtype=np.uint64)
    weights.flags.writeable = False
    return weights


def mixed(sums: Hashes, length: int | Hashes) -> Hashes:
    """Return the hashes of sequences of `length` characters (one, or one a column) from their weighted sums.

    The sum of a sequence is Σ code × powers(length)[place], modulo 2⁶⁴: so the sums of sequences that differ
    at one place differ by one product. The last step is that of splitmix64 (Steele et al. 2014).
    """
    value = sums + np.atleast_1d(np.asarray(length, dtype=np.uint64)) * _FIRST
    value = (value ^ (value >> np.uint64(30))) * _FIRST
    value = (value ^ (value >> np.uint64(27))) * _SECOND
    return np.asarray(value ^ (value >> np.uint64(31)), dtype=np.uint64)


def sums_of(codes: npt.NDArray[np.uint32], length: int) -> Hashes:
    """Return the weighted sums of all sequences of `length` codes, one for each place where one starts."""
    places = len(codes) - length + 1
    if places <= 0:
        return np.zeros(0, dtype=np.uint64)
    wide = codes.astype(np.uint64)
    total = np.zeros(places, dtype=np.uint64)
    for offset, weight in enumerate(powers(length)):
        total += wide[offset : offset + places] * weight
    return total


@dataclass(frozen=True)
class GramTable:
    """Counts by hash: `marks` (buckets, 4) are parts of hashes, 0 where free; `logs` the counts to them."""

    marks: npt.NDArray[np.uint16]
    logs: npt.NDArray[np.uint8]

    def log2(self, hashes: Hashes) -> Counts:
        """Return the binary logarithm of the count of each sequence plus one; 0 where it was never counted.

        The shape is that of `hashes`.
        """
        flat = hashes.reshape(-1)
        marks, first, second = _places(flat, len(self.marks))
        words, logs = self.marks.view(np.uint64).reshape(-1), self.logs.view(np.uint32).reshape(-1)
        found = np.zeros(len(flat), dtype=np.uint8)
        for buckets in (first, second):
            held = words[buckets].view(np.uint16).reshape(-1, SLOTS) == marks[:, None]
            # The answers for the four slots of a bucket are read as one number, and so are their logarithms.
            answers = held.view(np.uint32)[:, 0]
            rows = np.flatnonzero(answers)
            some = answers[rows]
            chosen = logs[buckets[rows]] & (some & (~some + np.uint32(1))) * np.uint32(0xFF)
            found[rows] = chosen * np.uint32(0x01010101) >> np.uint32(24)
        return (found.astype(np.float32) / np.float32(STEPS)).reshape(hashes.shape)


def _places(hashes: Hashes, buckets: int) -> tuple[npt.NDArray[np.uint16], Hashes, Hashes]:
    """Return the marks and both buckets of hashes."""
    marks = np.maximum(hashes >> np.uint64(48), np.uint64(1)).astype(np.uint16)
    low = (hashes & np.uint64(0xFFFFFFFF)) * np.uint64(buckets) >> np.uint64(32)
    step = (marks.astype(np.uint64) * _SECOND) >> np.uint64(33)
    second = (step % np.uint64(buckets) + np.uint64(buckets) - low) % np.uint64(buckets)
    return marks, low, second


def build_table(hashes: Hashes, counts: npt.NDArray[np.int64], seed: int = 0) -> GramTable:
    """Put every sequence with its count into a new table; hashes that fall together keep the greater count.

    Raises ValueError where no way is found to place all of them, which another `seed` may mend.
    """
    order = np.lexsort((-counts, hashes))
    hashes, counts = hashes[order], counts[order]
    fresh = np.concatenate(([True], hashes[1:] != hashes[:-1]))
    hashes, counts = hashes[fresh], counts[fresh]
    buckets = int(len(hashes) / (SLOTS * _LOAD)) + 1
    marks, first, second = _places(hashes, buckets)
    logs = np.clip(np.round(np.log2(counts + 1.0) * STEPS), 1, 255).astype(np.uint8)
    held = _placed(first, second, buckets, np.random.default_rng(seed))
    taken = held >= 0
    table_marks = np.where(taken, marks[held], 0).astype(np.uint16)
    return GramTable(table_marks, np.where(taken, logs[held], 0).astype(np.uint8))


def _placed(
    first: Hashes, second: Hashes, buckets: int, random: np.random.Generator
) -> npt.NDArray[np.int64]:
    """Say which sequence each slot holds, -1 where it is free: whoever finds no slot turns another out."""
    held = np.full((buckets, SLOTS), -1, dtype=np.int64)
    waiting = np.arange(len(first))
    there = np.asarray(first, dtype=np.int64)
    both = np.asarray(first + second, dtype=np.int64)
    for _ in range(2000):
        if not len(waiting):
            return held
        # One newcomer a bucket and round; the others wait for the next.
        goal = there[waiting]
        _, chosen = np.unique(goal, return_index=True)
        newcomers, goal = waiting[chosen], goal[chosen]
        free = held[goal] < 0
        slot = np.where(free.any(axis=1), free.argmax(axis=1), random.integers(SLOTS, size=len(goal)))
        turned_out = held[goal, slot]
        held[goal, slot] = newcomers
        turned_out = turned_out[turned_out >= 0]
        there[turned_out] = both[turned_out] - there[turned_out]
        stayed = np.ones(len(waiting), dtype=bool)
        stayed[chosen] = False
        waiting = np.concatenate((waiting[stayed], turned_out))
    raise ValueError("no place was found for every sequence")
