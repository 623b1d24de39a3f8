"""Keeping the articles sensible after the text was edited.

Spans move with edits by themselves. What is left to settle: a line end typed into a piece makes two
paragraphs, a line end taken away makes one, a piece whose text is gone is no piece, and a line typed where
nothing was belongs to the article it stands in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np

from core.document.arranging import Arranging
from core.document.layout import Layout, Piece, PieceId
from core.document.role import Role
from core.text.edit import Edit, Edits
from core.text.span import Span


def settled_layout(layout: Layout, text: str, edits: Edits) -> Layout:
    """Return `layout`, which has already moved with `edits`, fitted to `text`, the text after them."""
    regions = _regions(edits)
    unsettled = [
        region
        for edit, region in zip(edits, regions, strict=True)
        if _needs_settling(layout, text, edit, region)
    ]
    if not unsettled:
        return layout
    settling = _Settling(Arranging(layout), text)
    for window in _windows(text, unsettled):
        settling.settle(window)
    return settling.layout()


def _regions(edits: Edits) -> list[Span]:
    """Return where the inserted texts stand after all edits."""
    regions, growth = [], 0
    for edit in edits:
        start = edit.start + growth
        regions.append(Span(start, start + len(edit.inserted)))
        growth += edit.growth
    return regions


def _needs_settling(layout: Layout, text: str, edit: Edit, region: Span) -> bool:
    """Say whether an edit did more than to change the inside of pieces."""
    if "\n" in edit.inserted or "\n" in edit.removed:
        return True
    near = _touching(layout, region)
    covered = sum(min(span.end, region.end) - max(span.start, region.start) for _, span in near)
    return covered < len(region) or any(not span.of(text).strip() for _, span in near)


def _touching(layout: Layout, span: Span) -> list[tuple[PieceId, Span]]:
    """List the pieces that lie in `span`, reach into it or end at its edge, empty ones too, top down."""
    spans = layout.spans
    hit = np.flatnonzero((spans.starts <= span.end) & (spans.ends >= span.start))
    rows = zip(spans.starts[hit].tolist(), spans.ends[hit].tolist(), spans.keys[hit].tolist(), strict=True)
    return [(key, Span(start, end)) for start, end, key in sorted(rows)]


def _windows(text: str, regions: Sequence[Span]) -> list[Span]:
    """Return the whole lines that the ordered `regions` reach, each once."""
    windows: list[Span] = []
    for region in regions:
        if windows and region.end <= windows[-1].end:
            continue
        start = text.rfind("\n", 0, region.start) + 1
        end = text.find("\n", region.end)
        whole = Span(start, len(text) if end < 0 else end)
        if windows and whole.start <= windows[-1].end:
            windows[-1] = Span(windows[-1].start, whole.end)
        else:
            windows.append(whole)
    return windows


class _Settling:
    """The pieces while they are fitted to a new text, window by window from the top.

    No piece reaches beyond its line before an edit, and windows are whole lines after it: so no piece lies in
    two windows.
    """

    def __init__(self, arranging: Arranging, text: str) -> None:
        self._arranging = arranging
        self._text = text
        self._gone: set[PieceId] = set()
        # The lowest piece of an article in the windows so far; what was made new is nowhere else in order.
        self._lowest: PieceId | None = None

    def layout(self) -> Layout:
        """Freeze."""
        self._arranging.drop(self._gone)
        return self._arranging.layout()

    def settle(self, window: Span) -> None:
        """Fit the pieces on some whole lines to them."""
        pieces = [
            part
            for piece, span in _touching(self._arranging.base, window)
            for part in self._parted(piece, span)
        ]
        start, following = window.start, 0
        for line in window.of(self._text).split("\n"):
            end = start + len(line)
            first = following
            while following < len(pieces) and self._arranging.span(pieces[following]).start < end:
                following += 1
            on_line = pieces[first:following]
            if on_line:
                self._fill(self._merged(on_line), Span(start, end))
            elif line.strip():
                on_line = self._claimed(Span(start, end))
            self._remember(on_line)
            start = end + 1

    def _parted(self, piece: PieceId, span: Span) -> list[PieceId]:
        """Make every line of a piece a piece of its own; the first keeps its identity and its place."""
        parts: list[Span] = []
        start = span.start
        for line in span.of(self._text).split("\n"):
            if line.strip():
                parts.append(Span(start, start + len(line)))
            start += len(line) + 1
        if not parts:
            self._gone.add(piece)
            return []
        self._arranging.place(piece, parts[0])
        fresh = replace(self._arranging.pieces[piece], joins_previous=False)
        new = self._arranging.new_pieces([(part, fresh) for part in parts[1:]])
        if new:
            self._arranging.put_behind(new, piece)
        return [piece, *new]

    def _merged(self, on_line: list[PieceId]) -> list[PieceId]:
        """Make one piece of neighbours that are read one after the other and are the same."""
        kept = on_line[:1]
        for piece in on_line[1:]:
            if self._read_on(kept[-1], piece):
                self._gone.add(piece)
            else:
                kept.append(piece)
        return kept

    def _read_on(self, first: PieceId, second: PieceId) -> bool:
        arranging = self._arranging
        owner = arranging.owners.get(first)
        alike = arranging.pieces[first].role is arranging.pieces[second].role
        if not alike or owner != arranging.owners.get(second):
            return False
        if owner is None:
            return True
        read = arranging.articles[owner].pieces
        between = read[read.index(first) + 1 : read.index(second)]
        return read.index(first) < read.index(second) and self._gone.issuperset(between)

    def _fill(self, pieces: list[PieceId], line: Span) -> None:
        """Let the pieces of a line share all of it."""
        starts = [line.start, *(self._arranging.span(piece).start for piece in pieces[1:]), line.end]
        for number, piece in enumerate(pieces):
            self._arranging.place(piece, Span(starts[number], starts[number + 1]))

    def _claimed(self, line: Span) -> list[PieceId]:
        """Give a line that no piece covers to the article above it, else to the one below, as body."""
        arranging = self._arranging
        new = arranging.new_pieces([(line, Piece(Role.BODY))])
        above = self._above(line)
        below = None if above is not None else self._below(line)
        if above is not None:
            arranging.put_behind(new, above)
        elif below is not None:
            owner = arranging.owners[below]
            arranging.put(new, owner, arranging.articles[owner].pieces.index(below))
        return new

    def _remember(self, on_line: Sequence[PieceId]) -> None:
        owned = [piece for piece in on_line if self._is_read(piece)]
        self._lowest = owned[-1] if owned else self._lowest

    def _is_read(self, piece: PieceId) -> bool:
        return piece not in self._gone and piece in self._arranging.owners

    def _above(self, line: Span) -> PieceId | None:
        """Return the lowest piece of an article above `line`."""
        starts, keys = self._top_down
        row = bisect_left(starts, line.start)
        before = next((keys[at] for at in range(row - 1, -1, -1) if self._is_read(keys[at])), None)
        found = [piece for piece in (before, self._lowest) if piece is not None]
        return max(found, key=self._arranging.span, default=None)

    def _below(self, line: Span) -> PieceId | None:
        """Return the highest piece of an article below `line`."""
        starts, keys = self._top_down
        row = bisect_left(starts, line.end)
        return next((keys[at] for at in range(row, len(keys)) if self._is_read(keys[at])), None)

    @cached_property
    def _top_down(self) -> tuple[list[int], list[PieceId]]:
        """Where the pieces begin that were there before, and which they are, from top to bottom."""
        spans = self._arranging.base.spans
        order = np.argsort(spans.starts, kind="stable")
        return spans.starts[order].tolist(), spans.keys[order].tolist()
