"""Setting article boundaries and roles by hand: each function takes a layout and returns the one after.

What a person sets is marked `by_hand`. A function raises RefusedError, with the sentence to show, where there
is nothing it could do.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from core.document.arranging import Arranging
from core.document.claiming import Selection, claim
from core.document.layout import Article, ArticleId, Layout, Piece, PieceId
from core.document.ordering import chosen_articles
from core.document.role import HEADLINE_ROLES, ArticleKind, Role
from core.errors import refused
from core.text.span import Span

LONGEST_TITLE = 60
"""A line longer than this (code points) that opens an article is a paragraph, not its title."""


def start_article(layout: Layout, text: str, selection: Selection) -> Layout:
    """Begin a new article at the first line of `selection`.

    Where the selection is one line, or one piece, the article goes on to the end of the one it is cut from;
    several of them become an article by themselves.
    """
    arranging = Arranging(layout)
    chosen = claim(arranging, text, selection)
    first = chosen[0]
    owner = arranging.owners.get(first)
    if owner is None:
        position = position_on_page(arranging, arranging.span(first))
        new = arranging.new_article(Article(tuple(chosen), by_hand=True), position)
    else:
        several = len(chosen) > 1
        if isinstance(selection, Span):
            several = "\n" in selection.of(text).strip("\n")
        new = _cut_article(arranging, owner, chosen, several=several)
    name_first_line(arranging, text, first)
    arranging.part_first(new)
    return arranging.layout()


def _cut_article(
    arranging: Arranging, owner: ArticleId, chosen: list[PieceId], *, several: bool
) -> ArticleId:
    """Make `chosen`, or all from there to the end of the article `owner`, an article of its own."""
    source = arranging.articles[owner]
    at = source.pieces.index(chosen[0])
    if at == 0 and (not several or set(chosen) == set(source.pieces)):
        raise refused("这一行已经是一篇稿件的开头")
    cut = tuple(chosen) if several else source.pieces[at:]
    # A jump goes with the end of the article that it stood at.
    start, end = at == 0, source.pieces[-1] in cut
    article = Article(cut, source.kind, by_hand=True).with_leads(source, start=start, end=end)
    arranging.articles[owner] = replace(source, by_hand=True).with_leads(source, start=not start, end=not end)
    return arranging.new_article(article, arranging.order.index(owner) + (1 if at else 0))


def name_first_line(arranging: Arranging, text: str, first: PieceId) -> None:
    """Make the line that opens an article its title where it reads like one."""
    piece = arranging.pieces[first]
    line = arranging.span(first).of(text).strip()
    reads_like_title = len(line) <= LONGEST_TITLE and not line.endswith(
        ("。", "！", "？", "；", "，", "：", ",")
    )
    if piece.role in (Role.BODY, Role.HEADING, Role.OTHER) and not piece.by_hand and reads_like_title:
        arranging.pieces[first] = Piece(Role.TITLE, by_hand=True)


def position_on_page(arranging: Arranging, span: Span) -> int:
    """Return where in the reading order an article that begins at `span` belongs."""
    for position, key in enumerate(arranging.order):
        if min(arranging.span(piece) for piece in arranging.articles[key].pieces) > span:
            return position
    return len(arranging.order)


def set_role(layout: Layout, text: str, selection: Selection, role: Role) -> Layout:
    """Give the lines of `selection` a role; furniture among them joins the article it stands by."""
    arranging = Arranging(layout)
    chosen = claim(arranging, text, selection)
    _adopt(arranging, [piece for piece in chosen if piece not in arranging.owners], role)
    for piece in chosen:
        joins = arranging.pieces[piece].joins_previous and role is Role.BODY
        arranging.pieces[piece] = Piece(role, joins, by_hand=True)
    return arranging.layout()


def _adopt(arranging: Arranging, furniture: list[PieceId], role: Role) -> None:
    """Put furniture into articles: a headline above the one that begins next, all else below the last."""
    placed = sorted((arranging.span(piece), piece) for piece in arranging.owners) if furniture else []
    behind: dict[PieceId, PieceId] = {}
    leading: dict[ArticleId, PieceId] = {}
    for piece in sorted(furniture, key=arranging.span):
        here = (arranging.span(piece), piece)
        at = bisect_left(placed, here)
        above = placed[at - 1][1] if at else None
        owner = arranging.owners[placed[at][1]] if at < len(placed) else None
        opens = owner is not None and leading.get(owner, arranging.articles[owner].pieces[0]) == placed[at][1]
        if owner is not None and opens and (role in HEADLINE_ROLES or above is None):
            arranging.owners[piece] = owner
            leading[owner] = piece
        elif above is not None:
            arranging.owners[piece] = arranging.owners[above]
            behind[above] = piece
        else:
            arranging.new_article(Article((piece,), by_hand=True), 0)
        insort(placed, here)
    arranging.weave_in(leading, behind)


def mark_furniture(layout: Layout, text: str, selection: Selection) -> Layout:
    """Take what is selected out of all articles; furniture and nothing else is given back to them as body."""
    arranging = Arranging(layout)
    chosen = claim(arranging, text, selection)
    leaving = [piece for piece in chosen if piece in arranging.owners]
    came = [piece for piece in chosen if piece not in arranging.base.pieces]
    if not leaving and not came:
        return set_role(layout, text, selection, Role.BODY)
    arranging.take_out(leaving)
    arranging.furniture += leaving
    for piece in chosen:
        arranging.pieces[piece] = Piece(Role.OTHER, by_hand=True)
    return arranging.layout()


def toggle_join(layout: Layout, text: str, selection: Selection) -> Layout:
    """Join the piece at `selection` to the paragraph of the piece before it, or part it again.

    Several pieces read one after the other become one paragraph, or are parted where they are one already.
    """
    arranging = Arranging(layout)
    followers = _followers(arranging, claim(arranging, text, selection))
    if not followers:
        raise refused("稿件的第一行前面没有可以连接的段落")
    join = not all(arranging.pieces[piece].joins_previous for piece in followers)
    for piece in followers:
        arranging.pieces[piece] = replace(arranging.pieces[piece], joins_previous=join, by_hand=True)
    return arranging.layout()


def _followers(arranging: Arranging, chosen: list[PieceId]) -> list[PieceId]:
    """List the pieces to join: of each run of chosen ones all but the first, a single one itself."""
    before = {
        piece: above for article in arranging.articles.values() for above, piece in pairwise(article.pieces)
    }
    inside = set(chosen)
    heads = {piece for piece in chosen if before.get(piece) not in inside}
    leading = {before[piece] for piece in chosen if piece not in heads} & heads
    return [piece for piece in chosen if piece in before and piece not in leading]


def rename_article(layout: Layout, article: ArticleId, name: str | None) -> Layout:
    """Give an article a name of its own; None or nothing but white space lets its title speak again."""
    chosen_articles(layout, [article])
    wanted = name.strip() if name else ""
    held = replace(layout.articles[article], name=wanted or None, by_hand=True)
    return replace(layout, articles={**layout.articles, article: held})


def set_kind(layout: Layout, articles: Sequence[ArticleId], kind: ArticleKind) -> Layout:
    """Say what sort of articles these are."""
    chosen = chosen_articles(layout, articles)
    kinds = {key: replace(layout.articles[key], kind=kind, by_hand=True) for key in chosen}
    return replace(layout, articles={**layout.articles, **kinds})
