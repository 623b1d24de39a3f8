"""Taking pages out of the project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from core.commands.command import PagePlan, Pages, Plan
from core.errors import RefusedError, refused
from core.messages import message


def page_is_removed() -> RefusedError:
    """Return the refusal of whatever is wanted of a page that was taken out of the project."""
    return refused("这一版已从工程里移除；撤销移除，它就回来")


@dataclass(frozen=True)
class RemovePages:
    """Take pages out of the project. Nothing of them is lost: undo puts each back as it was, where it was.

    `names` are the pages by number with what they are called; the history tells of them by it.
    """

    names: Mapping[int, str]

    def plan(self, pages: Pages) -> Plan:
        """Plan it. Raises RefusedError where there is none to remove, or one was removed already."""
        # Their articles are not asked for: finding those of many pages would take longer than all the rest.
        states = {page: pages.at_hand(page) for page in self.names}
        if not states:
            raise refused("没有选中的版面可以移除")
        if any(state.removed for state in states.values()):
            raise page_is_removed()
        if len(states) == 1:
            what = message("移除“{name}”", name=next(iter(self.names.values())))
        else:
            what = message("移除 {count} 版", count=len(states))
        plans = {page: PagePlan(replace(state, removed=True)) for page, state in states.items()}
        return Plan("remove-pages", what, "hand", plans)
