"""Ordering and merging whole articles by hand, any number of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.document.arranging import Arranging
from core.document.layout import ArticleId, Layout
from core.errors import refused


def chosen_articles(layout: Layout, articles: Sequence[ArticleId]) -> list[ArticleId]:
    """List the chosen articles as they are read. Raises RefusedError where one is no more, or none is."""
    wanted = set(articles)
    if not wanted:
        raise refused("没有选中稿件")
    if not wanted <= layout.articles.keys():
        raise refused("选中的稿件已经不在版面上")
    return [key for key in layout.order if key in wanted]


def merge_chosen(layout: Layout, articles: Sequence[ArticleId]) -> Layout:
    """Merge articles in the order they are read; the first one's identity stays."""
    chosen = chosen_articles(layout, articles)
    if len(chosen) < 2:
        raise refused("选中两篇以上的稿件才能合并")
    arranging = Arranging(layout)
    first, *others = chosen
    for key in others:
        arranging.put(layout.articles[key].pieces, first, len(arranging.articles[first].pieces))
    merged = [layout.articles[key] for key in chosen]
    arranging.articles[first] = replace(
        arranging.articles[first],
        by_hand=True,
        continued_to=next((one.continued_to for one in reversed(merged) if one.continued_to), None),
        linked_from=next((one.linked_from for one in merged if one.linked_from), None),
        linked_to=next((one.linked_to for one in reversed(merged) if one.linked_to), None),
    )
    return arranging.layout()


def merge_with_neighbour(layout: Layout, articles: Sequence[ArticleId], *, upwards: bool) -> Layout:
    """Merge articles, and the one above the first of them or below the last, into one."""
    chosen = chosen_articles(layout, articles)
    if upwards and chosen[0] == layout.order[0]:
        raise refused("这已经是本版的第一篇稿件，上面没有可以并入的稿件")
    if not upwards and chosen[-1] == layout.order[-1]:
        raise refused("这已经是本版的最后一篇稿件，下面没有可以并入的稿件")
    at = layout.order.index(chosen[0]) - 1 if upwards else layout.order.index(chosen[-1]) + 1
    return merge_chosen(layout, [*chosen, layout.order[at]])


def move_articles(layout: Layout, articles: Sequence[ArticleId], position: int) -> Layout:
    """Read articles at another place: before the one that is number `position` of the order now."""
    moving = chosen_articles(layout, articles)
    above = [key for key in layout.order[:position] if key not in moving]
    below = [key for key in layout.order[position:] if key not in moving]
    return _ordered(layout, [*above, *moving, *below], moving)


def shift_articles(layout: Layout, articles: Sequence[ArticleId], *, upwards: bool) -> Layout:
    """Let articles change places with the one above or below; at the end of the page they stay."""
    moving = chosen_articles(layout, articles)
    walked = list(layout.order) if upwards else list(layout.order)[::-1]
    for at in range(1, len(walked)):
        if walked[at] in moving and walked[at - 1] not in moving:
            walked[at - 1], walked[at] = walked[at], walked[at - 1]
    order = walked if upwards else walked[::-1]
    if tuple(order) == layout.order:
        raise refused("已经是最前面的稿件") if upwards else refused("已经是最后面的稿件")
    return _ordered(layout, order, moving)


def _ordered(layout: Layout, order: Sequence[ArticleId], moved: Sequence[ArticleId]) -> Layout:
    if tuple(order) == layout.order:
        raise refused("稿件已经是这个次序")
    by_hand = {key: replace(layout.articles[key], by_hand=True) for key in moved}
    return replace(layout, order=tuple(order), articles={**layout.articles, **by_hand})
