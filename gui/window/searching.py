"""Finding and replacing in the text of the page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from core.commands.editing import ReplaceText
from core.errors import RefusedError
from core.messages import Catalogue, message
from core.text.edit import Edit, replace
from core.text.pattern import pattern
from core.text.search import occurrences
from core.text.span import Span
from gui.desk.desk import Desk
from gui.editor.page_editor import PageEditor
from gui.panels.find_bar import FindBar

COUNTED_AFTER = 200
"""How long after an edit the places are counted anew (milliseconds); they move with the text meanwhile."""


class Searching(QObject):
    """Ties the find bar to the text."""

    told = Signal(object)
    """A sentence for the status bar."""

    def __init__(
        self, desk: Desk, editor: PageEditor, bar: FindBar, words: Catalogue, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._editor = editor
        self._bar = bar
        self._words = words
        bar.find_requested.connect(self._find)
        bar.query_changed.connect(self._preview)
        bar.script_sensitive_changed.connect(lambda: self._count(bar.query))
        bar.pattern_changed.connect(lambda: self._count(bar.query))
        bar.replace_requested.connect(self._in_turn(self._replace))
        bar.replace_all_requested.connect(self._in_turn(self._replace_all))
        bar.closed.connect(self._close)
        self._counting = QTimer(self, singleShot=True, interval=COUNTED_AFTER)
        self._counting.timeout.connect(lambda: self._count(bar.query))
        desk.page_shown.connect(lambda: self._count(bar.query))
        editor.shifted.connect(lambda _edits: None if bar.isHidden() else self._counting.start())

    def _in_turn(self, replace_text: Callable[[str, str], None]) -> Callable[[str, str], None]:
        """Return a slot that waits until the text is as the replacement before has left it."""
        return lambda wanted, inserted: self._desk.turns.take(partial(replace_text, wanted, inserted))

    def open(self) -> None:
        """Show the bar, with what is selected as the text to find."""
        selected = self._editor.selected_text
        self._bar.open("" if "\n" in selected else selected)
        self._count(self._bar.query)

    def again(self, *, forward: bool) -> None:
        """Find the same text again."""
        if self._bar.query:
            self._find(self._bar.query, forward)
        else:
            self.open()

    def _close(self) -> None:
        self._bar.hide()
        self._counting.stop()
        self._editor.set_found(())
        self._editor.reveal(self._editor.selection)
        self._editor.setFocus()

    def _hits(self, wanted: str) -> list[Span] | None:
        """List the places; None, and say why, where an expression cannot be looked for."""
        if not self._bar.by_pattern or not wanted:
            return occurrences(self._editor.text, wanted, exact=self._bar.script_sensitive)
        try:
            return pattern(wanted).places(self._editor.text)
        except RefusedError as error:
            self._bar.show_trouble(self._words.text(error.spoken))
            return None

    def _edits(self, text: str, wanted: str, inserted: str) -> list[Edit]:
        """List the edits that replace every place; none, and say why, where that cannot be done."""
        if not self._bar.by_pattern:
            hits = occurrences(text, wanted, exact=self._bar.script_sensitive)
            return [replace(text, hit, inserted) for hit in hits]
        try:
            return pattern(wanted).edits(text, inserted)
        except RefusedError as error:
            self._bar.show_trouble(self._words.text(error.spoken))
            return []

    def _preview(self, wanted: str) -> None:
        """Count the places and bring the first from the selection on into view; the caret stays."""
        hits = self._count(wanted)
        if hits:
            self._editor.reveal(hits[_first_from(hits, self._editor.selection.start)])

    def _count(self, wanted: str) -> list[Span] | None:
        """Mark, count and return the places, as long as the bar is there."""
        if self._bar.isHidden():
            return None
        hits = self._hits(wanted)
        self._editor.set_found(hits or ())
        here = self._editor.selection
        if hits is not None:
            self._bar.set_matches(hits.index(here) + 1 if here in hits else None, len(hits))
        return hits

    def _find(self, wanted: str, forward: bool) -> None:
        hits = self._hits(wanted)
        if not hits:
            if hits is not None:
                self._bar.set_matches(None, 0)
            return
        here = self._editor.selection
        if forward:
            number = _first_from(hits, here.end)
        else:
            number = bisect_left(hits, Span(here.start, here.start)) - 1
        self._editor.select(hits[number])
        self._editor.reveal(hits[number])
        self._bar.set_matches(number % len(hits) + 1, len(hits))

    def _replace(self, wanted: str, inserted: str) -> None:
        """Replace the hit that is selected, then go to the next; or go to the first."""
        mirror, here = self._desk.mirror, self._editor.selection
        edits = [] if mirror is None else self._edits(mirror.text, wanted, inserted)
        edit = next((edit for edit in edits if edit.span == here), None)
        if mirror is None or edit is None or edit.removed == edit.inserted:
            self._find(wanted, True)
            return
        what = message("替换“{wanted}”", wanted=wanted)
        behind = here.start + len(edit.inserted)

        def go_on() -> None:
            self._editor.select(Span(behind, behind))
            self._find(wanted, True)

        self._desk.perform(ReplaceText({mirror.page: (edit,)}, what), go_on)

    def _replace_all(self, wanted: str, inserted: str) -> None:
        mirror = self._desk.mirror
        if mirror is None:
            return
        made = self._edits(mirror.text, wanted, inserted)
        edits = tuple(edit for edit in made if edit.removed != edit.inserted)
        what = message("全部替换“{wanted}”为“{inserted}”", wanted=wanted, inserted=inserted)
        told = message("替换了 {count} 处", count=len(edits))

        def done() -> None:
            self.told.emit(told)
            self._count(wanted)

        self._desk.perform(ReplaceText({mirror.page: edits}, what), done)


def _first_from(hits: list[Span], place: int) -> int:
    """Return the number of the first of `hits` that does not begin before `place`, or of the first of all."""
    return bisect_left(hits, Span(place, place)) % len(hits)
