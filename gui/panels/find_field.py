"""The field at the foot of a list that shows what is looked for in it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.icons import icon
from gui.panels.painting import RIGHT, draw_line, font_em, scaled
from gui.theme import Theme


class FindField(QWidget):
    """Shows a text and how many rows have it. Keys stay with the list, so input methods compose there."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._preedit = ""
        self._found = (0, 0)
        self._sign = icon("find", theme)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._sign = icon("find", theme)
        self.update()

    def show_text(self, text: str, preedit: str) -> None:
        """Show what was typed and what an input method still composes; go away where both are empty."""
        self._text, self._preedit = text, preedit
        self.setVisible(bool(text or preedit))
        self.update()

    def show_found(self, number: int, count: int) -> None:
        """Say which of how many matches is shown; `number` counts from 1."""
        self._found = (number, count)
        self.update()

    def said(self) -> str:
        """Return what stands at the right."""
        number, count = self._found
        if not self._text:
            return ""
        return self.tr("{0}／{1}").format(number, count) if count else self.tr("没有相符的")

    def sizeHint(self) -> QSize:
        """Return the height of a line of text with air around it."""
        return QSize(0, round(font_em(self.font()) * 2.2))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint sign, text, cursor and count."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("raised"))
        painter.setPen(self._theme.color("line"))
        painter.drawLine(0, 0, self.width(), 0)
        em = font_em(self.font())
        side = round(em * 1.05)
        inner = self.rect().adjusted(round(em * 0.7), 1, -round(em * 0.75), 0)
        sign = QRect(inner.left(), inner.top() + (inner.height() - side) // 2, side, side)
        self._sign.paint(painter, sign)
        painter.setFont(scaled(self.font(), 0.88))
        missing = bool(self._text) and not self._found[1]
        color = self._theme.color("error" if missing else "text-muted")
        taken = draw_line(painter, inner, self.said(), color, RIGHT)
        painter.setFont(self.font())
        room = inner.adjusted(side + round(em * 0.5), 0, -taken - round(em * 0.5), 0)
        for text, name in ((self._text, "text"), (self._preedit, "accent")):
            room = room.adjusted(draw_line(painter, room, text, self._theme.color(name)), 0, 0, 0)
        painter.setPen(self._theme.color("accent"))
        half = round(em * 0.62)
        painter.drawLine(
            room.left() + 1, inner.center().y() - half, room.left() + 1, inner.center().y() + half
        )
        painter.end()
