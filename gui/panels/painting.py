"""What the delegates of the panes paint with: grounds, single lines of plain text, fonts by proportion."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from gui.plain import unturned
from gui.theme import Theme

_LINE_BREAKS = str.maketrans(
    {"\n": "⏎", "\r": " ", "\t": " ", "\u2028": "⏎", "\u2029": "⏎", "\x00": "\ufffd"}
)

# As numbers: joining Qt's flags takes as long as drawing a word.
_ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
LEFT = int(Qt.AlignmentFlag.AlignLeft) | _ONE_LINE
RIGHT = int(Qt.AlignmentFlag.AlignRight) | _ONE_LINE


def one_line(text: str) -> str:
    """Return `text` fit for one line: line ends and marks that turn it around become signs, tabs a space."""
    return unturned(text.translate(_LINE_BREAKS))


def scaled(font: QFont, factor: float, weight: QFont.Weight | None = None) -> QFont:
    """Return `font` made larger or smaller by `factor`, in points or pixels as it was given."""
    result = QFont(font)
    if font.pointSizeF() > 0:
        result.setPointSizeF(font.pointSizeF() * factor)
    else:
        result.setPixelSize(max(1, round(font.pixelSize() * factor)))
    if weight is not None:
        result.setWeight(weight)
    return result


def row_ground(theme: Theme, option: QStyleOptionViewItem, *, hovered: bool = False) -> QColor:
    """Return the ground of a row: chosen, under the mouse, or quiet."""
    if option.state & QStyle.StateFlag.State_Selected:
        return theme.color("accent-ground")
    return theme.color("hover" if hovered else "page")


def draw_ruled_ground(
    painter: QPainter, theme: Theme, option: QStyleOptionViewItem, *, hovered: bool
) -> None:
    """Draw the ground of a cell and the thin line below it."""
    painter.fillRect(option.rect, row_ground(theme, option, hovered=hovered))
    painter.setPen(theme.color("line"))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


def draw_line(painter: QPainter, rect: QRect, text: str, color: QColor, alignment: int = LEFT) -> int:
    """Draw `text` on one line in the painter's font, elided to `rect`; return the width it took in pixels."""
    if not text:
        return 0
    metrics, shown = painter.fontMetrics(), one_line(text)
    width = metrics.horizontalAdvance(shown)
    if width > rect.width():
        shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, max(0, rect.width()))
        width = metrics.horizontalAdvance(shown)
    painter.setPen(color)
    painter.drawText(rect, alignment, shown)
    return width


def draw_chevron(painter: QPainter, center: QPointF, size: float, color: QColor, *, opened: bool) -> None:
    """Draw the sign of a row that folds: pointing down when open, right when folded."""
    half, quarter = size / 2, size / 4
    corners = (
        [(-half, -quarter), (0, quarter), (half, -quarter)]
        if opened
        else [(-quarter, -half), (quarter, 0), (-quarter, half)]
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = painter.pen()
    pen.setColor(color)
    pen.setWidthF(max(1.2, size / 6))
    pen.setStyle(Qt.PenStyle.SolidLine)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([center + QPointF(x, y) for x, y in corners]))
    painter.restore()


def row_height(font: QFont, factor: float) -> int:
    """Return the height of a row in pixels: `factor` times the em of `font`, never too low for its glyphs."""
    metrics = QFontMetrics(font)
    return max(metrics.height() + 2, round(font_em(font) * factor))


def font_em(font: QFont) -> float:
    """Return the size of a Chinese character of `font` in pixels."""
    return float(QFontMetrics(font).horizontalAdvance("口"))
