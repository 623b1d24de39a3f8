"""Going on to the next page that has variants, when the page shown is through."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from core.messages import message
from gui.desk.desk import Desk
from gui.desk.next_collated import NextCollated
from gui.desk.witnesses import Witnesses
from gui.editor.page_editor import PageEditor


class VariantTurning(QObject):
    """Looks for the page and shows it, unless the editor does anything else meanwhile."""

    arrived = Signal(bool)
    """The page is shown and collated, or no other has variants; whether it was to go forward."""
    told = Signal(object)
    """A sentence for the status bar."""

    def __init__(
        self, desk: Desk, editor: PageEditor, witnesses: Witnesses, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._editor = editor
        self._witnesses = witnesses
        self._search = NextCollated(desk, self)
        self._forward = True
        self._search.found.connect(self._found)
        self._search.none.connect(self._none)
        self._search.failed.connect(self.told)
        # Whoever goes elsewhere or types has something else in mind.
        editor.caret_moved.connect(self._search.stop)
        editor.edited.connect(self._search.stop)
        desk.page_shown.connect(self._search.stop)

    def turn(self, pages: Sequence[int], surface: bool, *, forward: bool) -> None:
        """Go to the next of `pages` that has variants, or to the one before; behind the last comes the first.

        `surface`: places where only marks or the script differ count.
        """
        mirror = self._desk.mirror
        if mirror is None or self._search.under_way or mirror.page not in pages:
            return
        self._forward = forward
        at = pages.index(mirror.page)
        others = [*pages[at + 1 :], *pages[:at]]
        if others:
            self.told.emit(message("本版到头了，正在找下一版异文…"))
        self._search.look(others if forward else others[::-1], surface=surface)

    def _found(self, page: int) -> None:
        self._desk.show_page(page, partial(self._witnesses.when_fresh, self._shown))

    def _shown(self) -> None:
        collation = self._witnesses.collation
        if collation is not None:
            name = collation.page.name
            self.told.emit(message("到 {page}，有 {count} 处异文", page=name, count=len(collation.variants)))
        self.arrived.emit(self._forward)

    def _none(self) -> None:
        self.told.emit(message("别的版面没有异文，从本版另一头再来"))
        self.arrived.emit(self._forward)
