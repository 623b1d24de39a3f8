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

MOST = 255
"""Nothing is counted beyond this: a count takes a byte."""


class Recurrence:
    """Counts up to MOST, by hash, in one array: two sequences fall together once in a few hundred."""

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

    def changed(self, before: Codes, after: Codes) -> Recurrence | None:
        """Return the counts with `after` in the place of `before`, a text that was counted.

        None where one of them may be MOST: what it would be without is not known.
        """
        start = _alike(before, after)
        end = _alike(before[start:][::-1], after[start:][::-1])
        reach = LENGTHS[-1] - 1
        gone, come = (
            _places_in(codes[max(0, start - reach) : len(codes) - end + reach], len(self._cells))
            for codes in (before, after)
        )
        if int(self._cells[np.append(gone, come)].max(initial=0)) + len(come) > MOST:
            return None
        cells = self._cells.copy()
        np.add.at(cells, come, 1)
        np.subtract.at(cells, gone, 1)
        return Recurrence(cells)

    def counts(self, hashes: Hashes) -> npt.NDArray[np.float32]:
        """Return how often each sequence was counted; the shape is that of `hashes`."""
        return self._cells[_places(hashes, len(self._cells))].astype(np.float32)


def _count(cells: npt.NDArray[np.uint8], codes: Codes) -> None:
    # Half as wide they are sorted in half the time.
    places, counts = np.unique(_places_in(codes, len(cells)).astype(np.uint32), return_counts=True)
    cells[places] = np.minimum(cells[places] + counts, MOST)


def _places_in(codes: Codes, cells: int) -> npt.NDArray[np.int64]:
    """Return the places of all sequences of a text."""
    return np.concatenate([_places(mixed(sums_of(codes, length), length), cells) for length in LENGTHS])


def _places(hashes: Hashes, cells: int) -> npt.NDArray[np.int64]:
    return np.asarray(hashes & np.uint64(cells - 1), dtype=np.int64)


def _alike(one: Codes, other: Codes) -> int:
    """Return with how many symbols both texts begin."""
    least = min(len(one), len(other))
    different = np.flatnonzero(one[:least] != other[:least])
    return int(different[0]) if len(different) else least
