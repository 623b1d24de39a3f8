"""What a text says, without marks, blanks and line ends, and where each character of it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain

from core.text.characters import HAN
from core.text.folding import fold

_SAYING = re.compile(f"(?:[{HAN}A-Za-z0-9]+|(?<=[0-9])[.](?=[0-9])|(?<=[0-9])%)+")
_SAID = re.compile(f"[{HAN}A-Za-z0-9]|(?<=[0-9])[.](?=[0-9])|(?<=[0-9])%")


@dataclass(frozen=True, slots=True)
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


def substance_of(raw: str) -> Substance:
    """Read out of `raw` what it says."""
    folded = fold(raw)
    # Whole stretches at once, for a page is mostly that.
    stretches = [found.span() for found in _SAYING.finditer(folded)]
    places = tuple(chain.from_iterable(range(start, end) for start, end in stretches))
    return Substance(raw, "".join([folded[start:end] for start, end in stretches]), places)


def said(character: str) -> bool:
    """Say whether a character says something by itself; marks, blanks and "" do not."""
    return bool(_SAID.fullmatch(fold(character)))
