"""A layout while it is being rearranged."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from core.document.layout import Article, ArticleId, Layout, Piece, PieceId
from core.text.span import Span


class Arranging:
    """A layout while it is rearranged; `layout()` freezes it."""

    def __init__(self, base: Layout) -> None:
        self.base = base
        self.order = list(base.order)
        self.articles = dict(base.articles)
        self.pieces = dict(base.pieces)
        self.furniture = list(base.furniture)
        self._moved: dict[PieceId, Span | None] = {}
        self._next_id = base.next_id

    @cached_property
    def owners(self) -> dict[PieceId, ArticleId]:
        """The article of every piece that has one."""
        return self.base.owners()

    def span(self, piece: PieceId) -> Span:
        """Return where `piece` lies. Raises KeyError where it is no more."""
        if piece not in self._moved:
            return self.base.spans[piece]
        span = self._moved[piece]
        if span is None:
            raise KeyError(piece)
        return span

    def place(self, piece: PieceId, span: Span) -> None:
        """Say where `piece` lies."""
        self._moved[piece] = span

    def new_pieces(self, pieces: Iterable[tuple[Span, Piece]]) -> list[PieceId]:
        """Add pieces as furniture: nothing else claims them yet."""
        keys = []
        for span, piece in pieces:
            keys.append(self._new_id())
            self.pieces[keys[-1]] = piece
            self.place(keys[-1], span)
        self.furniture += keys
        return keys

    def new_article(self, article: Article, position: int) -> ArticleId:
        """Add an article at `position` of the reading order; its pieces leave where they were."""
        key = self._new_id()
        self.take_out(article.pieces)
        self.articles[key] = article
        self.order.insert(position, key)
        self.owners.update(dict.fromkeys(article.pieces, key))
        return key

    def take_out(self, pieces: Collection[PieceId]) -> None:
        """Take pieces out of their articles or the furniture; an article left empty is no more."""
        leaving = set(pieces)
        owned = {piece: self.owners.pop(piece) for piece in pieces if piece in self.owners}
        for key in set(owned.values()):
            held = self.articles[key].pieces
            first = held[0]
            kept = tuple(piece for piece in held if piece not in leaving)
            self.articles[key] = replace(self.articles[key], pieces=kept)
            if kept and first in leaving and not self.pieces[first].joins_previous:
                # What went on with a piece of this page does not go on with another page for all that.
                self.pieces[kept[0]] = replace(self.pieces[kept[0]], joins_previous=False)
            elif kept:
                self.part_first(key)
        if len(owned) < len(leaving):
            self.furniture = [piece for piece in self.furniture if piece not in leaving]

    def put(self, pieces: Sequence[PieceId], article: ArticleId, position: int) -> None:
        """Move pieces into `article`, before its piece number `position`; none of them is in it yet."""
        self.take_out(pieces)
        held = self.articles[article]
        placed = (*held.pieces[:position], *pieces, *held.pieces[position:])
        self.articles[article] = replace(held, pieces=placed)
        self.owners.update(dict.fromkeys(pieces, article))

    def put_behind(self, pieces: Sequence[PieceId], piece: PieceId) -> None:
        """Put new pieces where they are read right after `piece`; behind furniture they stay furniture."""
        owner = self.owners.get(piece)
        if owner is not None:
            self.put(pieces, owner, self.articles[owner].pieces.index(piece) + 1)

    def weave_in(self, leading: Mapping[ArticleId, PieceId], behind: Mapping[PieceId, PieceId]) -> None:
        """Put furniture into articles: to `leading` their new first piece, and pieces `behind` others.

        `owners` knows where they go already.
        """
        woven = {*leading.values(), *behind.values()}
        self.furniture = [piece for piece in self.furniture if piece not in woven]
        for key in {self.owners[piece] for piece in woven}:
            pieces: list[PieceId] = []
            first = (leading[key],) if key in leading else ()
            for start in (*first, *self.articles[key].pieces):
                piece: PieceId | None = start
                while piece is not None:
                    pieces.append(piece)
                    piece = behind.get(piece)
            self.articles[key] = replace(self.articles[key], pieces=tuple(pieces))

    def drop(self, pieces: Collection[PieceId]) -> None:
        """Remove pieces for good."""
        self.take_out(pieces)
        for piece in pieces:
            del self.pieces[piece]
            self._moved[piece] = None

    def part_first(self, article: ArticleId) -> None:
        """Make sure that an article does not begin by going on with something."""
        held = self.articles[article]
        first = held.pieces[0]
        if self.pieces[first].joins_previous and not (held.continued_from or held.linked_from):
            self.pieces[first] = replace(self.pieces[first], joins_previous=False)

    def layout(self) -> Layout:
        """Freeze, leaving out articles that hold nothing any more."""
        order = tuple(key for key in self.order if self.articles[key].pieces)
        articles = {key: self.articles[key] for key in order}
        spans = self.base.spans.patched(self._moved)
        return Layout(order, articles, self.pieces, tuple(self.furniture), spans, self._next_id)

    def _new_id(self) -> int:
        self._next_id += 1
        return self._next_id - 1
