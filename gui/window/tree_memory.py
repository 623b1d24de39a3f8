"""Which articles stand open in the tree, kept in the project from one start to the next."""

from __future__ import annotations

import re
from collections.abc import Collection

from PySide6.QtCore import QObject

from core.document.layout import ArticleId
from gui.desk.desk import Desk
from gui.panels.articles import ArticlesPanel


class TreeMemory(QObject):
    """Writes down what the editor opens and folds, and opens it again when the page is first shown."""

    def __init__(self, desk: Desk, articles: ArticlesPanel, parent: QObject) -> None:
        """To be made after whoever shows pages in `articles`."""
        super().__init__(parent)
        self._desk = desk
        self._articles = articles
        desk.opened.connect(lambda _path: articles.forget_pages())
        desk.page_shown.connect(self._recall)
        desk.articles_found.connect(self._recall)
        articles.folded.connect(self._keep)

    def _keep(self, page: int, opened: Collection[ArticleId]) -> None:
        written = " ".join(map(str, sorted(opened)))
        self._desk.ask(lambda project: project.remember(_name(page), written), lambda _done: None)

    def _recall(self) -> None:
        mirror = self._desk.mirror
        if mirror is None or not mirror.arranged or self._articles.was_left(mirror.page):
            return
        page = mirror.page

        def done(written: str | None) -> None:
            if written and self._articles.page == page:
                self._articles.open_again(
                    {int(word) for word in written.split() if _IDENTITY.fullmatch(word)}
                )

        self._desk.ask(lambda project: project.setting(_name(page)), done)


_IDENTITY = re.compile("[0-9]{1,9}")


def _name(page: int) -> str:
    return f"tree-{page}"
