"""The menu of the article tree: what can be done with what is chosen there, roles in a menu of their own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from gui.window.action_table import ROLE_ACTIONS
from gui.window.actions import Actions


def article_menu(actions: Actions, parent: QWidget) -> QMenu:
    """Return the menu; it is gone when it closes."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    roles: QMenu | None = None
    section: int | None = None
    for row, action in actions:
        if row.menu != "article":
            continue
        if section is not None and row.section != section:
            menu.addSeparator()
        section = row.section
        if row.name not in ROLE_ACTIONS:
            menu.addAction(action)
            continue
        if roles is None:
            roles = menu.addMenu(QCoreApplication.translate("ArticleMenu", "标为"))
        roles.addAction(action)
    return menu
