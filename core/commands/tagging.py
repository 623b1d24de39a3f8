"""Article boundaries and roles by hand, and signing a page off."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.commands.command import PagePlan, Pages, Plan, arranged
from core.document import arrange
from core.document.claiming import Selection
from core.document.layout import ArticleId, Layout
from core.document.names import kind_name, role_name
from core.document.role import ArticleKind, Role
from core.errors import refused
from core.messages import message


@dataclass(frozen=True)
class StartArticle:
    """Begin a new article at the first line of the selection."""

    page: int
    selection: Selection

    def plan(self, pages: Pages) -> Plan:
        """Plan the split."""
        state = pages.state(self.page)
        layout = arrange.start_article(state.layout, state.text, self.selection)
        return arranged(self.page, state, layout, "start-article", message("从这一行另起一稿"))


@dataclass(frozen=True)
class SetRole:
    """Say what the selected lines are."""

    page: int
    selection: Selection
    role: Role

    def plan(self, pages: Pages) -> Plan:
        """Plan the roles."""
        state = pages.state(self.page)
        layout = arrange.set_role(state.layout, state.text, self.selection, self.role)
        return arranged(self.page, state, layout, "role", message("标为{role}", role=role_name(self.role)))


@dataclass(frozen=True)
class MarkFurniture:
    """Take what is selected out of all articles, or give it back to them where it is in none."""

    page: int
    selection: Selection

    def plan(self, pages: Pages) -> Plan:
        """Plan it."""
        state = pages.state(self.page)
        layout = arrange.mark_furniture(state.layout, state.text, self.selection)
        more = len(layout.furniture) >= len(state.layout.furniture)
        what = message("标为版面杂项") if more else message("归回稿件")
        return arranged(self.page, state, layout, "furniture", what)


@dataclass(frozen=True)
class ToggleJoin:
    """Join the line to the paragraph of the piece before it, or part it again."""

    page: int
    selection: Selection

    def plan(self, pages: Pages) -> Plan:
        """Plan it."""
        state = pages.state(self.page)
        layout = arrange.toggle_join(state.layout, state.text, self.selection)
        joined = _joins(layout) > _joins(state.layout)
        what = message("接上段") if joined else message("与上段断开")
        return arranged(self.page, state, layout, "join", what)


def _joins(layout: Layout) -> int:
    return sum(piece.joins_previous for piece in layout.pieces.values())


@dataclass(frozen=True)
class RenameArticle:
    """Give an article a name; None lets its title speak again."""

    page: int
    article: ArticleId
    name: str | None

    def plan(self, pages: Pages) -> Plan:
        """Plan it."""
        state = pages.state(self.page)
        layout = arrange.rename_article(state.layout, self.article, self.name)
        name = layout.articles[self.article].name
        what = message("稿件改名为“{name}”", name=name) if name else message("稿件不再另外命名")
        return arranged(self.page, state, layout, "rename", what)


@dataclass(frozen=True)
class SetKind:
    """Say what sort of articles these are."""

    page: int
    articles: tuple[ArticleId, ...]
    kind: ArticleKind

    def plan(self, pages: Pages) -> Plan:
        """Plan it."""
        state = pages.state(self.page)
        layout = arrange.set_kind(state.layout, self.articles, self.kind)
        return arranged(
            self.page, state, layout, "kind", message("稿件归为{kind}", kind=kind_name(self.kind))
        )


ROUNDS = 3
"""校次: 一校, 二校, 三校."""


@dataclass(frozen=True)
class SignOff:
    """Sign the page for the next round, or take the signature back."""

    page: int
    forward: bool = True

    def plan(self, pages: Pages) -> Plan:
        """Plan it. Raises RefusedError before the first and behind the last round."""
        state = pages.state(self.page)
        wanted = state.round + (1 if self.forward else -1)
        if not 0 <= wanted <= ROUNDS:
            raise refused("三校已签完") if self.forward else refused("本版还没有签样")
        signed = (message("一校签样"), message("二校签样"), message("三校签样"))
        what = signed[wanted - 1] if self.forward else message("退签")
        return Plan("sign-off", what, "hand", {self.page: PagePlan(replace(state, round=wanted))})
