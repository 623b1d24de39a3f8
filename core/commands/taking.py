"""Taking a reading of another witness, on one page or on all that share the error."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.commands.command import PagePlan, Pages, Plan, edited
from core.commands.editing import SHOWN
from core.errors import refused
from core.messages import Message, message
from core.text.edit import in_order, trimmed
from core.text.span import Span
from core.text.torn import torn_edits, untorn

WITNESS = "witness:"
"""What the ground of such a step begins with; the name of the witness follows."""


@dataclass(frozen=True)
class Place:
    """A stretch of a page of the project, what the page read when it was collated, what is to stand there."""

    page: int
    text: str
    span: Span
    inserted: str


@dataclass(frozen=True)
class TakeReading:
    """Put a reading of `witness` (its name) at `places`, as one step; line ends inside them stay."""

    places: Sequence[Place]
    witness: str

    def plan(self, pages: Pages) -> Plan:
        """Plan all pages. Raises RefusedError where a page reads otherwise by now, or nothing changes."""
        if any(pages.state(place.page).text != place.text for place in self.places):
            raise refused("版面的文字已经变了，请重新对校；什么也没有改")
        plans: dict[int, PagePlan] = {}
        for page in dict.fromkeys(place.page for place in self.places):
            here = [place for place in self.places if place.page == page]
            made = (trimmed(edit) for one in here for edit in torn_edits(one.text, one.span, one.inserted))
            edits = in_order(edit for edit in made if edit is not None)
            if edits:
                plans[page] = PagePlan(edited(pages.state(page), edits), edits)
        if not plans:
            raise refused("文字已经是这样了")
        return Plan("replace", self._sentence(len(plans)), WITNESS + self.witness, plans)

    def _sentence(self, pages: int) -> Message:
        place = self.places[0]
        removed, inserted = _shown(place.span.of(place.text)), _shown(place.inserted)
        who = self.witness
        if not removed:
            said = message("据 {witness} 补“{inserted}”", witness=who, inserted=inserted)
        elif not inserted:
            said = message("据 {witness} 删“{removed}”", witness=who, removed=removed)
        else:
            said = message(
                "据 {witness} 改“{removed}”为“{inserted}”", witness=who, removed=removed, inserted=inserted
            )
        return said if pages == 1 else message("{what}，{pages} 版", what=said, pages=pages)


def _shown(text: str) -> str:
    flat = untorn(text)
    return flat if len(flat) <= SHOWN else flat[:SHOWN] + "…"
