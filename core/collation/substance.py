"""What a text says, without marks, blanks and line ends, and where each character of it stands."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, cached_property

import numpy as np
import numpy.typing as npt

from core.language.symbols import codes_of
from core.text.characters import HAN
from core.text.folding import fold
from core.text.script import Told, told_by

_SAYING = re.compile(f"(?:[{HAN}A-Za-z0-9]+|(?<=[0-9])[.](?=[0-9])|(?<=[0-9])%)+")
_SAID = re.compile(f"[{HAN}A-Za-z0-9]|(?<=[0-9])[.](?=[0-9])|(?<=[0-9])%")


@dataclass(frozen=True)
class Substance:
    """The characters of `raw` that say something, folded; `places` are their code points in `raw`."""

    raw: str
    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where `[start, end)` stands in the raw text; an empty stretch follows what is before it."""
        if start == end:
            place = self.places[start - 1] + 1 if start else self.places[0]
            return place, place
        return self.places[start], self.places[end - 1] + 1

    def between(self, position: int) -> tuple[int, int]:
        """Return the stretch of raw text between the character before `position` and the one there."""
        return self.places[position - 1] + 1, self.places[position]

    def is_traditional(self, start: int, end: int) -> bool:
        """Say whether `[start, end)` of the raw text has more traditional characters than simplified ones."""
        first, last = (min(max(0, place), len(self.raw)) for place in (start, end))
        return bool(self._traditional_before[last] > self._traditional_before[first])

    @cached_property
    def _traditional_before(self) -> npt.NDArray[np.int64]:
        """How many more traditional characters than simplified ones stand before each place of `raw`."""
        told = told_by(self.raw)
        more = (told == Told.TRADITIONAL).astype(np.int64) - (told == Told.SIMPLIFIED)
        return np.concatenate(([0], np.cumsum(more)))


def substance_of(raw: str) -> Substance:
    """Read out of `raw`, mostly a whole page, what it says."""
    codes = codes_of(fold(raw))
    kinds = _kinds()[codes]
    figure = np.concatenate(([False], kinds == _Kind.FIGURE, [False]))
    behind, before = figure[:-2], figure[2:]
    says = (kinds >= _Kind.SAYING) | (kinds == _Kind.PERCENT) & behind
    places = np.flatnonzero(says | (kinds == _Kind.POINT) & behind & before)
    text = codes[places].astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")
    return Substance(raw, text, tuple(places.tolist()))


def said_in(raw: str) -> str:
    """Return what `raw` says, as `substance_of` has it: for the few characters of a reading much faster."""
    return "".join(_SAYING.findall(fold(raw)))


class _Kind(IntEnum):
    """What a folded character is; from SAYING on it says something wherever it stands."""

    NOTHING = 0
    POINT = 1
    PERCENT = 2
    SAYING = 3
    FIGURE = 4


@cache
def _kinds() -> npt.NDArray[np.uint8]:
    kinds = np.full(sys.maxunicode + 1, _Kind.NOTHING, dtype=np.uint8)
    for inside, kind in ((f"{HAN}A-Za-z", _Kind.SAYING), ("0-9", _Kind.FIGURE)):
        for first, last in re.findall("(.)(?:-(.))?", inside):
            kinds[ord(first) : ord(last or first) + 1] = kind
    kinds[[ord("."), ord("%")]] = _Kind.POINT, _Kind.PERCENT
    return kinds


def said(character: str) -> bool:
    """Say whether a character says something by itself; marks, blanks and "" do not."""
    return bool(_SAID.fullmatch(fold(character)))
