"""What the counts say of a place as it stands and as it might have been: joint probabilities both ways."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from core.language.gram_table import Counts, GramTable, mixed, powers
from core.language.stream import ORDER, SIDE, Places, Stream
from core.language.symbols import Codes
from core.text.hashes import Hashes

_INVERSE = np.uint64(pow(int(powers(1)[0]), -1, 1 << 64))
"""What takes a weight back, modulo 2⁶⁴."""

Lengths = tuple[int, ...]


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

    def hashes(self, lengths: Lengths) -> Hashes:
        """Return the hashes of the sequences that `touching` speaks of: (places, `starts_of` each length)."""
        starts = [self._starts(length) for length in lengths]
        columns = np.concatenate([np.arange(some.start, some.stop) for some in starts])
        return _hashes(self.prefixes, columns, np.repeat(lengths, [len(some) for some in starts]))

    def starts_of(self, length: int) -> int:
        """Return how many sequences of `length` touch the change."""
        return len(self._starts(length))

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
    across = [
        (length, start) for length in range(1, ORDER + 1) for start in range(SIDE - length + 1, SIDE + size)
    ]
    lengths, starts = np.array(across, dtype=np.int64).reshape(-1, 2).T
    fresh = table.log2(_hashes(prefixes, starts, lengths))
    grams = []
    for length in range(1, ORDER + 1):
        known = stream.grams[length - 1]
        ahead = known[places[:, None] + np.arange(-SIDE, 1 - length)]
        behind = known[places[:, None] + consumed + np.arange(SIDE - length + 1)]
        grams.append(np.concatenate((ahead, fresh[:, lengths == length], behind), axis=1))
    return Windows(codes, tuple(grams), size, prefixes)


def windows_at(stream: Stream, places: Places) -> Windows:
    """Return the windows of `stream` at `places`, each with the symbol that stands there."""
    codes = stream.codes[places[:, None] + np.arange(-SIDE, SIDE + 1)]
    grams = tuple(
        stream.grams[length - 1][places[:, None] + np.arange(-SIDE, SIDE + 2 - length)]
        for length in range(1, ORDER + 1)
    )
    return Windows(codes, grams, 1, _prefix_sums(codes))


def window_of(stream: Stream) -> Windows:
    """Return all of `stream` as one window, whose middle is all but the boundaries at its ends."""
    width = len(stream.codes)
    grams = tuple(counts[None, : width + 1 - length] for length, counts in enumerate(stream.grams, start=1))
    return Windows(stream.codes[None], grams, width - 2 * SIDE, np.zeros((1, 0), dtype=np.uint64))


def windows_over(codes: Codes, table: GramTable) -> Windows:
    """Return windows over rows of symbols that are looked up as they are, SIDE on either side of a seam."""
    prefixes = _prefix_sums(codes)
    counts = [codes.shape[1] - length + 1 for length in range(1, ORDER + 1)]
    starts = np.concatenate([np.arange(count) for count in counts])
    logs = table.log2(_hashes(prefixes, starts, np.repeat(np.arange(1, ORDER + 1), counts)))
    return Windows(codes, tuple(np.split(logs, np.cumsum(counts)[:-1], axis=1)), 0, prefixes)


def _prefix_sums(codes: Codes) -> Hashes:
    """Return the sums of code × weight up to each column."""
    sums = np.zeros((len(codes), codes.shape[1] + 1), dtype=np.uint64)
    np.cumsum(codes * powers(codes.shape[1]), axis=1, dtype=np.uint64, out=sums[:, 1:])
    return sums


def _hashes(prefixes: Hashes, starts: Places, lengths: Places) -> Hashes:
    """Return the hashes of sequences of each row, given by the columns they start at and their lengths."""
    # A sum from a column on, divided by the weight of that column, is the sum the sequence has by itself.
    sums = (prefixes[:, starts + lengths] - prefixes[:, starts]) * _inverses(prefixes.shape[1])[starts]
    return mixed(sums, lengths.astype(np.uint64))


@cache
def _inverses(count: int) -> Hashes:
    """Return what takes back the weights of `count` columns but for that of the first: to be read."""
    inverses = np.full(count, _INVERSE).cumprod() * powers(1)
    inverses.flags.writeable = False
    return inverses


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


def joint(windows: Windows, smoothing: Smoothing) -> Counts:
    """Return log2 of the probability of the change and its neighbours: forward and backward, (places, 2)."""
    reach = SIDE - 1
    ahead = forward(windows, smoothing)[:, : windows.middle + reach]
    back = backward(windows, smoothing)[:, SIDE - reach :]
    return np.stack((ahead.sum(axis=1), back.sum(axis=1)), axis=1)


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
