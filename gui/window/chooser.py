"""Choosing one of many by typing a few characters of it: where to move to, what sort of article it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.panels.palette import CommandPalette
from gui.panels.palette_model import PaletteEntry
from gui.theme import Theme


class Chooser(QObject):
    """A list over the window that hands what is chosen to whoever asked last."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.list = CommandPalette(theme, window)
        """The list itself."""
        self._then: Callable[[object], None] | None = None
        self.list.chosen.connect(self._chosen)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.list.set_theme(theme)

    def ask(self, prompt: str, entries: Sequence[PaletteEntry], then: Callable[[object], None]) -> None:
        """Offer `entries`; `then` hears the id of the one that is taken, nothing where none is."""
        self._then = then
        self.list.open(entries, prompt)

    def _chosen(self, entry: object) -> None:
        then, self._then = self._then, None
        if then is not None:
            then(entry)
