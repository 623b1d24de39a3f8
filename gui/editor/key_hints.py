"""A row of keys and what they do, drawn as key caps with a word behind each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import Theme

_GAP, _INNER, _WORD = 14.0, 5.0, 5.0


@dataclass(frozen=True, slots=True)
class KeyHint:
    """Keys, each with a cap of its own, and the word for what they do together."""

    keys: tuple[str, ...]
    word: str


class KeyHints(QWidget):
    """Draws hints in a row, and in further rows where they do not fit."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._hints: Sequence[KeyHint] = ()

    def set_hints(self, hints: Sequence[KeyHint]) -> None:
        """Show these hints."""
        self._hints = tuple(hints)
        self.updateGeometry()
        self.update()

    def needed(self, width: float) -> QSize:
        """Return the size of the hints in rows of at most `width` pixels."""
        places = self._places(width)
        right = max((x + self._width(hint) for hint, x, _ in places), default=0.0)
        rows = 1 + max((row for _, _, row in places), default=-1)
        return QSize(round(right + 1), round(rows * self._row()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the caps and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for hint, left, row in self._places(self.width()):
            self._paint(painter, hint, left, row * self._row())

    def _places(self, width: float) -> list[tuple[KeyHint, float, int]]:
        places: list[tuple[KeyHint, float, int]] = []
        x, row = 0.0, 0
        for hint in self._hints:
            needed = self._width(hint)
            if x and x + needed > width:
                x, row = 0.0, row + 1
            places.append((hint, x, row))
            x += needed + _GAP
        return places

    def _paint(self, painter: QPainter, hint: KeyHint, x: float, top: float) -> None:
        caps, words = QFontMetricsF(self._cap_font()), QFontMetricsF(self.font())
        height = caps.height() + 2
        middle = top + self._row() / 2
        for key in hint.keys:
            cap = QRectF(x + 0.5, middle - height / 2, self._cap(key), height)
            painter.setPen(QPen(self.theme.color("line"), 1))
            painter.setBrush(self.theme.color("window"))
            painter.drawRoundedRect(cap, 3, 3)
            painter.setPen(self.theme.color("text-muted"))
            painter.setFont(self._cap_font())
            baseline = middle + (caps.ascent() - caps.descent()) / 2
            painter.drawText(QPointF(x + _INNER + 0.5, baseline), key)
            x += self._cap(key) + 3
        painter.setFont(self.font())
        painter.setPen(self.theme.color("text-muted"))
        baseline = middle + (words.ascent() - words.descent()) / 2
        painter.drawText(QPointF(x - 3 + _WORD, baseline), hint.word)

    def _row(self) -> float:
        return QFontMetricsF(self.font()).height() + 5

    def _cap(self, key: str) -> float:
        return QFontMetricsF(self._cap_font()).horizontalAdvance(key) + 2 * _INNER

    def _width(self, hint: KeyHint) -> float:
        caps = sum(self._cap(key) for key in hint.keys) + 3 * (len(hint.keys) - 1)
        return caps + _WORD + QFontMetricsF(self.font()).horizontalAdvance(hint.word)

    def _cap_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(6.0, font.pointSizeF() * 0.86))
        return font
