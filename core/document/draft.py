"""A page's articles as segmentation or an importer proposes them: spans only, no identities yet."""

from __future__ import annotations

from dataclasses import dataclass

from core.document.role import ArticleKind, Role
from core.text.span import Span


@dataclass(frozen=True, slots=True)
class DraftPiece:
    """A stretch of text, what it is, and whether it goes on with the sentence of the piece before it."""

    span: Span
    role: Role
    joins_previous: bool = False


@dataclass(frozen=True, slots=True)
class DraftArticle:
    """Pieces in reading order; `continued_from` and `continued_to` name pages as printed (第4版)."""

    pieces: tuple[DraftPiece, ...]
    kind: ArticleKind = ArticleKind.NEWS
    continued_from: str | None = None
    continued_to: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """The articles of a page in page order, and what belongs to none (masthead, hotlines, editors' lines)."""

    articles: tuple[DraftArticle, ...]
    furniture: tuple[Span, ...] = ()
