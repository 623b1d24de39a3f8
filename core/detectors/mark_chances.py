"""How much less the language expects a printed mark than another one in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.language.context_model import REACH, padded
from core.language.language import Language
from core.language.symbols import BOUNDARY, codes_of, symbols

MARKS = symbols("，。、；：")
"""The marks that are taken for each other, as the language counts them: width makes no difference."""


@dataclass(frozen=True, slots=True)
class MarkPlace:
    """The text of a paragraph, and where in it one of the MARKS stands."""

    text: str
    at: int


def bits_against(places: Sequence[MarkPlace], language: Language) -> list[float]:
    """Say of each place how many times likelier the likeliest other mark is than the printed one (log2).

    Below 0 where the printed one is the likeliest.
    """
    if not places:
        return []
    codes = codes_of("".join(_around(place) for place in places))
    wanted = np.arange(len(places)) * (2 * REACH + 1) + REACH
    chances = language.context_model.log_chances(padded(codes), wanted + REACH)
    columns = [int(np.flatnonzero(language.vocabulary.codes == code)[0]) for code in codes_of(MARKS)]
    of_marks = chances[:, columns] / np.log(2.0)
    rows = np.arange(len(places))
    own = np.array([MARKS.index(symbols(place.text[place.at])) for place in places])
    printed = of_marks[rows, own].copy()
    of_marks[rows, own] = -np.inf
    return [float(bits) for bits in of_marks.max(axis=1) - printed]


def _around(place: MarkPlace) -> str:
    """Return the symbols of REACH characters on either side, without blanks, filled up with boundaries."""
    near = 3 * REACH
    before = "".join(place.text[max(0, place.at - near) : place.at].split())[-REACH:]
    after = "".join(place.text[place.at + 1 : place.at + 1 + near].split())[:REACH]
    return symbols(before.rjust(REACH, BOUNDARY) + place.text[place.at] + after.ljust(REACH, BOUNDARY))
