"""What is drawn in the gutter: line numbers, roles, and the colour bars of the articles."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter

from gui.editor.geometry import VisibleBlock, visible_blocks
from gui.editor.page_sheet import PageSheet
from gui.editor.rows import RowTable
from gui.editor.sections import Section, sections
from gui.role_names import role_sign

BAR = 5
"""The width of an article's bar in pixels."""
GAP = 9
"""The space between the columns of the gutter in pixels."""
INSET = 1.5
"""The space above and below an article's bar in pixels."""
RAISED = 0.06
"""How far the type of the gutter stands above the text's baseline, in sizes of a character."""


class GutterPainter:
    """Draws what stands beside the lines of an editor, in the colours of its theme."""

    def __init__(self, editor: PageSheet) -> None:
        self._editor = editor
        self._type = QFont()
        self._sign_width = 0
        self._width = 0

    def fit(self) -> int:
        """Take the size of the type from the editor's; return the width that its longest number needs."""
        self._type = QFont()
        self._type.setPixelSize(max(10, round(self._editor.character * 0.68)))
        metrics = QFontMetrics(self._type)
        self._sign_width = metrics.horizontalAdvance("国")
        digits = max(3, len(str(self._editor.blockCount())))
        self._width = metrics.horizontalAdvance("8") * digits + self._sign_width + 4 * GAP + BAR
        return self._width

    @property
    def bars(self) -> float:
        """From where on to the right the mouse is at the bars (pixels)."""
        return self._width - 2 * GAP - BAR + 3

    @property
    def roles(self) -> float:
        """From where on to the right the mouse is at the roles (pixels)."""
        return self._width - 2 * GAP - BAR - self._sign_width - 3

    def paint(self, painter: QPainter, clip: QRect, rows: RowTable, hovered: int | None) -> None:
        """Draw what lies in `clip`; the role of row `hovered` has the mouse over it."""
        painter.fillRect(clip, self._editor.theme.color("page"))
        painter.setFont(self._type)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        caret_line = self._editor.textCursor().blockNumber()
        for visible in visible_blocks(self._editor, clip):
            parts = sections(visible, rows, self._editor.index)
            for section in parts:
                self._paint_bar(painter, section, rows)
            if visible.blank:
                continue
            number = visible.block.blockNumber()
            painter.setPen(self._editor.theme.color("text" if number == caret_line else "text-faint"))
            right = self._width - self._sign_width - 3 * GAP - BAR
            self._write(painter, right, self._baseline(visible, 0), str(number + 1))
            written = -1
            for section in parts:
                # Where two pieces begin in one drawn line, there is room for the first one's role.
                if section.line != written:
                    self._paint_role(painter, visible, section, rows, hovered=section.number == hovered)
                    written = -1 if section.line is None else section.line

    def _baseline(self, visible: VisibleBlock, line: int) -> float:
        drawn = visible.block.layout().lineAt(line)
        # Smaller type on the same baseline would look as if it hung.
        return visible.top + drawn.y() + drawn.ascent() - self._editor.character * RAISED

    def _paint_bar(self, painter: QPainter, section: Section, rows: RowTable) -> None:
        theme, article = self._editor.theme, rows.row(section.number).article
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("furniture") if article is None else theme.article_color(article))
        # Where the article begins or ends the bar is drawn short and round, else on into its neighbours.
        above = INSET if section.opens else -BAR
        below = INSET if section.closes else -BAR
        whole = QRectF(self._width - GAP - BAR, section.top, BAR, section.bottom - section.top)
        painter.save()
        painter.setClipRect(whole)
        painter.drawRoundedRect(whole.adjusted(0, above, 0, -below), BAR / 2, BAR / 2)
        painter.restore()

    def _paint_role(
        self, painter: QPainter, visible: VisibleBlock, section: Section, rows: RowTable, *, hovered: bool
    ) -> None:
        if section.line is None or not visible.first <= section.line <= visible.last:
            return
        row = rows.row(section.number)
        right, baseline = self._width - 2 * GAP - BAR, self._baseline(visible, section.line)
        if hovered:
            size = self._type.pixelSize()
            ground = QRectF(
                right - self._sign_width - 3, baseline - size * 1.06, self._sign_width + 6, size * 1.4
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._editor.theme.color("hover"))
            painter.drawRoundedRect(ground, 3, 3)
        # A piece that goes on with an earlier one has the colour of joins; the words stand at its end.
        name = "join" if row.joined_to is not None else "text-muted"
        painter.setPen(
            self._editor.theme.color("text-faint" if row.article is None and not hovered else name)
        )
        self._write(painter, right, baseline, role_sign(row.role))

    def _write(self, painter: QPainter, right: float, baseline: float, words: str) -> None:
        width = QFontMetricsF(painter.font()).horizontalAdvance(words)
        painter.drawText(QPointF(right - width, baseline), words)
