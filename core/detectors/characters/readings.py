"""A page as one run of symbols: paragraphs read through, line ends and blanks left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Reading:
    """`text` as printed without blanks, paragraphs parted by boundaries; `codes` its symbols.

    `places` are the positions on the page, -1 for boundaries. `names` says where names of people are to be
    expected, whose characters nothing foretells, `name_parts` which Part of one a symbol is.
    """

    text: str
    codes: Codes
    places: npt.NDArray[np.int64]
    names: npt.NDArray[np.bool_]
    name_parts: npt.NDArray[np.int8]

    @property
    def paragraphs(self) -> list[tuple[int, int]]:
        """Where each paragraph begins and ends in `text`; empty ones are left out."""
        found, start = [], 0
        for part in self.text.split(BOUNDARY):
            if part:
                found.append((start, start + len(part)))
            start += len(part) + 1
        return found


def reading_of(read: Sequence[Paragraph]) -> Reading:
    """Read paragraphs one after the other."""
    characters: list[str] = []
    places = [np.zeros(0, dtype=np.int64)]
    for paragraph in read:
        printed, offsets = paragraph.once(_printed)
        characters += [printed, BOUNDARY]
        places += [offsets + paragraph.start, _NOWHERE]
    return _reading("".join(characters), np.concatenate(places))


def _printed(paragraph: Paragraph) -> tuple[str, npt.NDArray[np.int64]]:
    """Return the text without blanks, and where each character of it stands."""
    return "".join(paragraph.text.split()), paragraph.places[~_blank(codes_of(paragraph.text))]


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
    return _reading(BOUNDARY.join("".join(line.split()) for line in text.split(BOUNDARY)), places)


def _blank(codes: Codes) -> npt.NDArray[np.bool_]:
    return _BLANK[np.minimum(codes, len(_BLANK) - 1)]


def _reading(text: str, places: npt.NDArray[np.int64]) -> Reading:
    folded = _PARTICLE.sub("着", symbols(text))
    return Reading(text, codes_of(folded), places, name_zones(folded), name_parts(folded))
