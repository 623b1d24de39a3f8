"""A layout while it is being rearranged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from core.document.layout import Article, ArticleId, Layout, Piece, PieceId
from core.text.span import Span


@dataclass
class Arranging:
    """A layout while it is rearranged; `layout()` freezes it."""

    base: Layout
    order: list[ArticleId] = field(default_factory=list)
    articles: dict[ArticleId, Article] = field(default_factory=dict)
    pieces: dict[PieceId, Piece] = field(default_factory=dict)
    furniture: list[PieceId] = field(default_factory=list)
    spans: dict[PieceId, Span | None] = field(default_factory=dict)
    next_id: int = 1

    def __post_init__(self) -> None:
        self.order = list(self.base.order)
        self.articles = dict(self.base.articles)
        self.pieces = dict(self.base.pieces)
        self.furniture = list(self.base.furniture)
        self.next_id = self.base.next_id
        self.owners = self.base.owners()

    def span(self, piece: PieceId) -> Span:
        """Return where `piece` lies."""
        return self.spans.get(piece) or self.base.spans[piece]

    def new_piece(self, span: Span, piece: Piece) -> PieceId:
        """Add a piece that nothing claims yet."""
        key = self.next_id
        self.next_id += 1
        self.pieces[key] = piece
        self.spans[key] = span
        self.furniture.append(key)
        return key

    def new_article(self, article: Article, position: int) -> ArticleId:
        """Add an article at `position` of the reading order; its pieces leave where they were."""
        key = self.next_id
        self.next_id += 1
        self.take_out(article.pieces)
        self.articles[key] = article
        self.order.insert(position, key)
        self.owners.update(dict.fromkeys(article.pieces, key))
        return key

    def take_out(self, pieces: Sequence[PieceId]) -> None:
        """Take pieces out of their articles or the furniture; an article left empty is no more."""
        leaving = set(pieces)
        for key in {self.owners.pop(piece) for piece in pieces if piece in self.owners}:
            kept = tuple(piece for piece in self.articles[key].pieces if piece not in leaving)
            self.articles[key] = replace(self.articles[key], pieces=kept)
            if kept:
                self.part_first(key)
        self.furniture = [piece for piece in self.furniture if piece not in leaving]

    def put(self, pieces: Sequence[PieceId], article: ArticleId, position: int) -> None:
        """Put pieces, which nothing claims, into `article` before its piece number `position`."""
        held = self.articles[article].pieces
        self.articles[article] = replace(
            self.articles[article], pieces=(*held[:position], *pieces, *held[position:])
        )
        self.owners.update(dict.fromkeys(pieces, article))

    def drop(self, pieces: Sequence[PieceId]) -> None:
        """Remove pieces for good."""
        self.take_out(pieces)
        for piece in pieces:
            del self.pieces[piece]
            self.spans[piece] = None

    def part_first(self, article: ArticleId) -> None:
        """Make sure that an article does not begin by going on with something."""
        held = self.articles[article]
        first = held.pieces[0]
        if self.pieces[first].joins_previous and held.continued_from is None:
            self.pieces[first] = replace(self.pieces[first], joins_previous=False)

    def layout(self) -> Layout:
        """Freeze, leaving out articles that hold nothing any more."""
        order = tuple(key for key in self.order if self.articles[key].pieces)
        articles = {key: self.articles[key] for key in order}
        spans = self.base.spans.patched(self.spans)
        return Layout(order, articles, self.pieces, tuple(self.furniture), spans, self.next_id)
