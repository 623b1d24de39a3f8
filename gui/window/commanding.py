"""What the command palette offers: every action, every page, the articles of the page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from core.document.layout import title_of
from gui.desk.mirror import PageMirror
from gui.panels.palette_model import PaletteEntry
from gui.window.actions import Actions
from gui.window.panes import Panes

translate = QCoreApplication.translate


def palette_entries(actions: Actions, panes: Panes, mirror: PageMirror | None) -> list[PaletteEntry]:
    """Return the entries: an action is known by its name, a page and an article by a pair."""
    native = QKeySequence.SequenceFormat.NativeText
    menus = {name: menu.title() for name, menu in actions.menus.items()}
    entries = [
        PaletteEntry(row.name, action.text(), action.shortcut().toString(native), menus.get(row.menu, ""))
        for row, action in actions
        if action.isEnabled() and row.name != "palette"
    ]
    pages, articles = translate("Commanding", "版面"), translate("Commanding", "稿件")
    entries += [
        PaletteEntry(("page", page.page_id), page.name, "", pages) for page in panes.pages.model.all_pages()
    ]
    if mirror is not None:
        layout = mirror.layout
        entries += [
            PaletteEntry(("article", key), title_of(layout, key, mirror.text), "", articles)
            for key in layout.order
        ]
    return entries
