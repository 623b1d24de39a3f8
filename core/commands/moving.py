"""Moving pieces and articles, and merging articles."""

from __future__ import annotations

from dataclasses import dataclass

from core.commands.command import Pages, Plan, arranged
from core.document import moving, ordering
from core.document.arranging import Arranging
from core.document.claiming import Selection, claim
from core.document.fitting import fitting_place
from core.document.layout import ArticleId, PieceId, title_of
from core.language.language import open_language
from core.language.seams import Seams
from core.messages import message

NAMED = 16
"""How much of a title the history quotes (code points)."""


@dataclass(frozen=True)
class MovePieces:
    """Move what is selected into an article, before its piece `before`; at its end where that is None."""

    page: int
    selection: Selection
    article: ArticleId
    before: PieceId | None = None

    def plan(self, pages: Pages) -> Plan:
        """Plan it. Raises RefusedError where the article is gone or all of it stands there already."""
        state = pages.state(self.page)
        layout = moving.move_pieces(state.layout, state.text, self.selection, self.article, self.before)
        title = title_of(state.layout, self.article, state.text)
        shown = title if len(title) <= NAMED else title[:NAMED] + "…"
        return arranged(self.page, state, layout, "move", message("移到《{title}》", title=shown))


@dataclass(frozen=True)
class MoveToArticle:
    """Move what is selected into an article: where the language data says it reads on, else to its end."""

    page: int
    selection: Selection
    article: ArticleId

    def plan(self, pages: Pages) -> Plan:
        """Plan it. Raises RefusedError as `MovePieces` does."""
        state = pages.state(self.page)
        chosen = claim(Arranging(state.layout), state.text, self.selection)
        before: PieceId | None = None
        # Lines that no piece covered before have no place yet by which their seams could be found.
        if self.article in state.layout.articles and set(chosen) <= state.layout.pieces.keys():
            bits = Seams(open_language()).bits
            before = fitting_place(state.layout, state.text, chosen, self.article, bits)
        return MovePieces(self.page, self.selection, self.article, before).plan(pages)


@dataclass(frozen=True)
class NewArticle:
    """Make an article of just what is selected; `position`: its place in the reading order as it is now."""

    page: int
    selection: Selection
    position: int | None = None

    def plan(self, pages: Pages) -> Plan:
        """Plan it. Raises RefusedError where that is an article already."""
        state = pages.state(self.page)
        layout = moving.new_article(state.layout, state.text, self.selection, self.position)
        return arranged(self.page, state, layout, "start-article", message("移作新稿"))


@dataclass(frozen=True)
class ShiftPieces:
    """Move what is selected past the paragraph above or below it."""

    page: int
    selection: Selection
    upwards: bool

    def plan(self, pages: Pages) -> Plan:
        """Plan it. Raises RefusedError at the end of the page, and for furniture."""
        state = pages.state(self.page)
        layout = moving.shift_pieces(state.layout, state.text, self.selection, upwards=self.upwards)
        what = message("段落上移") if self.upwards else message("段落下移")
        return arranged(self.page, state, layout, "move", what)


@dataclass(frozen=True)
class MergeArticles:
    """Merge articles; with the one above (`upwards`) or below as well, None: only these."""

    page: int
    articles: tuple[ArticleId, ...]
    upwards: bool | None = None

    def plan(self, pages: Pages) -> Plan:
        """Plan it. Raises RefusedError where there is no other article to merge with."""
        state = pages.state(self.page)
        if self.upwards is None:
            layout = ordering.merge_chosen(state.layout, self.articles)
            what = message("合并 {count} 篇稿件", count=len(set(self.articles)))
        else:
            layout = ordering.merge_with_neighbour(state.layout, self.articles, upwards=self.upwards)
            what = message("并入上一稿") if self.upwards else message("与下一稿合并")
        return arranged(self.page, state, layout, "merge-articles", what)


@dataclass(frozen=True)
class MoveArticles:
    """Read articles before the one that is number `position` of the reading order now."""

    page: int
    articles: tuple[ArticleId, ...]
    position: int

    def plan(self, pages: Pages) -> Plan:
        """Plan it. Raises RefusedError where they are read there already."""
        state = pages.state(self.page)
        layout = ordering.move_articles(state.layout, self.articles, self.position)
        return arranged(self.page, state, layout, "order-articles", message("调整稿件次序"))


@dataclass(frozen=True)
class ShiftArticles:
    """Let articles change places with the one above or below."""

    page: int
    articles: tuple[ArticleId, ...]
    upwards: bool

    def plan(self, pages: Pages) -> Plan:
        """Plan it. Raises RefusedError at the end of the page."""
        state = pages.state(self.page)
        layout = ordering.shift_articles(state.layout, self.articles, upwards=self.upwards)
        what = message("稿件上移") if self.upwards else message("稿件下移")
        return arranged(self.page, state, layout, "order-articles", what)
