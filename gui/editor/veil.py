"""The veil over all articles but the one the editor is at: what is under it is still read, but steps back.

It is drawn over the finished picture, so that nothing is laid out anew when the caret goes elsewhere.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from core.text.span import Span
from gui.editor.geometry import VisibleText
from gui.editor.page_sheet import PageSheet
from gui.theme import Theme

STRENGTH = 0.5
"""How much of the page's ground covers what is under the veil; text under it keeps a contrast of 3 to 1."""


def veil_color(theme: Theme) -> QColor:
    """Return the colour of the veil."""
    color = QColor(theme.color("page"))
    color.setAlphaF(STRENGTH)
    return color


def paint_veil(painter: QPainter, seen: VisibleText, editor: PageSheet, current: tuple[int | None]) -> None:
    """Draw the veil over what is not of the `current` article."""
    rows, index = editor.rows, editor.index
    color, width = veil_color(editor.theme), editor.viewport().width()
    for visible in seen.blocks:
        if visible.blank:
            continue
        reach = Span(index.code_point(visible.start), index.code_point(visible.end))
        numbers = [number for number in rows.within(reach) if rows.span(number).overlaps(reach)]
        other = [number for number in numbers if rows.row(number).article != current[0]]
        if len(other) == len(numbers):
            painter.fillRect(QRectF(0, visible.top, width, visible.height), color)
            continue
        for number in other:
            for stretch in seen.stretches(*index.unit_span(rows.span(number))):
                painter.fillRect(
                    QRectF(stretch.left, stretch.top, stretch.right - stretch.left, stretch.pitch), color
                )
