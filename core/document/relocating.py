"""Taking up a finding that says a passage belongs elsewhere: its pieces move, the text stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from core.document.finding import Finding
from core.document.layout import ArticleId, Layout, PieceId, title_of
from core.document.moving import move_pieces
from core.document.role import Role
from core.errors import refused
from core.messages import Message, message
from core.text.characters import ends_sentence

_RUNS = frozenset({Role.BODY, Role.HEADING})


def relocated(layout: Layout, text: str, finding: Finding) -> tuple[Layout, Message]:
    """Return the layout with the passage of `finding` behind its first related place, and what that does.

    Torn paragraphs that meet are joined. Where the passage stands there already, it is marked as set by hand.
    Raises RefusedError where the passage or the place is no more.
    """
    owners = layout.owners()
    goal = next((place.span for place in finding.related), None)
    behind = next((piece for piece in layout.pieces_in(goal) if piece in owners), None) if goal else None
    moving = [
        piece
        for piece in layout.pieces_in(finding.span)
        if layout.pieces[piece].role in _RUNS and piece in owners
    ]
    if behind is None or not moving or behind in moving:
        raise refused("要移动的段落，或者要移到的地方，已经不在版面上")
    moving = [piece for piece in moving if owners[piece] == owners[moving[0]]]
    home = owners[behind]
    title = title_of(layout, home, text)
    held = layout.articles[home].pieces
    at = held.index(behind) + 1
    if tuple(moving) == held[at : at + len(moving)]:
        return _confirmed(layout, moving), message("确认错位的文字归《{title}》", title=title)
    source = owners[moving[0]]
    following = next((piece for piece in held[at:] if piece not in moving), None)
    after = move_pieces(layout, text, tuple(moving), home, following)
    touched = {moving[0], *_behind(after, home, moving), *_behind(layout, source, moving)}
    for article in {home, source} & after.articles.keys():
        after = _rejoined(after, text, article, touched)
    return after, message("错位的文字移到《{title}》", title=title)


def _confirmed(layout: Layout, pieces: Sequence[PieceId]) -> Layout:
    marked = {piece: replace(layout.pieces[piece], by_hand=True) for piece in pieces}
    return replace(layout, pieces={**layout.pieces, **marked})


def _behind(layout: Layout, article: ArticleId, pieces: Sequence[PieceId]) -> tuple[PieceId, ...]:
    """Return the piece that stands behind some pieces of an article, if there is one."""
    held = layout.articles[article].pieces
    end = held.index(pieces[-1]) + 1
    return held[end : end + 1]


def _rejoined(layout: Layout, text: str, article: ArticleId, touched: set[PieceId]) -> Layout:
    """Join what goes on with a torn paragraph now, among the pieces whose neighbour above is another."""
    pieces = dict(layout.pieces)
    held = layout.articles[article].pieces
    for above, below in pairwise(held):
        plain = layout.pieces[above].role is layout.pieces[below].role is Role.BODY
        if below in touched and plain and not ends_sentence(layout.spans[above].of(text).rstrip()):
            pieces[below] = replace(pieces[below], joins_previous=True)
    return replace(layout, pieces=pieces)
