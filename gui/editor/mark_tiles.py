"""The lines of marks on a page, each tiled from a small picture.

A screen can hold a thousand of them. One call that tiles a picture takes a tenth of the time of drawing a
wave, and a page is drawn anew at every key.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from gui.editor.geometry import Stretch
from gui.editor.marks import MarkKind
from gui.mark_lines import draw_mark_line, faded, mark_period
from gui.theme import Theme

STEPS = 8
"""How many strengths are told apart."""
BELOW = 0.27
"""How far below the baseline the middle of a line lies, in sizes of a character."""


@dataclass(frozen=True, slots=True)
class Manner:
    """In what manner marks are drawn: colours, the size of a character, device pixels to a pixel."""

    theme: Theme
    size: float
    ratio: float


class MarkTiles:
    """Draws lines in one manner and keeps the pictures they are tiled from."""

    def __init__(self, manner: Manner) -> None:
        self.manner = manner
        """The manner; another one needs another `MarkTiles`."""
        self._tiles: dict[tuple[MarkKind, int], tuple[QPixmap, int]] = {}
        self._grounds: dict[int, QColor] = {}

    def ground(self, strength: float) -> QColor:
        """Return the ground of a repeat."""
        step = round(strength * STEPS)
        if step not in self._grounds:
            self._grounds[step] = faded(self.manner.theme.color("repeat-ground"), step / STEPS)
        return self._grounds[step]

    def paint(self, painter: QPainter, kind: MarkKind, strength: float, stretch: Stretch) -> None:
        """Draw the line under `stretch`; an empty one marks the place between two characters."""
        left, right, _, _, baseline, _ = stretch
        size = self.manner.size
        if right - left < size / 2:
            left = (left + right) / 2 - size / 4
            right = left + size / 2
        key = (kind, round(strength * STEPS))
        if key not in self._tiles:
            self._tiles[key] = self._tile(*key)
        tile, height = self._tiles[key]
        begin = round(left)
        top = round(baseline + BELOW * size - height / 2)
        painter.drawTiledPixmap(begin, top, round(right) - begin, height, tile)

    def _tile(self, kind: MarkKind, step: int) -> tuple[QPixmap, int]:
        height = max(5, round(self.manner.size / 3))
        return _drawn(kind, step, height, self.manner), height


def _drawn(kind: MarkKind, step: int, height: int, manner: Manner) -> QPixmap:
    """Return a few periods of the line, in the middle of a picture `height` pixels high."""
    period = mark_period(kind, manner.size)
    width = 4 * period
    tile = QPixmap(math.ceil(width * manner.ratio), math.ceil(height * manner.ratio))
    tile.setDevicePixelRatio(manner.ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # A wave begins a period outside, so that its ends are cut as they go on in the next picture.
    outside = period if kind is MarkKind.CHARACTER else 0
    ends = (QPointF(-outside, height / 2), QPointF(width + outside, height / 2))
    draw_mark_line(painter, kind, ends, manner.size, manner.theme, step / STEPS)
    painter.end()
    return tile
