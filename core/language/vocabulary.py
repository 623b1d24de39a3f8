"""The symbols that are common enough to be proposed, and which of them stand beside which."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from core.language.gram_table import STEPS
from core.language.symbols import Codes

Ids = npt.NDArray[np.int32]
"""Numbers of symbols in the vocabulary; the number behind the last stands for every other symbol."""

_TABLE_SIZE = 0x30000
"""Code points from here on are in no vocabulary."""


@dataclass(frozen=True)
class Vocabulary:
    """Symbols (code points, ascending) and how often each was counted."""

    codes: Codes
    counts: npt.NDArray[np.uint32]

    def __len__(self) -> int:
        return len(self.codes)

    def ids(self, codes: npt.NDArray[np.uint32]) -> Ids:
        """Return the numbers of symbols, len(self) for those that are not in it; any shape."""
        return np.asarray(self._table[np.minimum(codes, _TABLE_SIZE - 1)], dtype=np.int32)

    @cached_property
    def logs(self) -> npt.NDArray[np.float32]:
        """The binary logarithm of each count plus one."""
        return np.asarray(np.log2(self.counts + np.float32(1.0)), dtype=np.float32)

    def logs_of(self, codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.float32]:
        """Return `logs` of symbols, 0 for those that are not in it."""
        ids = self.ids(codes)
        known = np.minimum(ids, len(self) - 1)
        return np.where(ids < len(self), self.logs[known], np.float32(0))

    @cached_property
    def _table(self) -> Ids:
        table = np.full(_TABLE_SIZE, len(self), dtype=np.int32)
        table[self.codes] = np.arange(len(self), dtype=np.int32)
        return table


@dataclass(frozen=True)
class Neighbours:
    """How often symbols stand next to each other.

    `followers` is (symbols + 1, symbols + 1): for each symbol in a row the logarithm of the count of every
    symbol behind it, in steps of 1/STEPS of a doubling.
    """

    followers: npt.NDArray[np.uint8]

    @classmethod
    def of(
        cls,
        size: int,
        first: npt.NDArray[np.uint16],
        second: npt.NDArray[np.uint16],
        logs: npt.NDArray[np.uint8],
    ) -> Neighbours:
        """Spread a list of pairs and the logarithms of their counts over a vocabulary of `size` symbols."""
        followers = np.zeros((size + 1, size + 1), dtype=np.uint8)
        followers[first, second] = logs
        return cls(followers)

    def beside(self, left: Ids, middle: Ids, right: Ids) -> npt.NDArray[np.float32]:
        """Return log2 of the counts of (left, middle) and (middle, right), added; shapes are broadcast."""
        both = self.followers[left, middle].astype(np.float32) + self.followers[middle, right]
        return np.asarray(both / STEPS, dtype=np.float32)
