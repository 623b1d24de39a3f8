"""Dragging the boundary between two articles along the gutter: what it passes changes sides at once."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.editor.boundaries import reach, row_starts, with_boundary_moved
from gui.editor.page_sheet import PageSheet
from gui.editor.rows import RowTable

EDGE = 28
"""How near to the edge of the text a drag makes it scroll (pixels)."""
TICK = 40
"""How often it scrolls then (milliseconds)."""
FASTEST = 4
"""By how many drawn lines it scrolls at most each time."""


class BoundaryDrag(QObject):
    """One drag after the other; nothing changes but what is shown, until it is dropped."""

    moved = Signal()
    """The rows to be shown are others."""
    dropped = Signal(int, int)
    """The boundary above the first row is to be moved to above the second."""

    def __init__(self, editor: PageSheet, gutter: QWidget) -> None:
        super().__init__(gutter)
        self._editor = editor
        self._gutter = gutter
        self._base: RowTable | None = None
        self._shown = editor.rows
        self._at = self._to = 0
        self._allowed = range(1)
        self._y = 0.0
        self._scrolling = QTimer(self, interval=TICK)
        self._scrolling.timeout.connect(self._scroll)
        editor.scrolled.connect(self._follow)

    @property
    def active(self) -> bool:
        """Whether a boundary is being dragged."""
        return self._base is not None

    @property
    def rows(self) -> RowTable:
        """The rows to be shown: as they would be if it were dropped now."""
        return self._shown if self._base is self._editor.rows else self._editor.rows

    def begin(self, number: int, y: float) -> None:
        """Take hold of the boundary above row `number`; `y` is in pixels of the viewport."""
        self._base = self._shown = self._editor.rows
        self._at = self._to = number
        self._allowed = reach(self._base, number)
        self._scrolling.start()
        self._watch_keys(True)
        self.to(y)

    def to(self, y: float) -> None:
        """Drag it to the height `y`."""
        self._y = y
        self._follow()

    def drop(self) -> None:
        """Let go of it where it is."""
        at, to = self._at, self._to
        changed = self._base is self._editor.rows and at != to
        self.cancel()
        if changed:
            self.dropped.emit(at, to)

    def cancel(self) -> None:
        """Leave everything as it was."""
        if self._base is not None:
            self._base = None
            self._scrolling.stop()
            self._watch_keys(False)
            self._editor.set_guide(None)
            self.moved.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the Escape key while something is dragged, whoever has the focus."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.cancel()
        return True

    def _watch_keys(self, watch: bool) -> None:
        application = QCoreApplication.instance()
        if application is not None:
            (application.installEventFilter if watch else application.removeEventFilter)(self)

    def _follow(self) -> None:
        """Bring the boundary to where the mouse is, among the rows in sight."""
        if self._base is None:
            return
        if self._base is not self._editor.rows:
            # The page was changed meanwhile, by what came from outside.
            self.cancel()
            return
        starts = row_starts(self._editor, self._gutter.rect(), self._base, self._editor.index)
        if not starts:
            return
        nearest = min(starts, key=lambda start: abs(start.top - self._y))
        self._to = min(max(nearest.number, self._allowed.start), self._allowed.stop - 1)
        self._shown = with_boundary_moved(self._base, self._at, self._to)
        guide = next((start.top for start in starts if start.number == self._to), None)
        self._editor.set_guide(None if guide is None else round(guide))
        self.moved.emit()

    def _scroll(self) -> None:
        height = self._gutter.height()
        beyond = self._y - (height - EDGE) if self._y > height - EDGE else min(0.0, self._y - EDGE)
        if beyond:
            by = max(1, min(FASTEST, round(abs(beyond) / EDGE * 2)))
            bar = self._editor.verticalScrollBar()
            bar.setValue(bar.value() + (by if beyond > 0 else -by))
