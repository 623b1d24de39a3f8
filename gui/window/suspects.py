"""The suspect the editor is looking at: going to it, taking its suggestion, dismissing it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from core.document.finding import Finding, PageKey
from core.messages import message
from core.text.span import Span
from gui.desk.desk import Desk
from gui.editor.marks import marks_of
from gui.editor.page_editor import PageEditor
from gui.editor.suspect_card import SuspectCard
from gui.window.page_turning import PageTurning
from gui.window.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class _Awaited:
    """Where and how the editor waits for a page to be checked: any key or click ends the waiting."""

    page: PageKey
    edition: int
    caret: int
    forward: bool


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
        self._known: Finding | None = None
        self._at_other_place = False
        self._turning = PageTurning(desk, self._arrived, self)
        self._steps: list[bool] = []
        self._awaited: _Awaited | None = None
        desk.checking.looked_at = self._looked_at
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
        """Go to the next or previous suspect from where the editor is; from the last one to the next page.

        What is asked for while a page is being turned is done when it is there.
        """
        mirror = self._desk.mirror
        if mirror is None or self._editor.composing:
            return
        if self._turning.under_way:
            self._steps.append(forward)
            return
        number = mirror.next_open(self._from(forward=forward), forward=forward, around=False)
        if number is not None:
            self.show(number)
        elif mirror.checked:
            self._steps = [forward]
            self._turning.turn(forward=forward)
        else:
            self.told.emit(message("还在检查本版…"))

    def _from(self, *, forward: bool) -> int:
        """Return the position from which the next suspect is looked for."""
        mirror, current = self._desk.mirror, self.current
        if mirror is not None and current is not None and self._on_current():
            return mirror.spans[current].start
        # One that begins right at the caret is next, not passed.
        return self._editor.selection.start - forward

    def _arrived(self, found: bool) -> None:  # called by position
        """Go to the first suspect of the page that was turned to, or round on this one, and on from there."""
        mirror, (forward, *more) = self._desk.mirror, self._steps
        self._steps = []
        number = None if mirror is None else mirror.next_open(-1 if forward else mirror.end, forward=forward)
        if mirror is None or number is None:
            if found:
                self._await(forward=forward)
            else:
                self.told.emit(message("没有疑点了"))
            return
        if found:
            count = len(mirror.open)
            self.told.emit(message("到 {page}，有 {count} 处疑点", page=self._page_name, count=count))
        else:
            self.told.emit(message("别的版面没有疑点，回到本版"))
        self.show(number)
        for step in more:
            self.go(forward=step)

    @property
    def _page_name(self) -> str:
        return "" if self._desk.record is None else self._desk.record.name

    def _await(self, *, forward: bool) -> None:
        """Stay on a page that was never checked; its first suspect is gone to if the editor still waits."""
        mirror = self._desk.mirror
        if mirror is not None:
            self._awaited = _Awaited(mirror.page, mirror.edition, self._editor.caret, forward)
            self.told.emit(message("到 {page}，还在检查…", page=self._page_name))

    def _stop_awaiting(self) -> None:
        """Go to the first suspect of the page awaited, or to the next page where it has none."""
        mirror, awaited = self._desk.mirror, self._awaited
        if mirror is None or awaited is None or not mirror.checked:
            return
        self._awaited = None
        if awaited == _Awaited(mirror.page, mirror.edition, self._editor.caret, awaited.forward):
            self._steps = [awaited.forward]
            if mirror.next_open(-1) is None:
                self._turning.turn(forward=awaited.forward)
            else:
                self._arrived(True)

    def _on_current(self) -> bool:
        ground = self._editor.current
        if self.current is None or ground is None:
            return False
        return ground.start <= self._editor.caret <= ground.end

    def show(self, number: int, *, with_card: bool = True) -> None:
        """Make a suspect the current one and go there."""
        mirror = self._desk.mirror
        if mirror is None or number not in mirror.spans or self._editor.composing:
            return
        self._at_other_place = False
        self._take_up(number)
        self._place(mirror.finding(number), mirror.spans[number], with_card=with_card)

    def _take_up(self, number: int) -> None:
        mirror = self._desk.mirror
        if mirror is not None:
            self._current, self._known = number, mirror.findings[number]
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
        mirror, number = self._desk.mirror, self.current
        if not self._on_current():
            pair = self._nearest_pair()
            number = number if pair is None else pair
        if mirror is None or number is None:
            self.told.emit(message("这里没有成对的疑点"))
            return
        finding = mirror.finding(number)
        others = _other_spans(finding, mirror.page)
        if not others:
            self.told.emit(message("这处疑点没有另一处"))
            return
        self._take_up(number)
        self._at_other_place = not any(span.holds(self._editor.caret) for span in others)
        self._place(finding, others[0] if self._at_other_place else finding.span)

    def _nearest_pair(self) -> int | None:
        """Return the finding with a second place in which the caret stands, at either place."""
        mirror, caret = self._desk.mirror, self._editor.caret
        if mirror is None:
            return None
        for number in mirror.open:
            if not mirror.findings[number].related:
                continue
            finding = mirror.finding(number)
            spans = [finding.span, *_other_spans(finding, mirror.page)]
            if any(span.start <= caret <= span.end for span in spans):
                return number
        return None

    def accept(self, choice: int = 0) -> None:
        """Take a suggestion of the current suspect and go to the next one."""
        if self.current is None:
            self.told.emit(message("先用 F8 到一处疑点"))
        else:
            self._desk.accept([self.current], choice, then=self._go_on)

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
        self._current = None
        self.show_marks()
        self.go()

    def _looked_at(self) -> int | None:
        """Return the suspect at which the caret stands: its mark stays through any check."""
        return self.current if self._on_current() and not self._at_other_place else None

    def _forget(self) -> None:
        self._current = None
        self._at_other_place = False
        self._editor.set_current(None)

    def _renumbered(self) -> None:
        """Find the current suspect again among the findings of a new check."""
        self._stop_awaiting()
        mirror, ground = self._desk.mirror, self._editor.current
        if mirror is None or self._current is None:
            return
        self._current = next(
            (number for number in mirror.open if self._is_known(mirror.finding(number), ground)), None
        )
        if self._current is None:
            self._at_other_place = False
            self._editor.set_current(None)
            self._editor.disarm()
        self.current_changed.emit(self._current)

    def _is_known(self, finding: Finding, ground: Span | None) -> bool:
        """Say whether `finding` is the one that the card speaks of, at the place that it speaks of."""
        mirror, known = self._desk.mirror, self._known
        if mirror is None or known is None:
            return False
        places = _other_spans(finding, mirror.page) if self._at_other_place else [finding.span]
        same = (finding.rule, finding.suggestions) == (known.rule, known.suggestions)
        return same and ground in places

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


def _other_spans(finding: Finding, page: PageKey) -> list[Span]:
    """Return the other places of a finding that lie on its own page."""
    return [place.span for place in finding.related if place.page == page]
