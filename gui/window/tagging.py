"""Setting article boundaries and roles, from the text or from the tree."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from core.commands.command import Command
from core.commands.moving import MergeArticles
from core.commands.segmenting import Segment
from core.commands.tagging import (
    MarkFurniture,
    RenameArticle,
    SetKind,
    SetRole,
    SignOff,
    StartArticle,
    ToggleJoin,
)
from core.document.layout import ArticleId, title_of
from core.document.role import ArticleKind, Role
from core.messages import message
from core.text.initials import initials
from core.text.span import Span
from gui.desk.desk import Desk
from gui.desk.mirror import PageMirror
from gui.editor.page_editor import PageEditor
from gui.panels.articles import ArticlesPanel
from gui.panels.palette_model import PaletteEntry
from gui.role_names import kind_name
from gui.window.action_table import ROLE_ACTIONS
from gui.window.chooser import Chooser
from gui.window.chosen import Chosen, chosen_in_text, chosen_in_tree
from gui.window.moving import Moving


class Tagging(QObject):
    """Makes commands of actions, about what is chosen in the tree while it has the keys, else in the text."""

    told = Signal(object)
    """A sentence for the status bar."""

    def __init__(
        self, desk: Desk, editor: PageEditor, articles: ArticlesPanel, chooser: Chooser, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._editor = editor
        self._articles = articles
        self._chooser = chooser
        self._window = window
        self._moving = Moving(desk, self._chosen, chooser, self)
        articles.dropped.connect(self._moving.drop)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each action about articles and rounds does."""
        roles = {
            name: partial(self._on_chosen, partial(_role_command, role))
            for name, role in ROLE_ACTIONS.items()
        }
        return {
            **roles,
            **self._moving.handlers(),
            "start-article": lambda: self._on_chosen(
                lambda page, chosen: StartArticle(page, chosen.selection)
            ),
            "join": lambda: self._on_chosen(lambda page, chosen: ToggleJoin(page, chosen.selection)),
            "furniture": lambda: self._on_chosen(lambda page, chosen: MarkFurniture(page, chosen.selection)),
            "merge-up": partial(self._merge, upwards=True),
            "merge-down": partial(self._merge, upwards=False),
            "merge-selected": partial(self._merge, upwards=None),
            "rename": self._rename,
            "kind": self._ask_kind,
            "segment": lambda: self._on_page(lambda mirror: Segment(mirror.page)),
            "segment-lines": lambda: self._on_chosen(self._segment_lines),
            "sign-off": lambda: self._on_page(lambda mirror: SignOff(mirror.page)),
            "take-back": lambda: self._on_page(lambda mirror: SignOff(mirror.page, forward=False)),
        }

    def article_here(self) -> ArticleId | None:
        """Return the first article that is chosen; where there is none, say so."""
        chosen = self._with_articles()
        return None if chosen is None else chosen.articles[0]

    def _chosen(self) -> Chosen | None:
        """Return what the keys are about, None while there is no page."""
        mirror = self._desk.mirror
        if mirror is None:
            return None
        if self._articles.view.hasFocus():
            nodes = self._articles.chosen()
            if nodes.articles or nodes.pieces:
                return chosen_in_tree(mirror.layout, nodes)
        return chosen_in_text(mirror, self._editor.selection)

    def _on_page(self, command: Callable[[PageMirror], Command]) -> None:
        if self._desk.mirror is not None:
            self._desk.perform(command(self._desk.mirror))

    def _on_chosen(self, command: Callable[[int, Chosen], Command]) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._on_page(lambda mirror: command(mirror.page, chosen))

    def _segment_lines(self, page: int, chosen: Chosen) -> Command:
        """Find anew what is chosen; where there is but a caret, its article."""
        mirror, selection = self._desk.mirror, chosen.selection
        if mirror is not None and isinstance(selection, Span) and not len(selection) and chosen.articles:
            selection = mirror.layout.articles[chosen.articles[0]].pieces
        return Segment(page, selection)

    def _with_articles(self) -> Chosen | None:
        """Return what is chosen where it is in an article; else say that it is not."""
        chosen = self._chosen()
        if chosen is not None and not chosen.articles:
            self.told.emit(message("这一行不属于任何稿件"))
            return None
        return chosen

    def _merge(self, *, upwards: bool | None) -> None:
        chosen = self._with_articles()
        if chosen is not None:
            self._on_page(lambda mirror: MergeArticles(mirror.page, chosen.articles, upwards))

    def _rename(self) -> None:
        mirror, chosen = self._desk.mirror, self._with_articles()
        if mirror is None or chosen is None:
            return
        article = chosen.articles[0]
        title = title_of(mirror.layout, article, mirror.text)
        name, agreed = QInputDialog.getText(
            self._window, self.tr("稿件改名"), self.tr("稿件的名称，空着就用标题："), text=title
        )
        # An article left with its title goes on being called by it when the title is corrected.
        if agreed and name != title:
            self._desk.perform(RenameArticle(mirror.page, article, name))

    def _ask_kind(self) -> None:
        """Offer the sorts of articles for all that are chosen."""
        mirror, chosen = self._desk.mirror, self._with_articles()
        if mirror is None or chosen is None:
            return
        names = {kind: kind_name(kind) for kind in ArticleKind}
        entries = [PaletteEntry(kind.value, name, "", "", initials(name)) for kind, name in names.items()]
        page, articles = mirror.page, chosen.articles

        def then(kind: object) -> None:
            self._desk.take(lambda: self._desk.perform(SetKind(page, articles, ArticleKind(str(kind)))))

        self._chooser.ask(self.tr("这是哪一种稿件？"), entries, then)


def _role_command(role: Role, page: int, chosen: Chosen) -> Command:
    return SetRole(page, chosen.selection, role)
