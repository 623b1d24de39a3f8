"""Type to find in a list, with an input method too."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from gui.panels.painting import draw_line, font_em
from gui.theme import Theme

FORGET_AFTER = 1600
"""Milliseconds after the last key when the next begins a new search."""


_FOR_A_WHILE = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
"""Why a view loses the focus and gets it back: another program, a menu, an input method's list."""


def find_from(count: int, start: int, matches: Callable[[int], bool]) -> int | None:
    """Return the first of `count` rows, from `start` on and round again, that matches; None: none does."""
    return next((row % count for row in range(start, start + count) if matches(row % count)), None)


class Sign(Protocol):
    """What shows the text looked for."""

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""

    def show_text(self, text: str, preedit: str) -> None:
        """Show what was typed and what an input method still composes; go away where both are empty."""


class TypedSearch(QObject):
    """Gathers what is typed into a view that takes no text, shows it in a corner, and asks for a match.

    Item views switch input methods off for lists that cannot be edited; Chinese could then never be typed.
    """

    wanted = Signal(str)
    """The text looked for; the row now chosen may be the match."""
    stepped = Signal(bool)
    """The editor wants the next match (True) or the one before; only of a search that lasts."""
    ended = Signal()
    """Nothing is looked for any more."""

    def __init__(self, view: QAbstractItemView, theme: Theme, field: Sign | None = None) -> None:
        """`field` shows the text instead of a corner of the view; the search then lasts until Esc."""
        super().__init__(view)
        self._view = view
        self._text = ""
        self._lasts = field is not None
        self._sign: Sign = _TypedSign(theme, view) if field is None else field
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(FORGET_AFTER)
        self._clock.timeout.connect(self.forget)
        view.installEventFilter(self)
        self._allow_input_method()

    @property
    def text(self) -> str:
        """What is looked for."""
        return self._text

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._sign.set_theme(theme)

    def watch_model(self) -> None:
        """Tell that the view has its model: input methods stay on when the current row changes."""
        self._view.selectionModel().currentChanged.connect(self._allow_input_method)

    def _allow_input_method(self) -> None:
        self._view.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

    def forget(self) -> None:
        """Begin anew with the next key."""
        looked = bool(self._text)
        self._text = ""
        self._clock.stop()
        self._sign.show_text("", "")
        if looked:
            self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take typed text, and leave every other key to the view."""
        kind = event.type()
        if kind == QEvent.Type.FocusIn:
            QTimer.singleShot(0, self, self._allow_input_method)
        elif isinstance(event, QFocusEvent) and event.lostFocus():
            if not (self._lasts and event.reason() in _FOR_A_WHILE):
                self.forget()
        elif isinstance(event, QInputMethodEvent):
            self._compose(event)
            return True
        elif isinstance(event, QKeyEvent) and kind in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}:
            take = self._taking(event)
            if take is not None:
                event.accept()
                if kind == QEvent.Type.KeyPress:
                    take()
                return True
        return super().eventFilter(watched, event)

    def _taking(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Return what a key does to the text looked for, None where it has nothing to do with it."""
        plain = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if plain:
            return None
        if self._text and event.key() == Qt.Key.Key_Backspace:
            return partial(self._look_for, self._text[:-1])
        if self._text and event.key() == Qt.Key.Key_Escape:
            return self.forget
        if self._text and self._lasts and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return partial(self.stepped.emit, event.key() == Qt.Key.Key_Down)
        typed = event.text()
        if not typed or not typed.isprintable() or (typed.isspace() and not self._text):
            return None
        return partial(self._look_for, self._text + typed)

    def _compose(self, event: QInputMethodEvent) -> None:
        event.accept()
        if event.commitString():
            self._look_for(self._text + event.commitString())
        self._sign.show_text(self._text, event.preeditString())
        if event.preeditString():
            self._clock.stop()

    def _look_for(self, text: str) -> None:
        self._text = text
        self._sign.show_text(text, "")
        if not text:
            self.ended.emit()
            return
        if not self._lasts:
            self._clock.start()
        self.wanted.emit(text)


class _TypedSign(QWidget):
    """What is being looked for, small, over the lower edge of the list; it never takes mouse or focus."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_text(self, text: str, preedit: str) -> None:
        self._text = text + preedit
        self.setVisible(bool(self._text))
        if self._text:
            em = font_em(self.font())
            width = self.fontMetrics().horizontalAdvance(self._text) + round(em * 1.6)
            height = round(em * 2)
            room = self._view.rect().adjusted(6, 0, -6, -6)
            width = min(width, room.width())
            self.setGeometry(QRect(room.left(), room.bottom() - height, width, height))
            self.raise_()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.color("raised"))
        painter.setPen(self._theme.color("accent"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1).toRectF().translated(0.5, 0.5), 4, 4)
        inner = self.rect().adjusted(round(font_em(self.font()) * 0.7), 0, -4, 0)
        draw_line(painter, inner, self._text, self._theme.color("text"))
        painter.end()
