"""Stories in the blocks that pages are made of: headlines, sections, paragraphs, pictures, tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from core.document.layout import TITLE_FROM_BODY
from core.document.role import HEADLINE_ROLES, Role
from core.exporters.marking import Run
from core.exporters.reading import Paragraph, Story

Line = tuple[Run, ...]

_PICTURE = frozenset({Role.CAPTION, Role.CREDIT})


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs that stand together: a headline of several lines, a picture's caption and credit, or one."""

    paragraphs: tuple[Paragraph, ...]

    @property
    def role(self) -> Role:
        """The role of its first paragraph."""
        return self.paragraphs[0].role

    @property
    def is_headline(self) -> bool:
        """Whether it is a headline: kicker, title, subtitle."""
        return self.role in HEADLINE_ROLES

    @property
    def is_picture(self) -> bool:
        """Whether it is what is said of a picture."""
        return self.role in _PICTURE


def blocks(story: Story) -> Iterator[Block]:
    """Yield the blocks of `story`; a headline is one, and so are a caption and the credits behind it."""
    for kind, together in groupby(story.paragraphs, _kind):
        if kind == "headline":
            yield Block(tuple(together))
        elif kind == "picture":
            yield from _pictures(list(together))
        else:
            yield from (Block((paragraph,)) for paragraph in together)


def title_of_story(story: Story) -> str:
    """Return what a list of contents calls `story`: its name, its title, or how it begins."""
    if story.name:
        return story.name
    for roles in ({Role.TITLE}, {Role.KICKER, Role.SUBTITLE, Role.HEADING}):
        found = next((one.text for one in story.paragraphs if one.role in roles), None)
        if found:
            return found
    begin = " ".join(story.paragraphs[0].text.split())
    return begin if len(begin) <= TITLE_FROM_BODY else f"{begin[:TITLE_FROM_BODY]}…"


def rows(line: Line) -> Iterator[list[Line]]:
    """Yield the rows of a table, each a list of cells; lines are rows and tabs part their cells."""
    for row in _parted(line, "\n"):
        yield list(_parted(row, "\t"))


def _kind(paragraph: Paragraph) -> str:
    if paragraph.role in HEADLINE_ROLES:
        return "headline"
    return "picture" if paragraph.role in _PICTURE else "text"


def _pictures(paragraphs: list[Paragraph]) -> Iterator[Block]:
    held: list[Paragraph] = []
    for paragraph in paragraphs:
        if held and paragraph.role is Role.CAPTION:
            yield Block(tuple(held))
            held = []
        held.append(paragraph)
    yield Block(tuple(held))


def _parted(line: Line, mark: str) -> Iterator[Line]:
    part: list[Run] = []
    for run in line:
        first, *others = run.text.split(mark)
        # A note is not told of cells: what is read otherwise across them is left without one.
        part.append(Run(first, run.made, run.opens, None if others else run.noted, run.place))
        for other in others:
            yield tuple(part)
            part = [Run(other, run.made)]
    yield tuple(part)
