"""A page as a file of another program tells it: blocks of printed lines, and where each stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.printed.area import Area, around
from core.text.span import Span

_LINE_ENDS = re.compile("[\\r\\n\\x0b\\x0c\\x1c-\\x1e\\x85\\u2028\\u2029]+")


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A printed line: the stretch of the page's text that it is, and its place where that is known."""

    span: Span
    area: Area | None


@dataclass(frozen=True, slots=True)
class PrintedBlock:
    """Lines that were read as one, such as a headline or a column of an article."""

    lines: tuple[PrintedLine, ...]
    area: Area | None
    kind: str = ""

    @property
    def span(self) -> Span:
        """The stretch of the page's text that it is."""
        return Span(self.lines[0].span.start, self.lines[-1].span.end)


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page and its text: a line of it is a printed line, an empty one parts two blocks.

    `size` is the width and height of the image in pixels, None where the file does not say; `image` is what
    the file calls it ("" likewise).
    """

    text: str
    blocks: tuple[PrintedBlock, ...]
    size: tuple[float, float] | None = None
    image: str = ""


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """A block as it is read, before it is known where in the page's text it stands."""

    lines: Sequence[tuple[str, Area | None]]
    area: Area | None = None
    kind: str = ""


def composed(
    blocks: Iterable[ReadBlock], size: tuple[float, float] | None = None, image: str = ""
) -> PrintedPage:
    """Return the page that `blocks` make, in their order; lines without a character are left out."""
    text, placed = "", []
    for block in blocks:
        told = [(_clean(words), area) for words, area in block.lines]
        told = [(words, area) for words, area in told if words]
        if not told:
            continue
        if text:
            text += "\n"
        lines = []
        for words, area in told:
            lines.append(PrintedLine(Span(len(text), len(text) + len(words)), area))
            text += f"{words}\n"
        known = block.area or around(area for _, area in told if area is not None)
        placed.append(PrintedBlock(tuple(lines), known, block.kind))
    return PrintedPage(text, tuple(placed), size, image)


def _clean(words: str) -> str:
    return _LINE_ENDS.sub(" ", words).replace("\0", "\ufffd").strip()
