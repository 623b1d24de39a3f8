"""Moving pieces and articles: by keys, by a list of titles to type into, and by dragging in the tree."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from core.commands.moving import (
    MoveArticles,
    MovePieces,
    MoveToArticle,
    NewArticle,
    ShiftArticles,
    ShiftPieces,
)
from core.commands.tagging import MarkFurniture
from core.document.layout import ArticleId, title_of
from core.text.initials import initials
from gui.desk.desk import Desk
from gui.panels.articles_drop import Aside, Goal, Into
from gui.panels.articles_model import Nodes
from gui.panels.palette_model import PaletteEntry
from gui.window.chooser import Chooser
from gui.window.chosen import Chosen, chosen_in_tree

NEW = "new-article"
FURNITURE = "furniture"
"""What the list of goals offers beside articles."""


class Moving(QObject):
    """Turns wishes to move something into commands."""

    def __init__(
        self, desk: Desk, chosen: Callable[[], Chosen | None], chooser: Chooser, parent: QObject
    ) -> None:
        """`chosen` says what the keys are about; None while there is no page."""
        super().__init__(parent)
        self._desk = desk
        self._chosen = chosen
        self._chooser = chooser

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each action about moving does."""
        return {
            "move-up": partial(self._shift, upwards=True),
            "move-down": partial(self._shift, upwards=False),
            "move-to": self._ask_where,
        }

    def _shift(self, *, upwards: bool) -> None:
        chosen, mirror = self._chosen(), self._desk.mirror
        if chosen is None or mirror is None:
            return
        if chosen.whole:
            self._desk.perform(ShiftArticles(mirror.page, chosen.articles, upwards))
        else:
            self._desk.perform(ShiftPieces(mirror.page, chosen.selection, upwards))

    def _ask_where(self) -> None:
        """Offer the articles of the page; what was chosen when the list came goes to the one taken."""
        chosen, mirror = self._chosen(), self._desk.mirror
        if chosen is None or mirror is None:
            return
        layout = mirror.layout
        titles = {key: title_of(layout, key, mirror.text) for key in layout.order}
        only = chosen.articles[0] if len(chosen.articles) == 1 else None
        entries = [
            PaletteEntry(key, title, "", self.tr("第 {0} 篇").format(number), initials(title))
            for number, (key, title) in enumerate(titles.items(), 1)
            if key != only
        ]
        entries += [
            PaletteEntry(NEW, self.tr("新稿"), "", self.tr("另起"), initials(self.tr("新稿"))),
            PaletteEntry(FURNITURE, self.tr("版面杂项"), "", "", initials(self.tr("版面杂项"))),
        ]
        then = partial(self._move_to, mirror.page, chosen)
        self._chooser.ask(self.tr("移到哪一篇？输入标题里的几个字或拼音首字母"), entries, then)

    def _move_to(self, page: int, chosen: Chosen, goal: object) -> None:
        self._desk.take(partial(self._carry_out, page, chosen, goal))

    def _carry_out(self, page: int, chosen: Chosen, goal: object) -> None:
        if self._desk.mirror is None or self._desk.mirror.page != page:
            return
        if goal == NEW:
            self._desk.perform(NewArticle(page, chosen.selection))
        elif goal == FURNITURE:
            self._desk.perform(MarkFurniture(page, chosen.selection))
        elif isinstance(goal, int):
            self._desk.perform(MoveToArticle(page, chosen.selection, ArticleId(goal)))

    def drop(self, nodes: Nodes, goal: Goal) -> None:
        """Carry out what was dragged in the tree."""
        self._desk.take(partial(self._drop, nodes, goal))

    def _drop(self, nodes: Nodes, goal: Goal) -> None:
        mirror = self._desk.mirror
        if mirror is None:
            return
        page, chosen = mirror.page, chosen_in_tree(mirror.layout, nodes)
        if isinstance(goal, Into):
            self._desk.perform(MovePieces(page, chosen.selection, goal.article, goal.before))
        elif isinstance(goal, Aside):
            self._desk.perform(MarkFurniture(page, chosen.selection))
        elif chosen.whole:
            self._desk.perform(MoveArticles(page, chosen.articles, goal.position))
        else:
            self._desk.perform(NewArticle(page, chosen.selection, goal.position))
