"""Where the text of a page, as it stands now, is printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from core.printed.area import Area, around
from core.text.edit import Edit
from core.text.span import Span
from core.text.span_table import Hold, SpanTable


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line that was printed: what it is in the text now, and where it stands on the image."""

    span: Span
    area: Area


@dataclass(frozen=True, slots=True)
class PagePrint:
    """The image of a page and its printed lines, in the order of the text.

    `image` is the image's absolute path ("" where a page has lines and no image), `sha256` what was
    remembered of it. `size` is width and height in pixels. Only lines of which something is left are there.
    """

    image: str
    sha256: str
    size: tuple[float, float]
    lines: tuple[PlacedLine, ...]

    def moved(self, edits: Sequence[Edit]) -> PagePrint:
        """Return it as it stands after `edits` to the text; a line that was corrected keeps its place."""
        if not edits:
            return self
        table = SpanTable.of({at: line.span for at, line in enumerate(self.lines)})
        spans = dict(table.moved(edits, Hold.GROWS).items())
        lines = (replace(line, span=spans[at]) for at, line in enumerate(self.lines))
        return replace(self, lines=tuple(line for line in lines if len(line.span)))


def page_print(
    lines: Iterable[PlacedLine],
    image: str = "",
    sha256: str = "",
    size: tuple[float, float] | None = None,
    said: tuple[float, float] | None = None,
) -> PagePrint:
    """Return the print of a page as it was imported.

    `size` is that of the image, `said` what the lines' own file calls the size of the page: where they differ
    the lines are brought to the scale of the image. Without either the page ends where its last line does.
    """
    held = sorted(lines, key=lambda line: line.span)
    if size and said and size != said:
        across, down = size[0] / said[0], size[1] / said[1]
        held = [replace(line, area=_scaled(line.area, across, down)) for line in held]
    whole = around(line.area for line in held)
    reached = (whole.right, whole.bottom) if whole else (0.0, 0.0)
    return PagePrint(image, sha256, size or said or reached, tuple(held))


def _scaled(area: Area, across: float, down: float) -> Area:
    return Area(area.left * across, area.top * down, area.right * across, area.bottom * down)
