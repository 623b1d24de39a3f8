"""Which marks the language expects: in the place of a printed one, or between two characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.language.context_model import REACH, padded
from core.language.language import Language
from core.language.stream import SIDE, stream_of
from core.language.symbols import BOUNDARY, codes_of, symbols
from core.language.windows import Windows, backward, forward, windows_of

MARKS = symbols("，。、；：")
"""The marks that are taken for each other, as the language counts them: width makes no difference."""


@dataclass(frozen=True, slots=True)
class MarkPlace:
    """The text of a paragraph, and where in it a mark stands or could stand."""

    text: str
    at: int


def bits_against(places: Sequence[MarkPlace], language: Language) -> list[float]:
    """Say of each place, where one of MARKS stands, how many times likelier the likeliest other is (log2).

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


def bits_for(mark: str, places: Sequence[MarkPlace], language: Language) -> list[float]:
    """Say of each place how many times likelier the text is with `mark` before that character (log2).

    Only the SIDE symbols before the place and the SIDE from it on are looked at.
    """
    if not places:
        return []
    codes = codes_of("".join(_joint(place) for place in places))
    stream = stream_of(codes, language.grams)
    seams = SIDE + np.arange(len(places)) * 2 * SIDE + SIDE
    new = np.full((len(places), 1), codes_of(symbols(mark))[0], dtype=np.uint32)
    bare = _both_ways(windows_of(stream, seams, 0, new[:, :0], language.grams), language)
    marked = _both_ways(windows_of(stream, seams, 0, new, language.grams), language)
    return [float(bits) for bits in marked - bare]


def _both_ways(windows: Windows, language: Language) -> npt.NDArray[np.float32]:
    """Return log2 of how likely the windows read, as a mean of reading on and reading back."""
    ahead, back = forward(windows, language.smoothing), backward(windows, language.smoothing)
    return np.asarray((ahead.sum(axis=1) + back.sum(axis=1)) / 2, dtype=np.float32)


def _joint(place: MarkPlace) -> str:
    near = 3 * SIDE
    before = "".join(place.text[max(0, place.at - near) : place.at].split())[-SIDE:]
    after = "".join(place.text[place.at : place.at + near].split())[:SIDE]
    return symbols(before.rjust(SIDE, BOUNDARY) + after.ljust(SIDE, BOUNDARY))
