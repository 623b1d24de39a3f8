"""What is drawn under and over the text of a page: selection, marks, the current suspect, joins.

Everything is prepared beforehand; painting looks up what reaches into the clip and draws that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from core.text.span import Span
from gui.editor.geometry import Stretch, VisibleBlock, stretches, visible_blocks
from gui.editor.marks import Mark, MarkKind
from gui.editor.rows import RowTable

if TYPE_CHECKING:
    from gui.editor.page_editor import PageEditor

FAINTEST = 0.4
"""How much ink the least likely suspect still gets."""


class PagePainter:
    """Draws what a `PageEditor` has to draw, in the colours of its theme."""

    def __init__(self, editor: PageEditor) -> None:
        self._editor = editor

    def paint_below(self, painter: QPainter, clip: QRect) -> None:
        """Draw what lies under the characters: the caret's line, grounds of marks, the selection."""
        blocks = visible_blocks(self._editor, clip)
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_caret_line(painter, blocks, clip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark, stretch in self._marked(blocks):
            if mark.kind is MarkKind.REPEAT:
                painter.setBrush(_faded(self._editor.theme.color("repeat-ground"), mark.strength))
                painter.drawRoundedRect(self._ground(stretch), 2, 2)
        current = self._editor.current
        if current is not None:
            painter.setBrush(self._editor.theme.color("suspect-ground"))
            for stretch in self._stretches(blocks, current):
                painter.drawRoundedRect(self._ground(stretch), 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._paint_selection(painter, blocks)

    def paint_above(self, painter: QPainter, clip: QRect) -> None:
        """Draw what lies over the characters: the lines of marks, and the signs of joined pieces."""
        blocks = visible_blocks(self._editor, clip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for mark, stretch in self._marked(blocks):
            if mark.kind is not MarkKind.REPEAT:
                self._paint_line(painter, mark, stretch)
        self._paint_joins(painter, blocks)

    def _marked(self, blocks: list[VisibleBlock]) -> Iterator[tuple[Mark, Stretch]]:
        for visible in blocks:
            if not visible.blank:
                index = self._editor.index
                seen = Span(index.code_point(visible.start), index.code_point(visible.end))
                for mark in self._editor.marks.within(seen):
                    start, end = index.unit_span(mark.span)
                    for stretch in stretches(visible, start, end):
                        # A mark over a line end touches the next line without marking any of it.
                        if stretch.right > stretch.left or not len(mark.span):
                            yield mark, stretch

    def _stretches(self, blocks: list[VisibleBlock], span: Span) -> Iterator[Stretch]:
        start, end = self._editor.index.unit_span(span)
        for visible in blocks:
            if visible.start <= end and start <= visible.end and not visible.blank:
                yield from stretches(visible, start, end)

    def _ground(self, stretch: Stretch) -> QRectF:
        size = self._size()
        width = max(stretch.right - stretch.left, size / 4)
        return QRectF(stretch.left - 1, stretch.baseline - 1.02 * size, width + 2, 1.34 * size)

    def _size(self) -> float:
        return QFontMetricsF(self._editor.font()).horizontalAdvance("国")

    def _paint_caret_line(self, painter: QPainter, blocks: list[VisibleBlock], clip: QRect) -> None:
        caret = self._editor.textCursor()
        if caret.hasSelection():
            return
        for visible in blocks:
            if visible.block == caret.block():
                line = visible.block.layout().lineForTextPosition(caret.positionInBlock())
                top = visible.top + max(0, line.lineNumber()) * visible.pitch
                painter.setBrush(self._editor.theme.color("current-line"))
                painter.drawRect(QRectF(clip.left(), top, clip.width(), visible.pitch))

    def _paint_selection(self, painter: QPainter, blocks: list[VisibleBlock]) -> None:
        selected = self._editor.textCursor()
        if not selected.hasSelection():
            return
        start, end = selected.selectionStart(), selected.selectionEnd()
        painter.setBrush(self._editor.theme.color("selection"))
        for visible in blocks:
            finish = visible.block.position() + visible.block.length() - 1
            if start > finish or end < visible.block.position():
                continue
            # A selected line end shows as a little more than the line.
            tail = self._size() / 3 if start <= finish < end else 0
            for stretch in stretches(visible, start, end):
                at_end = visible.top + visible.height - stretch.top - stretch.pitch < 1
                right = stretch.right + (tail if at_end else 0)
                painter.drawRect(
                    QRectF(stretch.left, stretch.top, right - stretch.left, stretch.pitch).toAlignedRect()
                )

    def _paint_line(self, painter: QPainter, mark: Mark, stretch: Stretch) -> None:
        size = self._size()
        y = stretch.baseline + 0.27 * size
        left, right = stretch.left + 0.5, max(stretch.right - 0.5, stretch.left + size / 2)
        if not len(mark.span):
            left, right = stretch.left - size / 4, stretch.left + size / 4
        thickness = max(1.2, size / 13)
        draw, name = _LINES[mark.kind]
        pen = QPen(_faded(self._editor.theme.color(name), mark.strength), thickness)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        draw(painter, left, right, y, size)

    def _paint_joins(self, painter: QPainter, blocks: list[VisibleBlock]) -> None:
        rows, index = self._editor.rows, self._editor.index
        font = QFont()
        font.setPixelSize(max(10, round(self._size() * 0.72)))
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QPen(self._editor.theme.color("join"), 1.3))
        for visible in blocks:
            seen = Span(index.code_point(visible.start), index.code_point(visible.end))
            for number in rows.within(seen):
                row = rows[number]
                end = index.unit(row.span.end)
                if row.joined_to is None or not visible.start <= end <= visible.end:
                    continue
                words = self._join_words(rows, number, row.joined_to)
                for stretch in stretches(visible, end, end):
                    arrow = QRectF(stretch.left + 9, stretch.baseline - 0.75 * font.pixelSize(), 9, 10)
                    room = self._editor.viewport().width() - arrow.right()
                    if room > 0:
                        painter.drawPath(join_arrow(arrow))
                    if room > metrics.horizontalAdvance(words) + 4:
                        painter.drawText(QPointF(arrow.right() + 4, stretch.baseline), words)

    def _join_words(self, rows: RowTable, number: int, joined_to: int) -> str:
        if joined_to == number - 1:
            return QCoreApplication.translate("PageEditor", "接上段")
        unit = self._editor.index.unit(rows[joined_to].span.start)
        line = self._editor.document().findBlock(unit).blockNumber() + 1
        return QCoreApplication.translate("PageEditor", "接 {line} 行").format(line=line)


def join_arrow(within: QRectF) -> QPainterPath:
    """Return a small arrow that turns upwards: this piece goes on with an earlier one."""
    path = QPainterPath(within.bottomLeft())
    top = QPointF(within.right() - within.width() / 3, within.top())
    path.quadTo(QPointF(top.x(), within.bottom()), top)
    path.moveTo(top + QPointF(-within.width() / 3, within.height() / 3))
    path.lineTo(top)
    path.lineTo(top + QPointF(within.width() / 3, within.height() / 3))
    return path


def _wave(painter: QPainter, left: float, right: float, y: float, size: float) -> None:
    step = max(2.0, size / 7)
    height = max(1.1, size / 15)
    points = [QPointF(left, y - height)]
    while points[-1].x() + step <= right:
        points.append(QPointF(points[-1].x() + step, y + height * (1 if len(points) % 2 else -1)))
    painter.drawPolyline(QPolygonF(points))


def _solid(painter: QPainter, left: float, right: float, y: float, size: float) -> None:
    pen = painter.pen()
    pen.setWidthF(max(1.6, size / 10))
    painter.setPen(pen)
    painter.drawLine(QPointF(left, y), QPointF(right, y))


def _dots(painter: QPainter, left: float, right: float, y: float, size: float) -> None:
    pen = painter.pen()
    pen.setWidthF(max(1.8, size / 8))
    painter.setPen(pen)
    gap = size / 4
    count = max(2, int((right - left) / gap))
    inset = (right - left - gap * (count - 1)) / 2
    painter.drawPoints(QPolygonF([QPointF(left + inset + gap * number, y) for number in range(count)]))


_Line = Callable[[QPainter, float, float, float, float], None]
_LINES: dict[MarkKind, tuple[_Line, str]] = {
    MarkKind.CHARACTER: (_wave, "suspect"),
    MarkKind.SCRIPT: (_solid, "script"),
    MarkKind.PUNCTUATION: (_dots, "punctuation"),
}


def _faded(color: QColor, strength: float) -> QColor:
    color.setAlphaF(FAINTEST + (1 - FAINTEST) * min(1.0, max(0.0, strength)))
    return color
