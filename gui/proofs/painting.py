"""Painting sheets of millimetres onto whatever Qt paints on."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from core.proofs.sheet import Face, Ink, Sheet, Stroke, Words
from gui.fonts import SANS, SERIF
from gui.proofs.true_characters import same_glyphs

ROUND_COLORS = ("#c3272b", "#1f4fa3", "#1d7a3e", "#6b2f8f")
"""The ink of the rounds: 一校 red, 二校 blue, 三校 green, later purple."""

MONO = ("Noto Sans Mono CJK SC", "Sarasa Mono SC", "Consolas", "Menlo", "DejaVu Sans Mono")
"""Faces in which letters and digits are all equally wide: they are set on a grid."""

ASCENT = 0.88
"""How far the line that characters stand on lies below the top of their em square, in em."""

_PIXELS = 100
"""The size of fonts while painting; the painter is scaled to millimetres."""


class SheetPainter:
    """Paints sheets with one painter, which must be scaled so that its unit is a millimetre."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self._fonts: dict[tuple[Face, bool], tuple[QFont, QFontMetricsF]] = {}
        self._written: dict[tuple[Face, bool], set[str]] = {}

    def paint(self, sheet: Sheet) -> None:
        """Paint one sheet."""
        inks = {
            Ink.BLACK: QColor("#111111"),
            Ink.GREY: QColor("#777777"),
            Ink.ROUND: QColor(ROUND_COLORS[sheet.round - 1]),
        }
        for words in sheet.words:
            self._write(words, inks[words.ink])
        for stroke in sheet.strokes:
            pen = QPen(inks[stroke.ink], stroke.width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            self._painter.setPen(pen)
            self._painter.drawPath(_path(stroke))

    def same_glyphs(self) -> dict[str, str]:
        """Return the radicals that are drawn like a character that was written, each with that character."""
        found: dict[str, str] = {}
        for key, (font, _) in self._fonts.items():
            found |= same_glyphs(font, self._written[key])
        return found

    def _write(self, words: Words, ink: QColor) -> None:
        font, metrics = self._font(words)
        self._written[_kind(words)].update(words.text)
        natural = metrics.horizontalAdvance(words.text)
        if not natural:
            return
        size = words.em / _PIXELS
        painter = self._painter
        painter.save()
        painter.translate(words.x, words.y + ASCENT * words.em)
        painter.scale(words.width / natural if words.width else size, size)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QPointF(0, 0), words.text)
        painter.restore()

    def _font(self, words: Words) -> tuple[QFont, QFontMetricsF]:
        key = _kind(words)
        narrow = key[1]
        if key not in self._fonts:
            families = SANS if words.face is Face.SANS else (*SERIF, *SANS)
            font = QFont([*(MONO if narrow else ()), *families])
            font.setPixelSize(_PIXELS)
            font.setBold(words.face is Face.BOLD)
            self._fonts[key] = font, QFontMetricsF(font)
            self._written[key] = set()
        return self._fonts[key]


def _kind(words: Words) -> tuple[Face, bool]:
    """Return what tells the font of some words: their face, and whether they are of letters and digits."""
    return words.face, words.text.isascii()


def _path(stroke: Stroke) -> QPainterPath:
    points = [QPointF(point.x, point.y) for point in stroke.points]
    path = QPainterPath(points[0])
    if not stroke.smooth:
        for point in points[1:]:
            path.lineTo(point)
        if stroke.closed:
            path.closeSubpath()
        return path
    # A Catmull-Rom curve goes through all its points; each part of it is one cubic.
    whole = [points[-1], *points, points[0], points[1]] if stroke.closed else [points[0], *points, points[-1]]
    for at, (start, end) in enumerate(pairwise(whole[1:-1])):
        before, after = whole[at], whole[at + 3]
        path.cubicTo(start + (end - before) / 6, end - (after - start) / 6, end)
    return path
