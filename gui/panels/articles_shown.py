"""What the tree of articles shows of a page, and what of it reads differently after a step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from core.document.layout import ArticleId, Layout, PieceId
from core.text.edit import minimal_edit
from core.text.span import Span

PREVIEW = 24
"""How much of a piece is shown, in code points."""

FURNITURE: ArticleId = -1
"""Stands for an article where a row holds what no article claims."""


@dataclass(frozen=True)
class ShownPage:
    """A page's layout, its text, and what is known about its articles and pieces.

    `findings` counts the open suspects of articles; `notes` are words at the right of pieces (重出 29 行).
    """

    layout: Layout
    text: str
    findings: Mapping[ArticleId, int] = field(default_factory=dict)
    notes: Mapping[PieceId, str] = field(default_factory=dict)

    def rows(self) -> dict[ArticleId, list[PieceId]]:
        """Return the articles as they are read, each with its pieces, and furniture, if any, at the end."""
        rows = {article: list(held.pieces) for article, held in self.layout}
        if self.layout.furniture:
            rows[FURNITURE] = list(self.layout.furniture)
        return rows

    def same_rows(self, other: ShownPage) -> bool:
        """Say whether both pages surely have the same rows in the same order; typing leaves them so."""
        mine, others = self.layout, other.layout
        return (
            mine.articles is others.articles
            and mine.order == others.order
            and mine.furniture == others.furniture
        )

    def owner_of(self, piece: PieceId) -> ArticleId:
        """Return the article that holds a piece, `FURNITURE` where none does."""
        article = self.layout.article_of(piece)
        return FURNITURE if article is None else article

    def preview(self, piece: PieceId) -> str:
        """Return how the text of a piece begins, marks of Markdown left out."""
        span = self.layout.spans[piece]
        beginning = self.text[span.start : min(span.end, span.start + 2 * PREVIEW)].strip().lstrip("# ")
        cut = len(beginning) > PREVIEW or len(span) > 2 * PREVIEW
        return beginning[:PREVIEW] + "…" if cut else beginning

    def size(self, article: ArticleId) -> int:
        """Return how many code points the pieces of an article hold, white space too."""
        keys = np.array(self.layout.articles[article].pieces, dtype=np.int64)
        spans = self.layout.spans
        rows = np.searchsorted(spans.keys, keys)
        return int((spans.ends[rows] - spans.starts[rows]).sum())


def changed_rows(before: ShownPage, after: ShownPage) -> tuple[set[PieceId], set[ArticleId]]:
    """Return the pieces and the articles whose rows read differently; new ones may be among them."""
    articles = _changed_keys(before.findings, after.findings)
    articles |= _changed_keys(before.layout.articles, after.layout.articles)
    return _changed_pieces(before, after), articles


def _changed_keys(before: Mapping[int, object], after: Mapping[int, object]) -> set[int]:
    if before is after:
        return set()
    keys = before.keys() | after.keys()
    return {key for key in keys if before.get(key) != after.get(key)}


def _changed_pieces(before: ShownPage, after: ShownPage) -> set[PieceId]:
    """Return the pieces that read differently: by an edit, by other ends, or by what they are."""
    old, new = before.layout, after.layout
    changed = _changed_keys(before.notes, after.notes) | _changed_keys(old.pieces, new.pieces)
    edit = minimal_edit(before.text, after.text)
    if edit is not None:
        # One character more at either side: a piece that lost its last character only touches the edit.
        reached = Span(max(0, edit.start - 1), edit.start + len(edit.inserted) + 1)
        changed.update(new.pieces_in(reached))
    if old.spans is not new.spans:
        _, rows, new_rows = np.intersect1d(old.spans.keys, new.spans.keys, return_indices=True)
        lengths = old.spans.ends[rows] - old.spans.starts[rows]
        new_lengths = new.spans.ends[new_rows] - new.spans.starts[new_rows]
        other = lengths != new_lengths
        if edit is None:
            other |= old.spans.starts[rows] != new.spans.starts[new_rows]
        changed.update(new.spans.keys[new_rows[other]].tolist())
    return {piece for piece in changed if piece in new.pieces}
