"""What the gutter is used for: moving the boundaries of articles, choosing them and their roles."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QSignalBlocker, Signal
from PySide6.QtWidgets import QMenu, QWidget

from core.commands.boundary import MoveBoundary
from core.commands.command import Command
from core.commands.moving import MergeArticles
from core.commands.tagging import StartArticle
from core.document.layout import PieceId
from core.messages import message
from core.text.lines import Lines
from core.text.span import Span
from gui.desk.desk import Desk
from gui.desk.mirror import PageMirror
from gui.editor.boundaries import nearest_boundary, reach
from gui.editor.page_editor import PageEditor
from gui.panels.articles import ArticlesPanel
from gui.window.action_table import ROLE_ACTIONS
from gui.window.actions import Actions
from gui.window.settings import Settings


class Boundaries(QObject):
    """Turns what the mouse does in the gutter, and the keys that move boundaries, into commands."""

    told = Signal(object)
    """A sentence for the status bar."""

    def __init__(
        self, desk: Desk, editor: PageEditor, articles: ArticlesPanel, settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._desk = desk
        self._editor = editor
        self._articles = articles
        self._roles = QMenu(window)
        gutter = editor.gutter
        gutter.boundary_dropped.connect(
            lambda at, to: desk.take(partial(self._on_page, partial(_moved, at, to)))
        )
        gutter.start_wanted.connect(lambda line: desk.take(partial(self._on_page, partial(_started, line))))
        gutter.article_wanted.connect(self._choose_article)
        gutter.role_wanted.connect(self._offer_roles)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each action about boundaries does."""
        return {
            "boundary-up": partial(self._shift, -1),
            "boundary-down": partial(self._shift, 1),
        }

    def set_actions(self, actions: Actions) -> None:
        """Offer these actions for the role of a piece; let articles step back as it was left."""
        for name in (*ROLE_ACTIONS, "furniture"):
            self._roles.addAction(actions[name])
        actions["dim-others"].setChecked(self._settings.dims_others)
        self._editor.set_veiled(self._settings.dims_others)

    def switch_dimming(self) -> None:
        """Let all articles but the current one step back, or none any more."""
        dims = not self._settings.dims_others
        self._settings.set_dims_others(dims)
        self._editor.set_veiled(dims)

    def _on_page(self, command: Callable[[PageMirror], Command | None]) -> None:
        mirror = self._desk.mirror
        wanted = command(mirror) if mirror is not None else None
        if wanted is not None:
            self._desk.perform(wanted)

    def _shift(self, by: int) -> None:
        """Move the boundary that is nearest to the caret by a line."""
        rows = self._editor.rows
        above, below = rows.around(self._editor.caret + 1)
        here = above if above is not None else below
        at = None if here is None else nearest_boundary(rows, here)
        if at is None:
            self.told.emit(message("附近没有稿件的分界"))
        elif at + by not in reach(rows, at):
            self.told.emit(message("分界不能再移了：稿件只剩一行，要整篇合并请用并入上一稿"))
        else:
            self._on_page(partial(_moved, at, at + by))

    def _choose_article(self, row: int) -> None:
        """Choose the article in the tree; the text stays where it is."""
        mirror, rows = self._desk.mirror, self._editor.rows
        if mirror is None or row >= len(rows):
            return
        place = rows.row(row).article
        if place is None or place >= len(mirror.layout.order):
            self.told.emit(message("这一行不属于任何稿件"))
            return
        node = self._articles.model.row_of_article(mirror.layout.order[place])
        with QSignalBlocker(self._articles):
            if node is not None:
                self._articles.view.choose([node], node)
                self._articles.view.setFocus()

    def _offer_roles(self, row: int, place: QPoint) -> None:
        """Offer the roles for a piece, or for all lines that are selected where it is among them."""
        span, selected = self._editor.rows.span(row), self._editor.selection
        if not selected.covers(span):
            self._editor.select(span)
        self._editor.setFocus()
        self._roles.popup(place)


def _moved(at: int, to: int, mirror: PageMirror) -> Command | None:
    """Move the boundary above row `at` to above row `to`; rows are the pieces from top to bottom."""
    places = mirror.layout.in_page_order()
    if at >= len(places) or not 0 <= to <= len(places):
        return None
    below: PieceId | None = places[to] if to < len(places) else None
    return MoveBoundary(mirror.page, places[at], below)


def _started(line: int, mirror: PageMirror) -> Command | None:
    """Begin an article at a line, or put one that begins there to the one above."""
    span = Lines(mirror.text).span(line)
    first = next(iter(mirror.layout.pieces_in(span)), None)
    owner = None if first is None else mirror.layout.article_of(first)
    if owner is not None and mirror.layout.articles[owner].pieces[0] == first:
        return MergeArticles(mirror.page, (owner,), upwards=True)
    return StartArticle(mirror.page, Span(span.start, span.start))
