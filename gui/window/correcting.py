"""Correcting places of the concordance: asked about, made ready where they are many, made as one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from core.commands.everywhere import ReplaceEverywhere
from core.errors import JiaochouError
from core.glossary.pair import Pair
from core.messages import Message, message
from core.project.concordance import Hit, places_of, same_places
from core.project.taught import LEARNT
from gui.desk.concordance import Concordance
from gui.desk.desk import Desk
from gui.desk.texts import PageTexts
from gui.panels.concordance import ConcordancePanel

AT_A_BLINK = 8
"""A correction of more pages than this could keep the editor waiting, were they not got ready first."""

AT_ONCE = 2
"""So many pages are got ready in one go: keys wait that long at the most, some hundredths of a second."""


class Correcting(QObject):
    """Makes one correction after the other, each only at places that still are what the editor saw."""

    told = Signal(object)
    """A sentence for the status bar."""

    def __init__(
        self,
        desk: Desk,
        texts: PageTexts,
        search: Concordance,
        panel: ConcordancePanel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._texts = texts
        self._search = search
        self._panel = panel
        self.pair: Pair | None = None
        """The pair that was offered to be corrected everywhere, while its wrong form is looked for."""
        self._preparing: object | None = None
        self._ready: set[int] = set()
        """Pages that can be changed without their articles having to be found first."""
        self._deleting: Sequence[Hit] = ()
        """What the editor was asked about: whether these places are to be deleted."""

    def forget(self) -> None:
        """Forget all places: they are of another project."""
        self.pair, self._preparing, self._ready, self._deleting = None, None, set(), ()

    def stop(self) -> bool:
        """Stop a correction that is not made yet; return whether there was one."""
        if self._preparing is None:
            return False
        self._end_preparing()
        self.told.emit(message("没有改：停在改正之前"))
        return True

    def correct(self, hits: list[Hit], inserted: str) -> None:
        """Correct places, once it is known that they still are what the editor saw."""
        asked, self._deleting = self._deleting, ()
        if self._preparing is not None:
            self.told.emit(message("前一次改正还没做完；按 Esc 停下"))
        elif not hits:
            self.told.emit(message("没有可改的地方：先查找，再用空格选中几处"))
        elif not inserted and asked != hits:
            self._deleting = hits
            self.told.emit(message("“改为”是空的：再按一次 Ctrl+Enter 就删去这 {count} 处", count=len(hits)))
        else:
            self._search.when_fresh(partial(self._correct_fresh, hits, inserted))

    def _correct_fresh(self, seen: list[Hit], inserted: str) -> None:
        hits = self._panel.chosen()
        if len(hits) != len(seen) or not all(map(_is_same, seen, hits)):
            self.told.emit(message("选中的地方刚刚变了，什么也没有改：请看过再改"))
            return
        why = f"rule:{LEARNT}" if self._accepts_pair(hits, inserted) else "hand"
        places = places_of(hits)
        if len(places) > AT_A_BLINK and not self._ready.issuperset(places):
            self._prepare(list(places), partial(self._correct_fresh, seen, inserted))
            return
        told = message("改了 {count} 处，{pages} 版；撤销一次就全部退回", count=len(hits), pages=len(places))
        self._desk.turns.take(
            partial(
                self._desk.perform, ReplaceEverywhere(places, inserted, why), partial(self._corrected, told)
            )
        )

    def _prepare(self, pages: list[int], then: Callable[[], None]) -> None:
        """Get pages ready a few at a time, so that the correction itself keeps nobody waiting."""
        self._preparing = preparing = object()

        def go_on(at: int) -> None:
            if self._preparing is not preparing:
                return
            self._panel.show_preparing(at, len(pages))
            some = pages[at : at + AT_ONCE]
            if some:
                self._desk.ask(
                    lambda project: project.texts.prepare(some), lambda _: go_on(at + len(some)), failed
                )
                return
            self._end_preparing()
            self._ready |= set(pages)
            self._search.when_fresh(then)

        def failed(error: JiaochouError) -> None:
            self._end_preparing()
            self._desk.failed.emit(error.spoken)

        go_on(0)

    def _end_preparing(self) -> None:
        self._preparing = None
        self._panel.end_progress()

    def _accepts_pair(self, hits: Sequence[Hit], inserted: str) -> bool:
        """Say whether a correction is just what was offered: then it speaks for the pair.

        Half of a torn word would teach something else, so one torn place keeps all of them silent.
        """
        offered = self.pair is not None and self.pair.right == inserted
        return offered and all("\n" not in hit.text[hit.start : hit.end] for hit in hits)

    def _corrected(self, told: Message) -> None:
        # What was put there may be found again; it is not to be corrected a second time.
        self._panel.end_correction()
        self._texts.when_fresh(lambda: None)
        self.told.emit(told)


def _is_same(one: Hit, other: Hit) -> bool:
    return one is other or (one.page == other.page and bool(same_places([one], [other])))
