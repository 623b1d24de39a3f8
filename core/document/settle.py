"""Keeping the articles sensible after the text was edited.

Spans move with edits by themselves. What is left to settle: a line end typed into a piece makes two
paragraphs, a line end taken away makes one, a piece whose text is gone is no piece, and a line typed where
nothing was belongs to the article it stands in.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from core.document.arranging import Arranging
from core.document.layout import Layout, Piece, PieceId
from core.document.role import Role
from core.text.edit import Edit, Edits
from core.text.span import Span


def settled_layout(layout: Layout, text: str, edits: Edits) -> Layout:
    """Return `layout`, which has already moved with `edits`, fitted to `text`, the text after them."""
    regions = _regions(edits)
    if not any(
        _needs_settling(layout, text, edit, region) for edit, region in zip(edits, regions, strict=True)
    ):
        return layout
    arranging = Arranging(layout)
    for region in regions:
        _settle_region(arranging, text, region)
    return arranging.layout()


def _regions(edits: Edits) -> list[Span]:
    """Return where the inserted texts stand after all edits."""
    regions, growth = [], 0
    for edit in edits:
        start = edit.start + growth
        regions.append(Span(start, start + len(edit.inserted)))
        growth += edit.growth
    return regions


def _needs_settling(layout: Layout, text: str, edit: Edit, region: Span) -> bool:
    if "\n" in edit.inserted or "\n" in edit.removed:
        return True
    around = Span(max(0, region.start - 1), min(len(text), region.end + 1))
    near = layout.spans.overlapping(around)
    return not near or any(not layout.spans[piece].of(text).strip() for piece in near) or _has_empty(layout)


def _has_empty(layout: Layout) -> bool:
    return bool((layout.spans.starts == layout.spans.ends).any())


def _settle_region(arranging: Arranging, text: str, region: Span) -> None:
    start = text.rfind("\n", 0, region.start) + 1
    end = text.find("\n", region.end)
    lines = Span(start, len(text) if end < 0 else end)
    for piece in _pieces_in(arranging, lines):
        span = arranging.span(piece)
        if not span.of(text).strip():
            arranging.drop([piece])
        elif "\n" in span.of(text):
            _split_at_line_ends(arranging, text, piece)
    _merge_on_lines(arranging, text, lines)
    _claim_uncovered(arranging, text, lines)


def _pieces_in(arranging: Arranging, span: Span) -> list[PieceId]:
    """List the pieces that touch `span`, empty ones too, from top to bottom."""
    spans = ((arranging.span(piece), piece) for piece in arranging.pieces)
    return [piece for held, piece in sorted(spans) if held.start <= span.end and held.end >= span.start]


def _split_at_line_ends(arranging: Arranging, text: str, piece: PieceId) -> None:
    """Make every line of `piece` a piece of its own; the first keeps its identity and its place."""
    span = arranging.span(piece)
    parts: list[Span] = []
    start = span.start
    for line in span.of(text).split("\n"):
        if line.strip():
            parts.append(Span(start, start + len(line)))
        start += len(line) + 1
    arranging.spans[piece] = parts[0]
    held = arranging.pieces[piece]
    new = [arranging.new_piece(part, replace(held, joins_previous=False)) for part in parts[1:]]
    owner = arranging.owners.get(piece)
    if owner is not None and new:
        arranging.take_out(new)
        arranging.put(new, owner, arranging.articles[owner].pieces.index(piece) + 1)


def _merge_on_lines(arranging: Arranging, text: str, lines: Span) -> None:
    """Merge neighbours that now share a line and are read one after the other with the same role."""
    touching = _pieces_in(arranging, lines)
    for first, second in pairwise(touching):
        if first not in arranging.pieces:
            continue
        one, two = arranging.span(first), arranging.span(second)
        owner = arranging.owners.get(first)
        if owner is None or arranging.owners.get(second) != owner or "\n" in text[one.end : two.start]:
            continue
        pieces = arranging.articles[owner].pieces
        read_on = pieces.index(second) == pieces.index(first) + 1
        if read_on and arranging.pieces[first].role is arranging.pieces[second].role:
            # The later one takes the earlier one's place, so that a chain of three merges as well.
            arranging.pieces[second] = arranging.pieces[first]
            arranging.drop([first])
            arranging.spans[second] = Span(one.start, two.end)


def _claim_uncovered(arranging: Arranging, text: str, lines: Span) -> None:
    """Give text that no piece covers to the article above it, else to the one below, as body."""
    start = lines.start
    for line in lines.of(text).split("\n"):
        span = Span(start, start + len(line))
        start += len(line) + 1
        covering = [piece for piece in _pieces_in(arranging, span) if arranging.span(piece).overlaps(span)]
        if covering:
            _stretch(arranging, covering, span)
        elif line.strip():
            _claim_line(arranging, span)


def _stretch(arranging: Arranging, covering: list[PieceId], line: Span) -> None:
    """Let the first and the last piece of a line reach its ends."""
    first, last = covering[0], covering[-1]
    arranging.spans[first] = Span(min(line.start, arranging.span(first).start), arranging.span(first).end)
    arranging.spans[last] = Span(arranging.span(last).start, max(line.end, arranging.span(last).end))


def _claim_line(arranging: Arranging, line: Span) -> None:
    placed = sorted(arranging.owners, key=arranging.span)
    above = [piece for piece in placed if arranging.span(piece) < line]
    neighbour = above[-1] if above else placed[0] if placed else None
    new = arranging.new_piece(line, Piece(Role.BODY))
    if neighbour is None:
        return
    owner = arranging.owners[neighbour]
    arranging.take_out([new])
    at = arranging.articles[owner].pieces.index(neighbour)
    arranging.put([new], owner, at + 1 if above else at)
