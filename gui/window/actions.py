"""The actions of the window, made from the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from gui.icons import icon
from gui.theme import Theme
from gui.window.action_table import ActionRow, action_rows, menu_titles
from gui.window.keymap import ChosenKeys, keys_in_force


class Actions:
    """The QActions of one window by name, and its menus."""

    def __init__(
        self, window: QMainWindow, handlers: Mapping[str, Callable[[], object]], chosen: ChosenKeys
    ) -> None:
        """`chosen` are the keys that differ from those of the table."""
        self._rows = {row.name: row for row in action_rows()}
        self._actions = {name: self._make(window, row, handlers[name]) for name, row in self._rows.items()}
        self.use_keys(chosen)
        self.menus: dict[str, QMenu] = {}
        for name, title in menu_titles():
            self.menus[name] = self._fill(window.menuBar().addMenu(title), name)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[tuple[ActionRow, QAction]]:
        return ((self._rows[name], action) for name, action in self._actions.items())

    def use_keys(self, chosen: ChosenKeys) -> None:
        """Give every action its keys: those `chosen`, else those of the table."""
        for name, keys in keys_in_force(self._rows.values(), chosen).items():
            self._actions[name].setShortcuts(keys)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the colours of `theme`."""
        for row, action in self:
            if row.icon:
                action.setIcon(icon(row.icon, theme))

    def set_page_there(self, there: bool) -> None:
        """Switch what needs a page on or off."""
        for row, action in self:
            if row.needs_page:
                action.setEnabled(there)

    def _make(self, window: QMainWindow, row: ActionRow, handler: Callable[[], object]) -> QAction:
        action = QAction(row.text, window)
        action.setObjectName(row.name)
        action.setIconText(row.short or row.text)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(row.checkable)
        action.setIconVisibleInMenu(False)
        action.triggered.connect(lambda _checked=False: handler())
        window.addAction(action)
        return action

    def _fill(self, menu: QMenu, name: str) -> QMenu:
        section: int | None = None
        for row, action in self:
            if row.menu != name:
                continue
            if section is not None and row.section != section:
                menu.addSeparator()
            section = row.section
            menu.addAction(action)
        return menu
