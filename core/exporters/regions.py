"""A page as it is printed: what stands where, piece by piece; nothing is joined or left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.document.layout import ArticleId, Piece, PieceId
from core.exporters.exporter import ExportPage
from core.printed.area import Area, around
from core.printed.placed import PlacedLine
from core.text.span import Span


@dataclass(frozen=True, slots=True)
class RegionLine:
    """A line as it is printed, and where; None where that is not known. Its text is in one line.

    `span` is its stretch of the page's text, up to the next line.
    """

    text: str
    area: Area | None
    span: Span
    is_corrected: bool = False


@dataclass(frozen=True, slots=True)
class Region:
    """A piece of an article, or of none (furniture): its lines, and the area that holds all of them."""

    key: PieceId
    piece: Piece
    article: ArticleId | None
    lines: tuple[RegionLine, ...]

    @property
    def area(self) -> Area | None:
        """Where it stands, None where no line of it has a place."""
        return around(line.area for line in self.lines if line.area is not None)

    @property
    def is_corrected(self) -> bool:
        """Whether each line of it was corrected."""
        return all(line.is_corrected for line in self.lines)


def regions(page: ExportPage) -> Iterator[Region]:
    """Yield the pieces of `page` that have text: those of its articles in reading order, then furniture.

    Text for which nothing was printed of its own, because an editor has put it in, stands in the line before
    it, and where a piece has no printed line at all, in a line of its own without a place.
    """
    layout = page.layout
    held = [(key, article) for article in layout.order for key in layout.articles[article].pieces]
    for key, article in [*held, *((key, None) for key in layout.furniture)]:
        lines = tuple(_lines(page, layout.spans[key]))
        if lines:
            yield Region(key, layout.pieces[key], article, lines)


def _lines(page: ExportPage, span: Span) -> Iterator[RegionLine]:
    printed = page.printed.lines if page.printed is not None else ()
    placed = [line for line in printed if line.span.start < span.end and span.start < line.span.end]
    for territory, line in _territories(span, placed):
        text = " ".join(part.strip() for part in territory.of(page.text).split("\n") if part.strip())
        if text:
            area = None if line is None else _part_of(line, territory)
            yield RegionLine(text, area, territory, _is_corrected(page, territory))


def _territories(span: Span, placed: list[PlacedLine]) -> Iterator[tuple[Span, PlacedLine | None]]:
    """Part `span` so that each printed line has what is in it and what stands between it and the next one."""
    if not placed:
        yield span, None
        return
    starts = [span.start, *(max(line.span.start, span.start) for line in placed[1:]), span.end]
    for start, end, line in zip(starts, starts[1:], placed, strict=False):
        yield Span(start, end), line


def _part_of(line: PlacedLine, part: Span) -> Area:
    """Return the area of a line, or that part of it where two pieces share the line."""
    start, end = max(part.start, line.span.start), min(part.end, line.span.end)
    whole, area = len(line.span), line.area
    if end <= start or end - start == whole:
        return area
    before, behind = (start - line.span.start) / whole, (end - line.span.start) / whole
    if area.height > area.width:
        return replace(area, top=area.top + before * area.height, bottom=area.top + behind * area.height)
    return replace(area, left=area.left + before * area.width, right=area.left + behind * area.width)


def _is_corrected(page: ExportPage, span: Span) -> bool:
    places = (made.span for made in page.corrections if made.span is not None)
    return any(at.start < span.end and (span.start < at.end or span.start <= at.start) for at in places)
