"""Headlines without a story that stand right above the headline of another one."""

from __future__ import annotations

from collections.abc import Sequence

from core.language.topics import Topics, share
from core.segmentation import wording
from core.segmentation.headlines import is_column_name
from core.segmentation.shapes import Shape
from core.segmentation.units import Unit

_TITLES = frozenset({Shape.OPEN, Shape.HEADLINE})
_UNTOLD = 0.05
"""A text that tells less of a headline's words than this is not the headline's own (share, 0 to 1)."""

_TOLD = 0.2
"""Of the words of its own headline it tells at least this share."""

_SHORTEST = 8
"""The shortest headline that says what happened (code points)."""


def lone_end(
    units: Sequence[Unit], start: int, end: int, below: Sequence[str], topics: Topics | None
) -> int | None:
    """Return where in a group of headlines the first one ends that has no story, None if all have one.

    `units` from `start` to `end` are the group, `below` the folded paragraphs under it. The first says what
    happened, in words that the text does not tell; the next is in words of the text. What merely names a
    series or a campaign is a kicker, whatever its words.
    """
    first = units[start]
    if topics is None or not below or first.shape not in _TITLES or not _says_what_happened(first):
        return None
    told = topics.words("\n".join(below))
    if share(topics.words(first.text), told) > _UNTOLD:
        return None
    for number in range(start + 1, end):
        unit = units[number]
        if unit.shape in _TITLES and share(topics.words(unit.text), told) >= _TOLD:
            above = units[number - 1]
            return number - 1 if number - 1 > start and is_column_name(above) else number
    return None


def _says_what_happened(unit: Unit) -> bool:
    return (
        len(unit.text) >= _SHORTEST
        and wording.EVENT.search(unit.text) is not None
        and wording.SERIES_NAME.search(unit.text) is None
    )
