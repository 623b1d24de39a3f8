"""What the linked articles of a page go on with, read off the other pages of the project."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from core.changes.state import PageState
from core.document.layout import ArticleId, Layout
from core.exporters.exporter import Continuation
from core.links.ends import End, is_told_elsewhere, rest_of

Linked = tuple[Mapping[ArticleId, tuple[Continuation, ...]], frozenset[ArticleId]]


def linked_stories(state: Callable[[int], PageState], page: int) -> Linked:
    """Return what each article of a page goes on with elsewhere, and which are the rest of others."""

    def layout(number: int) -> Layout:
        return state(number).layout

    def part(end: End) -> Continuation:
        there = state(end[0])
        return Continuation(there.text, there.layout, end[1])

    rest: dict[ArticleId, tuple[Continuation, ...]] = {}
    told_elsewhere = set()
    for key, article in layout(page):
        if article.linked_from is not None and is_told_elsewhere(layout, (page, key)):
            told_elsewhere.add(key)
        elif article.linked_to is not None:
            rest[key] = tuple(part(end) for end in rest_of(layout, (page, key)))
    return rest, frozenset(told_elsewhere)
