"""Moving pieces by hand: to another article, up and down in the reading order, into an article of their own.

Text never changes, and every piece stays in exactly one place. What is moved is marked `by_hand`, and so is
the article it comes to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.document.arrange import name_first_line, position_on_page
from core.document.arranging import Arranging
from core.document.claiming import Selection, claim
from core.document.joining import Joins
from core.document.layout import Article, ArticleId, Layout, PieceId
from core.document.role import ArticleKind
from core.errors import refused


def move_pieces(
    layout: Layout, text: str, selection: Selection, article: ArticleId, before: PieceId | None = None
) -> Layout:
    """Move what is selected into `article`, before its piece `before`, at its end where that is None."""
    arranging = Arranging(layout)
    if article not in layout.articles:
        raise refused("这篇稿件已经不在版面上")
    held = layout.articles[article].pieces
    if before is not None and before not in held:
        raise refused("要移到的地方已经不在这篇稿件里")
    chosen = claim(arranging, text, selection)
    moving = set(chosen)
    following = list(held[held.index(before) :]) if before is not None else []
    anchor = next((piece for piece in following if piece not in moving), None)
    kept = [piece for piece in held if piece not in moving]
    at = len(kept) if anchor is None else kept.index(anchor)
    if [*kept[:at], *chosen, *kept[at:]] == list(held):
        raise refused("选中的段落已经在那里了")
    joins = Joins.of(arranging)
    # The article may be left empty for a moment, and then it is filled again.
    arranging.take_out(chosen)
    arranging.put(chosen, article, at)
    _settle(arranging, joins, moving)
    return arranging.layout()


def new_article(layout: Layout, text: str, selection: Selection, position: int | None = None) -> Layout:
    """Make what is selected an article of its own, wherever on the page its pieces stand.

    `position` is its place in the reading order as it is before; None: right behind the article that the
    first piece leaves.
    """
    arranging = Arranging(layout)
    chosen = claim(arranging, text, selection)
    first = chosen[0]
    owner = arranging.owners.get(first)
    if owner is not None and set(chosen) == set(arranging.articles[owner].pieces):
        raise refused("选中的已经是完整的一篇稿件")
    if position is None:
        position = (
            position_on_page(arranging, arranging.span(first))
            if owner is None
            else arranging.order.index(owner) + 1
        )
    joins = Joins.of(arranging)
    kind = ArticleKind.NEWS if owner is None else arranging.articles[owner].kind
    arranging.new_article(Article(tuple(chosen), kind, by_hand=True), position)
    name_first_line(arranging, text, first)
    _settle(arranging, joins, set(chosen))
    return arranging.layout()


def shift_pieces(layout: Layout, text: str, selection: Selection, *, upwards: bool) -> Layout:
    """Move what is selected past the paragraph above or below it; past an article's end into the next one.

    Several stretches move each for itself; one that stands at the end of the page already stays.
    """
    arranging = Arranging(layout)
    moving = set(claim(arranging, text, selection))
    if not moving <= arranging.owners.keys():
        raise refused("版面杂项没有先后；先移到一篇稿件里")
    joins = Joins.of(arranging)
    wanted = _shifted(_items(arranging, joins, moving), moving, upwards=upwards)
    if wanted == {key: list(article.pieces) for key, article in layout}:
        raise refused("上面没有地方可移了") if upwards else refused("下面没有地方可移了")
    for key, pieces in wanted.items():
        arranging.articles[key] = replace(arranging.articles[key], pieces=tuple(pieces))
        arranging.owners.update(dict.fromkeys(pieces, key))
    _settle(arranging, joins, moving)
    return arranging.layout()


Item = tuple[PieceId, ...] | ArticleId
"""A paragraph (its pieces) or the beginning of an article."""


def _items(arranging: Arranging, joins: Joins, moving: set[PieceId]) -> list[Item]:
    """List the page as it is read: where articles begin, and paragraphs, those that move piece by piece."""
    items: list[Item] = []
    for key in arranging.order:
        items.append(key)
        for piece in arranging.articles[key].pieces:
            last = items[-1]
            goes_on = piece in joins.targets or piece in joins.beside
            if isinstance(last, tuple) and goes_on and piece not in moving and last[0] not in moving:
                items[-1] = (*last, piece)
            else:
                items.append((piece,))
    return items


def _shifted(items: list[Item], moving: set[PieceId], *, upwards: bool) -> dict[ArticleId, list[PieceId]]:
    """Let every stretch that moves change places with the item before it (behind it, if not `upwards`)."""
    walked = items if upwards else items[::-1]
    result: list[Item] = []
    hurdle: Item | None = None
    for item in walked:
        if not isinstance(item, tuple) or item[0] not in moving:
            if hurdle is not None:
                result.append(hurdle)
            hurdle = item
        # The page's first item is where its first article begins: nothing comes before that.
        elif hurdle is not None and hurdle == items[0] and upwards:
            result += [hurdle, item]
            hurdle = None
        else:
            result.append(item)
    if hurdle is not None:
        result.append(hurdle)
    ordered = result if upwards else result[::-1]
    return _by_article(ordered)


def _by_article(items: Sequence[Item]) -> dict[ArticleId, list[PieceId]]:
    held: dict[ArticleId, list[PieceId]] = {}
    current: list[PieceId] = []
    for item in items:
        if isinstance(item, tuple):
            current += item
        else:
            current = held.setdefault(item, [])
    return held


def _settle(arranging: Arranging, joins: Joins, moved: set[PieceId]) -> None:
    """Mark what was moved, and part what no longer goes on with what it went on with."""
    for piece in moved:
        arranging.pieces[piece] = replace(arranging.pieces[piece], by_hand=True)
    for key in {arranging.owners[piece] for piece in moved}:
        arranging.articles[key] = replace(arranging.articles[key], by_hand=True)
    _carry_jumps(arranging)
    joins.mend(arranging, moved)
    for key, article in arranging.articles.items():
        if article.pieces:
            arranging.part_first(key)


def _carry_jumps(arranging: Arranging) -> None:
    """Let jumps go with the ends of articles they stood at, where these are the ends of another now."""
    for key, held in arranging.base:
        first, last = arranging.owners[held.pieces[0]], arranging.owners[held.pieces[-1]]
        target = arranging.articles[first]
        leads_back = held.continued_from or held.linked_from
        if first != key and leads_back and target.pieces[0] == held.pieces[0]:
            arranging.articles[first] = replace(
                target,
                continued_from=target.continued_from or held.continued_from,
                linked_from=target.linked_from or held.linked_from,
            )
            left = arranging.articles[key]
            arranging.articles[key] = left.with_leads(left, start=False, end=True)
        target = arranging.articles[last]
        leads_on = held.continued_to or held.linked_to
        if last != key and leads_on and target.pieces[-1] == held.pieces[-1]:
            arranging.articles[last] = replace(
                target,
                continued_to=target.continued_to or held.continued_to,
                linked_to=target.linked_to or held.linked_to,
            )
            left = arranging.articles[key]
            arranging.articles[key] = left.with_leads(left, start=True, end=False)
