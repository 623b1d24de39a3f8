"""What a command is: a value that says, for the pages as they stand, what they should become."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from core.changes.state import PageState
from core.document.layout import Layout
from core.document.settle import settled_layout
from core.errors import refused
from core.messages import Message
from core.text.edit import Edits, apply_edits


class Pages(Protocol):
    """Where a command reads the pages as they stand."""

    def state(self, page: int) -> PageState:
        """Return page number `page` (PROJECT_SHEET: what holds for the whole project)."""
        ...

    def at_hand(self, page: int) -> PageState:
        """Return a page for a change to its text alone; its articles may not have been looked for yet."""
        ...


@dataclass(frozen=True)
class PagePlan:
    """What one page becomes; `edits` are the whole difference in its text."""

    after: PageState
    edits: Edits = ()


@dataclass(frozen=True)
class Plan:
    """What a command would do. `why` is the ground in a form a program can count (`typed`, `rule:…`, `hand`).

    `burst`: this is a key of a run of typing, and may become one step with the keys before it; an input
    method was `composed_for` so long (seconds) before it came.
    """

    kind: str
    what: Message
    why: str
    pages: Mapping[int, PagePlan]
    burst: bool = False
    composed_for: float = 0.0


class Command(Protocol):
    """One gesture. Commands are frozen dataclasses: pages by number, positions as spans."""

    def plan(self, pages: Pages) -> Plan:
        """Say what the gesture does. Raises RefusedError where there is nothing it could do."""
        ...


def edited(state: PageState, edits: Edits) -> PageState:
    """Return a page after `edits`, its pieces and verdicts carried along and its articles settled."""
    text = apply_edits(state.text, edits)
    layout = settled_layout(state.layout.moved(edits), text, edits)
    return replace(state, text=text, layout=layout, verdicts=state.verdicts.moved(edits))


def arranged(
    page: int, state: PageState, layout: Layout, kind: str, what: Message, why: str = "hand"
) -> Plan:
    """Return the plan of a gesture that rearranges the articles of one page.

    Raises RefusedError where the articles are as wanted already.
    """
    if layout == state.layout:
        raise refused("已经是这样了")
    return Plan(kind, what, why, {page: PagePlan(replace(state, layout=layout))})
