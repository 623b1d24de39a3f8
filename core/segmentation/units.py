"""Units: paragraphs, headlines and other things that are read as one, made of one fragment or of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.segmentation import marks
from core.segmentation.fragments import Fragment
from core.segmentation.shapes import Shape, shape_of

_TOPS = frozenset({Shape.STORY, Shape.BYLINE, Shape.DATE, Shape.SUBTITLE, Shape.SALUTATION})


@dataclass(frozen=True, slots=True)
class Unit:
    """Fragments that go on with one another, what they look like, and their folded text.

    `begins`: the printed page itself shows that a paragraph begins here (an indent, a short line above).
    `follows`: it shows that here goes on what the fragment ends that starts there (code points).
    """

    fragments: tuple[Fragment, ...]
    shape: Shape
    text: str
    raw: str
    begins: bool = False
    follows: int | None = None

    @property
    def first(self) -> Fragment:
        """The fragment it begins with."""
        return self.fragments[0]

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence can end where it ends."""
        return self.fragments[-1].ends_sentence


def starts_story(unit: Unit) -> bool:
    """Say whether a unit is one that stands at the top of a story, right under its headline."""
    return unit.shape in _TOPS or (
        unit.shape is Shape.JUMP and marks.JUMP_FROM.fullmatch(unit.text) is not None
    )


def unit_of(fragments: Sequence[Fragment], shape: Shape | None = None, *, begins: bool = False) -> Unit:
    """Make one unit of `fragments`; its shape is that of its text where `shape` is None."""
    text = "".join(fragment.text for fragment in fragments)
    raw = "".join(fragment.raw for fragment in fragments)
    return Unit(tuple(fragments), shape_of(text) if shape is None else shape, text, raw, begins)
