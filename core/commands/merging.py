"""Taking over what another version of a page has: another editor's, or the same page read better."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.changes.state import PageState
from core.commands.command import PagePlan, Pages, Plan, edited
from core.document.layout import Layout
from core.document.resegment import segmented_again
from core.errors import refused
from core.language.language import open_language
from core.merging.states import Taken
from core.messages import Message
from core.text.edit import Edits

TAKEN = "text:"
"""What the ground of a step begins with that read a page by another text; the witness's number follows."""

EDITOR = "editor:"
"""What the ground begins with where another editor's version was taken over; who that was follows."""


@dataclass(frozen=True)
class TakeVersion:
    """Take over what another editor's version of a page has; worked out for `mine`, the page's text then."""

    page: int
    mine: str
    taken: Taken
    what: Message
    why: str

    def plan(self, pages: Pages) -> Plan:
        """Plan it. Raises RefusedError where the page reads otherwise by now, or nothing would change."""
        state = _as_it_was(pages, self.page, self.mine)
        if not self.taken.changes(state):
            raise refused("没有可以采用的改动")
        after = edited(state, self.taken.edits)
        layout = after.layout if self.taken.layout is None else self.taken.layout
        verdicts = after.verdicts.with_verdicts(self.taken.verdicts)
        after = replace(after, layout=layout, verdicts=verdicts, round=self.taken.round)
        return Plan("merge", self.what, self.why, {self.page: PagePlan(after, self.taken.edits)})


@dataclass(frozen=True)
class TakeText:
    """Read a page by another text of it; `edits` bring that into `mine`, the page's text then.

    Articles are found anew around what a person has set. What was signed was another text: the page is
    signed for no round any more.
    """

    page: int
    mine: str
    edits: Edits
    what: Message
    why: str

    def plan(self, pages: Pages) -> Plan:
        """Plan it. Raises RefusedError where the page reads otherwise by now, or nothing would change."""
        state = _as_it_was(pages, self.page, self.mine)
        after = edited(state, self.edits)
        if self.edits:
            after = replace(after, layout=_found_anew(after.layout, after.text), round=0)
        return Plan("reimport", self.what, self.why, {self.page: PagePlan(after, self.edits)})


def _as_it_was(pages: Pages, page: int, text: str) -> PageState:
    state = pages.state(page)
    if state.text != text:
        raise refused("版面的文字已经变了，请重新比对；什么也没有改")
    return state


def _found_anew(layout: Layout, text: str) -> Layout:
    # Imported here: its patterns take a tenth of a second, and most pages never need them.
    from core.segmentation.segmenter import segment

    return segmented_again(layout, text, segment(text, open_language()))
