"""One door for all changes, and one history of them.

A command plans; the history writes the step into the project file and only then says it is done. Undo and
redo are steps like any other, so the log is only ever appended to, and they survive a restart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from core.changes.change import apply_change, page_step
from core.changes.state import PageState
from core.changes.step import Chain, Step, StepId
from core.commands.command import Command, Plan
from core.errors import refused
from core.history.states import PageStates
from core.messages import Message
from core.store.log import StepLog
from core.text.edit import Edit, Edits, joined

PAUSE = 1.0
"""A pause in typing as long as this (seconds) ends a step."""


@dataclass(frozen=True)
class PageOutcome:
    """What a step did to one page."""

    before: PageState
    after: PageState
    edits: Edits


@dataclass(frozen=True)
class Outcome:
    """What a command did: enough for every view to refresh just what changed."""

    step: StepId
    kind: str
    what: Message
    pages: Mapping[int, PageOutcome]


@dataclass(frozen=True)
class _Burst:
    """A run of typing on one page that is still one open step."""

    step: StepId
    page: int
    before: PageState
    edit: Edit | None
    at: datetime


class History:
    """The steps of one project, newest last. `clock` tells the time, `actor` is who works here."""

    def __init__(self, log: StepLog, actor: str, clock: Callable[[], datetime]) -> None:
        self._log = log
        self._actor = actor
        self._clock = clock
        self._burst: _Burst | None = None
        self.states = PageStates(log)
        last = log.last_step()
        self._last: StepId = last.id if last else 0
        self._undo_head = last.chain.undo_head if last else None
        self._redo_head = last.chain.redo_head if last else None

    @property
    def last(self) -> StepId:
        """The number of the newest step, 0 where there is none."""
        return self._last

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._undo_head is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return self._redo_head is not None

    @property
    def typing(self) -> bool:
        """Whether a burst of typing is still open."""
        return self._burst is not None

    def perform(self, command: Command) -> Outcome:
        """Carry a command out: plan, write, and say what changed.

        Raises RefusedError where there is nothing to do, StorageError where the project file could not be
        written; in both cases nothing has changed.
        """
        plan = command.plan(self.states)
        if plan.burst:
            extended = self._extend_burst(plan)
            if extended is not None:
                return extended
        self.close_burst()
        return self._append(plan)

    def close_burst(self) -> None:
        """End the open run of typing, if any; from here on it survives a power cut."""
        if self._burst is not None:
            burst, self._burst = self._burst, None
            self._log.close(burst.step)

    def undo(self) -> Outcome:
        """Take the last step back. Raises RefusedError where there is none."""
        self.close_burst()
        if self._undo_head is None:
            raise refused("没有可以撤销的操作")
        target = self._log.step(self._undo_head)
        number = self._last + 1
        chain = Chain(target.chain.below, number, below=self._redo_head, target=target.id)
        return self._replay("undo", target.what, target.id, chain)

    def redo(self) -> Outcome:
        """Do the step again that was taken back last. Raises RefusedError where there is none."""
        self.close_burst()
        if self._redo_head is None:
            raise refused("没有可以重做的操作")
        undone = self._log.step(self._redo_head)
        number = self._last + 1
        chain = Chain(number, undone.chain.below, below=self._undo_head, target=undone.chain.target)
        return self._replay("redo", undone.what, undone.id, chain)

    def _replay(self, kind: str, what: Message, source: StepId, chain: Chain) -> Outcome:
        """Write the reverse of step `source` as a new step."""
        steps = {page: step.reversed for page, step in self._log.step_changes(source).items()}
        before = {page: self.states.state(page) for page in steps}
        after = {page: apply_change(before[page], step.forward) for page, step in steps.items()}
        step = Step(kind, what, kind, self._actor, self._clock(), steps)
        self._write(step, chain, after, closed=True)
        return self._outcome(step, before, after)

    def _append(self, plan: Plan) -> Outcome:
        before = {page: self.states.state(page) for page in plan.pages}
        after = {page: planned.after for page, planned in plan.pages.items()}
        steps = {
            page: page_step(before[page], planned.after, planned.edits)
            for page, planned in plan.pages.items()
        }
        step = Step(plan.kind, plan.what, plan.why, self._actor, self._clock(), steps, plan.undoable)
        number = self._last + 1
        chain = (
            Chain(number, None, below=self._undo_head)
            if plan.undoable
            else Chain(self._undo_head, self._redo_head)
        )
        opens = plan.burst and _single_line_edit(plan) is not None
        self._write(step, chain, after, closed=not opens)
        if opens:
            page = next(iter(plan.pages))
            self._burst = _Burst(number, page, before[page], _single_line_edit(plan), step.at)
        return self._outcome(step, before, after)

    def _write(self, step: Step, chain: Chain, after: Mapping[int, PageState], *, closed: bool) -> None:
        number = self._last + 1
        self._log.append(number, step, chain, after, closed=closed)
        self._last, self._undo_head, self._redo_head = number, chain.undo_head, chain.redo_head
        for page, state in after.items():
            self.states.put(page, state, number)

    def _extend_burst(self, plan: Plan) -> Outcome | None:
        """Let one more key join the open burst; None where it does not belong to it."""
        burst, edit = self._burst, _single_line_edit(plan)
        if burst is None or edit is None or set(plan.pages) != {burst.page}:
            return None
        now = self._clock()
        current = self.states.state(burst.page)
        if (now - burst.at).total_seconds() >= PAUSE or not _same_line(current.text, burst.edit, edit):
            return None
        after = plan.pages[burst.page].after
        whole = edit if burst.edit is None else joined(burst.edit, edit, current.text)
        edits = () if whole is None else (whole,)
        change = page_step(burst.before, after, edits)
        self._log.extend(burst.step, burst.page, change, after)
        self._burst = _Burst(burst.step, burst.page, burst.before, whole, now)
        self.states.put(burst.page, after, burst.step)
        page = PageOutcome(current, after, (edit,))
        return Outcome(burst.step, plan.kind, plan.what, {burst.page: page})

    def _outcome(
        self, step: Step, before: Mapping[int, PageState], after: Mapping[int, PageState]
    ) -> Outcome:
        pages = {
            page: PageOutcome(before[page], after[page], change.forward.edits)
            for page, change in step.pages.items()
        }
        return Outcome(self._last, step.kind, step.what, pages)


def _single_line_edit(plan: Plan) -> Edit | None:
    """Return the edit of a plan that may belong to a burst: one, on one page, within a line."""
    if len(plan.pages) != 1:
        return None
    (page,) = plan.pages.values()
    if len(page.edits) != 1:
        return None
    edit = page.edits[0]
    return None if "\n" in edit.inserted or "\n" in edit.removed else edit


def _same_line(text: str, burst: Edit | None, edit: Edit) -> bool:
    """Say whether `edit` is in the line where the burst has been typing; `text` is the text before it."""
    if burst is None:
        return True
    start = min(burst.start, edit.start)
    end = max(burst.start + len(burst.inserted), edit.end)
    return "\n" not in text[start:end]
