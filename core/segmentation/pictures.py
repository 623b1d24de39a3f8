"""Pictures: which paragraphs are the words under one, and whose picture it is."""

from __future__ import annotations

from core.document.role import HEADLINE_ROLES, Role
from core.segmentation import wording
from core.segmentation.headlines import WIDE_GAP
from core.segmentation.shapes import Shape
from core.segmentation.stories import PageStories, Story
from core.segmentation.units import Unit

_GOES_ON = frozenset({Shape.PROSE, Shape.NUMBERED, Shape.SALUTATION})

LONGEST_CAPTION = 3
"""How many paragraphs stand under a picture at the most."""


def take_picture(page: PageStories, credit: Unit, below: Unit | None) -> None:
    """Give a credit its caption, and both to the story they belong to, or make a picture of its own of them.

    `below` is the unit under the credit: where prose goes on there, the picture stands inside a story.
    """
    story = page.stories[-1] if page.stories else page.begin()
    count = _caption_length(story)
    if not count:
        story.add(credit, Role.CREDIT)
        return
    caption = [part.unit for part in story.take(count)]
    inside = below is not None and below.shape in _GOES_ON
    alone = story.has_only(HEADLINE_ROLES)
    if not alone and (story.closed or not inside):
        story = page.begin()
    for unit in caption:
        story.add(unit, Role.CAPTION)
    story.add(credit, Role.CREDIT)
    story.closed = story.closed or not inside


def _caption_length(story: Story) -> int:
    """Count the paragraphs at the end of a story that are the words under its picture."""
    count = 0
    for part in reversed(story.parts[-LONGEST_CAPTION:]):
        if part.role is not Role.BODY or part.unit.shape is not Shape.PROSE:
            break
        count += 1
        if part.unit.first.gap >= WIDE_GAP or wording.CAPTION_START.match(part.unit.text):
            return count
    return min(count, 1)
