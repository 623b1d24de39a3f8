"""Variants in the window: going from one to the next, seeing the witnesses, taking their readings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from core.collation.page_collation import PageCollation, PageVariant
from core.collation.stacked import Stack, stack_at
from core.messages import Message, message
from core.store.rows import PageRecord
from core.text.span import Span
from gui.desk.desk import Desk
from gui.desk.witnesses import Witnesses
from gui.editor.page_editor import PageEditor
from gui.panels.stack_painter import shown
from gui.window.panes import Panes
from gui.window.rows import PageLabels
from gui.window.taking import Taking
from gui.window.variant_rows import sentence_shown, variant_shown
from gui.window.variant_turning import VariantTurning
from gui.window.vocabulary import Vocabulary

SOON = 40
"""How long the caret must rest before the witnesses of its sentence are shown (milliseconds)."""


class Variants(QObject):
    """Ties the pane of witnesses to the collation, the text and the project."""

    told = Signal(object)
    """A sentence for the status bar."""

    def __init__(
        self,
        desk: Desk,
        editor: PageEditor,
        panes: Panes,
        words: Vocabulary,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._editor = editor
        self._panes = panes
        self._panel = panes.variants
        self._words = words
        self._names = PageLabels()
        self._at: PageVariant | None = None
        self._was_open = False
        self._came_from: list[tuple[int, int]] = []
        self.witnesses = Witnesses(desk, self)
        self._turning = VariantTurning(desk, editor, self.witnesses, self)
        self.taking = Taking(desk, self._panel, self._variant_here, self._name_of, self)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._show)
        self._connect()

    def _connect(self) -> None:
        desk, panel = self._desk, self._panel
        desk.pages_listed.connect(self._list_pages)
        desk.opened.connect(self._came_from.clear)
        desk.page_shown.connect(self._forget)
        self.witnesses.changed.connect(self._changed)
        self.witnesses.failed.connect(self.told)
        self.taking.told.connect(self.told)
        self._turning.told.connect(self.told)
        self._turning.arrived.connect(self._arrived)
        self.taking.over.connect(self._editor.setFocus)
        self._editor.caret_moved.connect(self._moved)
        panel.seen.connect(self._seen)
        self.witnesses.looked_at = panel.isVisible
        panel.surface_switched.connect(self.witnesses.set_surface)
        view = panel.stack_view
        view.place_chosen.connect(self._visit)
        view.step_requested.connect(self.go)
        view.take_requested.connect(self.taking.take)
        view.everywhere_requested.connect(self.taking.ask_everywhere)
        view.left.connect(self._editor.setFocus)
        panel.readings.take_requested.connect(self.taking.take)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions about variants do."""
        return {
            "next-variant": self.go,
            "previous-variant": partial(self.go, False),
            "to-witness": self.visit,
            "from-witness": self.go_back,
        }

    def go(self, forward: bool = True) -> None:  # a Qt slot
        """Go to the next or previous variant; behind the last of a page comes the next page that has some."""
        if self._desk.mirror is None or self._editor.composing:
            return
        if self.witnesses.collation is None:
            self.told.emit(message("正在与别的版面对校…"))
        self.witnesses.when_fresh(partial(self._go, forward=forward))

    def _go(self, *, forward: bool) -> None:
        collation = self.witnesses.collation
        if collation is None:
            return
        found = collation.next_variant(self._from(forward=forward), forward=forward)
        if found is None:
            self._turning.turn(list(self._names), self.witnesses.surface, forward=forward)
        else:
            self._stop_at(found)

    def _arrived(self, forward: bool) -> None:  # a Qt slot
        """Stop at the first variant of the page that was turned to, or of this one where no other has any."""
        collation = self.witnesses.collation
        if collation is None:
            return
        if collation.variants:
            self._stop_at(collation.variants[0 if forward else -1])
        else:
            self.told.emit(self._why_none(collation))

    def _stop_at(self, found: PageVariant) -> None:
        self._at = found
        self._editor.reveal(found.span)
        # Without selecting it: a selection would be typed over.
        self._editor.select(Span(found.span.start, found.span.start))
        self._editor.set_current(found.span)
        if not self._was_open:
            # Once: whoever makes it small again wants it so.
            self._was_open = True
            self._panes.give_room()
        self._panes.show_pane(self._panel)
        self._show()

    def _from(self, *, forward: bool) -> Span:
        """Return the place from which the next variant is looked for."""
        here, caret = self._variant_here(), self._editor.selection.start
        if here is not None and here is self._at:
            return here.span
        # One that begins right at the caret is next, not passed.
        return Span(max(0, caret - 1), len(self._editor.text)) if forward else Span(caret, caret)

    def _why_none(self, collation: PageCollation) -> Message:
        if collation.passages:
            return message("载有同一文字的各版没有异文")
        if self._desk.page_count < 2:
            return message("工程里只有这一版，没有可以对校的")
        return message("此版没有别的版面载同一文字")

    def _variant_here(self) -> PageVariant | None:
        """Return the variant at which the caret stands."""
        collation, caret = self.witnesses.collation, self._editor.caret
        if collation is None:
            return None
        here = [one for one in collation.variants if one.span.start <= caret <= one.span.end]
        if self._at in here:
            return self._at
        return min(here, key=lambda one: (len(one.span), -one.span.start), default=None)

    # Going to the witnesses

    def visit(self) -> None:
        """Go to where the witness that is chosen, or the next one, has the sentence at the caret."""
        stack = self._stack()
        if stack is None:
            self.told.emit(message("光标所在的句子没有别的版面载有"))
            return
        what, rows = self._panel.stack_view.shown, stack.rows
        chosen = self._panel.stack_view.chosen if what is not None and what.stack == stack else 0
        if not chosen:
            order = list(self._names)
            places = [order.index(row.page.key) for row in rows if isinstance(row.page.key, int)]
            chosen = next((at for at, place in enumerate(places) if place > places[0]), 1)
        self._visit(rows[chosen].page.key, rows[chosen].place_at(self._column(stack)))

    def _column(self, stack: Stack) -> int:
        """Return the column of the caret, or the one in which the variant that it stands at begins."""
        here, caret = self._variant_here(), self._editor.caret
        if here in stack.variants and stack.variants.index(here) in stack.columns:
            return stack.columns.index(stack.variants.index(here))
        places = [cell.place for cell in stack.rows[0].cells]
        return next((at for at, place in enumerate(places) if place is not None and place >= caret), 0)

    def _visit(self, page: object, place: int) -> None:  # a Qt slot
        mirror = self._desk.mirror
        if not isinstance(page, int):
            self.told.emit(message("这是本版的另一文本，没有自己的版面"))
            return
        if mirror is None:
            return
        if page != mirror.page:
            self._came_from.append((mirror.page, self._editor.caret))
        self._show_place(page, place)

    def go_back(self) -> None:
        """Go back to the page and the place from which a witness was visited."""
        if self._came_from:
            self._show_place(*self._came_from.pop())
        else:
            self.told.emit(message("没有可以回去的地方"))

    def _show_place(self, page: int, place: int) -> None:
        def arrived() -> None:
            at = min(place, len(self._editor.text))
            self._editor.reveal(Span(at, at))
            self._editor.select(Span(at, at))
            self._editor.setFocus()

        self._desk.show_page(page, arrived)

    # Showing

    def _list_pages(self, records: list[PageRecord]) -> None:
        self._names = PageLabels(records)
        self._soon.start()

    def _name_of(self, page: object) -> str:
        mirror = self._desk.mirror
        if mirror is not None and page == mirror.page:
            return self.tr("本版")
        if isinstance(page, int):
            return self._names.get(page, "")
        # Another text of this page.
        collation = self.witnesses.collation
        views = () if collation is None else (view for one in collation.passages for view in one.views)
        return next((view.name for view in views if view.key == page), "")

    def _forget(self) -> None:
        self._at = None
        self._soon.start()

    def _moved(self) -> None:
        if self._at is not None and self._variant_here() is not self._at:
            if self._editor.current == self._at.span:
                self._editor.set_current(None)
            self._at = None
        self._soon.start()

    def _changed(self) -> None:
        collation = self.witnesses.collation
        self._at = None
        self._panes.set_count(self._panel, 0 if collation is None else len(collation.variants))
        self._soon.start()

    def _stack(self) -> Stack | None:
        collation = self.witnesses.collation
        return None if collation is None else stack_at(collation, self._editor.caret)

    def _seen(self) -> None:
        """Show what is known, and what is new as soon as it is."""
        self._show()
        if self._desk.mirror is not None:
            self.witnesses.when_fresh(self._show)

    def _show(self) -> None:
        """Show the sentence at the caret; while it is typed in, what was shown stays."""
        if not self._panel.isVisible() or self._panel.asking:
            return
        mirror, collation = self._desk.mirror, self.witnesses.collation
        if collation is None:
            what = self._panel.stack_view.shown
            if mirror is None or what is None or what.stack.rows[0].page.key != mirror.page:
                self._panel.set_summary("")
                wait = message("正在与别的版面对校…") if mirror else message("先打开一个工程，再对校")
                self._panel.say(self._words.text(wait))
            return
        versions = {view.key for one in collation.passages for view in one.views} - {collation.page.key}
        summary = self.tr("异文 {0} 处 · 他本 {1}").format(len(collation.variants), len(versions))
        self._panel.set_summary(summary if collation.passages else "")
        stack = stack_at(collation, self._editor.caret)
        if stack is None:
            nothing = message("光标所在的句子没有别的版面载有；按 F4 到下一处异文")
            none_here = bool(collation.variants)
            self._panel.say(self._words.text(nothing if none_here else self._why_none(collation)))
            return
        self._show_stack(collation, stack)

    def _show_stack(self, collation: PageCollation, stack: Stack) -> None:
        here = self._variant_here()
        current = stack.variants.index(here) if here in stack.variants else None
        names = [self._name_of(row.page.key) for row in stack.rows]
        if here is None:
            told = sentence_shown(stack)
        else:
            number = collation.variants.index(here) + 1
            told = variant_shown(here, (number, len(collation.variants)), self._name_of, self._words)
        self._panel.show_stack(shown(stack, names, current, self._column(stack)), told)
