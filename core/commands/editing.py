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
    """A key, a paste, a deletion in the editor. `burst`: single keys may grow into one step."""

    page: int
    edit: Edit
    burst: bool = True

    def plan(self, pages: Pages) -> Plan:
        """Plan the edit."""
        edits = (self.edit,)
        after = edited(pages.state(self.page), edits)
        return Plan(
            "typing",
            typing_sentence(self.edit),
            "typed",
            {self.page: PagePlan(after, edits)},
            burst=self.burst,
        )


@dataclass(frozen=True)
class ReplaceText:
    """Edits to any number of pages as one gesture: replace all, take a reading everywhere."""

    edits: Mapping[int, Edits]
    what: Message
    why: str = "hand"

    def plan(self, pages: Pages) -> Plan:
        """Plan all edits. Raises RefusedError where there are none."""
        if not any(self.edits.values()):
            raise refused("没有可以替换的地方")
        plans = {
            page: PagePlan(edited(pages.state(page), edits), edits)
            for page, edits in self.edits.items()
            if edits
        }
        return Plan("replace", self.what, self.why, plans)


SHOWN = 12
"""How much of a typed or deleted text the history names (code points)."""


def typing_sentence(edit: Edit) -> Message:
    """Return the sentence by which the history calls an edit."""
    removed, inserted = _shown(edit.removed), _shown(edit.inserted)
    if not edit.removed:
        return message("录入“{inserted}”", inserted=inserted)
    if not edit.inserted:
        return message("删除“{removed}”", removed=removed)
    return message("改“{removed}”为“{inserted}”", removed=removed, inserted=inserted)


def _shown(text: str) -> str:
    flat = text.replace("\n", "↵")
    return flat if len(flat) <= SHOWN else flat[:SHOWN] + "…"
