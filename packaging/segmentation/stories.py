"""Stories as they are printed: parts in reading order, each with its role and its difficulties."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(eq=False)
class Part:
    """A paragraph, a headline or the like; `joins`: goes on with the part before it in its story.

    `tags` name what is difficult about it. `same_line`: printed on the line of the part before.
    """

    text: str
    role: str
    joins: bool = False
    tags: set[str] = field(default_factory=set)
    same_line: bool = False


@dataclass(eq=False)
class Story:
    """An article: its kind, and its parts in reading order."""

    kind: str
    parts: list[Part]


def body(paragraphs: list[str]) -> list[Part]:
    """Return paragraphs of a body."""
    return [Part(paragraph, "body") for paragraph in paragraphs]
