"""Taking pages out of the project: those that are selected in the list, or the one that is shown."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from core.commands.removing import RemovePages
from core.messages import Message, message
from core.store.rows import PageRecord
from gui.desk.desk import Desk
from gui.panels.pages import PagesPanel
from gui.window.actions import Actions


class Removing(QObject):
    """Removes at once and says how to get it back: undo needs no question before."""

    told = Signal(object)
    """A sentence for the status bar: Message."""

    def __init__(self, desk: Desk, pages: PagesPanel, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._pages = pages
        self._window = window
        self._actions: Actions | None = None
        self._names: dict[int, str] = {}
        desk.pages_listed.connect(self._list)

    def set_actions(self, actions: Actions) -> None:
        """Tell the actions: keys and menu of the list come to the one of this, and undo takes it back."""
        self._actions = actions
        self._pages.remove_requested.connect(actions["remove-pages"].trigger)
        self._pages.menu_wanted.connect(self._open_menu)

    def remove(self) -> None:
        """Remove the pages that are selected where the list has the focus, else the page that is shown."""
        record = self._desk.record
        pages = self._pages.selected_pages() if self._pages.view.hasFocus() else []
        if not pages and record is not None:
            pages = [record.id]
        names = {page: self._names[page] for page in pages if page in self._names}
        if names:
            self._desk.perform(RemovePages(names), partial(self._tell, names))

    def _list(self, records: list[PageRecord]) -> None:
        self._names = {record.id: record.name for record in records}

    def _tell(self, names: dict[int, str]) -> None:
        self.told.emit(_removed(list(names.values()), self._undo_key()))

    def _undo_key(self) -> str:
        if self._actions is None:
            return ""
        return self._actions["undo"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def _open_menu(self, place: QPoint) -> None:
        """Offer what can be done with the pages that are selected."""
        if self._actions is None:
            return
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._actions["remove-pages"])
        menu.popup(place)


def _removed(names: list[str], key: str) -> Message:
    what = (
        message("移除了“{name}”", name=names[0])
        if len(names) == 1
        else message("移除了 {count} 版", count=len(names))
    )
    if not key:
        return message("{what}，撤销就找回", what=what)
    return message("{what}，{key} 找回", what=what, key=key)
