"""What characters stand in the names of people, and where in a text names stand.

The table is made by packaging/language/names.py. Nothing foretells a name, but few characters are surnames,
and parents choose from few.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.language.symbols import Codes

Logs = npt.NDArray[np.float32]

_NAMES_FOLLOW = re.compile("记者|通讯员|编辑|作者|摄影|校对|主编|撰稿|实习生|责编|版式|美编")
_ENDS = re.compile(r'[),。\n:;"0]|报道|摄')
_ZONE = 14
"""How far behind such a word names may stand (symbols)."""

_LONGEST = 3


class Part(IntEnum):
    """What a symbol is in a name."""

    NONE = 0
    SURNAME = 1
    GIVEN = 2


@dataclass(frozen=True, eq=False)
class NameTable:
    """`_logs` (3, characters): log2 of how often a character is each Part, plus one; 0 for NONE."""

    _codes: Codes
    _logs: Logs

    @classmethod
    def load(cls, path: Path) -> NameTable:
        """Read the table in `path`."""
        with np.load(path) as held:
            counts = np.stack((np.zeros(len(held["codes"])), held["surnames"], held["given"]))
            return cls(held["codes"], np.log2(counts + 1).astype(np.float32))

    def logs(self, codes: Codes, parts: npt.NDArray[np.int8]) -> Logs:
        """Return log2 of how often each symbol is that part of a name, plus one; 0 where it never is."""
        rows = np.minimum(np.searchsorted(self._codes, codes), len(self._codes) - 1)
        return np.where(self._codes[rows] == codes, self._logs[parts, rows], np.float32(0))


def name_zones(text: str) -> npt.NDArray[np.bool_]:
    """Say of each symbol whether names are to be expected there: behind 记者 and the like."""
    zones = np.zeros(len(text), dtype=np.bool_)
    for cue in _NAMES_FOLLOW.finditer(text):
        zones[cue.end() : _end_of_names(text, cue.end())] = True
    return zones


def name_parts(text: str, apart: Sequence[int]) -> npt.NDArray[np.int8]:
    """Say of each symbol which Part of a name it is, as far as can be told from where it stands.

    `apart` are the symbols that a blank stood before, in their order: where one name ends and another begins.
    """
    parts = np.zeros(len(text), dtype=np.int8)
    for cue in _NAMES_FOLLOW.finditer(text):
        start, end = cue.end(), _end_of_names(text, cue.end())
        names = list(_names_between(text, start, end, apart))
        if len(names) > 1 and text.startswith("报道", end):
            # 本报记者 林帆 上海报道: the last is no name.
            names.pop()
        for first, last in names:
            parts[first] = Part.SURNAME
            # Of what is longer than a name only the beginning can be told.
            known = last - first if last - first <= _LONGEST else 2
            parts[first + 1 : first + known] = Part.GIVEN
    return parts


def _names_between(text: str, start: int, end: int, apart: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield where each name in `[start, end)` begins and ends."""
    inside = apart[bisect_right(apart, start) : bisect_left(apart, end)]
    for listed in re.finditer("[^、]+", _NAMES_FOLLOW.sub(_blanked, text[start:end])):
        first, last = start + listed.start(), start + listed.end()
        yield from _padded_whole(
            pairwise([first, *(place for place in inside if first < place < last), last])
        )


def _padded_whole(pieces: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Put two pieces of one character together: 张　三 is a name padded to the width of three characters."""
    held: tuple[int, int] | None = None
    for first, last in pieces:
        if held is not None and last - first == 1:
            yield held[0], last
            held = None
            continue
        if held is not None:
            yield held
        held = (first, last) if last - first == 1 else None
        if held is None:
            yield first, last
    if held is not None:
        yield held


def _end_of_names(text: str, start: int) -> int:
    ends = _ENDS.search(text, start, start + _ZONE)
    return ends.start() if ends else min(len(text), start + _ZONE)


def _blanked(cue: re.Match[str]) -> str:
    return "、" * len(cue[0])
