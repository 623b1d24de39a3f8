"""The left edge of a page: line numbers, roles, and the colour bars of the articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from core.text.span import Span
from gui.editor.geometry import VisibleBlock, visible_blocks
from gui.editor.page_painter import join_arrow
from gui.editor.rows import GutterRow
from gui.role_names import role_sign

if TYPE_CHECKING:
    from gui.editor.page_editor import PageEditor

BAR = 5
"""The width of an article's bar in pixels."""
GAP = 9
"""The space between the columns of the gutter in pixels."""


@dataclass(frozen=True, slots=True)
class _Section:
    """A part of the bar beside one block, from `top` to `bottom` in pixels."""

    row: GutterRow
    number: int
    top: float
    bottom: float


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
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def sizeHint(self) -> QSize:
        """Return the size that the longest line number needs."""
        metrics = QFontMetrics(self._font())
        digits = max(3, len(str(self._editor.blockCount())))
        numbers = metrics.horizontalAdvance("8") * digits
        return QSize(numbers + metrics.horizontalAdvance("国") + 4 * GAP + BAR, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what lies in the exposed part."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._editor.theme.color("page"))
        painter.setFont(self._font())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        caret_line = self._editor.textCursor().blockNumber()
        for visible in visible_blocks(self._editor, event.rect()):
            sections = self._sections(visible)
            for section in sections:
                self._paint_bar(painter, visible, section)
            if visible.blank:
                continue
            baseline = self._baseline(visible)
            number = visible.block.blockNumber()
            painter.setPen(self._ink("text" if number == caret_line else "text-faint"))
            width = self.width() - self._role_width() - 3 * GAP - BAR
            painter.drawText(QRectF(0, baseline - 50, width, 50), _LOWER_RIGHT, str(number + 1))
            self._paint_roles(painter, visible, sections)

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

    def _font(self) -> QFont:
        font = QFont()
        font.setPixelSize(max(10, round(QFontMetrics(self._editor.font()).horizontalAdvance("国") * 0.68)))
        return font

    def _role_width(self) -> int:
        return QFontMetrics(self._font()).horizontalAdvance("国")

    def _ink(self, name: str) -> QColor:
        return self._editor.theme.color(name)

    def _baseline(self, visible: VisibleBlock, line: int = 0) -> float:
        drawn = visible.block.layout().lineAt(line)
        return visible.top + drawn.y() + drawn.ascent()

    def _sections(self, visible: VisibleBlock) -> list[_Section]:
        """Part the height of a block among the pieces in it; a blank line belongs to what is around it."""
        rows, index = self._editor.rows, self._editor.index
        begin = index.code_point(visible.block.position())
        end = index.code_point(visible.block.position() + visible.block.length() - 1)
        bottom = visible.top + visible.height
        found = [
            number
            for number in rows.within(Span(begin, end))
            if rows[number].span.start < end or rows[number].span.end > begin
        ]
        if not found:
            before, after = rows.around(begin)
            if before is None or after is None or rows[before].article != rows[after].article:
                return []
            return [_Section(rows[before], before, visible.top, bottom)]
        tops = [visible.top]
        for number in found[1:]:
            unit = index.unit(rows[number].span.start) - visible.block.position()
            line = visible.block.layout().lineForTextPosition(max(0, unit))
            # A piece that begins within a drawn line shares that line's height with the one before.
            share = 0.5 if line.textStart() < unit else 0.0
            tops.append(max(tops[-1], visible.top + (line.lineNumber() + share) * visible.pitch))
        bottoms = [*tops[1:], bottom]
        return [
            _Section(rows[number], number, top, lower)
            for number, top, lower in zip(found, tops, bottoms, strict=True)
        ]

    def _paint_bar(self, painter: QPainter, visible: VisibleBlock, section: _Section) -> None:
        theme, article = self._editor.theme, section.row.article
        color = theme.color("furniture") if article is None else theme.article_color(article)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        # Where the article begins or ends the bar is drawn short and round, else on into its neighbours.
        above = 1.5 if self._begins(visible, section) else -BAR
        below = 1.5 if self._ends(visible, section) else -BAR
        painter.save()
        painter.setClipRect(QRectF(0, section.top, self.width(), section.bottom - section.top))
        left = self.width() - GAP - BAR
        shape = QRectF(left, section.top + above, BAR, section.bottom - section.top - above - below)
        painter.drawRoundedRect(shape, BAR / 2, BAR / 2)
        painter.restore()

    def _begins(self, visible: VisibleBlock, section: _Section) -> bool:
        if section.top > visible.top or visible.blank:
            return section.top > visible.top
        start = self._editor.index.unit(section.row.span.start)
        if start < visible.block.position():
            return False
        rows = self._editor.rows
        return section.number == 0 or rows[section.number - 1].article != section.row.article

    def _ends(self, visible: VisibleBlock, section: _Section) -> bool:
        if section.bottom < visible.top + visible.height:
            rows = self._editor.rows
            return rows[section.number + 1].article != section.row.article
        end = self._editor.index.unit(section.row.span.end)
        if visible.blank or end >= visible.block.position() + visible.block.length():
            return False
        rows = self._editor.rows
        last = section.number + 1 == len(rows)
        return last or rows[section.number + 1].article != section.row.article

    def _paint_roles(self, painter: QPainter, visible: VisibleBlock, sections: list[_Section]) -> None:
        left = self.width() - GAP - BAR - GAP - self._role_width()
        lowest = -1
        for section in sections:
            line = min(
                visible.block.layout().lineCount() - 1, int((section.top - visible.top) / visible.pitch)
            )
            starts_here = self._editor.index.unit(section.row.span.start) >= visible.block.position()
            if line == lowest or not starts_here:
                continue
            lowest = line
            faint = section.row.article is None
            painter.setPen(self._ink("text-faint" if faint else "text-muted"))
            baseline = self._baseline(visible, line)
            box = QRectF(left, baseline - 50, self._role_width() + 2, 50)
            painter.drawText(box, _LOWER_RIGHT, role_sign(section.row.role))
            if section.row.joined_to is not None:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(self._ink("join"))
                painter.drawPath(join_arrow(QRectF(left + self._role_width() + 2, baseline - 9, 6, 8)))


_LOWER_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
