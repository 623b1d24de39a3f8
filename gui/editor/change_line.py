"""The line of a card that shows the wrong struck through and the right beside it, in the page's face."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from gui.editor.card_text import Look, Part
from gui.positions import utf16_length
from gui.theme import Theme


class ChangeLine(QWidget):
    """Draws the parts of a change one after the other, wrapped; all of it plain text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._parts: Sequence[Part] = ()
        self._font = self.font()

    def set_parts(self, parts: Sequence[Part], font: QFont) -> None:
        """Show these parts in `font`."""
        self._parts = tuple(parts)
        self._font = font
        self.update()

    @property
    def text(self) -> str:
        """What is shown, without its looks."""
        return "".join(part.text for part in self._parts)

    def needed(self, width: float) -> QSize:
        """Return the size of the parts in lines of at most `width` pixels."""
        layout = self._layout(width)
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        right = max((line.naturalTextWidth() for line in lines), default=0.0)
        return QSize(round(right + 2), round(layout.boundingRect().height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the parts."""
        painter = QPainter(self)
        painter.setPen(self.theme.color("text"))
        self._layout(self.width()).draw(painter, QPointF(0, 0))

    def _layout(self, width: float) -> QTextLayout:
        layout = QTextLayout(self.text, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        formats: list[QTextLayout.FormatRange] = []
        start = 0
        for part in self._parts:
            length = utf16_length(part.text)
            found = QTextLayout.FormatRange()
            found.start, found.length, found.format = start, length, self._format(part.look)
            formats.append(found)
            start += length
        return formats

    def _format(self, look: Look) -> QTextCharFormat:
        result = QTextCharFormat()
        if look is Look.WRONG:
            result.setForeground(self.theme.color("deletion"))
            result.setFontStrikeOut(True)
        elif look is Look.SUSPECT:
            result.setForeground(self.theme.color("suspect"))
        elif look is Look.RIGHT:
            result.setForeground(self.theme.color("insertion"))
            result.setFontWeight(QFont.Weight.DemiBold)
        return result
