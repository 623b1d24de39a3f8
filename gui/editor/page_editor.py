"""The page editor: the text with its gutter, its marks and its titles."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from gui.editor.gutter import Gutter
from gui.editor.page_painter import PagePainter
from gui.editor.page_sheet import PageSheet
from gui.fonts import PAGE_POINTS, page_font
from gui.theme import Theme

SMALLEST_TYPE, LARGEST_TYPE = 7.0, 48.0
"""Between which sizes the page's type can be zoomed (points)."""
ZOOM = 1.1
"""By how much one step makes the type larger."""
SIDE_MARGIN = 8
"""The space to the left and right of the text in pixels."""


class PageEditor(PageSheet):
    """Shows and edits one page. What it draws is given to it; what its editor wants, it says by signals."""

    zoomed = Signal(float)
    """The page's type has another size (points)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._caret_band = QRect()
        self._painter = PagePainter(self)
        self.gutter = Gutter(self)
        self.zoom_wanted.connect(self.zoom)
        self.cursorPositionChanged.connect(self._show_caret_line)
        self.selectionChanged.connect(self.viewport().update)
        self.blockCountChanged.connect(self._fit_gutter)
        self.updateRequest.connect(self._follow)
        self.document().setDocumentMargin(SIDE_MARGIN)
        self.set_theme(theme)
        self.set_page_font(page_font())

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self.theme = theme
        palette = QPalette(self.palette())
        for role, name in _GROUNDS.items():
            palette.setColor(role, theme.color(name))
        # The selection is drawn by the painter, at the full height of the lines.
        palette.setColor(QPalette.ColorRole.Highlight, QColor(Qt.GlobalColor.transparent))
        self.setPalette(palette)
        # A style sheet that was exchanged meanwhile has given the viewport a palette of its own.
        self.viewport().setPalette(palette)
        self._show_ink()

    def set_page_font(self, font: QFont) -> None:
        """Set the face and size of the text; titles and the gutter follow. The size is in points."""
        self._lines.set_font(font)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._titles.set_font(font)
        self.setTabStopDistance(2 * self._lines.character)
        self._fit_gutter()
        self.scrolled.emit()

    def zoom(self, steps: int) -> None:
        """Make the type larger (or smaller) by steps of a tenth; 0 gives it its usual size."""
        size = self.font().pointSizeF() * ZOOM**steps if steps else PAGE_POINTS
        font = QFont(self.font())
        font.setPointSizeF(min(LARGEST_TYPE, max(SMALLEST_TYPE, size)))
        self.set_page_font(font)
        self.zoomed.emit(font.pointSizeF())

    def _show_ink(self) -> None:
        super()._show_ink()
        self.gutter.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the grounds, the text, and the lines over it."""
        seen = self._painter.seen(event.rect())
        painter = QPainter(self.viewport())
        self._painter.paint_below(painter, seen)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._painter.paint_above(painter, seen)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the gutter as high as the text."""
        super().resizeEvent(event)
        self._fit_gutter()
        self.scrolled.emit()

    def _fit_gutter(self) -> None:
        width = self.gutter.fit()
        self.setViewportMargins(width, 0, 0, 0)
        area = self.contentsRect()
        self.gutter.setGeometry(QRect(area.left(), area.top(), width, area.height()))

    def _follow(self, rect: QRect, dy: int) -> None:
        if dy:
            self.gutter.scroll(0, dy)
            self._caret_band.translate(0, dy)
            self.scrolled.emit()
        else:
            self.gutter.update(0, rect.top(), self.gutter.width(), rect.height())

    def _show_caret_line(self) -> None:
        """Draw the caret's line anew, where it was and where it is; the rest stays as it is drawn."""
        caret = self.cursorRect()
        reach = round(self._lines.pitch)
        band = QRect(0, caret.top() - reach // 2, self.viewport().width(), caret.height() + reach)
        self.viewport().update(self._caret_band)
        self.viewport().update(band)
        self.gutter.update(0, self._caret_band.top(), self.gutter.width(), self._caret_band.height())
        self.gutter.update(0, band.top(), self.gutter.width(), band.height())
        self._caret_band = band

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        steps = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if steps:
                self.zoom(1 if steps > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)


_GROUNDS = {
    QPalette.ColorRole.Base: "page",
    QPalette.ColorRole.Window: "page",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.HighlightedText: "text",
}
