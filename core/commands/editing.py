"""Changing the text: typing, and replacing many places at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.commands.command import PagePlan, Pages, Plan, edited
from core.errors import refused
from core.messages import Message, message
from core.text.edit import Edit, Edits


@dataclass(frozen=True)
class TypeText:
    """A key, a paste, a deletion in the editor. `burst`: single keys may grow into one step.

    `composed_for` says for how long an input method composed what is inserted (seconds): that is no pause.
    """

    page: int
    edit: Edit
    burst: bool = True
    composed_for: float = 0.0

    def plan(self, pages: Pages) -> Plan:
        """Plan the edit."""
        edits = (self.edit,)
        after = edited(pages.state(self.page), edits)
        return Plan(
            "typing",
            typing_sentence(edits),
            "typed",
            {self.page: PagePlan(after, edits)},
            burst=self.burst,
            composed_for=self.composed_for,
        )


@dataclass(frozen=True)
class ReplaceText:
    """Edits to any number of pages as one gesture: replace all, take a reading everywhere."""

    edits: Mapping[int, Edits]
    what: Message
    why: str = "hand"

    def plan(self, pages: Pages) -> Plan:
        """Plan all edits. Raises RefusedError where none of them changes anything."""
        plans = {}
        for page, wanted in self.edits.items():
            edits = tuple(edit for edit in wanted if edit.removed != edit.inserted)
            if edits:
                plans[page] = PagePlan(edited(pages.state(page), edits), edits)
        if not plans:
            raise refused("没有可以替换的地方")
        return Plan("replace", self.what, self.why, plans)


SHOWN = 12
"""How much of a typed or deleted text the history names (code points)."""


def typing_sentence(edits: Edits) -> Message:
    """Return the sentence by which the history calls what was typed; it names the first of several edits."""
    if not edits:
        return message("录入后又复原")
    removed, inserted = _shown(edits[0].removed), _shown(edits[0].inserted)
    if not removed:
        return message("录入“{inserted}”", inserted=inserted)
    if not inserted:
        return message("删除“{removed}”", removed=removed)
    return message("改“{removed}”为“{inserted}”", removed=removed, inserted=inserted)


def _shown(text: str) -> str:
    flat = text.replace("\n", "↵")
    return flat if len(flat) <= SHOWN else flat[:SHOWN] + "…"
