"""What is drawn under and over the text of a page: selection, marks, the current suspect, joins.

Everything is prepared beforehand; painting looks up what reaches into the clip and draws that.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from core.text.span import Span
from gui.editor.geometry import Stretch, VisibleText
from gui.editor.mark_tiles import Manner, MarkTiles
from gui.editor.marks import MarkKind
from gui.editor.page_sheet import PageSheet
from gui.editor.rows import RowTable
from gui.editor.veil import paint_veil


@dataclass(frozen=True, slots=True)
class Seen:
    """What reaches into a clip: lines, the kind, strength and place of every mark on them, what was found."""

    text: VisibleText
    clip: QRect
    marked: list[tuple[MarkKind, float, Stretch]]
    found: list[Stretch]


class PagePainter:
    """Draws what a `PageSheet` has to draw, in the colours of its theme."""

    def __init__(self, editor: PageSheet) -> None:
        self._editor = editor
        self._tiles = MarkTiles(Manner(editor.theme, 1.0, 1.0))

    def seen(self, clip: QRect) -> Seen:
        """Look up what reaches into `clip`, once for what is below the characters and what is above."""
        text = VisibleText(self._editor, clip)
        reach = text.reach
        if reach is None:
            return Seen(text, clip, [], [])
        index = self._editor.index
        first, last = index.code_point(reach[0]), index.code_point(reach[1])
        marked: list[tuple[MarkKind, float, Stretch]] = []
        for begin, finish, kind, strength in self._editor.marks.within(first, last):
            start, end = index.unit(begin), index.unit(finish)
            # A mark over a line end touches the next line without marking any of it.
            marked.extend(
                (kind, strength, stretch)
                for stretch in text.stretches(start, end)
                if stretch.right > stretch.left or start == end
            )
        found = [
            stretch
            for begin, finish, _, _ in self._editor.found.within(first, last)
            for stretch in text.stretches(index.unit(begin), index.unit(finish))
        ]
        return Seen(text, clip, marked, found)

    def paint_below(self, painter: QPainter, seen: Seen) -> None:
        """Draw what lies under the characters: the caret's line, grounds of marks, the selection."""
        theme, size = self._editor.theme, self._size()
        manner = Manner(theme, size, self._editor.devicePixelRatioF())
        if manner != self._tiles.manner:
            self._tiles = MarkTiles(manner)
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_caret_line(painter, seen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for kind, strength, stretch in seen.marked:
            if kind is MarkKind.REPEAT:
                painter.setBrush(self._tiles.ground(strength))
                painter.drawRoundedRect(_ground(stretch, size), 2, 2)
        painter.setBrush(theme.color("found-ground"))
        for stretch in seen.found:
            painter.drawRoundedRect(_ground(stretch, size), 2, 2)
        current = self._editor.current
        if current is not None:
            painter.setBrush(theme.color("suspect-ground"))
            for stretch in seen.text.stretches(*self._editor.index.unit_span(current)):
                painter.drawRoundedRect(_ground(stretch, size), 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._paint_selection(painter, seen)

    def paint_above(self, painter: QPainter, seen: Seen) -> None:
        """Draw what lies over the characters: the lines of marks, and the signs of joined pieces."""
        for kind, strength, stretch in seen.marked:
            if kind is not MarkKind.REPEAT:
                self._tiles.paint(painter, kind, strength, stretch)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_joins(painter, seen)
        current, guide = self._editor.veiled_for, self._editor.guide
        if current is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            paint_veil(painter, seen.text, self._editor, current)
        if guide is not None:
            painter.fillRect(
                seen.clip.left(), guide - 1, seen.clip.width(), 2, self._editor.theme.color("accent")
            )

    def _size(self) -> float:
        return self._editor.character

    def _paint_caret_line(self, painter: QPainter, seen: Seen) -> None:
        caret = self._editor.textCursor()
        if caret.hasSelection():
            return
        for visible in seen.text.blocks:
            if visible.block == caret.block():
                line = visible.block.layout().lineForTextPosition(caret.positionInBlock())
                top = visible.top + max(0, line.lineNumber()) * visible.pitch
                painter.setBrush(self._editor.theme.color("current-line"))
                painter.drawRect(QRectF(seen.clip.left(), top, seen.clip.width(), visible.pitch))

    def _paint_selection(self, painter: QPainter, seen: Seen) -> None:
        selected = self._editor.textCursor()
        if not selected.hasSelection():
            return
        start, end = selected.selectionStart(), selected.selectionEnd()
        painter.setBrush(self._editor.theme.color("selection"))
        for stretch in seen.text.stretches(start, end):
            # A selected line end shows as a little more than the line.
            tail = self._size() / 3 if stretch.goes_on else 0
            width = stretch.right - stretch.left + tail
            painter.drawRect(QRectF(stretch.left, stretch.top, width, stretch.pitch).toAlignedRect())

    def _paint_joins(self, painter: QPainter, seen: Seen) -> None:
        reach = seen.text.reach
        if reach is None:
            return
        rows, index = self._editor.rows, self._editor.index
        for number in rows.within(Span(index.code_point(reach[0]), index.code_point(reach[1]))):
            joined_to = rows.row(number).joined_to
            end = index.unit(rows.span(number).end)
            if joined_to is None or not reach[0] <= end <= reach[1]:
                continue
            if rows.span(number).start == rows.span(joined_to).end + 1:
                # The next printed line of a paragraph says nothing new; the gutter's sign is enough.
                continue
            words = self._join_words(rows, number, joined_to)
            # At the edge of two lines the sign belongs to the end of the first one.
            stretch = next(iter(seen.text.stretches(end, end)), None)
            if stretch is not None:
                self._paint_join(painter, stretch, words)

    def _paint_join(self, painter: QPainter, stretch: Stretch, words: str) -> None:
        font = QFont()
        font.setPixelSize(max(10, round(self._size() * 0.72)))
        painter.setFont(font)
        painter.setPen(QPen(self._editor.theme.color("join"), 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        arrow = QRectF(stretch.left + 9, stretch.baseline - 0.75 * font.pixelSize(), 9, 10)
        room = self._editor.viewport().width() - arrow.right()
        if room > 0:
            painter.drawPath(join_arrow(arrow))
        if room > QFontMetricsF(font).horizontalAdvance(words) + 4:
            painter.drawText(QPointF(arrow.right() + 4, stretch.baseline), words)

    def _join_words(self, rows: RowTable, number: int, joined_to: int) -> str:
        if joined_to == number - 1:
            return QCoreApplication.translate("PageEditor", "接上段")
        unit = self._editor.index.unit(rows.span(joined_to).start)
        line = self._editor.document().findBlock(unit).blockNumber() + 1
        return QCoreApplication.translate("PageEditor", "接 {line} 行").format(line=line)


def _ground(stretch: Stretch, size: float) -> QRectF:
    width = max(stretch.right - stretch.left, size / 4)
    return QRectF(stretch.left - 1, stretch.baseline - 1.02 * size, width + 2, 1.34 * size)


def join_arrow(within: QRectF) -> QPainterPath:
    """Return a small arrow that turns upwards: this piece goes on with an earlier one."""
    path = QPainterPath(within.bottomLeft())
    top = QPointF(within.right() - within.width() / 3, within.top())
    path.quadTo(QPointF(top.x(), within.bottom()), top)
    path.moveTo(top + QPointF(-within.width() / 3, within.height() / 3))
    path.lineTo(top)
    path.lineTo(top + QPointF(within.width() / 3, within.height() / 3))
    return path
