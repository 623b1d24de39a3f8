"""Characters that the counts and the model of contexts hardly know, and beside what they stand.

Made by packaging/language/rare.py. The model tells how likely any of them is in a place; which one it is,
the dictionary tells: of the characters it has beside 涅 one is 槃.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.language.symbols import Codes

AHEAD, BEHIND = 0, 1
"""Whether the neighbour stands ahead of the rare character or behind it."""

OUTSIDE = 0x110000
"""Greater than any code point; a pair is kept under the side times this plus the neighbour's."""

PROPOSED = 8
"""How many rare characters are proposed beside a neighbour, on either side."""

Values = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class RareCharacters:
    """`codes` ascend; `_shares` are natural logarithms of how much of all rare characters each is.

    `_keys` ascend: each has a row in `_proposed`, filled up with zeros, and one in `_bits`: log2 of how many
    times as often it stands beside that neighbour as elsewhere (pointwise mutual information).
    """

    codes: Codes
    _shares: Values
    _keys: Codes
    _proposed: Codes
    _bits: Values

    @classmethod
    def load(cls, path: Path) -> RareCharacters:
        """Read the table in `path`."""
        with np.load(path) as held:
            keys, starts = np.unique(held["beside"], return_index=True)
            owners = np.searchsorted(keys, held["beside"])
            columns = np.arange(len(owners)) - starts[owners]
            proposed = np.zeros((len(keys), PROPOSED), dtype=np.uint32)
            bits = np.zeros((len(keys), PROPOSED), dtype=np.float32)
            proposed[owners, columns], bits[owners, columns] = held["proposed"], held["bits"]
            return cls(held["codes"], held["shares"].astype(np.float32), keys, proposed, bits)

    def shares(self, codes: Codes) -> Values:
        """Return the natural logarithm of each character's share of all rare ones; -inf for others."""
        rows = np.minimum(np.searchsorted(self.codes, codes), len(self.codes) - 1)
        return np.where(self.codes[rows] == codes, self._shares[rows], -np.float32(np.inf))

    def beside(self, left: Codes, right: Codes) -> tuple[Codes, Values]:
        """Return what words have behind `left` or ahead of `right`, and how much that says (bits).

        Both are (places, 2 × PROPOSED), what stands behind `left` first, filled up with zeros.
        """
        sides = [self._pairs(AHEAD, left), self._pairs(BEHIND, right)]
        proposed, bits = (np.concatenate(values, axis=1) for values in zip(*sides, strict=True))
        return proposed, bits

    def _pairs(self, side: int, neighbours: Codes) -> tuple[Codes, Values]:
        keys = neighbours + np.uint32(side * OUTSIDE)
        rows = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        found = (self._keys[rows] == keys)[:, None]
        return np.where(found, self._proposed[rows], np.uint32(0)), np.where(
            found, self._bits[rows], np.float32(0)
        )
