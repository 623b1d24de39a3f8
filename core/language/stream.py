"""A run of symbols with what is counted of every sequence in it: the base on which changes are judged."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.language.gram_table import Counts, GramTable, mixed, sums_of
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
    return Stream(whole, tuple(_counted(whole, length, table) for length in range(1, ORDER + 1)))


def _counted(codes: Codes, length: int, table: GramTable) -> Counts:
    counts = np.zeros(len(codes), dtype=np.float32)
    found = table.log2(mixed(sums_of(codes, length), length))
    counts[: len(found)] = found
    return counts
