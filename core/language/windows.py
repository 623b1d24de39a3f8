"""What the counts say of a place as it stands and as it might have been: joint probabilities both ways."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.language.gram_table import Counts, GramTable, Hashes, mixed, powers
from core.language.stream import ORDER, SIDE, Places, Stream
from core.language.symbols import Codes

_WEIGHT = int(powers(1)[0])


@dataclass(frozen=True)
class Windows:
    """Some places, each as it would read with a change: SIDE symbols, the change, SIDE symbols.

    `grams[n - 1]` (places, starts) are the logarithms of the counts of all sequences of n symbols in it.
    `middle` is how many symbols the change has, 0 for a symbol left out. `prefixes` (places, width + 1) are
    the weighted sums of the codes up to each column.
    """

    codes: Codes
    grams: tuple[Counts, ...]
    middle: int
    prefixes: Hashes

    def touching(self, length: int) -> Counts:
        """Return the counts of the sequences of `length` that hold the change, or that lie across it.

        `length` is at least 2.
        """
        starts = self._starts(length)
        return self.grams[length - 1][:, starts.start : starts.stop]

    def hashes(self, length: int) -> Hashes:
        """Return the hashes of the sequences that `touching` speaks of: (places, starts)."""
        with np.errstate(over="ignore"):
            return np.stack(
                [
                    mixed(
                        (self.prefixes[:, start + length] - self.prefixes[:, start]) * _inverse(start),
                        length,
                    )
                    for start in self._starts(length)
                ],
                axis=1,
            )

    def of(self, rows: Places) -> Windows:
        """Return some of the windows."""
        return Windows(
            self.codes[rows], tuple(counts[rows] for counts in self.grams), self.middle, self.prefixes[rows]
        )

    def _starts(self, length: int) -> range:
        return range(SIDE - length + 1, SIDE + self.middle)


def windows_of(stream: Stream, places: Places, consumed: int, middle: Codes, table: GramTable) -> Windows:
    """Return the windows of `stream` at `places` where `consumed` symbols are replaced by those of `middle`.

    `middle` has one row a place and one column a new symbol (none: the symbols are left out).
    """
    size = middle.shape[1]
    left = places[:, None] + np.arange(-SIDE, 0)
    right = places[:, None] + consumed + np.arange(SIDE)
    codes = np.concatenate((stream.codes[left], middle, stream.codes[right]), axis=1).astype(np.uint32)
    prefixes = _prefix_sums(codes)
    grams = []
    for length in range(1, ORDER + 1):
        starts = codes.shape[1] - length + 1
        counts = np.empty((len(places), starts), dtype=np.float32)
        for start in range(starts):
            end = start + length
            if end <= SIDE:
                counts[:, start] = stream.grams[length - 1][places - SIDE + start]
            elif start >= SIDE + size:
                counts[:, start] = stream.grams[length - 1][places + consumed + start - SIDE - size]
            else:
                with np.errstate(over="ignore"):
                    sums = (prefixes[:, end] - prefixes[:, start]) * _inverse(start)
                counts[:, start] = table.log2(mixed(sums, length))
        grams.append(counts)
    return Windows(codes, tuple(grams), size, prefixes)


def windows_over(codes: Codes, table: GramTable) -> Windows:
    """Return windows over rows of symbols that are looked up as they are, SIDE on either side of a seam."""
    prefixes = _prefix_sums(codes)
    grams = []
    for length in range(1, ORDER + 1):
        starts = range(codes.shape[1] - length + 1)
        with np.errstate(over="ignore"):
            sums = [(prefixes[:, start + length] - prefixes[:, start]) * _inverse(start) for start in starts]
        grams.append(table.log2(mixed(np.stack(sums, axis=1), length)))
    return Windows(codes, tuple(grams), 0, prefixes)


def _prefix_sums(codes: Codes) -> Hashes:
    """Return the sums of code × weight up to each column."""
    with np.errstate(over="ignore"):
        sums = np.cumsum(codes.astype(np.uint64) * powers(codes.shape[1]), axis=1, dtype=np.uint64)
    return np.concatenate((np.zeros((len(codes), 1), dtype=np.uint64), sums), axis=1)


def _inverse(start: int) -> np.uint64:
    """Return what turns the sum of a sequence from column `start` on into the sum it has by itself."""
    return np.uint64(pow(_WEIGHT, -start, 1 << 64))


@dataclass(frozen=True)
class Smoothing:
    """How much is left to shorter contexts (Jelinek and Mercer 1980).

    `shares[n - 2]` are the shares left by contexts of n - 1 symbols, one for each binary logarithm of how
    often the context was seen. `total` is how many symbols were counted.
    """

    shares: npt.NDArray[np.float32]
    total: float


def forward(windows: Windows, smoothing: Smoothing) -> Counts:
    """Return log2 P of each symbol from the change on, given those before it: (places, middle + SIDE)."""
    return _chances(windows, smoothing, range(SIDE, windows.codes.shape[1]), lambda at, length: at - length)


def backward(windows: Windows, smoothing: Smoothing) -> Counts:
    """Return log2 P of each symbol up to the change, given those behind it: (places, SIDE + middle)."""
    return _chances(windows, smoothing, range(SIDE + windows.middle), lambda at, _: at + 1)


def _chances(
    windows: Windows, smoothing: Smoothing, columns: range, context_at: Callable[[int, int], int]
) -> Counts:
    """Mix the evidence of all orders; the context of n symbols around `at` begins at context_at(at, n)."""
    places = slice(columns.start, columns.stop)
    chance = (np.exp2(windows.grams[0][:, places]) - np.float32(0.5)) / np.float32(smoothing.total)
    for length in range(1, ORDER):
        first = context_at(columns.start, length)
        around = windows.grams[length - 1][:, first : first + len(columns)]
        start = min(first, columns.start)
        logs = windows.grams[length][:, start : start + len(columns)]
        seen = np.exp2(around) - np.float32(1.0)
        safe = np.maximum(seen, np.float32(1.0))
        share = smoothing.shares[length - 1][np.minimum(around, 19.0).astype(np.intp)]
        direct = np.minimum(np.exp2(logs) - np.float32(1.0), safe) / safe
        chance = np.where(seen > 0.5, direct + share * (chance - direct), chance)
    return np.asarray(np.log2(np.maximum(chance, 1e-12)), dtype=np.float32)
