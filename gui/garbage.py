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

GROWN = 1.25
"""How many times as many objects must have grown old as were left the last time before all are looked at.

That is Python's own rule. To look at them all takes as long as a picture of the window, or with a project of
ten thousand pages as long as eight.
"""


class Garbage(QObject):
    """Looks for garbage from time to time as long as it lives; from then on nothing else does."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        # Modules and classes are never garbage, and with a small project they are three of four objects.
        gc.freeze()
        self._left = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(EVERY)

    def look(self) -> int | None:
        """Look through the oldest generation that is due, and return which; None where none is."""
        young, middle, old = gc.get_count()
        of_young, of_middle, of_old = gc.get_threshold()
        if middle > of_middle:
            due = 2 if old > of_old and len(gc.get_objects(2)) > self._left * GROWN else 1
        elif young > of_young:
            due = 0
        else:
            return None
        gc.collect(due)
        if due == 2:
            self._left = len(gc.get_objects(2))
        return due
