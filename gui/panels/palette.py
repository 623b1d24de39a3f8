"""The command palette: everything the program can do, and everywhere it can go, by typing a little of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui.panels.empty_state import OrEmpty
from gui.panels.painting import RIGHT, draw_line, font_em, one_line, row_ground, row_height, scaled
from gui.panels.palette_model import PaletteEntry, PaletteModel
from gui.panels.views import Index, cell_margin
from gui.theme import Theme

SHADOW = 14
"""How far the palette's shadow reaches, in pixels."""

ROWS = 14
"""How many entries are in sight at the most."""

_WALKING = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


_COMING_BACK = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
"""Why the line loses the focus for a while only: another program, a menu, an input method's list."""


class EntryDelegate(QStyledItemDelegate):
    """Paints an entry: its text with what was typed in bold, its sort and its key at the right."""

    def __init__(self, theme: Theme, model: PaletteModel, view: QListView) -> None:
        super().__init__(view)
        self.theme = theme
        self._model = model
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height of a row."""
        return QSize(0, row_height(self._view.font(), 2.05))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a whole row."""
        painter.save()
        entry = self._model.entry_at(index.row())
        painter.fillRect(option.rect, row_ground(self.theme, option))
        margin = cell_margin(self._view)
        inner = option.rect.adjusted(margin, 0, -margin, 0)
        small = scaled(self._view.font(), 0.88)
        painter.setFont(small)
        for text in (entry.shortcut, entry.group):
            taken = draw_line(painter, inner, text, self.theme.color("text-muted"), RIGHT)
            inner.setRight(inner.right() - taken - (margin if taken else 0))
        self._paint_text(painter, inner, one_line(entry.text), self._model.match_at(index.row()).positions)
        painter.restore()

    def _paint_text(self, painter: QPainter, room: QRect, text: str, meant: tuple[int, ...]) -> None:
        """Paint the text in runs: characters that were typed stand out."""
        plain = QFont(self._view.font())
        strong = scaled(plain, 1.0, QFont.Weight.DemiBold)
        typed = set(meant)
        start = 0
        while start < len(text) and room.width() > 0:
            end = start + 1
            while end < len(text) and (end in typed) == (start in typed):
                end += 1
            hit = start in typed
            painter.setFont(strong if hit else plain)
            color = self.theme.color("accent" if hit else "text")
            width = draw_line(painter, room, text[start:end], color)
            room = room.adjusted(width, 0, 0, 0)
            start = end


class CommandPalette(QFrame):
    """A list over the upper part of the window. Enter takes an entry, Esc or a click elsewhere closes it.

    It is a part of the window and no popup: in a popup input methods do not always work.
    """

    chosen = Signal(object)
    """The editor wants this entry (its id)."""
    closed = Signal()
    """It has gone away, with or without a choice."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._before: QWidget | None = None
        self._model = PaletteModel(self)
        self._line = QLineEdit()
        self._view = QListView()
        self._view.setModel(self._model)
        self._view.setUniformItemSizes(True)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setMouseTracking(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = EntryDelegate(theme, self._model, self._view)
        self._view.setItemDelegate(self._delegate)
        self._body = OrEmpty(theme, self._view)
        column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW + 8, SHADOW + 8, SHADOW + 8, SHADOW + 8)
        column.setSpacing(6)
        column.addWidget(self._line)
        column.addWidget(self._body, 1)
        self._line.textChanged.connect(self._narrow)
        self._line.installEventFilter(self)
        self._view.clicked.connect(self._take_current)
        self._view.entered.connect(self._view.setCurrentIndex)
        self.hide()

    @property
    def line(self) -> QLineEdit:
        """Where one types."""
        return self._line

    @property
    def model(self) -> PaletteModel:
        """What is offered."""
        return self._model

    @property
    def view(self) -> QListView:
        """The list of what is offered."""
        return self._view

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._delegate.theme = theme
        self._body.set_theme(theme)
        self.update()

    def open(self, entries: Sequence[PaletteEntry], prompt: str = "") -> None:
        """Offer `entries`, and take the focus until it is closed; `prompt` says what is asked."""
        prompt = prompt or self.tr("查找命令、版面、稿件…")
        self._line.setPlaceholderText(prompt)
        self._line.setAccessibleName(prompt)
        if self.isHidden():
            self._before = QApplication.focusWidget()
            # Only as long as it is open: a window has many events, and this is Python.
            self._window.installEventFilter(self)
        self._model.set_entries(entries)
        self._line.clear()
        self._narrow("")
        self.show()
        self.raise_()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_palette(self) -> None:
        """Go away and give the focus back."""
        if self.isHidden():
            return
        had_focus = self._line.hasFocus()
        self._window.removeEventFilter(self)
        self.hide()
        if self._before is not None and had_focus:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        self.closed.emit()

    def _place(self) -> None:
        em = font_em(self.font())
        width = min(round(em * 44), self._window.width() - 2 * SHADOW)
        rows = row_height(self._view.font(), 2.05) * min(ROWS, max(2, self._model.rowCount()))
        height = min(rows + self._line.sizeHint().height() + 2 * SHADOW + 26, self._window.height() - SHADOW)
        top = min(round(em * 3), max(0, self._window.height() - height))
        self.setGeometry((self._window.width() - width) // 2, top, width, height)

    def _narrow(self, query: str) -> None:
        self._model.narrow(query)
        if self._model.rowCount():
            self._view.setCurrentIndex(self._model.index(0, 0))
            self._view.scrollToTop()
            self._body.show_view()
        else:
            self._body.show_sentence(self.tr("没有相符的"))
        self._place()

    def _take_current(self) -> None:
        row = self._view.currentIndex().row()
        if row >= 0:
            entry = self._model.entry_at(row)
            self.close_palette()
            self.chosen.emit(entry.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through the list by the keys of the line; close with the focus; follow the window's size."""
        if watched is self._window:
            if event.type() == QEvent.Type.Resize:
                self._place()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key_taken(event)
        elif isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _COMING_BACK:
            self.close_palette()
        return super().eventFilter(watched, event)

    def _key_taken(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.close_palette()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take_current()
        elif Qt.Key(event.key()) in _WALKING:
            QApplication.sendEvent(self._view, event)
        else:
            return False
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint a card with a soft shadow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        painter.setPen(Qt.PenStyle.NoPen)
        for spread in range(SHADOW, 0, -1):
            shade = QColor(0, 0, 0, round((SHADOW - spread) * (2.2 if self._theme.dark else 0.55)))
            painter.setBrush(shade)
            grown = card.adjusted(-spread, -spread + 4, spread, spread).intersected(QRectF(self.rect()))
            painter.drawRoundedRect(grown, 8 + spread, 8 + spread)
        painter.setPen(self._theme.color("line"))
        painter.setBrush(self._theme.color("page"))
        painter.drawRoundedRect(card, 8, 8)
        painter.end()
