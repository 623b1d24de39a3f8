"""Setting article boundaries and roles by hand: each function takes a layout and returns the one after.

What a person sets is marked `by_hand`. A function raises RefusedError, with the sentence to show, where there
is nothing it could do.
"""

from __future__ import annotations

from dataclasses import replace

from core.document.arranging import Arranging
from core.document.layout import Article, ArticleId, Layout, Piece, PieceId
from core.document.role import HEADLINE_ROLES, ArticleKind, Role
from core.errors import refused
from core.text.lines import Lines
from core.text.span import Span


def claim_lines(arranging: Arranging, text: str, selection: Span) -> list[PieceId]:
    """List the pieces on the lines that `selection` touches, from top to bottom.

    A line with text that no piece covers gets a piece of its own, so that a gesture works on every line.
    """
    lines = Lines(text)
    claimed: dict[PieceId, Span] = {}
    for number in lines.touching(selection):
        span = lines.span(number)
        found = arranging.base.spans.overlapping(span) if len(span) else []
        if not found and span.of(text).strip():
            found = [arranging.new_piece(span, Piece(Role.BODY))]
        claimed.update({piece: arranging.span(piece) for piece in found})
    if not claimed:
        raise refused("这里没有文字，不能标引")
    return sorted(claimed, key=lambda piece: claimed[piece])


def start_article(layout: Layout, text: str, selection: Span) -> Layout:
    """Begin a new article at the first line of `selection`.

    Where the selection lies in one line, the article goes on to the end of the one it is cut from; a
    selection of several lines becomes an article by itself.
    """
    arranging = Arranging(layout)
    chosen = claim_lines(arranging, text, selection)
    several = "\n" in selection.of(text).strip("\n")
    first = chosen[0]
    owner = arranging.owners.get(first)
    if owner is None:
        position = _position_on_page(arranging, arranging.span(first))
        source = Article(())
    else:
        source = arranging.articles[owner]
        at = source.pieces.index(first)
        if at == 0 and (not several or len(chosen) == len(source.pieces)):
            raise refused("这一行已经是一篇稿件的开头")
        if not several:
            chosen = list(source.pieces[at:])
        position = arranging.order.index(owner) + (1 if at else 0)
        arranging.articles[owner] = replace(source, by_hand=True)
    article = Article(tuple(chosen), source.kind, by_hand=True)
    if owner is not None and chosen[-1] == source.pieces[-1] and source.continued_to:
        article = replace(article, continued_to=source.continued_to)
        arranging.articles[owner] = replace(arranging.articles[owner], continued_to=None)
    new = arranging.new_article(article, position)
    _name_first_line(arranging, text, first)
    arranging.part_first(new)
    return arranging.layout()


LONGEST_TITLE = 60
"""A line longer than this (code points) that opens an article is a paragraph, not its title."""


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
    at = layout.order.index(article)
    if upwards and at == 0:
        raise refused("这已经是本版的第一篇稿件，上面没有可以并入的稿件")
    if not upwards and at == len(layout.order) - 1:
        raise refused("这已经是本版的最后一篇稿件，下面没有可以并入的稿件")
    upper, lower = (layout.order[at - 1], article) if upwards else (article, layout.order[at + 1])
    arranging = Arranging(layout)
    swallowed = arranging.articles[lower]
    arranging.take_out(swallowed.pieces)
    arranging.put(swallowed.pieces, upper, len(arranging.articles[upper].pieces))
    kept = arranging.articles[upper]
    continued = swallowed.continued_to or kept.continued_to
    arranging.articles[upper] = replace(kept, by_hand=True, continued_to=continued)
    return arranging.layout()


def set_role(layout: Layout, text: str, selection: Span, role: Role) -> Layout:
    """Give the lines of `selection` a role; furniture among them joins the article it stands by."""
    arranging = Arranging(layout)
    for piece in claim_lines(arranging, text, selection):
        if piece not in arranging.owners:
            _adopt(arranging, piece, role)
        joins = arranging.pieces[piece].joins_previous and role is Role.BODY
        arranging.pieces[piece] = Piece(role, joins, by_hand=True)
    return _changed(layout, arranging.layout())


def _adopt(arranging: Arranging, piece: PieceId, role: Role) -> None:
    """Put furniture into an article: a headline above the one that begins next, all else below the last."""
    span = arranging.span(piece)
    placed = sorted(arranging.owners, key=arranging.span)
    above = [other for other in placed if arranging.span(other) < span]
    below = placed[len(above)] if len(above) < len(placed) else None
    arranging.take_out([piece])
    opens = below is not None and arranging.articles[arranging.owners[below]].pieces[0] == below
    if below is not None and opens and (role in HEADLINE_ROLES or not above):
        arranging.put([piece], arranging.owners[below], 0)
    elif above:
        owner = arranging.owners[above[-1]]
        arranging.put([piece], owner, arranging.articles[owner].pieces.index(above[-1]) + 1)
    else:
        arranging.new_article(Article((piece,), by_hand=True), 0)


def mark_furniture(layout: Layout, text: str, selection: Span) -> Layout:
    """Take the lines of `selection` out of all articles."""
    arranging = Arranging(layout)
    chosen = claim_lines(arranging, text, selection)
    arranging.take_out(chosen)
    arranging.furniture += chosen
    for piece in chosen:
        arranging.pieces[piece] = Piece(Role.OTHER, by_hand=True)
    return _changed(layout, arranging.layout())


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
    held = replace(layout.articles[article], name=wanted or None, by_hand=True)
    return replace(layout, articles={**layout.articles, article: held})


def set_kind(layout: Layout, article: ArticleId, kind: ArticleKind) -> Layout:
    """Say what sort of article it is."""
    held = replace(layout.articles[article], kind=kind, by_hand=True)
    return replace(layout, articles={**layout.articles, article: held})


def _changed(before: Layout, after: Layout) -> Layout:
    if before == after:
        raise refused("已经是这样了")
    return after
