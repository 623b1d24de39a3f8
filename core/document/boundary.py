"""Moving the boundary between two articles that stand one above the other on the page."""

from __future__ import annotations

from core.document.arrange import mark_furniture
from core.document.layout import ArticleId, Layout, PieceId
from core.document.moving import move_pieces
from core.errors import refused


def move_boundary(layout: Layout, text: str, below: PieceId, to: PieceId | None) -> Layout:
    """Move the boundary that is above the piece `below` so that it is above the piece `to`.

    What lies between changes sides: upwards it joins what stands below the boundary, downwards what stands
    above it, and where that is furniture it becomes furniture. `to` None: the end of the page. Raises
    RefusedError where there is no boundary, and where it would go beyond the two it parts.
    """
    places = layout.in_page_order()
    owners = layout.owners()
    if below not in layout.pieces or (to is not None and to not in layout.pieces):
        raise refused("选中的段落已经不在版面上")
    at = places.index(below)
    goal = len(places) if to is None else places.index(to)
    above = places[at - 1]
    if at == 0 or owners.get(above) == owners.get(below):
        raise refused("这里不是两篇稿件的分界")
    if goal == at:
        raise refused("已经是这样了")
    upwards = goal < at
    passed = tuple(places[goal:at] if upwards else places[at:goal])
    losing, gaining = (above, below) if upwards else (below, above)
    if any(owners.get(piece) != owners.get(losing) for piece in passed):
        raise refused("分界只能在相邻的两稿之间移动")
    winner = owners.get(gaining)
    if winner is None:
        return mark_furniture(layout, text, passed)
    before = below if upwards else _behind(layout, winner, above)
    return move_pieces(layout, text, passed, winner, before)


def _behind(layout: Layout, article: ArticleId, piece: PieceId) -> PieceId | None:
    """Return the piece that is read right after `piece`, None for the last one."""
    read = layout.articles[article].pieces
    following = read[read.index(piece) + 1 :]
    return following[0] if following else None
