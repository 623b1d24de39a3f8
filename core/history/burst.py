"""A run of typing, which is one step as long as it goes on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from core.changes.state import PageState
from core.changes.step import StepId
from core.commands.command import edited
from core.text.edit import Edit, Edits, composed

PAUSE = 1.0
"""A pause in typing as long as this (seconds) ends a step."""


@dataclass(frozen=True)
class Burst:
    """A run of typing on one page that is still one open step.

    `before` is the page before its first key, `edits` are all its keys together, `last_key` is when the last
    one came. `below` is the step that lies under it in the stack of what can be undone.
    """

    step: StepId
    below: StepId | None
    page: int
    before: PageState
    edits: Edits
    last_key: datetime

    def takes(self, edit: Edit, text: str, now: datetime, composed_for: float = 0.0) -> bool:
        """Say whether `edit` of `text`, the text as the burst left it, still belongs to the burst.

        It does where it came soon enough and is in the line that the burst has been typing in. The time for
        which an input method `composed_for` it (seconds) is no pause: who marks a word and writes another one
        in its place has made one step.
        """
        since = (now - self.last_key).total_seconds()
        if since < 0 or since - composed_for >= PAUSE:
            return False
        if not self.edits:
            return True
        growth = sum(made.growth for made in self.edits)
        start = min(self.edits[0].start, edit.start)
        end = max(self.edits[-1].end + growth, edit.end)
        return "\n" not in text[start:end]

    def with_key(self, edit: Edit, text: str, after: str, now: datetime) -> Burst:
        """Return the burst with one more key, which turned `text` into `after`."""
        edits = () if after == self.before.text else composed(self.edits, edit, self.before.text, text)
        return replace(self, edits=edits, last_key=now)

    @property
    def after(self) -> PageState:
        """The page after all keys, just as if one paste had done what they did.

        So a title whose characters are all deleted and typed anew is a title still.
        """
        return edited(self.before, self.edits) if self.edits else self.before


def burst_edit(edits: Edits) -> Edit | None:
    """Return the edit that may belong to a burst: the only one, and within a line."""
    if len(edits) != 1:
        return None
    edit = edits[0]
    return None if "\n" in edit.inserted or "\n" in edit.removed else edit
