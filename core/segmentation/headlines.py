"""Headline groups: which open lines stand over a story together, and what each of them is."""

from __future__ import annotations

from collections.abc import Sequence

from core.document.role import Role
from core.segmentation import wording
from core.segmentation.shapes import Shape
from core.segmentation.units import Unit

_PARTS = frozenset({Shape.OPEN, Shape.HEADLINE, Shape.SUBTITLE, Shape.BYLINE, Shape.DATE})
_TITLES = frozenset({Shape.OPEN, Shape.HEADLINE})
_LARGEST = 10
"""How many lines a headline group has at the most."""

_SIGN = 8
"""The longest name of a column (code points)."""

_PARALLEL = 1
"""Lines of a title that are set as a couplet differ in length by no more than this (code points)."""

_LINE = 14
"""The longest line of such a couplet (code points)."""

WIDE_GAP = 3
"""So many blank lines part what does not belong together; a picture stood there."""


def group_end(units: Sequence[Unit], start: int) -> int:
    """Return where the headline group ends that begins at unit `start`, which is a title line."""
    number = start + 1
    last = min(len(units), start + _LARGEST)
    while number < last and units[number].shape in _PARTS and not _parts(units, start, number):
        number += 1
    return number


def _parts(units: Sequence[Unit], start: int, number: int) -> bool:
    """Say whether another group begins at unit `number` of the group that begins at `start`."""
    unit, above = units[number], units[number - 1]
    if unit.first.gap >= WIDE_GAP:
        return True
    if unit.shape not in _TITLES:
        return False
    if above.shape in {Shape.BYLINE, Shape.DATE}:
        return not is_column_name(unit)
    group = units[start:number]
    if (
        is_column_name(unit)
        and any(not is_column_name(one) for one in group)
        and _is_over_title(units, number)
    ):
        return True
    attended = wording.ATTENDED.fullmatch(above.text) is not None and len(group) > 1
    newly_marked = unit.first.level > 0 and len(group) > 1 and not any(one.first.level for one in group)
    return attended or newly_marked or (above.shape is Shape.SUBTITLE and unit.first.level > 0)


def _is_over_title(units: Sequence[Unit], number: int) -> bool:
    """Say whether the unit below `number` is a title line: the sign of a column stands over it."""
    return number + 1 < len(units) and units[number + 1].shape in _TITLES


def is_column_name(unit: Unit) -> bool:
    """Say whether a line is the sign of a column (锐评, 今日谈)."""
    return len(unit.text) <= _SIGN and wording.COLUMN_NAME.fullmatch(unit.text) is not None


def roles_of(group: Sequence[Unit]) -> list[Role]:
    """Return the role of each unit of a headline group."""
    roles = [_plain_role(unit) for unit in group]
    titles = [number for number, role in enumerate(roles) if role is Role.TITLE]
    if len(titles) > 1:
        main = _main_titles(group, titles)
        for number in titles:
            if number not in main:
                roles[number] = Role.KICKER if number < main[0] else Role.SUBTITLE
    return roles


def _plain_role(unit: Unit) -> Role:
    if unit.shape is Shape.BYLINE:
        return Role.BYLINE
    if unit.shape is Shape.DATE:
        return Role.DATELINE
    if unit.shape is Shape.SUBTITLE:
        return Role.SUBTITLE
    return Role.KICKER if is_column_name(unit) else Role.TITLE


def _main_titles(group: Sequence[Unit], titles: Sequence[int]) -> list[int]:
    """Choose which of several title lines are the title itself."""
    below = [
        number
        for number in titles[1:]
        if wording.ATTENDED.fullmatch(group[number].text) or wording.SERIES.search(group[number].text)
    ]
    candidates = [number for number in titles if number not in below]
    marked = [number for number in candidates if group[number].first.level]
    if marked and len(marked) < len(candidates):
        highest = min(group[number].first.level for number in marked)
        return [next(number for number in marked if group[number].first.level == highest)]
    if len(candidates) == 1:
        return candidates
    first, second = candidates[:2]
    if group[first].first.level > group[second].first.level > 0:
        return candidates[:2]
    if group[second].first.adjacent and len(group[second].text) < 2 * len(group[first].text):
        return candidates[:2]
    longer = len(group[second].text) - len(group[first].text)
    if abs(longer) <= _PARALLEL and max(len(group[first].text), len(group[second].text)) <= _LINE:
        return candidates[:2]
    return [second] if longer > 0 else [first]
