"""Which pieces a gesture is about: those of a stretch of text, or those chosen one by one in the tree."""

from __future__ import annotations

from itertools import chain

from core.document.arranging import Arranging
from core.document.layout import Layout, Piece, PieceId
from core.document.role import Role
from core.errors import refused
from core.text.lines import Lines
from core.text.span import Span

Selection = Span | tuple[PieceId, ...]
"""A stretch of the page's text, or pieces; they need not stand side by side."""


def claim(arranging: Arranging, text: str, selection: Selection) -> list[PieceId]:
    """List the pieces a gesture is about: of a text from top to bottom, chosen ones as they are read.

    Raises RefusedError where there are none, or where a chosen piece is no more.
    """
    if isinstance(selection, Span):
        return claim_lines(arranging, text, selection)
    wanted = set(selection)
    if not wanted:
        raise refused("没有选中任何段落")
    if not wanted <= arranging.pieces.keys():
        raise refused("选中的段落已经不在版面上")
    return [piece for piece in read_through(arranging.base) if piece in wanted]


def read_through(layout: Layout) -> list[PieceId]:
    """List all pieces of a page in the order they are read, furniture at the end."""
    return [*chain.from_iterable(article.pieces for _, article in layout), *layout.furniture]


def claim_lines(arranging: Arranging, text: str, selection: Span) -> list[PieceId]:
    """List the pieces that `selection` reaches, from top to bottom; a caret reaches the piece it stands in.

    A line with text that no piece covers gets a piece of its own, so that a gesture works on every line.
    """
    lines = Lines(text)
    claimed: list[PieceId] = []
    numbers = lines.touching(selection)
    reach = Span(lines.span(numbers[0]).start, lines.span(numbers[-1]).end)
    there = sorted((arranging.span(piece), piece) for piece in arranging.base.spans.overlapping(reach))
    first = 0
    for number in numbers:
        span = lines.span(number)
        while first < len(there) and there[first][0].end <= span.start:
            first += 1
        last = first
        while last < len(there) and there[last][0].start < span.end:
            last += 1
        on_line = [piece for _, piece in there[first:last]]
        if not on_line and span.of(text).strip():
            on_line = arranging.new_pieces([(span, Piece(Role.BODY))])
        claimed += [piece for piece in on_line if _reaches(selection, arranging.span(piece))] or on_line[-1:]
    if not claimed:
        raise refused("这里没有文字，不能标引")
    # A piece of several lines is met on each of them.
    return list(dict.fromkeys(claimed))


def _reaches(selection: Span, piece: Span) -> bool:
    return selection.overlaps(piece) or (not len(selection) and piece.holds(selection.start))
