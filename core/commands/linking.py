"""Linking the halves of articles that go on on another page, and taking a link back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.changes.state import PageState
from core.commands.command import PagePlan, Pages, Plan
from core.document.layout import Article, ArticleId, Layout, Link, title_of
from core.errors import refused
from core.links.ends import End, other_half
from core.messages import message

NAMED = 20
"""So much of a title is said in the history (code points)."""


@dataclass(frozen=True)
class LinkArticles:
    """Say of pairs of articles that the first goes on in the second, as one step."""

    pairs: Sequence[tuple[End, End]]

    def plan(self, pages: Pages) -> Plan:
        """Plan it. Raises RefusedError where an article is gone, linked already, or on the same page."""
        changing = _Changing(pages)
        for first, second in self.pairs:
            changing.link(first, second)
        if len(self.pairs) == 1:
            page, article = self.pairs[0][1]
            title = title_of(pages.state(page).layout, article, pages.state(page).text)
            shown = title if len(title) <= NAMED else title[:NAMED] + "…"
            what = message("稿件接到《{title}》", title=shown)
        else:
            what = message("接好 {count} 处转版", count=len(self.pairs))
        return Plan("link", what, "hand", changing.plans())


@dataclass(frozen=True)
class UnlinkArticles:
    """Take back the link by which an article goes on elsewhere (`forth`), or began elsewhere."""

    page: int
    article: ArticleId
    forth: bool = True

    def plan(self, pages: Pages) -> Plan:
        """Plan it. Raises RefusedError where there is no such link."""
        changing = _Changing(pages)
        changing.unlink((self.page, self.article), forth=self.forth)
        return Plan("unlink", message("解除转版链接"), "hand", changing.plans())


class _Changing:
    """The layouts of pages while links between them change."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._changed: dict[int, Layout] = {}

    def layout(self, page: int) -> Layout:
        return self._changed.get(page) or self._pages.state(page).linked_layout

    def link(self, first: End, second: End) -> None:
        if first[0] == second[0]:
            raise refused("稿件不能接到本版")
        if not all(article in self.layout(page).articles for page, article in (first, second)):
            raise refused("要接的稿件已经不在版面上")
        if other_half(self.layout, first, forth=True) or other_half(self.layout, second, forth=False):
            raise refused("稿件已经接好了")
        number = 1 + max(_numbers(self.layout(first[0])) + _numbers(self.layout(second[0])), default=0)
        self._set(first, replace(self._article(first), linked_to=Link(second[0], number), by_hand=True))
        self._set(second, replace(self._article(second), linked_from=Link(first[0], number), by_hand=True))

    def unlink(self, end: End, *, forth: bool) -> None:
        held = self.layout(end[0]).articles.get(end[1])
        if held is None or (held.linked_to if forth else held.linked_from) is None:
            raise refused("这篇稿件没有接到别的版")
        other = other_half(self.layout, end, forth=forth)
        ends = [(end, forth)] + ([] if other is None else [(other, not forth)])
        for each, leads_on in ends:
            article = self._article(each)
            gone = replace(article, linked_to=None) if leads_on else replace(article, linked_from=None)
            self._set(each, gone)

    def plans(self) -> dict[int, PagePlan]:
        return {
            page: PagePlan(_with_layout(self._pages.state(page), it)) for page, it in self._changed.items()
        }

    def _article(self, end: End) -> Article:
        return self.layout(end[0]).articles[end[1]]

    def _set(self, end: End, article: Article) -> None:
        layout = self.layout(end[0])
        self._changed[end[0]] = replace(layout, articles={**layout.articles, end[1]: article})


def _with_layout(state: PageState, layout: Layout) -> PageState:
    return replace(state, layout=layout)


def _numbers(layout: Layout) -> list[int]:
    """List the numbers of all links of a page."""
    links = [link for _, one in layout for link in (one.linked_from, one.linked_to) if link is not None]
    return [link.number for link in links]
