"""Finding the articles of a page that is shown already, beside the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from core.beside.jobs import FindArticles
from core.changes.state import PageState
from core.document.layout import Layout
from core.errors import JiaochouError
from core.project.project import Project
from gui.desk.beside import Beside
from gui.desk.mirror import PageMirror
from gui.desk.store_thread import StoreThread


class Arranging(QObject):
    """Looks for the articles of the page shown where nobody has done so before, once its text is painted.

    Whoever changes the page meanwhile has the project look for them at once: they then come with that step,
    and what is found here is of no use any more.
    """

    def __init__(
        self,
        store: StoreThread,
        beside: Beside,
        came: Callable[[PageMirror, PageState], None],
        failed: Callable[[JiaochouError], None],
        parent: QObject | None = None,
    ) -> None:
        """`came` is given a page whose articles were found, and how the project has it with them."""
        super().__init__(parent)
        self._store = store
        self._beside = beside
        self._came = came
        self._failed = failed
        self._mirror: PageMirror | None = None

    def watch(self, mirror: PageMirror) -> None:
        """Look after another page."""
        self._mirror = mirror
        if not mirror.arranged:
            # A worker that starts at once would take the interpreter from the painting.
            QTimer.singleShot(0, self, lambda: self._look(mirror))

    def stop(self) -> None:
        """Look after no page any more."""
        self._mirror = None

    def _look(self, mirror: PageMirror) -> None:
        text = mirror.text

        def done(layout: Layout) -> None:
            if self._is_wanted(mirror):
                self._take(mirror, text, layout)

        if self._is_wanted(mirror):
            self._beside.run(FindArticles(text), done, self._failed)

    def _take(self, mirror: PageMirror, text: str, layout: Layout) -> None:
        def take(project: Project) -> PageState:
            return project.take_articles(mirror.page, text, layout)

        self._store.call(take, lambda state: self._came(mirror, state), self._failed)

    def _is_wanted(self, mirror: PageMirror) -> bool:
        return mirror is self._mirror and not mirror.arranged
