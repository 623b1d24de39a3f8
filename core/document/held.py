"""What stays where it is when the articles of a page are found anew around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from core.document.layout import Article, ArticleId, Layout, PieceId
from core.text.span import Span


@dataclass(frozen=True)
class Held:
    """What segmentation must leave alone.

    `kept` pieces stay exactly as they are. `homes` names the article in which a piece must stay, whatever
    else becomes of it. `walls` are articles that a person has set, or linked with another page: nothing found
    anew goes on across them.
    `outside` are the pieces beyond the scope. `pinned` are other articles with pieces set by hand, `reached`
    those without that reach beyond the scope, by the first of their pieces there.
    """

    kept: frozenset[PieceId]
    outside: frozenset[PieceId]
    homes: Mapping[PieceId, ArticleId]
    walls: frozenset[ArticleId]
    pinned: frozenset[ArticleId]
    reached: Mapping[PieceId, ArticleId]

    @cached_property
    def settled(self) -> frozenset[ArticleId]:
        """The articles that keep some of their pieces."""
        return frozenset(self.homes.values())

    @cached_property
    def fixed(self) -> frozenset[ArticleId]:
        """The articles that keep their kind: those set by hand, and those that reach beyond the scope."""
        return self.walls | {article for piece, article in self.homes.items() if piece in self.outside}


def held_of(layout: Layout, scope: Sequence[Span] | None) -> Held:
    """Say what stays: what a person has set, and what lies outside `scope`, ordered stretches.

    Without a scope nothing lies outside.
    """
    by_hand = {key for key, piece in layout.pieces.items() if piece.by_hand}
    outside = set() if scope is None else _outside(layout, scope)
    walls = {key for key, article in layout if article.by_hand or article.linked_from or article.linked_to}
    homes: dict[PieceId, ArticleId] = {}
    pinned: set[ArticleId] = set()
    reached: dict[PieceId, ArticleId] = {}
    for key, article in layout:
        if key in walls:
            homes.update(dict.fromkeys(article.pieces, key))
            continue
        staying = _staying(layout, article, by_hand, outside)
        homes.update(dict.fromkeys(staying, key))
        if by_hand.intersection(article.pieces):
            pinned.add(key)
        else:
            reached.update(dict.fromkeys([piece for piece in article.pieces if piece in outside][:1], key))
    kept = frozenset(by_hand | outside)
    return Held(kept, frozenset(outside), homes, frozenset(walls), frozenset(pinned), reached)


def _staying(layout: Layout, article: Article, by_hand: set[PieceId], outside: set[PieceId]) -> set[PieceId]:
    """List the pieces that must stay in their article."""
    staying = {piece for piece in article.pieces if piece in outside}
    set_at = [at for at, piece in enumerate(article.pieces) if piece in by_hand]
    if set_at:
        # Whoever set two lines of an article has seen what stands between them.
        staying.update(article.pieces[set_at[0] : set_at[-1] + 1])
    for before, piece in pairwise(article.pieces):
        if layout.pieces[piece].joins_previous and (piece in by_hand or piece in outside):
            staying.add(before)
    return staying


def _outside(layout: Layout, scope: Sequence[Span]) -> set[PieceId]:
    """List the pieces that share no character with `scope`."""
    return {piece for piece, span in layout.spans.items() if not overlapped(span, scope)}


def overlapped(span: Span, spans: Sequence[Span]) -> list[Span]:
    """List those of the ordered, disjoint `spans` that share a character with `span`."""
    at = max(0, bisect_right(spans, span) - 1)
    found = []
    while at < len(spans) and spans[at].start < span.end:
        if spans[at].overlaps(span):
            found.append(spans[at])
        at += 1
    return found


def ordered(spans: Iterable[Span]) -> list[Span]:
    """Put spans in order and make one of those that overlap."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
