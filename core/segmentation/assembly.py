"""Units put together into stories, from the top of the page to its foot."""

from __future__ import annotations

from collections.abc import Sequence

from core.document.role import Role
from core.language.topics import Topics
from core.segmentation import marks
from core.segmentation.headlines import roles_of
from core.segmentation.openings import Openings
from core.segmentation.pictures import take_picture
from core.segmentation.shapes import Shape
from core.segmentation.stories import PageStories, Story
from core.segmentation.units import Unit

_ROLES = {
    Shape.PROSE: Role.BODY,
    Shape.SALUTATION: Role.BODY,
    Shape.OPEN: Role.HEADING,
    Shape.HEADLINE: Role.HEADING,
    Shape.NUMBERED: Role.HEADING,
    Shape.HEADING: Role.HEADING,
    Shape.TABLE: Role.TABLE,
    Shape.SUBTITLE: Role.SUBTITLE,
    Shape.BYLINE: Role.BYLINE,
    Shape.DATE: Role.DATELINE,
    Shape.BARE_DATE: Role.DATELINE,
    Shape.CLOSING: Role.DATELINE,
}
_TITLES = frozenset({Shape.OPEN, Shape.HEADLINE})
_AGENCY_WORDS = ("电", "讯", "报", "社", "台", "网")


def assemble(units: Sequence[Unit], topics: Topics | None = None) -> PageStories:
    """Put the units of a page together into stories; `topics` tells headlines from headings."""
    page = PageStories()
    openings = Openings(units, topics)
    number = 0
    while number < len(units):
        unit = units[number]
        if number in openings.group_ends:
            end = openings.group_ends[number]
            _headline(page, units, number, end, opens=openings.opens_article(number))
            number = end
            continue
        if unit.shape is Shape.FURNITURE:
            page.furniture.append(unit)
        elif unit.shape is Shape.CREDIT:
            following = units[number + 1] if number + 1 < len(units) else None
            take_picture(page, unit, following)
        elif unit.shape is Shape.JUMP:
            _jump(page, unit)
        else:
            _text(page, unit)
        number += 1
    return page


def _headline(page: PageStories, units: Sequence[Unit], start: int, end: int, *, opens: bool) -> None:
    group = units[start:end]
    running = page.running
    waiting = running is not None and not running.has_text and not running.has(Role.TITLE)
    if running is None or (opens and not waiting):
        running = page.begin()
    elif not opens and not waiting:
        for unit in group:
            running.add(unit, _ROLES[unit.shape])
        return
    for unit, role in zip(group, roles_of(group), strict=True):
        running.add(unit, role)


def _jump(page: PageStories, unit: Unit) -> None:
    misread = marks.JUMP_MISREAD.fullmatch(unit.text)
    if marks.JUMP_FROM.fullmatch(unit.text) or (misread and misread["back"]):
        running = page.running
        if running is None or running.has_text:
            running = page.begin()
        running.add(unit, Role.JUMP)
        return
    # A jump belongs to what stands above it, even where something else has closed that.
    story = page.stories[-1] if page.stories else page.begin()
    story.add(unit, Role.JUMP)
    story.closed = story.closed or misread is not None or marks.JUMP_TO.fullmatch(unit.text) is not None


def _text(page: PageStories, unit: Unit) -> None:
    story: Story
    if unit.shape is Shape.CLOSING:
        story = page.stories[-1] if page.stories else page.begin()
        agency = unit.text.rstrip(") ").endswith(_AGENCY_WORDS)
        story.add(unit, Role.DATELINE if agency else Role.BYLINE)
        story.closed = True
        return
    if unit.shape is Shape.STORY:
        running = page.running
        story = page.begin() if running is None or running.has_text else running
        story.add(unit, Role.BODY)
        return
    story = page.run_on()
    story.add(unit, _ROLES[unit.shape])
    if unit.shape is Shape.BARE_DATE and story.has_text:
        story.closed = True
