"""The colours and lines of marks: waves, solid lines and dots, each drawn from a small picture.

A screen can hold a thousand of them. One call that tiles a picture takes a tenth of the time of drawing a
wave, and a page is drawn anew at every key.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from gui.editor.geometry import Stretch
from gui.editor.marks import MarkKind
from gui.theme import Theme

FAINTEST = 0.4
"""How much ink the least likely suspect still gets."""
STEPS = 8
"""How many strengths are told apart."""

_COLORS = {
    MarkKind.CHARACTER: "suspect",
    MarkKind.SCRIPT: "script",
    MarkKind.PUNCTUATION: "punctuation",
}

Manner = tuple[MarkKind, float, float, Theme]
"""How a line is drawn: its kind, its strength, the size of a character in pixels, and the theme."""


def _faded(color: QColor, strength: float) -> QColor:
    color.setAlphaF(FAINTEST + (1 - FAINTEST) * min(1.0, max(0.0, strength)))
    return color


class MarkLines:
    """Draws lines and keeps the pictures they are tiled from."""

    def __init__(self) -> None:
        self._tiles: dict[tuple[MarkKind, int, float, str, float], QPixmap] = {}
        self._grounds: dict[tuple[int, str], QColor] = {}

    def ground(self, strength: float, theme: Theme) -> QColor:
        """Return the ground of a repeat."""
        key = (round(strength * STEPS), theme.name)
        if key not in self._grounds:
            self._grounds[key] = _faded(theme.color("repeat-ground"), key[0] / STEPS)
        return self._grounds[key]

    def paint(self, painter: QPainter, manner: Manner, stretch: Stretch) -> None:
        """Draw the line under `stretch`; an empty one marks the place between two characters."""
        size = manner[2]
        left, right = stretch.left, stretch.right
        if right - left < size / 2:
            middle = (left + right) / 2
            left, right = middle - size / 4, middle + size / 4
        tile = self._tile(manner, painter.device().devicePixelRatioF())
        height = tile.height() / tile.devicePixelRatio()
        top = round(stretch.baseline + 0.27 * size - height / 2)
        painter.drawTiledPixmap(QRect(round(left), top, round(right - left), round(height)), tile)

    def _tile(self, manner: Manner, ratio: float) -> QPixmap:
        kind, strength, size, theme = manner
        step = round(strength * STEPS)
        key = (kind, step, size, theme.name, ratio)
        tile = self._tiles.get(key)
        if tile is None:
            tile = self._tiles[key] = _drawn(
                kind, _faded(theme.color(_COLORS[kind]), step / STEPS), size, ratio
            )
        return tile


def _drawn(kind: MarkKind, color: QColor, size: float, ratio: float) -> QPixmap:
    """Return one period of the line, repeated often enough that it need not be tiled too often."""
    period = max(3, round(size / 4)) if kind is not MarkKind.PUNCTUATION else max(4, round(size / 4.5))
    height = max(5, round(size / 3))
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
