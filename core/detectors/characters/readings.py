"""A page as one run of symbols: paragraphs read through, line ends and blanks left out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from core.detectors.paragraphs import Paragraph, paragraphs
from core.document.page import PageView
from core.language.names import name_parts, name_zones
from core.language.recurrence import Recurrence
from core.language.symbols import BOUNDARY, Codes, codes_of, symbols

_PARTICLE = re.compile("(?<![名巨原专编合土显论所译卓昭])著(?![名作者述称书录有])")
"""著 where it is what simplified characters write as 着: a traditional page has one form for both words."""

_BLANK = np.array([chr(code).isspace() for code in range(0x3002)])
_NOWHERE = np.array([-1])
_TOGETHER = np.array([False])


@dataclass(frozen=True)
class Reading:
    """`text` as printed without blanks, paragraphs parted by boundaries; `codes` its symbols.

    `places` are the positions on the page, -1 for boundaries. `names` says where names of people are to be
    expected, whose characters nothing foretells, `name_parts` which Part of one a symbol is. `apart` are the
    places in `text` before which a blank parts two such names.
    """

    text: str
    codes: Codes
    places: npt.NDArray[np.int64]
    names: npt.NDArray[np.bool_]
    name_parts: npt.NDArray[np.int8]
    apart: tuple[int, ...]

    @property
    def paragraphs(self) -> list[tuple[int, int]]:
        """Where each paragraph begins and ends in `text`; empty ones are left out."""
        found, start = [], 0
        for part in self.text.split(BOUNDARY):
            if part:
                found.append((start, start + len(part)))
            start += len(part) + 1
        return found

    def between(self, start: int, end: int) -> str:
        """Return `text[start:end]` with the blanks that part names: read again it tells the same."""
        at = [start, *self.apart[bisect_right(self.apart, start) : bisect_left(self.apart, end)], end]
        return " ".join(self.text[first:last] for first, last in pairwise(at))


def reading_of(read: Sequence[Paragraph]) -> Reading:
    """Read paragraphs one after the other."""
    characters: list[str] = []
    places, apart = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.bool_)]
    for paragraph in read:
        printed, offsets, parted = paragraph.once(_printed)
        characters += [printed, BOUNDARY]
        places += [offsets + paragraph.start, _NOWHERE]
        apart += [parted, _TOGETHER]
    return _reading("".join(characters), np.concatenate(places), np.concatenate(apart))


def _printed(paragraph: Paragraph) -> tuple[str, npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    """Return the text without blanks, where each character of it stands, and before which a blank did.

    A blank at the end of a line parts nothing.
    """
    codes = codes_of(paragraph.text)
    printed = np.flatnonzero(~_blank(codes))
    ended = np.cumsum(codes == ord(BOUNDARY))[printed]
    parted = (np.diff(printed, prepend=-1) > 1) & (np.diff(ended, prepend=0) == 0)
    return "".join(paragraph.text.split()), paragraph.places[printed], parted


def reading_of_page(page: PageView) -> Reading:
    """Read the paragraphs of `page`."""
    return page.once(_reading_of_page)


def _reading_of_page(page: PageView) -> Reading:
    return reading_of(paragraphs(page))


def recurrence_of(pages: Iterable[PageView]) -> Recurrence:
    """Count what comes back in `pages`."""
    return Recurrence.of(reading_of_page(page).codes for page in pages)


def reading_of_text(text: str) -> Reading:
    r"""Read a text whose paragraphs are parted by \n."""
    codes = codes_of(text)
    ends = codes == ord(BOUNDARY)
    printed = ~_blank(codes) | ends
    places = np.where(ends, _NOWHERE, np.arange(len(codes)))[printed]
    apart = np.diff(np.flatnonzero(printed), prepend=-1) > 1
    return _reading(BOUNDARY.join("".join(line.split()) for line in text.split(BOUNDARY)), places, apart)


def _blank(codes: Codes) -> npt.NDArray[np.bool_]:
    return _BLANK[np.minimum(codes, len(_BLANK) - 1)]


def _reading(text: str, places: npt.NDArray[np.int64], apart: npt.NDArray[np.bool_]) -> Reading:
    folded = _PARTICLE.sub("着", symbols(text))
    names = name_zones(folded)
    parted = tuple(np.flatnonzero(apart & names).tolist())
    return Reading(text, codes_of(folded), places, names, name_parts(folded, parted), parted)
