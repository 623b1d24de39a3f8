"""The left edge of a page: line numbers, roles, and the colour bars of the articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from gui.editor.geometry import VisibleBlock, visible_blocks
from gui.editor.sections import Section, sections
from gui.role_names import role_sign

if TYPE_CHECKING:
    from gui.editor.page_editor import PageEditor

BAR = 5
"""The width of an article's bar in pixels."""
GAP = 9
"""The space between the columns of the gutter in pixels."""
INSET = 1.5
"""The space above and below an article's bar in pixels."""
RAISED = 0.06
"""How far the type of the gutter stands above the text's baseline, in sizes of a character."""


class Gutter(QWidget):
    """Draws beside the visible lines of an editor; a click selects lines."""

    line_clicked = Signal(int)
    """A line was clicked; lines count from 0."""
    menu_wanted = Signal(int, QPoint)
    """A menu is wanted for a line (from 0), at a place on the screen."""

    def __init__(self, editor: PageEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._pressed: int | None = None
        self._type = QFont()
        self._sign_width = 0
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def fit(self) -> int:
        """Take the size of the type from the editor's; return the width that its longest number needs."""
        self._type = QFont()
        self._type.setPixelSize(max(10, round(self._editor.character * 0.68)))
        metrics = QFontMetrics(self._type)
        self._sign_width = metrics.horizontalAdvance("国")
        digits = max(3, len(str(self._editor.blockCount())))
        return metrics.horizontalAdvance("8") * digits + self._sign_width + 4 * GAP + BAR

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what lies in the exposed part."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._editor.theme.color("page"))
        painter.setFont(self._type)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        caret_line = self._editor.textCursor().blockNumber()
        for visible in visible_blocks(self._editor, event.rect()):
            parts = sections(visible, self._editor.rows, self._editor.index)
            for section in parts:
                self._paint_bar(painter, section)
            if visible.blank:
                continue
            number = visible.block.blockNumber()
            painter.setPen(self._editor.theme.color("text" if number == caret_line else "text-faint"))
            right = self.width() - self._sign_width - 3 * GAP - BAR
            self._write(painter, right, self._baseline(visible, 0), str(number + 1))
            written = -1
            for section in parts:
                # Where two pieces begin in one drawn line, there is room for the first one's role.
                if section.line != written:
                    self._paint_role(painter, visible, section)
                    written = -1 if section.line is None else section.line

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the line."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._line_at(event.position().toPoint())
            self._editor.select_lines(self._pressed, self._pressed)
            self.line_clicked.emit(self._pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select further lines."""
        if self._pressed is not None:
            self._editor.select_lines(self._pressed, self._line_at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the selecting of lines."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu for the line."""
        self.menu_wanted.emit(self._line_at(event.pos()), event.globalPos())

    def _line_at(self, place: QPoint) -> int:
        return self._editor.cursorForPosition(QPoint(0, place.y())).blockNumber()

    def _baseline(self, visible: VisibleBlock, line: int) -> float:
        drawn = visible.block.layout().lineAt(line)
        # Smaller type on the same baseline would look as if it hung.
        return visible.top + drawn.y() + drawn.ascent() - self._editor.character * RAISED

    def _paint_bar(self, painter: QPainter, section: Section) -> None:
        theme, article = self._editor.theme, self._editor.rows.row(section.number).article
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("furniture") if article is None else theme.article_color(article))
        # Where the article begins or ends the bar is drawn short and round, else on into its neighbours.
        above = INSET if section.opens else -BAR
        below = INSET if section.closes else -BAR
        whole = QRectF(self.width() - GAP - BAR, section.top, BAR, section.bottom - section.top)
        painter.save()
        painter.setClipRect(whole)
        painter.drawRoundedRect(whole.adjusted(0, above, 0, -below), BAR / 2, BAR / 2)
        painter.restore()

    def _paint_role(self, painter: QPainter, visible: VisibleBlock, section: Section) -> None:
        if section.line is None or not visible.first <= section.line <= visible.last:
            return
        row = self._editor.rows.row(section.number)
        # A piece that goes on with an earlier one has the colour of joins; the words stand at its end.
        name = "join" if row.joined_to is not None else "text-muted"
        painter.setPen(self._editor.theme.color("text-faint" if row.article is None else name))
        right = self.width() - 2 * GAP - BAR
        self._write(painter, right, self._baseline(visible, section.line), role_sign(row.role))

    def _write(self, painter: QPainter, right: float, baseline: float, words: str) -> None:
        width = QFontMetricsF(painter.font()).horizontalAdvance(words)
        painter.drawText(QPointF(right - width, baseline), words)
