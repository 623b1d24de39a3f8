"""How far lines stand apart. QPlainTextDocumentLayout knows no line height, so this one moves its lines.

Everything QPlainTextEdit draws, hits and scrolls goes through `blockBoundingRect`, which is where lines that
Qt has just laid out are set to the page's own pitch. Blank lines are low: they part paragraphs, no more.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QTextBlock, QTextDocument, QTextLayout
from PySide6.QtWidgets import QPlainTextDocumentLayout

LINE_PITCH = 1.72
"""From one baseline to the next, as a multiple of the size of a character."""
BLANK_PITCH = 0.42
"""The height of a blank line, as a multiple of the height of a line."""
LARGER_TYPE = 1.1
"""From which multiple of the usual height a line is larger type, and not a character of another face."""


class LineLayout(QPlainTextDocumentLayout):
    """Lays out lines at one pitch, whatever face the characters come from."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.set_font(document.defaultFont())

    def set_font(self, font: QFont) -> None:
        """Take the pitch and the width of a character, in pixels, from `font`.

        Call it before the document's own font is set.
        """
        metrics = QFontMetricsF(font)
        self._natural = natural = metrics.ascent() + metrics.descent()
        self.character = metrics.horizontalAdvance("国")
        self.pitch = float(round(max(natural + 1, self.character * LINE_PITCH)))
        self._baseline = (self.pitch - natural) / 2 + metrics.ascent()
        self._spacing = self.pitch / natural

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Return where `block` lies, its lines set to the pitch."""
        rect = super().blockBoundingRect(block)
        if rect.isNull():
            return rect
        layout = block.layout()
        if block.length() == 1 and not layout.preeditAreaText():
            height = float(round(self.pitch * BLANK_PITCH))
            line = layout.lineAt(0)
            line.setPosition(QPointF(line.x(), (height - line.height()) / 2))
        else:
            height = self._spread(layout)
        # Qt leaves the document's margin below the last block; keep it.
        below = 0.0 if block.next().isValid() else self.document().documentMargin()
        rect.setHeight(height + below)
        return rect

    def _spread(self, layout: QTextLayout) -> float:
        count = layout.lineCount()
        first = layout.lineAt(0)
        pitch = self.pitch
        baseline = self._baseline
        if first.height() > LARGER_TYPE * self._natural:
            # A title's type gets as much more room.
            pitch = float(round(first.height() * self._spacing))
            baseline = (pitch - first.height()) / 2 + first.ascent()
        # Qt lays the first line at zero; a first line where it belongs says that this was done before. Whole
        # pixels, because Qt rounds positions to a 64th and would seem to have moved the line.
        if first.y() != max(1.0, round(baseline - first.ascent())):
            top, left = max(1.0, round(baseline - first.ascent())), first.x()
            # A long paragraph has hundreds of lines, nearly always alike: then nothing is asked of each.
            alike = layout.lineAt(count - 1).y() == (count - 1) * first.height()
            for number in range(count):
                line = layout.lineAt(number)
                if not alike:
                    top = max(1.0, round(baseline - line.ascent()))
                line.setPosition(QPointF(left, number * pitch + top))
        return count * pitch
