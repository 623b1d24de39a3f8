"""A sheet of paper as values: words and strokes at places in millimetres from its upper left corner."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

WIDTH, HEIGHT = 210.0, 297.0
"""A4, upright."""


class Ink(StrEnum):
    """What something is drawn in. `ROUND` is the colour of the round."""

    BLACK = "black"
    GREY = "grey"
    ROUND = "round"


class Face(StrEnum):
    """How characters are drawn: the serif of the text, bold, and the sans of what the sheet says itself."""

    TEXT = "text"
    BOLD = "bold"
    SANS = "sans"


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the sheet."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the sheet."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Words:
    """Characters in a row: the upper left corner of the first one's em square, and how high that square is.

    `width` is what all of them together take; characters that would take another width are drawn so wide.
    """

    text: str
    x: float
    y: float
    em: float
    width: float
    face: Face = Face.TEXT
    ink: Ink = Ink.BLACK


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through `points`: straight from each to the next, or one smooth curve; perhaps closed."""

    points: tuple[Point, ...]
    smooth: bool = False
    closed: bool = False
    ink: Ink = Ink.ROUND
    width: float = 0.22


@dataclass(frozen=True, slots=True)
class Written:
    """How many sheets were written, and the characters that no face has: they are empty boxes there."""

    sheets: int
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One side of paper; `round` (1 to 4) tells the colour of what is marked.

    `traditional`: its text wants a face with the forms of Taiwan.
    """

    round: int
    words: tuple[Words, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    traditional: bool = False
