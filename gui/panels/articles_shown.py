"""What the tree of articles shows of a page, worked out for what is in sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from core.document.counting import count_characters
from core.document.fitting import ENDINGS
from core.document.layout import ArticleId, Layout, PieceId
from core.document.role import BESIDE_THE_TEXT, Role

PREVIEW = 24
"""How much of a piece is shown, in code points."""

FURNITURE: ArticleId = -1
"""Stands for an article where a row holds what no article claims."""

CLOSED = ENDINGS | frozenset("》：；")
"""What a paragraph ends with; one that stops at anything else may have been torn off."""

SHORT = 16
"""A paragraph shorter than this (code points) need not end with a mark: lists, names, signatures."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The torn places of one article.

    `from_elsewhere`: pieces that go on with a paragraph across other text; `open_ends`: pieces that stop in
    the middle of a sentence and with which nothing goes on.
    """

    from_elsewhere: frozenset[PieceId] = frozenset()
    open_ends: frozenset[PieceId] = frozenset()


@dataclass(frozen=True)
class ShownPage:
    """A page's layout, its text, and what is known about its articles and pieces.

    `findings` counts the open suspects of articles; `notes` are words at the right of pieces (重出 29 行).
    """

    layout: Layout
    text: str
    findings: Mapping[ArticleId, int] = field(default_factory=dict)
    notes: Mapping[PieceId, str] = field(default_factory=dict)
    _sizes: dict[ArticleId, int] = field(default_factory=dict, compare=False)
    _marks: dict[ArticleId, Marks] = field(default_factory=dict, compare=False)

    def rows(self) -> dict[ArticleId, Sequence[PieceId]]:
        """Return the articles as they are read, each with its pieces, and furniture, if any, at the end."""
        rows: dict[ArticleId, Sequence[PieceId]] = {article: held.pieces for article, held in self.layout}
        if self.layout.furniture:
            rows[FURNITURE] = sorted(self.layout.furniture, key=self.layout.spans.__getitem__)
        return rows

    def same_rows(self, other: ShownPage) -> bool:
        """Say whether both pages have the same rows in the same order; typing leaves them so."""
        mine, others = self.layout, other.layout
        if mine.order != others.order or mine.furniture != others.furniture:
            return False
        return mine.articles is others.articles or all(
            mine.articles[key].pieces == others.articles[key].pieces for key in mine.order
        )

    def preview(self, piece: PieceId) -> str:
        """Return how the text of a piece begins, marks of Markdown left out."""
        span = self.layout.spans[piece]
        beginning = self.text[span.start : min(span.end, span.start + 2 * PREVIEW)].strip().lstrip("# ")
        cut = len(beginning) > PREVIEW or len(span) > 2 * PREVIEW
        return beginning[:PREVIEW] + "…" if cut else beginning

    def size(self, article: ArticleId) -> int:
        """Return how many characters an article has, as they are counted for the rate of errors."""
        if article not in self._sizes:
            spans = self._spans(self.layout.articles[article].pieces)
            words = " ".join([self.text[start:end] for start, end in spans])
            self._sizes[article] = count_characters(words)
        return self._sizes[article]

    def marks(self, article: ArticleId) -> Marks:
        """Return the torn places of an article; furniture has none."""
        if article == FURNITURE:
            return Marks()
        if article not in self._marks:
            self._marks[article] = self._torn(self.layout.articles[article].pieces, article)
        return self._marks[article]

    def _torn(self, pieces: Sequence[PieceId], article: ArticleId) -> Marks:
        held = self.layout.pieces
        spans = dict(zip(pieces, self._spans(pieces), strict=True))
        main = [piece for piece in pieces if held[piece].role not in BESIDE_THE_TEXT]
        elsewhere = {
            piece
            for before, piece in pairwise(main)
            if held[piece].joins_previous
            and (spans[piece][0] < spans[before][1] or self.text[spans[before][1] : spans[piece][0]].strip())
        }
        leads_on = self.layout.articles[article].continued_to is not None
        bodies = [piece for piece in main if held[piece].role is Role.BODY]
        ends = {piece for piece, after in pairwise(bodies) if not held[after].joins_previous} | set(
            () if leads_on else bodies[-1:]
        )
        open_ends = {piece for piece in ends if self._is_open(*spans[piece])}
        return Marks(frozenset(elsewhere), frozenset(open_ends))

    def _is_open(self, start: int, end: int) -> bool:
        words = self.text[start:end].rstrip()
        return len(words) >= SHORT and words[-1] not in CLOSED

    def _spans(self, pieces: Sequence[PieceId]) -> list[tuple[int, int]]:
        """Return where pieces begin and end, all at once: one by one would take as long as to paint them."""
        table = self.layout.spans
        rows = np.searchsorted(table.keys, np.array(pieces, dtype=np.int64))
        return list(zip(table.starts[rows].tolist(), table.ends[rows].tolist(), strict=True))
