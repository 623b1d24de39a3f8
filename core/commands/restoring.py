"""Taking a page back from a backup."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.changes.state import PageState
from core.commands.command import PagePlan, Pages, Plan
from core.document.difference import differences
from core.errors import refused
from core.messages import message
from core.text.edit import Edit


@dataclass(frozen=True)
class RestorePage:
    """Give a page the text and the articles that it has in a backup made at `when` (shown in the history).

    What was decided about its findings and its round stay as they are now.
    """

    page: int
    earlier: PageState
    when: str

    def plan(self, pages: Pages) -> Plan:
        """Plan it. Raises RefusedError where text and articles are as in the backup."""
        state, earlier = pages.state(self.page), self.earlier
        edits = tuple(
            Edit(one.raw.start, one.removed, one.inserted) for one in differences(state.text, earlier.text)
        )
        # Identities are used once: what has been made since then keeps its own.
        layout = replace(earlier.layout, next_id=max(earlier.layout.next_id, state.layout.next_id))
        if not edits and replace(layout, next_id=state.layout.next_id) == state.layout:
            raise refused("已经是这样了")
        after = replace(state, text=earlier.text, layout=layout, verdicts=state.verdicts.moved(edits))
        what = message("取回 {when} 的备份里的本版", when=self.when)
        return Plan("restore", what, "hand", {self.page: PagePlan(after, edits)})
