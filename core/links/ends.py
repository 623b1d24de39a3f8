"""Following accepted links from page to page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from core.document.layout import ArticleId, Layout, Link

End = tuple[int, ArticleId]
"""An article of the project: its page and its number there."""

Layouts = Callable[[int], Layout]
"""Gives the layout of a page as it stands. Raises KeyError where there is no such page."""


def without_links(layout: Layout, gone: AbstractSet[int]) -> Layout:
    """Return `layout` as it is shown while the pages `gone` are removed: no article is linked to them."""

    def kept(link: Link | None) -> Link | None:
        return None if link is None or link.page in gone else link

    articles = {
        key: replace(one, linked_from=kept(one.linked_from), linked_to=kept(one.linked_to))
        for key, one in layout.articles.items()
    }
    return layout if articles == layout.articles else replace(layout, articles=articles)


def other_half(layouts: Layouts, end: End, *, forth: bool) -> End | None:
    """Return the article that `end` goes on in (`forth`) or came from, None where it is in no whole link.

    A link is broken where all that held its other half has gone; it counts for nothing then.
    """
    page, article = end
    held = layouts(page).articles.get(article)
    link = None if held is None else held.linked_to if forth else held.linked_from
    if link is None:
        return None
    wanted = Link(page, link.number)
    try:
        there = layouts(link.page)
    except KeyError:
        return None
    for key, other in there:
        if wanted == (other.linked_from if forth else other.linked_to):
            return link.page, key
    return None


def rest_of(layouts: Layouts, end: End) -> Iterator[End]:
    """Yield the articles in which `end` goes on, one after the other; a ring is left where it closes."""
    seen = {end}
    following = other_half(layouts, end, forth=True)
    while following is not None and following not in seen:
        seen.add(following)
        yield following
        following = other_half(layouts, following, forth=True)


def is_told_elsewhere(layouts: Layouts, end: End) -> bool:
    """Say whether an article is read as the rest of another one. In a ring the first in order is the head."""
    seen = [end]
    before = other_half(layouts, end, forth=False)
    while before is not None:
        if before in seen:
            return min(seen) != end
        seen.append(before)
        before = other_half(layouts, before, forth=False)
    return len(seen) > 1
