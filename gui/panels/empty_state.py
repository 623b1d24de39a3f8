"""What a pane shows where it has nothing to show: a quiet line, and at most one button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from gui.panels.header import QuietLine
from gui.theme import Theme


class EmptyState(QWidget):
    """A quiet sentence in the middle, with a button below it where there is something to do."""

    def __init__(
        self, theme: Theme, button: QPushButton | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line = QuietLine(theme)
        self._button = button
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._line)
        if button is not None:
            column.addSpacing(8)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._line.set_theme(theme)
        self.update()

    def text(self) -> str:
        """Return the sentence shown."""
        return self._line.text()

    def set_text(self, text: str, *, with_button: bool = False) -> None:
        """Show `text`, and the button where it helps."""
        self._line.set_text(text)
        if self._button is not None:
            self._button.setVisible(with_button)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground of a page."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("page"))
        painter.end()


class OrEmpty(QStackedWidget):
    """A view, or in its place a sentence that says why there is nothing in it."""

    def __init__(
        self, theme: Theme, view: QWidget, button: QPushButton | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view = view
        self.empty = EmptyState(theme, button)
        self.addWidget(view)
        self.addWidget(self.empty)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.empty.set_theme(theme)

    def show_view(self) -> None:
        """Show the view."""
        self.setCurrentWidget(self._view)

    def show_sentence(self, text: str, *, with_button: bool = False) -> None:
        """Show `text` in the view's place."""
        self.empty.set_text(text, with_button=with_button)
        self.setCurrentWidget(self.empty)

    def sentence(self) -> str | None:
        """Return the sentence shown, None while the view is."""
        return self.empty.text() if self.currentWidget() is self.empty else None
