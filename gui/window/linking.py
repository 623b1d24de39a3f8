"""Jump links in the window: their list, one key for the article in the text, one to the other half."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from core.changes.codec import Json, whole, words
from core.commands.linking import LinkArticles, UnlinkArticles
from core.links.ends import End
from core.messages import Catalogue, Message, message
from core.project.linkable import LinkRow
from core.project.project import Project
from core.project.remembered import remembered
from gui.desk.desk import Desk
from gui.desk.linking import FoundLinks, LinkSearch
from gui.window.links_dialog import LinksDialog

REFUSED = "refused-links"
"""The setting of a project that holds the proposals an editor has rejected: page, title, page, title."""

RESTED = 400
"""How long after a step the list is made anew (milliseconds)."""

Refusal = tuple[int, str, int, str]


class Linking(QObject):
    """Ties the list of links to the search and the project; `article_here` says which article is chosen."""

    told = Signal(object)
    """A sentence for the status bar."""
    half_shown = Signal(int, bool)
    """The page of an article is shown: go to the article, to its end (True) or its beginning."""

    def __init__(
        self, desk: Desk, article_here: Callable[[], int | None], catalogue: Catalogue, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._article_here = article_here
        self._catalogue = catalogue
        self._window = window
        self._dialog: LinksDialog | None = None
        self._refused: set[Refusal] = set()
        self._wanted: End | None = None
        self._is_sought = False
        self._all = LinkSearch(desk, self)
        self._near = LinkSearch(desk, self)
        self._rest = QTimer(self, singleShot=True, interval=RESTED)
        self._rest.timeout.connect(self._all.start)
        self._all.found.connect(self._list)
        self._all.failed.connect(self._fail)
        self._near.found.connect(self._accept_best)
        self._near.failed.connect(self.told)
        desk.stepped.connect(self._stepped)
        desk.opened.connect(self._forget)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each action about links does."""
        return {"links": self.open, "accept-link": self.accept_here, "follow-link": self.follow}

    def open(self) -> None:
        """Show the list, and look through all pages."""
        if self._desk.path is None:
            self.told.emit(message("先打开一个工程"))
            return
        if self._dialog is None:
            dialog = self._dialog = LinksDialog(self._catalogue, self._window)
            dialog.accept_requested.connect(self._accept)
            dialog.reject_requested.connect(self._reject)
            dialog.place_chosen.connect(self._show)
            dialog.stop_requested.connect(self._stop)
            dialog.finished.connect(self._closed)
            self._all.progressed.connect(dialog.show_progress)
        self._dialog.show()
        self._dialog.activateWindow()
        self._dialog.view.setFocus()
        self._dialog.show_progress(0, 0)
        self._is_sought = True
        self._desk.ask(_refusals, self._search)

    def accept_here(self) -> None:
        """Accept the best proposal for the article at the caret."""
        here = self._here()
        if here is not None:
            self._wanted = here
            self.told.emit(message("正在各版查找另一半……"))
            self._near.start(here[0])

    def follow(self) -> None:
        """Go to the other half of the article at the caret: on to the second, or back to the first."""
        here, mirror = self._here(), self._desk.mirror
        if here is None or mirror is None:
            return
        forth = self._desk.linked_layout.articles[here[1]].linked_to is not None

        def go(other: End | None) -> None:
            if other is None:
                self.told.emit(message("这篇稿件没有接到别的版"))
            else:
                self._go(other, at_end=not forth)

        self._desk.ask(lambda project: project.links.other_half(here, forth=forth), go)

    def _here(self) -> End | None:
        mirror, article = self._desk.mirror, self._article_here()
        return None if mirror is None or article is None else (mirror.page, article)

    def _go(self, end: End, *, at_end: bool) -> None:
        self._desk.show_page(end[0], lambda: self.half_shown.emit(end[1], at_end))

    # The list

    def _search(self, refused: set[Refusal]) -> None:
        self._refused = refused
        if self._is_sought:
            self._all.start()

    def _list(self, found: FoundLinks) -> None:
        if self._dialog is not None:
            rows = [row for row in found.rows if row.score is None or _refusal(row) not in self._refused]
            self._dialog.show_links(rows, [half.title for half in found.alone])

    def _accept(self, rows: Sequence[LinkRow]) -> None:
        self._perform(LinkArticles([(row.first, row.second) for row in rows]))

    def _reject(self, row: LinkRow) -> None:
        if row.score is None:
            page, article = row.first
            self._perform(UnlinkArticles(page, article))
            return
        self._refused.add(_refusal(row))
        written = json.dumps(sorted(self._refused), ensure_ascii=False)
        self._desk.ask(lambda project: project.keep_setting(REFUSED, written), lambda _: None)

    def _perform(self, command: LinkArticles | UnlinkArticles) -> None:
        self._desk.turns.take(partial(self._desk.perform, command))

    def _show(self, row: LinkRow, second: bool) -> None:  # a Qt slot
        self._go(row.second if second else row.first, at_end=not second)

    def _stop(self) -> None:
        self._is_sought = False
        self._all.stop()
        if self._dialog is not None:
            self._dialog.show_stopped()

    def _stepped(self) -> None:
        if self._dialog is not None:
            self._rest.start()

    def _closed(self) -> None:
        self._dialog, self._is_sought = None, False
        self._rest.stop()
        self._all.stop()

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.close()
        self._refused, self._wanted = set(), None

    def _fail(self, spoken: Message) -> None:
        self._stop()
        self.told.emit(spoken)

    # The article at the caret

    def _accept_best(self, found: FoundLinks) -> None:
        wanted, self._wanted = self._wanted, None
        rows = [row for row in found.rows if wanted in (row.first, row.second)]
        best = next((row for row in rows if row.score is not None), None)
        if best is not None:
            self._perform(LinkArticles([(best.first, best.second)]))
            there = best.second if best.first == wanted else best.first
            title = best.second_title if there == best.second else best.first_title
            page = best.second_page if there == best.second else best.first_page
            sure = round(100 * (best.score or 0.0))
            self.told.emit(message("接到 {page}《{title}》，把握 {sure}%", page=page, title=title, sure=sure))
        elif rows:
            self.told.emit(message("稿件已经接好了"))
        else:
            self.told.emit(message("没有找到与这篇稿件相接的另一半"))


def _refusals(project: Project) -> set[Refusal]:
    return remembered(project.setting(REFUSED), lambda rows: {_read_refusal(*row) for row in rows}, set())


def _read_refusal(first: Json, first_title: Json, second: Json, second_title: Json) -> Refusal:
    return whole(first), words(first_title), whole(second), words(second_title)


def _refusal(row: LinkRow) -> Refusal:
    return row.first[0], row.first_title, row.second[0], row.second_title
