"""The readings of one variant: each with its key, who has it, and what speaks for one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.panels.painting import LEFT, draw_line, font_em, one_line, scaled
from gui.panels.stack_painter import reading_ground
from gui.theme import Theme

LINE = 2.0
"""How high a reading is, in sizes of the font."""
MOST = 9
"""So many readings have a key."""


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One reading: `number` is its place among all and gives it its colour. "": nothing is there."""

    number: int
    text: str
    who: str
    own: bool
    preferred: bool


@dataclass(frozen=True, slots=True)
class VariantShown:
    """A variant as it is shown; `head` says which and of what kind, `why` what speaks for a reading."""

    head: str
    rows: Sequence[ReadingRow]
    why: str


class Readings(QWidget):
    """Paints readings under each other. A double click takes one."""

    take_requested = Signal(int)
    """The editor wants a reading, counted from 0."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.text_font = QFont(self.font())
        self._shown: VariantShown | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def shown(self) -> VariantShown | None:
        """What is shown."""
        return self._shown

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def set_text_font(self, font: QFont) -> None:
        """Show page text in the face of `font`."""
        self.text_font = font
        self.updateGeometry()
        self.update()

    def show_variant(self, what: VariantShown | None) -> None:
        """Show another variant, or none."""
        self._shown = what
        said = [] if what is None else [what.head, *(self._spoken(row) for row in what.rows), what.why]
        self.setAccessibleDescription("\n".join(said))
        # Who has a reading, and the reading itself, may be longer than the pane is wide.
        self.setToolTip(f"<qt>{'<br>'.join(map(escape, said))}</qt>" if said else "")
        self.updateGeometry()
        self.update()

    def _spoken(self, row: ReadingRow) -> str:
        return f"{row.number + 1} {row.text or self.tr('（无）')} {row.who}"

    # Measures

    @property
    def _em(self) -> float:
        return font_em(self.font())

    def _line(self, row: int) -> QRect:
        top = self._em * 2.1 + row * LINE * self._em
        return QRect(0, round(top), self.width(), round(LINE * self._em))

    def _why_room(self, width: int) -> QRect:
        margin = round(self._em * 0.75)
        rows = 0 if self._shown is None else len(self._shown.rows)
        top = self._line(rows).top() + round(self._em * 0.4)
        return QRect(margin, top, max(0, width - 2 * margin), 10_000)

    def _why_box(self, width: int) -> QRect:
        why = "" if self._shown is None else self._shown.why
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        return QFontMetrics(self._small).boundingRect(self._why_room(width), flags, why)

    @property
    def _small(self) -> QFont:
        return scaled(self.font(), 0.95)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow pane makes the reasons longer."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all that is shown, in pixels."""
        return self._why_box(width).bottom() + round(self._em * 0.75)

    def sizeHint(self) -> QSize:
        """Return room for a few readings."""
        width = round(self._em * 20)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return next to no width; what does not fit is scrolled."""
        return QSize(round(self._em * 12), self.heightForWidth(max(1, self.width())))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the head, the readings, and the reason."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.color("page"))
        what = self._shown
        if what is not None:
            margin = round(self._em * 0.75)
            head = QRect(margin, 0, self.width() - 2 * margin, round(self._em * 2.1))
            painter.setFont(self._small)
            draw_line(painter, head, what.head, self._theme.color("text-muted"))
            for at, row in enumerate(what.rows):
                self._paint_row(painter, row, self._line(at).adjusted(margin, 0, -margin, 0))
            painter.setFont(self._small)
            painter.setPen(self._theme.color("text"))
            flags = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
            painter.drawText(self._why_room(self.width()), flags, what.why)
        painter.end()

    def _paint_row(self, painter: QPainter, row: ReadingRow, room: QRect) -> None:
        left = room.left() + self._paint_cap(painter, row, room)
        font = QFont(self.text_font)
        font.setWeight(QFont.Weight.DemiBold if row.preferred else QFont.Weight.Normal)
        metrics = QFontMetricsF(font)
        inner = room.width() - (left - room.left())
        said = one_line(row.text) or self.tr("（无）")
        text = metrics.elidedText(said, Qt.TextElideMode.ElideMiddle, inner * 0.62)
        width = metrics.horizontalAdvance(text) + self._em * 0.5
        ground = QRectF(left, 0, width, metrics.height() + 2)
        ground.moveTop(room.top() + (room.height() - ground.height()) / 2)
        painter.fillRect(ground, reading_ground(self._theme, row.number))
        painter.setFont(font)
        painter.setPen(self._theme.color("text" if row.text else "text-muted"))
        painter.drawText(ground, int(Qt.AlignmentFlag.AlignCenter), text)
        left += round(width + self._em * 0.6)
        painter.setFont(self._small)
        who = QRect(left, room.top(), max(0, room.right() - left), room.height())
        if row.preferred:
            taken = draw_line(painter, who, self.tr("宜取"), self._theme.color("accent"))
            who.setLeft(who.left() + taken + round(self._em * 0.6))
        draw_line(painter, who, row.who, self._theme.color("text-muted"), LEFT)

    def _paint_cap(self, painter: QPainter, row: ReadingRow, room: QRect) -> int:
        """Paint the key of a reading; the page's own has none. Return the room that keys take, in pixels."""
        size = self._em * 1.3
        if not row.own and row.number < MOST:
            cap = QRectF(room.left() + 0.5, room.top() + (room.height() - size) / 2, size, size)
            painter.setPen(QPen(self._theme.color("line"), 1))
            painter.setBrush(self._theme.color("window"))
            painter.drawRoundedRect(cap, 3, 3)
            painter.setFont(self._small)
            painter.setPen(self._theme.color("text-muted"))
            painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), str(row.number + 1))
        return round(size + self._em * 0.5)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the reading under the mouse."""
        rows = () if self._shown is None else self._shown.rows
        place = event.position().toPoint()
        found = next((row for at, row in enumerate(rows) if self._line(at).contains(place)), None)
        if found is not None and not found.own:
            self.take_requested.emit(found.number)
