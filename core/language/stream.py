"""A run of symbols with what is counted of every sequence in it: the base on which changes are judged."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.language.gram_table import Counts, GramTable, mixed, powers, sums_of
from core.language.symbols import BOUNDARY, Codes

ORDER = 5
"""The longest sequences that are counted (symbols)."""

SIDE = 5
"""How many symbols on each side of a place are looked at."""

Places = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Stream:
    """Symbols, and for each length and start the binary logarithm of the count of the sequence plus one.

    `grams[n - 1][start]` is that of the sequence of n symbols from `start` on; 0 where the sequence would go
    past the end. The symbols begin and end with SIDE boundaries, so that every real place has neighbours.
    """

    codes: Codes
    grams: tuple[Counts, ...]


def stream_of(codes: Codes, table: GramTable) -> Stream:
    """Look up every sequence of `codes`, which need not begin or end with boundaries: they are added."""
    edge = np.full(SIDE, ord(BOUNDARY), dtype=np.uint32)
    whole = np.concatenate((edge, codes, edge))
    hashes = [mixed(sums_of(whole, length), length) for length in range(1, ORDER + 1)]
    ends = np.cumsum([len(some) for some in hashes])
    counted = np.split(table.log2(np.concatenate(hashes)), ends[:-1])
    return Stream(whole, tuple(np.pad(counts, (0, len(whole) - len(counts))) for counts in counted))


def logs_without(stream: Stream, places: Places, table: GramTable) -> Counts:
    """Return how often the symbols beside each place were counted in a row, without that of the place.

    Of the two before and the one behind, and of the one before and the two behind, the greater: the binary
    logarithm of the count plus one. The places are positions in `stream`.
    """
    rows = [stream.codes[places[:, None] + np.array(around)] for around in ((-2, -1, 1), (-1, 1, 2))]
    sums = [(codes * powers(3)).sum(axis=1, dtype=np.uint64) for codes in rows]
    return np.maximum(*(table.log2(mixed(one, 3)) for one in sums))
