"""The head of a pane: its name at the left, a count at the right, a thin line below."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.panels.painting import RIGHT, draw_line, font_em, scaled
from gui.theme import Theme


class PaneHeader(QWidget):
    """The head of a pane. Buttons may stand at its right end."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = title
        self._note = ""
        self._buttons: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, self._margin() // 2, 1)
        self._row.setSpacing(0)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)

    @property
    def note(self) -> str:
        """What stands at the right."""
        return self._note

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def set_title(self, title: str) -> None:
        """Say what the pane is."""
        self._title = title
        self.setAccessibleName(title)
        self.update()

    def set_note(self, note: str) -> None:
        """Show `note` at the right."""
        self._note = note
        self.setAccessibleDescription(note)
        self.update()

    def add_button(self, button: QWidget) -> None:
        """Put a button at the right end."""
        self._row.addWidget(button)
        self._buttons.append(button)

    def _margin(self) -> int:
        return round(font_em(self.font()) * 0.75)

    def sizeHint(self) -> QSize:
        """Return the height of a head; its width is the pane's."""
        height = max(round(font_em(self.font()) * 2.3), self._row.sizeHint().height())
        return QSize(round(font_em(self.font()) * 8), height)

    def minimumSizeHint(self) -> QSize:
        """Return the same height, and next to no width."""
        return QSize(round(font_em(self.font()) * 4), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint name, count and line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("page"))
        margin = self._margin()
        right = min([button.x() for button in self._buttons if button.isVisible()] or [self.width()])
        inner = QRect(margin, 0, right - 2 * margin, self.height() - 1)
        bold = scaled(self.font(), 0.95, QFont.Weight.DemiBold)
        painter.setFont(scaled(self.font(), 0.92))
        taken = min(painter.fontMetrics().horizontalAdvance(self._note), inner.width())
        draw_line(painter, inner, self._note, self._theme.color("text-muted"), RIGHT)
        painter.setFont(bold)
        title_width = min(QFontMetrics(bold).horizontalAdvance(self._title), inner.width() - taken - margin)
        title_box = QRect(inner.left(), inner.top(), max(0, title_width), inner.height())
        draw_line(painter, title_box, self._title, self._theme.color("text-muted"))
        painter.setPen(self._theme.color("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()


class QuietLine(QWidget):
    """One sentence in grey in the middle of an empty pane; plain text, wrapped."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def text(self) -> str:
        """Return the sentence."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another sentence."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def _flags(self) -> int:
        return int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)

    def sizeHint(self) -> QSize:
        """Return room for the sentence on a few lines."""
        width = round(font_em(self.font()) * 16)
        box = QFontMetrics(self.font()).boundingRect(QRect(0, 0, width, 10_000), self._flags(), self._text)
        return QSize(width, box.height() + 4)

    def minimumSizeHint(self) -> QSize:
        """Ask for nothing: a narrow pane cuts the sentence."""
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the sentence."""
        painter = QPainter(self)
        painter.setPen(self._theme.color("text-muted"))
        painter.drawText(self.rect(), self._flags(), self._text)
        painter.end()
