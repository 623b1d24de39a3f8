"""Counterparts: the headings of one story are built alike, halves of torn paragraphs are not."""

from __future__ import annotations

from collections.abc import Sequence

from core.segmentation import wording
from core.segmentation.headlines import WIDE_GAP
from core.segmentation.seams import left_open
from core.segmentation.shapes import Shape
from core.segmentation.units import Unit

_STORY_ENDS = frozenset(
    {Shape.STORY, Shape.BYLINE, Shape.CLOSING, Shape.JUMP, Shape.SUBTITLE, Shape.BARE_DATE}
)
_LONGEST = 28
"""The longest a heading gets (code points)."""

_SHORTEST_CLAUSE = 3
_NEAR = 12
"""How many bare lines further down a counterpart is looked for."""

_UNEVEN = 1
"""Clauses that answer each other differ in length by no more than this (code points)."""


def with_counterparts(units: Sequence[Unit]) -> frozenset[int]:
    """Return which units are bare lines between whole paragraphs that have a counterpart in their story."""
    found: set[int] = set()
    stretch: list[int] = []
    for number, unit in enumerate(units):
        if unit.shape in _STORY_ENDS:
            found |= _answered(units, stretch)
            stretch = []
        elif number and _stands_bare(units[number - 1], unit):
            stretch.append(number)
    return frozenset(found | _answered(units, stretch))


def parallel_clauses(text: str) -> bool:
    """Say whether folded text is two or three clauses of which the first two are of one length."""
    clauses = text.split(",")
    return (
        len(clauses) in {2, 3}
        and len(clauses[0]) == len(clauses[1]) >= _SHORTEST_CLAUSE
        and clauses[0] != clauses[1]
        and not any(character.isdecimal() for character in text)
        and wording.OPENER.match(text) is None
        and wording.COUNTED_END.search(text) is None
    )


def _answered(units: Sequence[Unit], stretch: Sequence[int]) -> set[int]:
    found: set[int] = set()
    for place, one in enumerate(stretch):
        for other in stretch[place + 1 : place + 1 + _NEAR]:
            if _alike(units[one].text, units[other].text):
                found |= {one, other}
    return found


def _stands_bare(above: Unit, unit: Unit) -> bool:
    return (
        unit.shape is Shape.OPEN
        and len(unit.text) <= _LONGEST
        and unit.first.gap < WIDE_GAP
        and not unit.first.level
        and above.shape is Shape.PROSE
        and above.ends_sentence
        and left_open(unit.raw) is None
        and wording.OPENER.match(unit.text) is None
        and wording.INSIDE_WORD_END.search(unit.text) is None
    )


def _alike(one: str, other: str) -> bool:
    """Say whether two lines have the same build: clauses of like length, or a word in the same place."""
    mine, theirs = one.split(","), other.split(",")
    if one == other or len(mine) != len(theirs):
        return False
    if len(mine) == 1:
        return len(one) == len(other) and any(map(str.__eq__, one, other))
    return all(abs(len(left) - len(right)) <= _UNEVEN for left, right in zip(mine, theirs, strict=True))
