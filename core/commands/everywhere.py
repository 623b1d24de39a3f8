"""One correction at many places of many pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from core.changes.state import PageState
from core.commands.command import PagePlan, Pages, Plan, edited
from core.errors import refused
from core.messages import message
from core.text.edit import Edits, apply_edits, in_order
from core.text.span import Span
from core.text.torn import torn_edits, untorn


@dataclass(frozen=True)
class Place:
    """A stretch of a page and what is expected there, line ends left out."""

    span: Span
    reading: str


@dataclass(frozen=True)
class ReplaceEverywhere:
    """Put `inserted` in the place of all `places` (by page) as one step; line ends inside them stay."""

    places: Mapping[int, Sequence[Place]]
    inserted: str
    why: str = "hand"

    def plan(self, pages: Pages) -> Plan:
        """Plan all pages. Raises RefusedError where a place reads otherwise by now, or nothing changes."""
        plans: dict[int, PagePlan] = {}
        count = 0
        for page, places in self.places.items():
            state = pages.at_hand(page)
            if any(untorn(place.span.of(state.text)) != place.reading for place in places):
                raise refused("有的地方文字已经变了，请重新查找；什么也没有改")
            changed = [torn_edits(state.text, place.span, self.inserted) for place in places]
            edits = in_order(edit for one in changed for edit in one)
            count += sum(map(bool, changed))
            if edits:
                plans[page] = PagePlan(_replaced(state, edits), edits)
        if not plans:
            raise refused("没有可以替换的地方")
        what = message(
            "各版统改为“{inserted}”，{count} 处，{pages} 版",
            inserted=self.inserted,
            count=count,
            pages=len(plans),
        )
        return Plan("replace", what, self.why, plans)


def _replaced(state: PageState, edits: Edits) -> PageState:
    """Return a page after `edits`; one whose articles have not been looked for is none the wiser."""
    if state.layout.is_unwritten:
        return replace(state, text=apply_edits(state.text, edits), verdicts=state.verdicts.moved(edits))
    return edited(state, edits)
