"""Setting article boundaries and roles from the text or the tree."""

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
    SetRole,
    SignOff,
    StartArticle,
    ToggleJoin,
)
from core.document.layout import ArticleId, title_of
from core.document.role import Role
from core.messages import message
from core.text.span import Span
from gui.desk.desk import Desk
from gui.desk.mirror import PageMirror
from gui.editor.page_editor import PageEditor
from gui.window.action_table import ROLE_ACTIONS


class Tagging(QObject):
    """Turns actions into commands about the lines that are selected, or the line the caret is in."""

    told = Signal(object)
    """A sentence for the status bar."""

    def __init__(self, desk: Desk, editor: PageEditor, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._editor = editor
        self._window = window

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each action about articles and rounds does."""
        roles = {
            name: partial(self._on_lines, partial(_role_command, role)) for name, role in ROLE_ACTIONS.items()
        }
        return {
            **roles,
            "start-article": lambda: self._on_lines(lambda mirror, span: StartArticle(mirror.page, span)),
            "join": lambda: self._on_lines(lambda mirror, span: ToggleJoin(mirror.page, span)),
            "furniture": lambda: self._on_lines(lambda mirror, span: MarkFurniture(mirror.page, span)),
            "merge-up": lambda: self._on_article(
                lambda mirror, key: MergeArticles(mirror.page, (key,), upwards=True)
            ),
            "merge-down": lambda: self._on_article(
                lambda mirror, key: MergeArticles(mirror.page, (key,), upwards=False)
            ),
            "rename": self._rename,
            "segment": lambda: self._on_page(lambda mirror: Segment(mirror.page)),
            "sign-off": lambda: self._on_page(lambda mirror: SignOff(mirror.page)),
            "take-back": lambda: self._on_page(lambda mirror: SignOff(mirror.page, forward=False)),
        }

    def article_at(self, position: int) -> ArticleId | None:
        """Return the article of the line at `position` of the current page."""
        mirror = self._desk.mirror
        if mirror is None:
            return None
        start = mirror.text.rfind("\n", 0, position) + 1
        end = mirror.text.find("\n", position)
        line = Span(start, len(mirror.text) if end < 0 else end)
        found = [mirror.layout.article_of(piece) for piece in mirror.layout.pieces_in(line)]
        return next((article for article in found if article is not None), None)

    def _on_page(self, command: Callable[[PageMirror], Command]) -> None:
        if self._desk.mirror is not None:
            self._desk.perform(command(self._desk.mirror))

    def _on_lines(self, command: Callable[[PageMirror, Span], Command]) -> None:
        self._on_page(lambda mirror: command(mirror, self._editor.selection))

    def _on_article(self, command: Callable[[PageMirror, ArticleId], Command]) -> None:
        article = self.article_at(self._editor.selection.start)
        if article is None:
            self.told.emit(message("这一行不属于任何稿件"))
        else:
            self._on_page(lambda mirror: command(mirror, article))

    def _rename(self) -> None:
        mirror, article = self._desk.mirror, self.article_at(self._editor.selection.start)
        if mirror is None or article is None:
            self.told.emit(message("这一行不属于任何稿件"))
            return
        title = title_of(mirror.layout, article, mirror.text)
        name, agreed = QInputDialog.getText(
            self._window, self.tr("稿件改名"), self.tr("稿件的名称，空着就用标题："), text=title
        )
        # An article left with its title goes on being called by it when the title is corrected.
        if agreed and name != title:
            self._desk.perform(RenameArticle(mirror.page, article, name))


def _role_command(role: Role, mirror: PageMirror, span: Span) -> Command:
    return SetRole(mirror.page, span, role)
