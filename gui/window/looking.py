"""A project that is only looked at: what the window shows of that, and how it becomes one to work on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from core.errors import refused
from core.messages import Catalogue
from core.text.span import Span
from gui.desk.desk import Desk
from gui.window.page_pane import PagePane
from gui.window.status import StatusBar


class Looking(QObject):
    """Locks the text and says why; follows what the editor of the project does meanwhile."""

    def __init__(
        self, desk: Desk, page: PagePane, status: StatusBar, catalogue: Catalogue, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = page
        self._status = status
        self._catalogue = catalogue
        desk.access.changed.connect(self._show)
        desk.access.outdated.connect(self._reread)
        page.read_only_bar.work_requested.connect(desk.work_on)
        page.editor.typing_refused.connect(self._refuse)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the action of this does."""
        return {"work-on": self._desk.work_on}

    def _show(self) -> None:
        access, bar = self._desk.access, self._page.read_only_bar
        self._page.editor.set_locked(access.barrier is not None)
        self._status.read_only = access.barrier is not None
        if access.barrier is None:
            bar.hide()
        else:
            bar.show_cause(self._catalogue.text(access.barrier), is_free=access.is_free)

    def _refuse(self) -> None:
        barrier = self._desk.access.barrier
        if barrier is not None:
            self._status.tell(refused("工程以只读方式打开，不能改动（{cause}）", cause=barrier).spoken)

    def _reread(self) -> None:
        """Show the page as it is now, the caret and the lines where they were."""
        editor = self._page.editor
        caret, top = editor.caret, editor.verticalScrollBar().value()

        def back() -> None:
            place = min(caret, len(editor.text))
            editor.select(Span(place, place))
            editor.verticalScrollBar().setValue(top)

        self._desk.reread(back)
