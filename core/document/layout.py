"""The articles of a page: which stretches of text they are made of, and in which order they are read.

Positions are kept apart from everything else (`spans`), because typing moves positions and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from core.document.draft import Draft, DraftPiece
from core.document.role import ArticleKind, Role
from core.text.edit import Edits
from core.text.span import Span
from core.text.span_table import Hold, SpanTable

ArticleId = int
PieceId = int


@dataclass(frozen=True, slots=True)
class Piece:
    """What one stretch of text is. `by_hand`: a person said so, and no rule may change it."""

    role: Role
    joins_previous: bool = False
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """The other half of an article that goes on on another page: that page, and the number of the link.

    Both halves hold the same number, which none of the other links of the two pages has. So a half is found
    by what it holds, and may be merged, split and moved without a word to the other page.
    """

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Article:
    """Pieces in reading order. `name` is the title an editor gave; None: the title pieces speak.

    `continued_from` and `continued_to` are pages as printed; `linked_from` and `linked_to` the halves on
    other pages that an editor has accepted.
    """

    pieces: tuple[PieceId, ...]
    kind: ArticleKind = ArticleKind.NEWS
    name: str | None = None
    by_hand: bool = False
    continued_from: str | None = None
    continued_to: str | None = None
    linked_from: Link | None = None
    linked_to: Link | None = None

    def with_leads(self, source: Article, *, start: bool, end: bool) -> Article:
        """Return the article with what `source` says of its start, of its end, of both or of neither."""
        return replace(
            self,
            continued_from=source.continued_from if start else None,
            linked_from=source.linked_from if start else None,
            continued_to=source.continued_to if end else None,
            linked_to=source.linked_to if end else None,
        )


@dataclass(frozen=True)
class Layout:
    """All articles and pieces of a page.

    `order` lists the articles as they are read, `furniture` the pieces that no article claims. Every piece
    stands in exactly one article or in `furniture`, once. Identities are never used again on a page.
    """

    order: tuple[ArticleId, ...] = ()
    articles: Mapping[ArticleId, Article] = field(default_factory=dict)
    pieces: Mapping[PieceId, Piece] = field(default_factory=dict)
    furniture: tuple[PieceId, ...] = ()
    spans: SpanTable = field(default_factory=lambda: SpanTable.of({}))
    next_id: int = 1

    def __iter__(self) -> Iterator[tuple[ArticleId, Article]]:
        """Yield the articles with their identities, in reading order."""
        return ((article, self.articles[article]) for article in self.order)

    @property
    def is_unwritten(self) -> bool:
        """Whether there never was a piece: identities are not used again, and the first is still free."""
        return self.next_id == 1

    def article_of(self, piece: PieceId) -> ArticleId | None:
        """Return the article that holds `piece`, None for furniture. O(pieces): use `owners` in a loop."""
        return next((key for key, article in self.articles.items() if piece in article.pieces), None)

    def owners(self) -> dict[PieceId, ArticleId]:
        """Return the article of every piece that has one."""
        return {piece: key for key, article in self.articles.items() for piece in article.pieces}

    def in_page_order(self) -> list[PieceId]:
        """List all pieces, furniture too, as they stand on the page from top to bottom."""
        spans = self.spans
        placed: list[PieceId] = spans.keys[np.lexsort((spans.keys, spans.ends, spans.starts))].tolist()
        return placed

    def pieces_in(self, span: Span) -> list[PieceId]:
        """List the pieces that share a character with `span`, from top to bottom."""
        return sorted(self.spans.overlapping(span), key=lambda piece: self.spans[piece])

    def moved(self, edits: Edits) -> Layout:
        """Return the layout as it stands after `edits` to the text."""
        spans = self.spans.moved(edits, Hold.GROWS)
        return self if spans is self.spans else replace(self, spans=spans)


def layout_of(draft: Draft) -> Layout:
    """Give every article and piece of `draft` an identity."""
    pieces: dict[PieceId, Piece] = {}
    spans: dict[PieceId, Span] = {}
    articles: dict[ArticleId, Article] = {}
    next_id = 1

    def add(piece: DraftPiece) -> PieceId:
        nonlocal next_id
        pieces[next_id] = Piece(piece.role, piece.joins_previous)
        spans[next_id] = piece.span
        next_id += 1
        return next_id - 1

    for number, article in enumerate(draft.articles, 1):
        articles[number] = Article(
            tuple(add(piece) for piece in article.pieces),
            article.kind,
            continued_from=article.continued_from,
            continued_to=article.continued_to,
        )
    furniture = tuple(add(DraftPiece(span, Role.OTHER)) for span in draft.furniture)
    next_id = max(next_id, len(articles) + 1)
    return Layout(tuple(articles), articles, pieces, furniture, SpanTable.of(spans), next_id)


def title_of(layout: Layout, article: ArticleId, text: str) -> str:
    """Return what an article is called: the name a person gave it, else its title, else how it begins.

    Marks of Markdown and white space at the ends are left out; lines of a title are joined by a space.
    """
    held = layout.articles[article]
    if held.name is not None:
        return held.name
    for roles in ({Role.TITLE}, {Role.KICKER, Role.SUBTITLE, Role.HEADING}):
        lines = [plain(layout.spans[key].of(text)) for key in held.pieces if layout.pieces[key].role in roles]
        if any(lines):
            return " ".join(line for line in lines if line)
    begin = next((plain(layout.spans[key].of(text)) for key in held.pieces), "")
    return begin if len(begin) <= TITLE_FROM_BODY else begin[:TITLE_FROM_BODY] + "…"


TITLE_FROM_BODY = 24
"""How much of its first line names an article without a title (code points)."""


def plain(line: str) -> str:
    """Return a line without Markdown heading marks and white space at its ends."""
    return " ".join(line.strip().lstrip("#").split())
