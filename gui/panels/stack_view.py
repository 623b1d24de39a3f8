"""Sentences under each other, character under character: one row a witness, wrapped into bands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from gui.panels.painting import font_em, scaled
from gui.panels.stack_painter import BAND, CELL, ROW, Shown, StackPainter
from gui.theme import Theme

WIDEST_NAME = 12.0
"""How wide the names may be, in sizes of the font."""


class StackView(QAbstractScrollArea):
    """Shows a stack. Keys: left and right go to the next variant, up and down choose a witness."""

    place_chosen = Signal(object, int)
    """The editor wants to go to a page (its key) and a place on it (code points)."""
    step_requested = Signal(bool)
    """The editor wants to see the next variant (True) or the one before."""
    take_requested = Signal(int)
    """The editor wants a reading, counted from 0."""
    everywhere_requested = Signal()
    """The editor wants a reading wherever pages share the error."""
    left = Signal()
    """The editor wants to go back to the text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: Shown | None = None
        self._chosen = 0
        self.text_font = QFont(self.font())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("异文"))
        self.viewport().setMouseTracking(True)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.viewport().update()

    def set_text_font(self, font: QFont) -> None:
        """Show page text in the face of `font`."""
        self.text_font = font
        self._fit()

    @property
    def shown(self) -> Shown | None:
        """What is shown."""
        return self._shown

    @property
    def chosen(self) -> int:
        """The number of the row that is chosen; 0 is the page itself."""
        return self._chosen

    def show_stack(self, what: Shown | None) -> None:
        """Show another stack; the witness that was chosen stays so while it is there."""
        before, self._shown = self._shown, what
        keys = [] if what is None else [row.page.key for row in what.stack.rows]
        old = None if before is None else before.stack.rows[self._chosen].page.key
        self._chosen = keys.index(old) if old in keys and self._chosen else 0
        self.setAccessibleDescription("" if what is None else self._spoken(what))
        self._fit()
        self._reveal_current()

    def _spoken(self, what: Shown) -> str:
        lines = ("".join(cell.character for cell in row.cells) for row in what.stack.rows)
        return "\n".join(f"{name}：{line}" for name, line in zip(what.names, lines, strict=True))

    # Measures

    @property
    def _em(self) -> float:
        return font_em(self.text_font)

    @property
    def _left(self) -> int:
        """Where the cells begin: right of the names."""
        if self._shown is None:
            return 0
        metrics = QFontMetricsF(self._name_font)
        widest = max(metrics.horizontalAdvance(name) for name in self._shown.names)
        return round(min(widest, WIDEST_NAME * self._em) + 2 * self._em)

    @property
    def _name_font(self) -> QFont:
        return scaled(self.font(), 0.92)

    @property
    def _per_band(self) -> int:
        room = self.viewport().width() - self._left - self._em
        return max(6, int(room / (CELL * self._em)))

    @property
    def _band_height(self) -> float:
        rows = 0 if self._shown is None else len(self._shown.stack.rows)
        return (rows * ROW + BAND) * self._em

    def _bands(self) -> int:
        columns = 0 if self._shown is None else len(self._shown.stack.columns)
        return -(-columns // self._per_band)

    def _fit(self) -> None:
        height = round(self._bands() * self._band_height + BAND * self._em / 2)
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(round(ROW * self._em))
        bar.setRange(0, max(0, height - self.viewport().height()))
        self.viewport().update()

    def _reveal_current(self) -> None:
        """Scroll so that the band of the current variant, or that of the caret, is seen."""
        what = self._shown
        bar = self.verticalScrollBar()
        if what is None:
            bar.setValue(0)
            return
        columns = what.stack.columns
        at_variant = what.current is not None and what.current in columns
        seen = columns.index(what.current) if at_variant else what.caret
        band = seen // self._per_band
        top, height = band * self._band_height, self._band_height
        if top < bar.value() or top + height > bar.value() + self.viewport().height():
            bar.setValue(round(top))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._fit()
        self._reveal_current()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the bands that are seen."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.color("page"))
        what = self._shown
        if what is not None:
            offset = self.verticalScrollBar().value()
            height, length = self._band_height, len(what.stack.columns)
            fonts = self.text_font, self._name_font
            painting = StackPainter(
                self._theme, *fonts, what, self._chosen, self._left, self.viewport().width()
            )
            first = int(offset / height)
            last = min(self._bands(), int((offset + self.viewport().height()) / height) + 1)
            for band in range(first, last):
                columns = range(band * self._per_band, min((band + 1) * self._per_band, length))
                painting.paint_band(painter, columns, BAND * self._em / 2 + band * height - offset)
        painter.end()

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key asks for."""
        act = self._deeds().get(Qt.Key(event.key()))
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if act is None or not plain:
            super().keyPressEvent(event)
            return
        act()
        event.accept()

    def _deeds(self) -> dict[Qt.Key, Callable[[], object]]:
        def take(number: int) -> Callable[[], object]:
            return lambda: self.take_requested.emit(number)

        digits = {Qt.Key(Qt.Key.Key_1 + number): take(number) for number in range(9)}
        return {
            Qt.Key.Key_Left: lambda: self.step_requested.emit(False),
            Qt.Key.Key_Right: lambda: self.step_requested.emit(True),
            Qt.Key.Key_Up: lambda: self._choose(self._chosen - 1),
            Qt.Key.Key_Down: lambda: self._choose(self._chosen + 1),
            Qt.Key.Key_Return: self._go,
            Qt.Key.Key_Enter: self._go,
            Qt.Key.Key_Escape: self.left.emit,
            Qt.Key.Key_0: self.everywhere_requested.emit,
            **digits,
        }

    def _choose(self, row: int) -> None:
        if self._shown is not None and 0 <= row < len(self._shown.stack.rows):
            self._chosen = row
            self.viewport().update()

    def _go(self) -> None:
        """Go to where the witness that is chosen has the current variant, or the sentence."""
        what = self._shown
        if what is None:
            return
        columns = what.stack.columns
        at = columns.index(what.current) if what.current is not None else what.caret
        row = what.stack.rows[self._chosen]
        self.place_chosen.emit(row.page.key, row.place_at(at))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the witness under the mouse."""
        found = self._row_at(event.position().toPoint())
        if found is not None:
            self._choose(found)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the page of the witness under the mouse."""
        found = self._row_at(event.position().toPoint())
        if found is not None:
            self._choose(found)
            self._go()
        super().mouseDoubleClickEvent(event)

    def _row_at(self, place: QPoint) -> int | None:
        if self._shown is None:
            return None
        inside = (place.y() + self.verticalScrollBar().value() - BAND * self._em / 2) % self._band_height
        row = int(inside / (ROW * self._em))
        return row if row < len(self._shown.stack.rows) else None
