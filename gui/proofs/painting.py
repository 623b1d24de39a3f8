"""Painting sheets of millimetres onto whatever Qt paints on."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple
from unicodedata import category

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout

from core.proofs.sheet import Face, Ink, Sheet, Stroke, Words
from gui.fonts import SANS, SANS_TAIWAN, SERIF, SERIF_TAIWAN
from gui.proofs.true_characters import same_glyphs

ROUND_COLORS = ("#c3272b", "#1f4fa3", "#1d7a3e", "#6b2f8f")
"""The ink of the rounds: 一校 red, 二校 blue, 三校 green, later purple."""

MONO = ("Noto Sans Mono CJK SC", "Sarasa Mono SC", "Consolas", "Menlo", "DejaVu Sans Mono")
"""Faces in which letters and digits are all equally wide: they are set on a grid."""

ASCENT = 0.88
"""How far the line that characters stand on lies below the top of their em square, in em."""

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"})
"""The categories of characters of which nothing is drawn in any case."""

_PIXELS = 100
"""The size of fonts while painting; the painter is scaled to millimetres."""


class _Kind(NamedTuple):
    """What tells the font of some words; `narrow` are letters and digits."""

    face: Face
    narrow: bool
    traditional: bool


class SheetPainter:
    """Paints sheets with one painter, which must be scaled so that its unit is a millimetre."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self._fonts: dict[_Kind, tuple[QFont, QFontMetricsF]] = {}
        self._written: dict[_Kind, set[str]] = {}

    def paint(self, sheet: Sheet) -> None:
        """Paint one sheet."""
        inks = {
            Ink.BLACK: QColor("#111111"),
            Ink.GREY: QColor("#777777"),
            Ink.ROUND: QColor(ROUND_COLORS[sheet.round - 1]),
        }
        for words in sheet.words:
            kind = _Kind(words.face, words.text.isascii(), sheet.traditional)
            self._write(words, kind, inks[words.ink])
        for stroke in sheet.strokes:
            pen = QPen(inks[stroke.ink], stroke.width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            self._painter.setPen(pen)
            self._painter.drawPath(_path(stroke))

    def same_glyphs(self) -> dict[str, str]:
        """Return the radicals that are drawn like a character that was written, each with that character."""
        found: dict[str, str] = {}
        for kind, (font, _) in self._fonts.items():
            found |= same_glyphs(font, self._written[kind])
        return found

    def missing(self) -> str:
        """Return the characters written so far that no installed font has, in their order."""
        lacking = {
            character
            for kind, (font, _) in self._fonts.items()
            for character in self._written[kind]
            if category(character) not in _INVISIBLE and _lacks(font, character)
        }
        return "".join(sorted(lacking))

    def _write(self, words: Words, kind: _Kind, ink: QColor) -> None:
        font, metrics = self._font(kind)
        self._written[kind].update(words.text)
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

    def _font(self, kind: _Kind) -> tuple[QFont, QFontMetricsF]:
        if kind not in self._fonts:
            font = QFont([*(MONO if kind.narrow else ()), *_families(kind)])
            font.setPixelSize(_PIXELS)
            font.setBold(kind.face is Face.BOLD)
            self._fonts[kind] = font, QFontMetricsF(font)
            self._written[kind] = set()
        return self._fonts[kind]


def _families(kind: _Kind) -> tuple[str, ...]:
    sans = (*SANS_TAIWAN, *SANS) if kind.traditional else SANS
    if kind.face is Face.SANS:
        return sans
    return (*SERIF_TAIWAN, *SERIF, *sans) if kind.traditional else (*SERIF, *sans)


def _lacks(font: QFont, character: str) -> bool:
    """Say whether `character` is drawn as an empty box, in `font` and in all that stand in for it."""
    layout = QTextLayout(character, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return any(0 in run.glyphIndexes() for run in layout.glyphRuns())


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
