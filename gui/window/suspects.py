"""The suspect the editor is looking at: going to it, taking its suggestion, dismissing it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.document.finding import Finding
from core.messages import message
from core.text.span import Span
from gui.desk.desk import Desk
from gui.editor.marks import marks_of
from gui.editor.page_editor import PageEditor
from gui.editor.suspect_card import SuspectCard
from gui.window.vocabulary import Vocabulary


class Suspects(QObject):
    """Walks from suspect to suspect in the text, with the card at the current one.

    The current suspect is known by its number in the mirror; a new check numbers anew, so it is then found
    again by its rule and place.
    """

    current_changed = Signal(object)
    """Another suspect is the current one: its number, or None."""
    told = Signal(object)
    """A sentence for the status bar."""

    def __init__(
        self,
        desk: Desk,
        editor: PageEditor,
        card: SuspectCard,
        words: Vocabulary,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._editor = editor
        self._card = card
        self._words = words
        self._current: int | None = None
        self._at_other_place = False
        desk.page_shown.connect(self._forget)
        desk.checking.judged.connect(self._renumbered)
        editor.card_key.connect(self._card_key)
        editor.armed_changed.connect(self._armed_changed)

    @property
    def current(self) -> int | None:
        """The number of the current suspect, None where there is none any more."""
        mirror = self._desk.mirror
        if mirror is None or self._current is None or self._current not in mirror.spans:
            return None
        return self._current

    def go(self, *, forward: bool = True) -> None:
        """Go to the next or previous suspect from where the editor is."""
        mirror = self._desk.mirror
        if mirror is None or self._editor.composing:
            return
        current = self.current
        if current is not None and self._on_current():
            at = mirror.spans[current].start
        else:
            # One that begins right at the caret is next, not passed.
            at = self._editor.selection.start - forward
        number = mirror.next_open(at, forward=forward)
        if number is None:
            self.told.emit(message("本版没有疑点") if mirror.checked else message("还在检查本版…"))
        else:
            self.show(number)

    def _on_current(self) -> bool:
        mirror, current = self._desk.mirror, self.current
        if mirror is None or current is None:
            return False
        span = mirror.spans[current]
        return span.start <= self._editor.caret <= span.end or self._at_other_place

    def show(self, number: int, *, with_card: bool = True) -> None:
        """Make a suspect the current one and go there."""
        mirror = self._desk.mirror
        if mirror is None or number not in mirror.spans or self._editor.composing:
            return
        self._current = number
        self._at_other_place = False
        self._place(mirror.finding(number), mirror.spans[number], with_card=with_card)
        self.current_changed.emit(number)

    def _place(self, finding: Finding, span: Span, *, with_card: bool = True) -> None:
        """Put the caret at `span` without selecting it: a selection would be typed over."""
        self._editor.reveal(span)
        self._editor.select(Span(span.start, span.start))
        self._editor.set_current(span)
        if with_card:
            self._card.show_for(finding, span, self._words.titles[finding.rule], self._words.catalogue)

    def other_place(self) -> None:
        """Go to the other copy of a repeat, and back."""
        mirror = self._desk.mirror
        number = self.current if self.current is not None else self._nearest_pair()
        if mirror is None or number is None:
            self.told.emit(message("这里没有成对的疑点"))
            return
        finding = mirror.finding(number)
        here = [place.span for place in finding.related if place.page == mirror.page]
        if not here:
            self.told.emit(message("这处疑点没有另一处"))
            return
        if self._current != number:
            self._current = number
            self._at_other_place = False
            self.current_changed.emit(number)
        self._at_other_place = not self._at_other_place
        self._place(finding, here[0] if self._at_other_place else finding.span)

    def _nearest_pair(self) -> int | None:
        """Return the finding with a second place in which the caret stands, at either place."""
        mirror, caret = self._desk.mirror, self._editor.caret
        if mirror is None:
            return None
        for number in mirror.open:
            finding = mirror.findings[number]
            spans = [mirror.spans[number], *(place.span for place in finding.related)]
            if finding.related and any(span.start <= caret <= span.end for span in spans):
                return number
        return None

    def accept(self, choice: int = 0) -> None:
        """Take a suggestion of the current suspect and go to the next one."""
        if self.current is None:
            self.told.emit(message("先用 F8 到一处疑点"))
        else:
            self._desk.accept(self.current, choice, then=self._go_on)

    def dismiss(self, *, everywhere: bool = False) -> None:
        """Dismiss the current suspect, here or in the whole project, and go to the next one."""
        if self.current is None:
            self.told.emit(message("先用 F8 到一处疑点"))
        else:
            self._desk.dismiss([self.current], everywhere=everywhere, then=self._go_on)

    def show_marks(self) -> None:
        """Draw the marks of all suspects that wait for a decision."""
        mirror = self._desk.mirror
        if mirror is not None:
            self._editor.set_marks(marks_of((mirror.finding(number) for number in mirror.open), mirror.page))

    def _go_on(self) -> None:
        mirror = self._desk.mirror
        if mirror is None or self._current is None:
            return
        if self._current in mirror.spans:
            # Settled, but the store's answer about the findings is still on its way.
            mirror.spans = mirror.spans.patched({self._current: None})
        self._current = None
        self.show_marks()
        self.go()

    def _forget(self) -> None:
        self._current = None
        self._at_other_place = False
        self._editor.set_current(None)

    def _renumbered(self) -> None:
        """Find the current suspect again among the findings of a new check."""
        mirror, ground = self._desk.mirror, self._editor.current
        if mirror is None or self._current is None:
            return
        same = [number for number in mirror.open if ground is not None and mirror.spans[number] == ground]
        if not self._at_other_place:
            self._current = same[0] if same else None
            if self._current is None:
                self._editor.set_current(None)
                self._editor.disarm()
        self.current_changed.emit(self._current)

    def _armed_changed(self, armed: bool) -> None:  # a Qt slot
        if not armed and not self._on_current():
            self._editor.set_current(None)

    def _card_key(self, key: str) -> None:
        if key == "Enter":
            self.accept()
        elif key == "Delete":
            self.dismiss()
        elif key == "Shift+Delete":
            self.dismiss(everywhere=True)
        elif key.isdigit():
            self.accept(int(key) - 1)
