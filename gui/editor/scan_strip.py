"""The strip above the text: the scan's line under the cursor, with what stands around it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import Theme

HEIGHT = 84
"""The height of the strip in pixels."""
LINE = 26.0
"""How high the line is drawn at the most, in pixels."""
CENTER = 0.62
"""Where the middle of the line stands: lower than the middle, for what is read comes from above."""


class ScanStrip(QWidget):
    """Shows one line of a scan, framed; hidden where there is none."""

    clicked = Signal()
    """The strip was clicked: the editor wants to see more of the scan."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        self._line = QRectF()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def sizeHint(self) -> QSize:
        """Return the size the strip would like to have."""
        return QSize(400, HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        self.update()

    def show_line(self, image: QImage, line: QRectF) -> None:
        """Show `line`, in pixels of `image` (a page or a part of one); an empty line or image hides it."""
        self._image, self._line = image, line
        self.setVisible(not image.isNull() and not line.isEmpty())
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self.show_line(QImage(), QRectF())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Say that more of the scan is wanted."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the part of the image around the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("window"))
        scale = self._scale()
        middle = self._line.center()
        width = self.width() / scale
        left = middle.x() - width / 2
        if width < self._image.width():
            left = min(max(0.0, left), self._image.width() - width)
        top = middle.y() - self.height() * CENTER / scale
        part = QRectF(left, top, width, self.height() / scale)
        held = part.intersected(QRectF(self._image.rect()))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(_drawn(held, part, scale), self._image, held)
        if self._theme.dark:
            # A white page beside dark text dazzles.
            painter.fillRect(self.rect(), QColor(0, 0, 0, 60))
        frame = _drawn(self._line, part, scale).adjusted(-4, -3, 4, 3)
        accent = self._theme.color("accent")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(accent, 1.5))
        accent.setAlpha(24)
        painter.setBrush(accent)
        painter.drawRoundedRect(frame, 3, 3)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._theme.color("line"))

    def _scale(self) -> float:
        return min(LINE / self._line.height(), 0.94 * self.width() / self._line.width())


def _drawn(rect: QRectF, part: QRectF, scale: float) -> QRectF:
    """Return where `rect` of the image is drawn, given the part of the image the strip shows."""
    return QRectF(
        (rect.left() - part.left()) * scale,
        (rect.top() - part.top()) * scale,
        rect.width() * scale,
        rect.height() * scale,
    )
