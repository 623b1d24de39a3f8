"""The keys of the page editor: which are typed, which are the window's or the card's, which must wait."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from core.text.edit import Edit, Edits
from gui.editor.input_gate import InputGate, TypedEvent, trigger_shortcut
from gui.editor.keys import (
    CARD_KEYS,
    card_key,
    is_for_text,
    is_line_break,
    is_modifier,
    would_change,
    zoom_steps,
)
from gui.editor.text_view import TextView

TYPING_PAUSE = 1000
"""How long nothing is typed before the burst counts as over (milliseconds)."""


class TypingView(TextView):
    """A text view whose keys can be held back, and lent to a card while the caret stays where it is."""

    caret_moved = Signal(int)
    """The caret stands at another code point."""
    typing_paused = Signal()
    """Nothing was typed for `TYPING_PAUSE` after the last edit."""
    card_key = Signal(str)
    """While armed, one of `gui.editor.keys.CARD_KEYS` was pressed; it did not reach the text."""
    armed_changed = Signal(bool)
    """The keys of the card began, or ceased, to be the card's."""
    typing_refused = Signal()
    """A key was pressed that would have changed a text that is locked."""
    zoom_wanted = Signal(int)
    """The type is to be larger (or smaller) by so many steps; 0: its usual size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._armed_at: int | None = None
        self._after_card = False
        self._last_caret = 0
        self._composing_since = 0.0
        self._composed_over: tuple[Edit, str] | None = None
        self._gate = InputGate(self._replay)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._pause.timeout.connect(self._typing_over)
        self.edited.connect(self._typed)
        self.cursorPositionChanged.connect(self._caret_changed)
        self.composing_changed.connect(self._composing_began)

    def show_page(self, text: str, caret: int = 0) -> None:
        """Show another text, the caret at `caret`; the burst of typing is over, the card closed."""
        self.disarm()
        self._pause.stop()
        self._last_caret = -1
        super().show_page(text, caret)

    def apply_edits(self, edits: Edits) -> None:
        """Make `edits` from outside, see `TextView`; the card closes."""
        self.disarm()
        super().apply_edits(edits)

    def hold_input(self) -> None:
        """Keep keys and input method events until `release_input` is called as often.

        It is for the time that a command is on its way to the project and back. Shortcuts are kept too, so
        that the order of keys stays. Where input is held in answer to `card_key`, further keys of the card
        are no typing: they are the next card's if one is open on release, else they are dropped.
        """
        self._gate.hold()

    def release_input(self) -> None:
        """Replay what was kept, in order."""
        self._gate.release()
        if not self._gate.closed:
            self._after_card = False

    def set_locked(self, locked: bool) -> None:
        """Let the text be read, marked and copied, and nothing typed; the caret stays."""
        flags = Qt.TextInteractionFlag
        reading = flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
        self.setTextInteractionFlags(reading if locked else flags.TextEditorInteraction)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, not locked)

    def arm(self) -> None:
        """Give the card its keys until the caret moves, the text changes or an input method composes."""
        if self.composing:
            return
        self._armed_at = self.caret
        self.armed_changed.emit(True)

    def disarm(self) -> None:
        """Give the card's keys back to the text."""
        if self._armed_at is not None:
            self._armed_at = None
            self.armed_changed.emit(False)

    @property
    def armed(self) -> bool:
        """Whether Enter, 1 to 9, Del and Esc are the card's."""
        return self._armed_at is not None

    def event(self, event: QEvent) -> bool:
        """Leave the window's shortcuts to the window, undo and redo first of all."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ours = self._gate.closed or (self.armed and card_key(event) is not None) or is_for_text(event)
            event.setAccepted(ours)
            return ours
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, or keep the key while a command is on its way."""
        if not self._gate.keeps(event):
            self._press(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose and commit, or keep the event while a command is on its way."""
        if not self._gate.keeps(event):
            self._compose(event)

    def _press(self, event: QKeyEvent) -> None:
        wanted = card_key(event) if self.armed else None
        steps = zoom_steps(event)
        if wanted is not None:
            event.accept()
            self._say_card_key(wanted)
        elif steps is not None:
            event.accept()
            self.zoom_wanted.emit(steps)
        elif is_line_break(event) and not self.isReadOnly():
            event.accept()
            self.textCursor().insertText("\n")
            self.ensureCursorVisible()
        elif self.isReadOnly() and would_change(event):
            event.accept()
            self.typing_refused.emit()
        elif is_for_text(event) or is_modifier(event):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _compose(self, event: QInputMethodEvent) -> None:
        commit = event.commitString()
        if self.armed and not event.preeditString() and commit in CARD_KEYS and not self.composing:
            # An input method that is on but idle may commit digits that were typed.
            event.accept()
            self._say_card_key(commit)
            return
        if commit or event.preeditString():
            self.disarm()
        if commit and self.composing:
            self._composed_for = monotonic() - self._composing_since
        begins = bool(event.preeditString()) and not self.composing
        over = Edit(self.selection.start, self.selected_text, "") if begins else None
        super().inputMethodEvent(event)
        self._composed_for = 0.0
        if over is not None:
            self._composing_since = monotonic()
            self._composed_over = (over, self.text) if over.removed else None
        if commit:
            self._composed_over = None
        elif not self.composing:
            self._give_up()

    def _give_up(self) -> None:
        """Put back what was composed over, for nothing was written in its place."""
        over, self._composed_over = self._composed_over, None
        if over is not None and self.text == over[1]:
            self._composed_for = monotonic() - self._composing_since
            self.put_back(over[0])
            self._composed_for = 0.0

    def _say_card_key(self, key: str) -> None:
        if key == "Escape":
            self.disarm()
        self.card_key.emit(key)
        self._after_card = self._gate.closed

    def _replay(self, event: TypedEvent) -> None:
        if isinstance(event, QInputMethodEvent):
            self._compose(event)
            return
        if self._after_card and not self.armed and card_key(event) is not None:
            return
        ours = (self.armed and card_key(event) is not None) or is_for_text(event)
        if not ours:
            if not is_modifier(event):
                self._after_card = False
                trigger_shortcut(self.window(), event)
            return
        self._press(event)

    def _typed(self, _edit: Edit) -> None:
        self.disarm()
        self._pause.start()

    def _typing_over(self) -> None:
        if self.composing:
            self._pause.start()
        else:
            self.typing_paused.emit()

    def _caret_changed(self) -> None:
        # Qt moves the caret before it says that the text changed; whoever listens wants it the other way.
        self._tell_edits()
        caret = self.caret
        if self._armed_at is not None and caret != self._armed_at:
            self.disarm()
        if caret != self._last_caret:
            self._last_caret = caret
            self.caret_moved.emit(caret)

    def _composing_began(self, composing: bool) -> None:
        if composing:
            self.disarm()
