"""The lines under suspects: which shape and colour each kind of mark has, wherever it is drawn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from gui.editor.marks import MarkKind
from gui.theme import Theme

FAINTEST = 0.4
"""How much ink the least likely suspect still gets."""


def faded(color: QColor, strength: float) -> QColor:
    """Return `color` with as much ink as a suspect of that `strength` (0 to 1) gets."""
    result = QColor(color)
    result.setAlphaF(FAINTEST + (1 - FAINTEST) * min(1.0, max(0.0, strength)))
    return result


def draw_mark_line(
    painter: QPainter,
    kind: MarkKind,
    ends: tuple[QPointF, QPointF],
    size: float,
    theme: Theme,
    strength: float,
) -> None:
    """Draw the line of a mark between `ends`, for characters of `size` pixels; repeats have none."""
    if kind not in _LINES:
        return
    draw, name = _LINES[kind]
    pen = QPen(faded(theme.color(name), strength), max(1.2, size / 13))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    draw(painter, ends[0].x(), ends[1].x(), ends[0].y(), size)


def mark_period(kind: MarkKind, size: float) -> int:
    """Return after how many pixels the line of a mark repeats itself, for characters of `size` pixels."""
    return max(4, round(size / 4.5)) if kind is MarkKind.PUNCTUATION else max(4, round(size / 2.8))


def _wave(painter: QPainter, left: float, right: float, y: float, size: float) -> None:
    period, height = mark_period(MarkKind.CHARACTER, size), max(1.3, size / 13)
    path = QPainterPath(QPointF(left, y))
    x = left
    while x + period <= right + period / 2:
        # A quadratic curve reaches half as high as its control point.
        path.quadTo(x + period / 4, y - 2 * height, x + period / 2, y)
        path.quadTo(x + 3 * period / 4, y + 2 * height, x + period, y)
        x += period
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _solid(painter: QPainter, left: float, right: float, y: float, size: float) -> None:
    thickness = max(2, round(size / 10))
    painter.fillRect(QRectF(left, round(y - thickness / 2), right - left, thickness), painter.pen().color())


def _dots(painter: QPainter, left: float, right: float, y: float, size: float) -> None:
    pen = painter.pen()
    pen.setWidthF(max(1.8, size / 8))
    painter.setPen(pen)
    gap = mark_period(MarkKind.PUNCTUATION, size)
    count = max(2, int((right - left) / gap))
    inset = (right - left - gap * (count - 1)) / 2
    painter.drawPoints(QPolygonF([QPointF(left + inset + gap * number, y) for number in range(count)]))


_LINES: dict[MarkKind, tuple[Callable[[QPainter, float, float, float, float], None], str]] = {
    MarkKind.CHARACTER: (_wave, "suspect"),
    MarkKind.SCRIPT: (_solid, "script"),
    MarkKind.PUNCTUATION: (_dots, "punctuation"),
}
