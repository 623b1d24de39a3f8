"""Garbage is looked for in the window's thread, and only there.

Python looks for unreachable cycles in whichever thread happens to make the next object. A widget that a
worker finds so is taken apart while the window is sending it events, and now and then the program ends there.
Anki and novelWriter keep to one thread for the same reason.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 250
"""Milliseconds between two looks."""

SELDOM = 4
"""How many times as often as Python's own rule the middle generation is looked through before the oldest is.

To look through everything takes as long as a picture of the window, or a few: once in minutes is enough.
"""


class Garbage(QObject):
    """Looks for garbage from time to time as long as it lives; from then on nothing else does."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(EVERY)

    def look(self) -> int | None:
        """Look through the oldest generation that is due, and return which; None where none is."""
        young, middle, old = gc.get_count()
        of_young, of_middle, of_old = gc.get_threshold()
        if old > of_old * SELDOM:
            due = 2
        elif middle > of_middle:
            due = 1
        elif young > of_young:
            due = 0
        else:
            return None
        gc.collect(due)
        return due
