"""Finding stretches of a text that agree with one of many forms but for one slip inside.

The first and the last character of such a stretch are intact, and so is one of those next to them: these
three and the size of the stretch are its frame. All frames of a text are looked up at once among those of all
forms; the few that are there are compared inwards from both ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.glossary.bloom import BloomFilter
from core.text.hashes import Hashes

SHORTEST = 3
"""Forms with fewer Han characters are never missed by one: too much else is one character off."""

SHORTEST_UNEQUAL = 4
"""The same where a character is missing or added, and mostly where one differs at an end."""

BLOCK = 4096
"""So many places of a text are gone through at once: what is worked out of more takes too much memory."""

_SECOND, _LAST_BUT_ONE, _LAST = (
    np.uint64(weight) for weight in (0xD1342543DE82EF95, 0xAF251AF3B0F025B5, 0xB564EF22EC7AECE5)
)
_OF_SIZE = np.uint64(0xA0761D6478BD642F)
_Numbers = npt.NDArray[np.intp]


def of_sizes(sizes: npt.NDArray[np.intp]) -> Hashes:
    """Return what is added to the hashes of stretches, so that no two sizes have the same."""
    return sizes.astype(np.uint64) * _OF_SIZE


def code_points(text: str) -> Hashes:
    """Return the code points of a text, as wide as hashes are."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)


def blocks(codes: Hashes, longest: int) -> Iterator[tuple[int, Hashes]]:
    """Yield a text block by block: where each begins, and row by row what stands 0, 1… `longest` behind.

    Behind the end of the text there are zeros.
    """
    padded = np.concatenate((codes, np.zeros(longest, dtype=np.uint64)))
    for begin in range(0, len(codes), BLOCK):
        places = min(BLOCK, len(codes) - begin)
        part = padded[begin : begin + places + longest]
        yield begin, np.lib.stride_tricks.sliding_window_view(part, places)


@dataclass(frozen=True)
class Frames:
    """Forms of three or more characters: their code points in a row, and which forms each frame leads to.

    `ends` say where in that row the forms end, and `sizes` what stretches can be one slip off any. Forms
    `numbers` have the frames `keys`, which are in order.
    """

    forms: Sequence[str]
    codes: Hashes
    lengths: _Numbers
    ends: _Numbers
    sizes: _Numbers
    keys: Hashes
    numbers: _Numbers
    held: BloomFilter

    @classmethod
    def of(cls, forms: Sequence[str]) -> Frames:
        """Make the frames of forms; of four characters and more, also those with one missing or added."""
        codes = code_points("".join(forms))
        lengths = np.array([len(form) for form in forms], dtype=np.intp)
        ends = np.cumsum(lengths)
        short, unequal = (
            np.flatnonzero(some) for some in (lengths < SHORTEST_UNEQUAL, lengths >= SHORTEST_UNEQUAL)
        )
        first, last = (ends - lengths)[short], ends[short] - 1
        keys, numbers = [_ends(codes[first], codes[last], lengths[short])], [short]
        first, last = (ends - lengths)[unequal], ends[unequal] - 1
        sizes = [lengths[unequal] + change for change in (-1, 0, 1)]
        for size in sizes:
            edges = _ends(codes[first], codes[last], size)
            keys += [edges + codes[first + 1] * _SECOND, edges + codes[last - 1] * _LAST_BUT_ONE]
            numbers += [unequal, unequal]
        joined, listed = np.concatenate(keys), np.concatenate(numbers)
        order = np.argsort(joined, kind="stable")
        return cls(
            *(forms, codes, lengths, ends, np.unique(np.concatenate(sizes))),
            *(joined[order], listed[order], BloomFilter.of(joined)),
        )

    def near(self, codes: Hashes) -> Iterator[tuple[int, int, str]]:
        """Yield what stretches `[start, end)` of a text agree with a form but for one slip, and the form."""
        # Of three characters the ends alone are a frame.
        rows = np.concatenate(([SHORTEST], self.sizes, self.sizes))
        for begin, behind in blocks(codes, int(rows.max())):
            hashes = _ends(behind[0], behind[rows - 1], rows[:, None])
            first, second = np.split(hashes[1:], 2)
            first += behind[1] * _SECOND
            second += behind[self.sizes - 2] * _LAST_BUT_ONE
            hits = self.held.passed(hashes.reshape(-1))
            row, start = np.divmod(hits, behind.shape[1])
            yield from self._agreeing(codes, start + begin, rows[row], hashes[row, start])

    def _agreeing(
        self, codes: Hashes, starts: _Numbers, sizes: _Numbers, keys: Hashes
    ) -> Iterator[tuple[int, int, str]]:
        """Yield of stretches those that agree with a form of their frame."""
        first, last = (np.searchsorted(self.keys, keys, side) for side in ("left", "right"))
        times = np.where(starts + sizes <= len(codes), last - first, 0)
        starts, sizes = np.repeat(starts, times), np.repeat(sizes, times)
        ahead = np.arange(len(starts)) - np.repeat(np.cumsum(times) - times, times)
        numbers = self.numbers[np.repeat(first, times) + ahead]
        agree = self._intact(codes, starts, sizes, numbers)
        for place in np.flatnonzero(agree).tolist():
            start = int(starts[place])
            yield start, start + int(sizes[place]), self.forms[numbers[place]]

    def _intact(
        self, codes: Hashes, starts: _Numbers, sizes: _Numbers, numbers: _Numbers
    ) -> npt.NDArray[np.bool_]:
        """Say which stretches have all of a form but for one slip from its two ends inwards."""
        lengths, ends = self.lengths[numbers], self.ends[numbers]
        shorter = np.minimum(sizes, lengths)
        places = np.arange(shorter.max(initial=0))
        intact = np.zeros(len(starts), dtype=np.intp)
        for found, form, way in ((starts, ends - lengths, 1), (starts + sizes - 1, ends - 1, -1)):
            steps = way * places
            here = codes.take(found[:, None] + steps, mode="clip")
            there = self.codes.take(form[:, None] + steps, mode="clip")
            same = (here == there) & (places < shorter[:, None])
            intact += np.logical_and.accumulate(same, axis=1).sum(axis=1)
        return np.asarray(intact >= shorter - 2 * (sizes == lengths))


def _ends(first: Hashes, last: Hashes, sizes: _Numbers) -> Hashes:
    return first + last * _LAST + of_sizes(sizes)
