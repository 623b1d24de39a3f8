"""The set phrases of newspaper language, and what in a text is one character off one of them, inside it.

A phrase is set where those who write news hardly ever say it in another way: names of plans and campaigns,
formulas of meetings, quoted terms with their marks. Which are was counted by
packaging/language/set_phrases.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import groupby

import numpy as np
import numpy.typing as npt

from core.glossary.near_index import (
    PRIMES,
    NearMiss,
    best,
    code_points,
    compared,
    is_held,
    reach_of,
    slots,
    text_frames,
)

_ROOM = 32
_Hashes = npt.NDArray[np.uint64]


@dataclass(frozen=True)
class SetPhrases:
    """Phrases (folded, of four characters or more), and the tables that find their near-misses."""

    forms: tuple[str, ...]

    def misses(self, text: str) -> list[NearMiss]:
        """List what in `text` (folded) is one slip off a phrase that is whole at both ends, by place."""
        if not self.forms or not text:
            return []
        standing: list[tuple[int, int]] = []
        found = set(self._candidates(text, standing))
        reach = reach_of(standing, len(text))
        return best((miss for miss in found if not is_held(miss, reach)), len(text))

    def _candidates(self, text: str, standing: list[tuple[int, int]]) -> Iterator[NearMiss]:
        """Yield what may be a slip; where a phrase stands as it is goes to `standing`."""
        codes = code_points(text)
        lengths = sorted(self._by_length)
        for size in range(lengths[0] - 1, min(lengths[-1] + 1, len(codes)) + 1):
            frames = np.stack(list(text_frames(codes, size, unequal=True)))
            for length in range(size - 1, size + 2):
                group = self._by_length.get(length)
                for start, form in group.near(codes, frames, size) if group else ():
                    if text.startswith(form, start):
                        standing.append((start, start + length))
                    elif text[start : start + size] not in self._listed:
                        near = compared(text, start, start + size, (form,))
                        yield from (miss for miss in near if not miss.at_end)

    @cached_property
    def _listed(self) -> frozenset[str]:
        return frozenset(self.forms)

    @cached_property
    def _by_length(self) -> dict[int, _SameLength]:
        ordered = sorted(self.forms, key=len)
        return {length: _SameLength.of(list(group)) for length, group in groupby(ordered, key=len)}


@dataclass(frozen=True)
class _SameLength:
    """The phrases of one length: their code points, and which of them each frame leads to, by frames.

    `seen` is a Bloom filter of the frames: it answers "none" for most places of a text at once.
    """

    forms: list[str]
    codes: _Hashes
    frames: _Hashes
    numbers: npt.NDArray[np.intp]
    seen: npt.NDArray[np.bool_]
    bits: int

    @classmethod
    def of(cls, forms: list[str]) -> _SameLength:
        length = len(forms[0])
        joined = code_points("".join(forms))
        frames = np.concatenate([row[::length] for row in text_frames(joined, length, unequal=True)])
        order = np.argsort(frames, kind="stable")
        bits = (_ROOM * len(frames)).bit_length()
        seen = np.zeros(1 << bits, dtype=np.bool_)
        for prime in PRIMES:
            seen[slots(frames, bits, prime)] = True
        return cls(forms, joined.reshape(-1, length), frames[order], order % len(forms), seen, bits)

    def near(self, codes: _Hashes, frames: _Hashes, size: int) -> Iterator[tuple[int, str]]:
        """Yield where in a text something of `size` characters agrees with a phrase but for one slip."""
        row, starts = np.nonzero(self.seen[slots(frames, self.bits, PRIMES[0])])
        known = self.seen[slots(frames[row, starts], self.bits, PRIMES[1])]
        row, starts = row[known], starts[known]
        first, last = (np.searchsorted(self.frames, frames[row, starts], side) for side in ("left", "right"))
        times = last - first
        starts = np.repeat(starts, times)
        ahead = np.arange(len(starts)) - np.repeat(np.cumsum(times) - times, times)
        numbers = self.numbers[np.repeat(first, times) + ahead]
        length = self.codes.shape[1]
        shorter = min(size, length)
        places = np.arange(shorter)
        found, forms = codes[starts[:, None] + np.arange(size)], self.codes[numbers]
        same_before = found[:, places] == forms[:, places]
        same_behind = found[:, size - 1 - places] == forms[:, length - 1 - places]
        agree = sum(
            np.logical_and.accumulate(same, axis=1).sum(axis=1) for same in (same_before, same_behind)
        )
        for place in np.flatnonzero(agree >= shorter - 2 * (size == length)).tolist():
            yield int(starts[place]), self.forms[numbers[place]]


@cache
def set_phrases() -> SetPhrases:
    """Return the phrases that come with the program; read once, for they never change."""
    listed = (files("resources") / "language" / "set_phrases.txt").read_text(encoding="utf-8")
    return SetPhrases(tuple(listed.split()))
