"""The colours and lines of marks: waves, solid lines and dots, each drawn from a small picture.

A screen can hold a thousand of them. One call that tiles a picture takes a tenth of the time of drawing a
wave, and a page is drawn anew at every key.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from gui.editor.geometry import Stretch
from gui.editor.marks import MarkKind
from gui.theme import Theme

FAINTEST = 0.4
"""How much ink the least likely suspect still gets."""
STEPS = 8
"""How many strengths are told apart."""
BELOW = 0.27
"""How far below the baseline the middle of a line lies, in sizes of a character."""

_COLORS = {
    MarkKind.CHARACTER: "suspect",
    MarkKind.SCRIPT: "script",
    MarkKind.PUNCTUATION: "punctuation",
}


def _faded(color: QColor, strength: float) -> QColor:
    color.setAlphaF(FAINTEST + (1 - FAINTEST) * min(1.0, max(0.0, strength)))
    return color


@dataclass(frozen=True, slots=True)
class Manner:
    """In what manner marks are drawn: colours, the size of a character, device pixels to a pixel."""

    theme: Theme
    size: float
    ratio: float


class MarkLines:
    """Draws lines in one manner and keeps the pictures they are tiled from."""

    def __init__(self, manner: Manner) -> None:
        self.manner = manner
        """The manner; another one needs another `MarkLines`."""
        self._tiles: dict[tuple[MarkKind, int], tuple[QPixmap, int]] = {}
        self._grounds: dict[int, QColor] = {}

    def ground(self, strength: float) -> QColor:
        """Return the ground of a repeat."""
        step = round(strength * STEPS)
        if step not in self._grounds:
            self._grounds[step] = _faded(self.manner.theme.color("repeat-ground"), step / STEPS)
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
        manner = self.manner
        color = _faded(manner.theme.color(_COLORS[kind]), step / STEPS)
        height = max(5, round(manner.size / 3))
        return _drawn(kind, color, height, manner), height


def _drawn(kind: MarkKind, color: QColor, height: int, manner: Manner) -> QPixmap:
    """Return a few periods of the line, in the middle of a picture `height` pixels high."""
    size, ratio = manner.size, manner.ratio
    period = max(3, round(size / 4)) if kind is not MarkKind.PUNCTUATION else max(4, round(size / 4.5))
    width = period * 4
    tile = QPixmap(math.ceil(width * ratio), math.ceil(height * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = height / 2
    if kind is MarkKind.SCRIPT:
        thickness = max(1.6, size / 10)
        painter.fillRect(0, round(middle - thickness / 2), width, max(2, round(thickness)), color)
    elif kind is MarkKind.PUNCTUATION:
        painter.setPen(QPen(color, max(1.8, size / 8), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for number in range(4):
            painter.drawPoint(QPointF((number + 0.5) * period, middle))
    else:
        painter.setPen(QPen(color, max(1.2, size / 13)))
        painter.drawPath(_wave(period, width, middle, max(1.2, size / 14)))
    painter.end()
    return tile


def _wave(period: int, width: int, middle: float, height: float) -> QPainterPath:
    path = QPainterPath(QPointF(-period, middle))
    x = -float(period)
    while x < width + period:
        # A quadratic curve reaches half as high as its control point.
        path.quadTo(x + period / 4, middle - 2 * height, x + period / 2, middle)
        path.quadTo(x + 3 * period / 4, middle + 2 * height, x + period, middle)
        x += period
    return path
