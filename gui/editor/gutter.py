"""The left edge of a page: line numbers, roles, and the articles' colour bars, at hand for the mouse."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from gui.editor.boundaries import RowStart, is_boundary, row_starts, run
from gui.editor.boundary_drag import BoundaryDrag
from gui.editor.gutter_painter import GutterPainter
from gui.editor.page_sheet import PageSheet
from gui.editor.rows import RowTable
from gui.role_names import role_name

GRASP = 4
"""How far above and below a boundary it can be taken hold of (pixels)."""


class Part(Enum):
    """What in the gutter the mouse is at."""

    LINE = "line"
    ROLE = "role"
    BAR = "bar"
    BOUNDARY = "boundary"


class Gutter(QWidget):
    """Stands beside the visible lines of an editor; rows and lines count from 0."""

    line_clicked = Signal(int)
    """A line was clicked."""
    menu_wanted = Signal(int, QPoint)
    """A menu is wanted for a line, at a place on the screen."""
    role_wanted = Signal(int, QPoint)
    """The role of a row is to be chosen, in a menu at a place on the screen."""
    article_wanted = Signal(int)
    """The bar beside a row was clicked."""
    start_wanted = Signal(int)
    """A line is to begin an article, or to begin none any more."""
    boundary_dropped = Signal(int, int)
    """The boundary above the first row is to be moved to above the second."""

    def __init__(self, editor: PageSheet) -> None:
        super().__init__(editor)
        self._editor = editor
        self._pressed: int | None = None
        self._hovered: int | None = None
        self._painter = GutterPainter(editor)
        self._drag = BoundaryDrag(editor, self)
        self._drag.moved.connect(self.update)
        self._drag.dropped.connect(self.boundary_dropped)
        self.setAccessibleName(self.tr("行号、角色和稿件"))
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def fit(self) -> int:
        """Take the size of the type from the editor's; return the width that its longest number needs."""
        return self._painter.fit()

    @property
    def shown_rows(self) -> RowTable:
        """The rows as they are shown; while a boundary is dragged, as they would be if it were dropped."""
        return self._drag.rows

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what lies in the exposed part."""
        painter = QPainter(self)
        self._painter.paint(painter, event.rect(), self.shown_rows, self._hovered)

    # What the mouse is at

    def _part_at(self, place: QPointF) -> tuple[Part, int]:
        """Return what is at `place`: the number of its row, of the line where there is none."""
        if place.x() >= self._painter.roles:
            starts = self._starts()
            if place.x() >= self._painter.bars:
                found = self._boundary_at(place.y(), starts)
                if found is not None:
                    return Part.BOUNDARY, found
                row = self._row_at(place.y(), starts)
                if row is not None:
                    return Part.BAR, row
            else:
                pitch = self._editor.pitch
                at = next((one for one in starts if one.top <= place.y() < one.top + pitch), None)
                if at is not None and at.number < len(self._editor.rows):
                    return Part.ROLE, at.number
        return Part.LINE, self._line_at(place)

    def _starts(self) -> list[RowStart]:
        return row_starts(self._editor, self.rect(), self._editor.rows, self._editor.index)

    def _boundary_at(self, y: float, starts: list[RowStart]) -> int | None:
        rows = self._editor.rows
        near = [start for start in starts if start.above - GRASP <= y <= start.top + GRASP]
        found = [start for start in near if is_boundary(rows, start.number)]
        return min(found, key=lambda start: abs(start.top - y)).number if found else None

    def _row_at(self, y: float, starts: list[RowStart]) -> int | None:
        """Return the row whose bar stands at the height `y`."""
        above = [start.number for start in starts if start.top <= y]
        rows, position = self._editor.rows, self._editor.position_at(QPoint(0, round(y)))
        row = max(above) if above else rows.around(position + 1)[0]
        return row if row is not None and row < len(rows) else None

    def _line_at(self, place: QPointF) -> int:
        return self._editor.cursorForPosition(QPoint(0, round(place.y()))).blockNumber()

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a boundary, choose an article or a role, or select the line."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        part, number = self._part_at(event.position())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.start_wanted.emit(self._line_at(event.position()))
        elif part is Part.BOUNDARY:
            self._drag.begin(number, event.position().y())
        elif part is Part.BAR:
            self.article_wanted.emit(number)
        elif part is Part.ROLE:
            self.role_wanted.emit(number, event.globalPosition().toPoint())
        else:
            self._pressed = number
            self._editor.select_lines(number, number)
            self.line_clicked.emit(number)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the lines of an article, as far as they stand together."""
        part, number = self._part_at(event.position())
        if part is Part.BAR and event.button() == Qt.MouseButton.LeftButton:
            rows, together = self._editor.rows, run(self._editor.rows, number)
            first, last = rows.span(together[0]).start, rows.span(together[-1]).start
            self._editor.select_lines(self._editor.line_of(first), self._editor.line_of(last))
            self._editor.setFocus()
        else:
            self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the boundary, select further lines, or show what could be taken hold of."""
        if self._drag.active:
            self._drag.to(event.position().y())
        elif self._pressed is not None:
            self._editor.select_lines(self._pressed, self._line_at(event.position()))
        else:
            self._hover(*self._part_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the boundary, or end the selecting of lines."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = None
            if self._drag.active:
                self._drag.drop()
            self._hover(*self._part_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Show nothing as within reach any more."""
        super().leaveEvent(event)
        if not self._drag.active:
            self._hover(Part.LINE, 0)

    def _hover(self, part: Part, number: int) -> None:
        shapes = {
            Part.BOUNDARY: Qt.CursorShape.SplitVCursor,
            Part.BAR: Qt.CursorShape.PointingHandCursor,
            Part.ROLE: Qt.CursorShape.PointingHandCursor,
        }
        shape = shapes.get(part, Qt.CursorShape.ArrowCursor)
        if self.cursor().shape() != shape:
            self.setCursor(shape)
        hovered = number if part is Part.ROLE else None
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu for the line."""
        self.menu_wanted.emit(self._line_at(QPointF(event.pos())), event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Say what can be done with what the mouse is at."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(*self._part_at(QPointF(event.pos()))), self)
            return True
        return super().event(event)

    def _tip(self, part: Part, number: int) -> str:
        if part is Part.BOUNDARY:
            return self.tr("上下拖动，移动两稿的分界")
        if part is Part.ROLE:
            return self.tr("{0}，点按另选").format(role_name(self._editor.rows.row(number).role))
        if part is Part.BAR:
            article = self._editor.rows.row(number).article
            if article is None:
                return self.tr("版面杂项，不属于任何稿件")
            return self.tr("第 {0} 篇。点按在稿件树里选中，双击选中各行").format(article + 1)
        return self.tr("点按选中这一行；按住 Ctrl 点按，从这一行另起一稿或并回上一稿")
