"""A page found anew, piece by piece: a draft cut along what stays, under the identities that were there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.document.draft import Draft, DraftPiece
from core.document.held import Held, overlapped
from core.document.layout import ArticleId, Layout, Piece, PieceId
from core.document.role import Role
from core.text.span import Span


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the page as it will be.

    `home` is the article it must stay in, `was` the one its text is in until now. `place` orders the parts of
    a home. `follows` is the part before it in the fresh draft, which its `joins_previous` speaks of.
    """

    key: PieceId
    span: Span
    piece: Piece
    kept: bool
    home: ArticleId | None
    was: ArticleId | None
    place: tuple[int, int]
    follows: PieceId | None = None


@dataclass(frozen=True)
class Parts:
    """All parts of a page: those of each fresh article in its order, and those of none.

    `settled` are the parts with a home that no fresh article has.
    """

    articles: tuple[tuple[Part, ...], ...]
    furniture: tuple[Part, ...]
    settled: tuple[Part, ...]
    next_id: int


def fresh_parts(layout: Layout, text: str, draft: Draft, held: Held, scope: Sequence[Span]) -> Parts:
    """Cut `draft` along what is `held`, inside `scope`; what is kept stands in the fresh articles too."""
    cutting = _Cutting(layout, text, held, scope)
    articles = tuple(tuple(cutting.article(article.pieces)) for article in draft.articles)
    lines = [part for span in draft.furniture for part in cutting.furniture(span)]
    lines += cutting.kept_unseen()
    return Parts(
        articles,
        tuple(part for part in lines if part.home is None),
        tuple(part for part in lines if part.home is not None),
        cutting.next_id,
    )


class _Cutting:
    """Cuts fresh pieces one after the other; every piece that was there gives its identity once."""

    def __init__(self, layout: Layout, text: str, held: Held, scope: Sequence[Span]) -> None:
        self.next_id = layout.next_id
        self._layout = layout
        self._text = text
        self._held = held
        self._scope = scope
        self._owners = layout.owners()
        self._rows = sorted((span, key) for key, span in layout.spans.items())
        self._starts = [span.start for span, _ in self._rows]
        self._place = {key: at for _, article in layout for at, key in enumerate(article.pieces)}
        self._given: set[PieceId] = set()

    def article(self, pieces: Sequence[DraftPiece]) -> Iterator[Part]:
        """Yield the parts of a fresh article; furniture that is kept is none of them."""
        before: PieceId | None = None
        for piece in pieces:
            for part in self.parts(piece, before):
                if part.home is not None or not part.kept:
                    yield part
                    before = part.key

    def furniture(self, span: Span) -> Iterator[Part]:
        """Yield the parts of fresh furniture; what must stay in an article stays there as it was."""
        for part in self.parts(DraftPiece(span, Role.OTHER), None):
            stays = part.home is not None and part.key in self._layout.pieces
            yield replace(part, piece=self._layout.pieces[part.key]) if stays else part

    def parts(self, fresh: DraftPiece, before: PieceId | None) -> Iterator[Part]:
        """Yield the parts of a fresh piece, which follows `before`, from left to right."""
        whole = True
        for scoped in overlapped(fresh.span, self._scope):
            start = max(scoped.start, fresh.span.start)
            end = min(scoped.end, fresh.span.end)
            for span, old in self._cuts(Span(start, end)):
                if old is not None and old in self._held.kept:
                    if old not in self._given:
                        yield self._kept(old)
                elif span.of(self._text).strip():
                    joins = fresh.joins_previous and whole
                    yield self._new(span, old, Piece(fresh.role, joins), before)
                whole = False
        for row in self._near(fresh.span):
            # Kept outside the scope: it has no text to share, but its place in the fresh article tells.
            if row in self._held.kept and row not in self._given:
                yield self._kept(row)

    def kept_unseen(self) -> list[Part]:
        """List the kept pieces that no fresh piece covers."""
        unseen = self._held.kept - self._given
        return [self._kept(key) for _, key in self._rows if key in unseen]

    def _cuts(self, span: Span) -> Iterator[tuple[Span, PieceId | None]]:
        """Part a stretch along the pieces that must stay in an article."""
        start = span.start
        for key in self._near(span):
            held = self._layout.spans[key]
            if key not in self._held.kept and key not in self._held.homes:
                continue
            if start < held.start:
                yield Span(start, held.start), None
            end = min(held.end, span.end)
            yield Span(max(start, held.start), end), key
            start = end
        if start < span.end:
            yield Span(start, span.end), None

    def _near(self, span: Span) -> list[PieceId]:
        """List the pieces that share a character with `span`, from the top."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_left(self._starts, span.end)
        return [key for held, key in self._rows[first:last] if held.overlaps(span)]

    def _kept(self, key: PieceId) -> Part:
        self._given.add(key)
        home, span = self._owners.get(key), self._layout.spans[key]
        place = (self._place.get(key, 0), span.start)
        return Part(key, span, self._layout.pieces[key], True, home, home, place)

    def _new(self, span: Span, old: PieceId | None, piece: Piece, before: PieceId | None) -> Part:
        """Make a part; `old`, which must stay in its article, or whatever lay there gives its identity."""
        loose = [key for key in self._near(span) if key not in self._held.kept]
        sources = [old] if old is not None else [key for key in loose if key not in self._held.homes]
        home = None if old is None else self._held.homes[old]
        was = next((self._owners[key] for key in sources if key in self._owners), None)
        key = next((key for key in sources if key not in self._given), None)
        if key is None:
            key, self.next_id = self.next_id, self.next_id + 1
        self._given.add(key)
        place = (self._place[old] if old is not None else 0, span.start)
        return Part(key, span, piece, False, home, was, place, before)
