"""Passages that are read with one article and printed among the lines of others."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from core.document.layout import ArticleId, Layout, PieceId
from core.document.role import HEADLINE_ROLES, ArticleKind, Role
from core.text.span import Span


@dataclass(frozen=True, slots=True)
class Stray:
    """A passage: where it stands, whose it is, among whose lines it stands, and what it is read behind."""

    span: Span
    article: ArticleId
    among: ArticleId
    behind: Span


def strays(layout: Layout) -> list[Stray]:
    """List the bodies that stand away from the rest of their article, apart from what a person has set."""
    owners = layout.owners()
    placed = [piece for piece in layout.in_page_order() if piece in owners]
    found = []
    among: ArticleId | None = None
    for article, group in groupby(placed, key=owners.__getitem__):
        run = list(group)
        read = layout.articles[article].pieces
        before = read[: read.index(run[0])]
        inset = among is not None and layout.articles[among].kind is ArticleKind.PHOTO
        if among is None or among == article or inset or not before or not _is_text(layout, run):
            # What stands behind a stray passage goes on with what stands before it.
            among = article
        elif not any(layout.pieces[piece].by_hand for piece in run):
            span = Span(layout.spans[run[0]].start, layout.spans[run[-1]].end)
            found.append(Stray(span, article, among, layout.spans[before[-1]]))
    return found


def _is_text(layout: Layout, run: list[PieceId]) -> bool:
    roles = {layout.pieces[piece].role for piece in run}
    return Role.BODY in roles and not roles & HEADLINE_ROLES
