"""How often sequences of symbols come back in the pages at hand: what a page itself knows of its words."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from core.language.gram_table import mixed, sums_of
from core.language.symbols import Codes
from core.text.hashes import Hashes

LENGTHS = (2, 3, 4)
"""The sequences counted (symbols)."""


class Recurrence:
    """Counts up to 255, by hash, in one array: two sequences fall together once in a few hundred."""

    def __init__(self, cells: npt.NDArray[np.uint8]) -> None:
        """Take over an array of counts; its length must be a power of two."""
        self._cells = cells

    @classmethod
    def of(cls, texts: Iterable[Codes], size: int = 22) -> Recurrence:
        """Count the sequences of `texts` in 2 to the power of `size` cells."""
        cells = np.zeros(1 << size, dtype=np.uint8)
        for codes in texts:
            _count(cells, codes)
        return cls(cells)

    def with_text(self, codes: Codes) -> Recurrence:
        """Return the counts with one text more; this one stays as it is."""
        cells = self._cells.copy()
        _count(cells, codes)
        return Recurrence(cells)

    def counts(self, hashes: Hashes) -> npt.NDArray[np.float32]:
        """Return how often each sequence was counted; the shape is that of `hashes`."""
        return self._cells[_places(hashes, len(self._cells))].astype(np.float32)


def _count(cells: npt.NDArray[np.uint8], codes: Codes) -> None:
    for length in LENGTHS:
        hashes = mixed(sums_of(codes, length), length)
        places, counts = np.unique(_places(hashes, len(cells)), return_counts=True)
        cells[places] = np.minimum(cells[places] + counts, 255)


def _places(hashes: Hashes, cells: int) -> npt.NDArray[np.int64]:
    return np.asarray(hashes & np.uint64(cells - 1), dtype=np.int64)
