"""Setting article boundaries and roles by hand: each function takes a layout and returns the one after.

What a person sets is marked `by_hand`. A function raises RefusedError, with the sentence to show, where there
is nothing it could do.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import replace

from core.document.arranging import Arranging
from core.document.layout import Article, ArticleId, Layout, Piece, PieceId
from core.document.role import HEADLINE_ROLES, ArticleKind, Role
from core.errors import refused
from core.text.lines import Lines
from core.text.span import Span

LONGEST_TITLE = 60
"""A line longer than this (code points) that opens an article is a paragraph, not its title."""


def claim_lines(arranging: Arranging, text: str, selection: Span) -> list[PieceId]:
    """List the pieces that `selection` reaches, from top to bottom; a caret reaches the piece it stands in.

    A line with text that no piece covers gets a piece of its own, so that a gesture works on every line.
    """
    lines = Lines(text)
    claimed: list[PieceId] = []
    for number in lines.touching(selection):
        span = lines.span(number)
        on_line = sorted(arranging.base.spans.overlapping(span) if len(span) else [], key=arranging.span)
        if not on_line and span.of(text).strip():
            on_line = arranging.new_pieces([(span, Piece(Role.BODY))])
        claimed += [piece for piece in on_line if _reaches(selection, arranging.span(piece))] or on_line[-1:]
    if not claimed:
        raise refused("这里没有文字，不能标引")
    return claimed


def _reaches(selection: Span, piece: Span) -> bool:
    return selection.overlaps(piece) or (not len(selection) and piece.holds(selection.start))


def start_article(layout: Layout, text: str, selection: Span) -> Layout:
    """Begin a new article at the first line of `selection`.

    Where the selection lies in one line, the article goes on to the end of the one it is cut from; a
    selection of several lines becomes an article by itself.
    """
    arranging = Arranging(layout)
    chosen = claim_lines(arranging, text, selection)
    first = chosen[0]
    owner = arranging.owners.get(first)
    if owner is None:
        position = _position_on_page(arranging, arranging.span(first))
        new = arranging.new_article(Article(tuple(chosen), by_hand=True), position)
    else:
        several = "\n" in selection.of(text).strip("\n")
        new = _cut_article(arranging, owner, chosen, several=several)
    _name_first_line(arranging, text, first)
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
    continued_from = source.continued_from if at == 0 else None
    continued_to = source.continued_to if source.pieces[-1] in cut else None
    article = Article(cut, source.kind, None, True, continued_from, continued_to)
    arranging.articles[owner] = replace(
        source,
        by_hand=True,
        continued_from=None if continued_from else source.continued_from,
        continued_to=None if continued_to else source.continued_to,
    )
    return arranging.new_article(article, arranging.order.index(owner) + (1 if at else 0))


def _name_first_line(arranging: Arranging, text: str, first: PieceId) -> None:
    """Make the line that opens an article its title where it reads like one."""
    piece = arranging.pieces[first]
    line = arranging.span(first).of(text).strip()
    reads_like_title = len(line) <= LONGEST_TITLE and not line.endswith(
        ("。", "！", "？", "；", "，", "：", ",")
    )
    if piece.role in (Role.BODY, Role.HEADING, Role.OTHER) and not piece.by_hand and reads_like_title:
        arranging.pieces[first] = Piece(Role.TITLE, by_hand=True)


def _position_on_page(arranging: Arranging, span: Span) -> int:
    """Return where in the reading order an article that begins at `span` belongs."""
    for position, key in enumerate(arranging.order):
        if min(arranging.span(piece) for piece in arranging.articles[key].pieces) > span:
            return position
    return len(arranging.order)


def merge_articles(layout: Layout, article: ArticleId, *, upwards: bool) -> Layout:
    """Merge `article` with the one above or below in reading order; the upper one's identity stays."""
    _there(layout, article)
    at = layout.order.index(article)
    if upwards and at == 0:
        raise refused("这已经是本版的第一篇稿件，上面没有可以并入的稿件")
    if not upwards and at == len(layout.order) - 1:
        raise refused("这已经是本版的最后一篇稿件，下面没有可以并入的稿件")
    upper, lower = (layout.order[at - 1], article) if upwards else (article, layout.order[at + 1])
    arranging = Arranging(layout)
    swallowed = arranging.articles[lower]
    arranging.put(swallowed.pieces, upper, len(arranging.articles[upper].pieces))
    kept = arranging.articles[upper]
    continued = swallowed.continued_to or kept.continued_to
    arranging.articles[upper] = replace(kept, by_hand=True, continued_to=continued)
    return arranging.layout()


def set_role(layout: Layout, text: str, selection: Span, role: Role) -> Layout:
    """Give the lines of `selection` a role; furniture among them joins the article it stands by."""
    arranging = Arranging(layout)
    chosen = claim_lines(arranging, text, selection)
    _adopt(arranging, [piece for piece in chosen if piece not in arranging.owners], role)
    for piece in chosen:
        joins = arranging.pieces[piece].joins_previous and role is Role.BODY
        arranging.pieces[piece] = Piece(role, joins, by_hand=True)
    return arranging.layout()


def _adopt(arranging: Arranging, furniture: list[PieceId], role: Role) -> None:
    """Put furniture into articles: a headline above the one that begins next, all else below the last."""
    placed = sorted((arranging.span(piece), piece) for piece in arranging.owners) if furniture else []
    for piece in furniture:
        here = (arranging.span(piece), piece)
        at = bisect_left(placed, here)
        above = placed[at - 1][1] if at else None
        below = placed[at][1] if at < len(placed) else None
        opens = below is not None and arranging.articles[arranging.owners[below]].pieces[0] == below
        if below is not None and opens and (role in HEADLINE_ROLES or above is None):
            arranging.put([piece], arranging.owners[below], 0)
        elif above is not None:
            arranging.put_behind([piece], above)
        else:
            arranging.new_article(Article((piece,), by_hand=True), 0)
        insort(placed, here)


def mark_furniture(layout: Layout, text: str, selection: Span) -> Layout:
    """Take the lines of `selection` out of all articles."""
    arranging = Arranging(layout)
    chosen = claim_lines(arranging, text, selection)
    leaving = [piece for piece in chosen if piece in arranging.owners]
    arranging.take_out(leaving)
    arranging.furniture += leaving
    for piece in chosen:
        arranging.pieces[piece] = Piece(Role.OTHER, by_hand=True)
    return arranging.layout()


def toggle_join(layout: Layout, text: str, selection: Span) -> Layout:
    """Join the piece at `selection` to the paragraph of the piece before it, or part it again."""
    arranging = Arranging(layout)
    piece = claim_lines(arranging, text, selection)[0]
    owner = arranging.owners.get(piece)
    if owner is None or arranging.articles[owner].pieces[0] == piece:
        raise refused("稿件的第一行前面没有可以连接的段落")
    held = arranging.pieces[piece]
    arranging.pieces[piece] = replace(held, joins_previous=not held.joins_previous, by_hand=True)
    return arranging.layout()


def rename_article(layout: Layout, article: ArticleId, name: str | None) -> Layout:
    """Give an article a name of its own; None or nothing but white space lets its title speak again."""
    wanted = name.strip() if name else ""
    return _with_article(layout, article, replace(_there(layout, article), name=wanted or None, by_hand=True))


def set_kind(layout: Layout, article: ArticleId, kind: ArticleKind) -> Layout:
    """Say what sort of article it is."""
    return _with_article(layout, article, replace(_there(layout, article), kind=kind, by_hand=True))


def _there(layout: Layout, article: ArticleId) -> Article:
    if article not in layout.articles:
        raise refused("这篇稿件已经不在版面上")
    return layout.articles[article]


def _with_article(layout: Layout, article: ArticleId, held: Article) -> Layout:
    return replace(layout, articles={**layout.articles, article: held})
