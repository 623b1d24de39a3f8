"""Correcting places of the concordance: asked about where they would go, and made as one step."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from core.commands.everywhere import ReplaceEverywhere
from core.glossary.pair import Pair
from core.messages import Message, message
from core.project.concordance import places_of, same_places
from core.project.hits import Hit
from core.project.taught import LEARNT
from gui.desk.concordance import Concordance
from gui.desk.desk import Desk
from gui.desk.texts import PageTexts
from gui.panels.concordance import ConcordancePanel


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
        self._deleting: Sequence[Hit] = ()
        """What the editor was asked about: whether these places are to be deleted."""

    def forget(self) -> None:
        """Forget all places: they are of another project."""
        self.pair, self._deleting = None, ()

    def correct(self, hits: list[Hit], inserted: str) -> None:
        """Correct places, once it is known that they still are what the editor saw."""
        asked, self._deleting = self._deleting, ()
        if not hits:
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
        told = message("改了 {count} 处，{pages} 版；撤销一次就全部退回", count=len(hits), pages=len(places))
        self._desk.turns.take(
            partial(
                self._desk.perform, ReplaceEverywhere(places, inserted, why), partial(self._corrected, told)
            )
        )

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
