"""The page editor: the text with its gutter, its marks and its titles."""

from __future__ import annotations

from collections.abc import Sequence

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

from core.text.edit import Edits
from core.text.span import Span
from gui.editor.gutter import Gutter
from gui.editor.highlighter import TitleHighlighter
from gui.editor.marks import Mark, MarkTable
from gui.editor.page_painter import PagePainter
from gui.editor.rows import GutterRow, RowTable
from gui.editor.typing_view import TypingView
from gui.editor.veil import group_at
from gui.fonts import PAGE_POINTS, page_font
from gui.theme import Theme

SMALLEST_TYPE, LARGEST_TYPE = 7.0, 48.0
"""Between which sizes the page's type can be zoomed (points)."""
ZOOM = 1.1
"""By how much one step makes the type larger."""
SIDE_MARGIN = 8
"""The space to the left and right of the text in pixels."""


class PageEditor(TypingView):
    """Shows and edits one page. What it draws is given to it; what its editor wants, it says by signals."""

    scrolled = Signal()
    """The text moved in the viewport, or the viewport has another size."""
    zoomed = Signal(float)
    """The page's type has another size (points)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks = MarkTable()
        """The marks as they stand now."""
        self.rows = RowTable()
        """The rows of the gutter as they stand now."""
        self.current: Span | None = None
        """The current suspect, whose ground is drawn."""
        self.theme = theme
        """The colours in use; `set_theme` changes them."""
        self._caret_band = QRect()
        self._guide: int | None = None
        self._veiled = False
        self._group: tuple[int | None] | None = None
        self._titles = TitleHighlighter(self)
        self._later_rows: Sequence[GutterRow] | None = None
        self._painter = PagePainter(self)
        self.gutter = Gutter(self)
        self.zoom_wanted.connect(self.zoom)
        self.composing_changed.connect(self._composing_over)
        self.cursorPositionChanged.connect(self._show_caret_line)
        self.cursorPositionChanged.connect(self._follow_article)
        self.selectionChanged.connect(self.viewport().update)
        self.blockCountChanged.connect(self._fit_gutter)
        self.updateRequest.connect(self._follow)
        self.document().setDocumentMargin(SIDE_MARGIN)
        self.set_theme(theme)
        self.set_page_font(page_font())

    # What is shown ----------------------------------------------------------------------------------------

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

    def show_page(self, text: str, caret: int = 0) -> None:
        """Show another text, the caret at `caret`, without its marks and rows yet; nothing is reported."""
        self._later_rows = None
        self.marks, self.rows, self.current = MarkTable(), RowTable(), None
        super().show_page(text, caret)
        self._group = None
        self._show_ink()

    @property
    def character(self) -> float:
        """The width of a Chinese character in pixels."""
        return self._lines.character

    @property
    def pitch(self) -> float:
        """The height of a drawn line in pixels."""
        return self._lines.pitch

    def line_of(self, position: int) -> int:
        """Return the number of the line that holds `position`, from 0."""
        return self.document().findBlock(self.index.unit(position)).blockNumber()

    @property
    def veiled_for(self) -> tuple[int | None] | None:
        """The article that is not under the veil, None for furniture; None altogether: there is no veil."""
        return self._group if self._veiled else None

    def set_veiled(self, veiled: bool) -> None:
        """Let all articles but the one of the caret step back, or none."""
        self._veiled = veiled
        self._group = group_at(self.rows, self.caret)
        self.viewport().update()

    def _follow_article(self) -> None:
        """Move the veil where the caret has gone to another article; otherwise nothing is drawn anew."""
        if self._veiled:
            group = group_at(self.rows, self.caret)
            if group != self._group:
                self._group = group
                self.viewport().update()

    @property
    def guide(self) -> int | None:
        """The height at which a line is drawn across the text, where a boundary is being dragged."""
        return self._guide

    def set_guide(self, height: int | None) -> None:
        """Draw a line across the text at a height in pixels of the viewport, or none."""
        for at in (self._guide, height):
            if at is not None:
                self.viewport().update(0, at - 2, self.viewport().width(), 4)
        self._guide = height

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Draw these marks and no others."""
        self.marks = MarkTable(marks)
        self.viewport().update()

    def set_current(self, span: Span | None) -> None:
        """Give the current suspect its ground."""
        if span != self.current:
            self.current = span
            self.viewport().update()

    def set_rows(self, rows: Sequence[GutterRow]) -> None:
        """Show these pieces in the gutter; titles and headings among them are drawn as such.

        While an input method composes, this waits for its end: its line must not be laid out anew.
        """
        if self.composing:
            self._later_rows = rows
            return
        before, self.rows = self.rows, RowTable(rows)
        self._titles.rows_changed(before)
        self._group = group_at(self.rows, self.caret)
        self._show_ink()

    def apply_edits(self, edits: Edits) -> None:
        """Make `edits` from outside, see `TextView`; marks and rows move with the text."""
        super().apply_edits(edits)
        self._show_ink()

    def _take(self, edits: Edits, after: str) -> None:
        super()._take(edits, after)
        marks = self.marks.after(edits)
        if len(marks) < len(self.marks):
            # A mark that is gone may have reached beyond what Qt draws anew.
            self.viewport().update()
        self.marks = marks
        self.rows = self.rows.after(edits)
        if self._later_rows is not None:
            table = RowTable(self._later_rows).after(edits)
            self._later_rows = [table[number] for number in range(len(table))]
        if self.current is not None:
            self.set_current(moved_span(self.current, edits))

    def _show_ink(self) -> None:
        self.viewport().update()
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

    def _composing_over(self, composing: bool) -> None:
        if not composing and self._later_rows is not None:
            rows, self._later_rows = self._later_rows, None
            self.set_rows(rows)


def moved_span(span: Span, edits: Edits) -> Span | None:
    """Return where `span` stands after `edits`, None where they changed its own characters."""
    growth = 0
    for edit in edits:
        if edit.start >= span.end and edit.start > span.start:
            break
        if edit.end > span.start:
            return None
        growth += edit.growth
    return span.moved(growth)


_GROUNDS = {
    QPalette.ColorRole.Base: "page",
    QPalette.ColorRole.Window: "page",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.HighlightedText: "text",
}
