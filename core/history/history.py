"""One door for all changes, and one history of them.

A command plans; the history writes the step into the project file and only then says it is done. Undo and
redo are steps like any other, so the log is only ever appended to, and they survive a restart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from core.changes.change import PageStep, apply_change, page_step
from core.changes.soundness import ensure_sound
from core.changes.state import PageState
from core.changes.step import Chain, Step, StepId
from core.commands.command import Command, Plan, edited
from core.commands.editing import typing_sentence
from core.commands.removing import page_is_removed
from core.commands.segmenting import SEGMENTATION, SEGMENTED
from core.document.layout import Layout
from core.errors import UnknownPageError, refused
from core.history.burst import Burst, burst_edit
from core.history.states import PageStates
from core.messages import Message
from core.store.log import StepLog
from core.store.rows import StepRecord
from core.text.edit import Edit, Edits, invert_edits


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

    @property
    def removed(self) -> list[int]:
        """The pages that are not in the project any more."""
        return [page for page, one in self.pages.items() if one.after.removed and not one.before.removed]

    @property
    def brought_back(self) -> list[int]:
        """The pages that are in the project again."""
        return [page for page, one in self.pages.items() if one.before.removed and not one.after.removed]


class History:
    """The steps of one project, newest last. `clock` tells the time, `actor` is who works here.

    What is held here in memory is changed only after the project file was: where a method raises
    StorageError, it can be called again.
    """

    def __init__(self, log: StepLog, actor: str, clock: Callable[[], datetime]) -> None:
        self._log = log
        self._actor = actor
        self._clock = clock
        self._burst: Burst | None = None
        self.states = PageStates(log)
        self.burst_closed: Callable[[int, PageOutcome], None] | None = None
        """Hears of every run of typing that has ended: the page, and all that was typed as one."""
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
    def is_typing(self) -> bool:
        """Whether a run of typing is open."""
        return self._burst is not None

    def perform(self, command: Command) -> Outcome:
        """Carry a command out: plan, write, and say what changed.

        Raises RefusedError where there is nothing to do, StorageError where the project file could not be
        written; in both cases nothing has changed.
        """
        with self.states.keeping():
            plan = command.plan(self.states)
            return self._extend_burst(plan) or self._append(plan)

    def close_burst(self) -> None:
        """End the open run of typing, if any; from here on it survives a power cut."""
        burst = self._burst
        if burst is None:
            return
        state = self.states.state(burst.page)
        due = bool(self.states.due([burst.page]))
        self._log.close(burst.step, burst.page, state if due else None)
        self.states.put(burst.page, state, burst.step, kept=due)
        self._burst = None
        if self.burst_closed is not None and burst.edits:
            self.burst_closed(burst.page, PageOutcome(burst.before, state, burst.edits))

    def undo(self) -> Outcome:
        """Take the last step back. Raises RefusedError where there is none."""
        self.close_burst()
        if self._undo_head is None:
            raise refused("没有可以撤销的操作")
        target = self._log.step(self._undo_head)
        made = self._log.step_changes(target.id)
        self._record_articles(made)
        chain = Chain(target.chain.below, self._last + 1, below=self._redo_head, target=target.id)
        return self._replay("undo", "undo", target, made, chain)

    def redo(self) -> Outcome:
        """Do the step again that was taken back last. Raises RefusedError where there is none."""
        self.close_burst()
        if self._redo_head is None:
            raise refused("没有可以重做的操作")
        undone = self._log.step(self._redo_head)
        made = self._log.step_changes(undone.id)
        self._record_articles(made)
        chain = Chain(self._last + 1, undone.chain.below, below=self._undo_head, target=undone.chain.target)
        # What is done again stands on its own ground once more, such as the rule that proposed it.
        why = undone.why if chain.target is None else self._log.step(chain.target).why
        return self._replay("redo", why, undone, made, chain)

    def _replay(
        self, kind: str, why: str, source: StepRecord, made: Mapping[int, PageStep], chain: Chain
    ) -> Outcome:
        """Write the reverse of `source`, which `made` these changes, as a new step."""
        with self.states.keeping():
            return self._replay_kept(kind, why, source, made, chain)

    def _replay_kept(
        self, kind: str, why: str, source: StepRecord, made: Mapping[int, PageStep], chain: Chain
    ) -> Outcome:
        steps = {page: step.reversed for page, step in made.items()}
        try:
            before = {page: self.states.at_hand(page) for page in steps}
            after = {page: _reverted(before[page], step) for page, step in steps.items()}
            for page in self._log.arranged_since(source.id) & steps.keys():
                # It was made before the page had articles: they go along with it as with any other edit.
                settled = edited(before[page], steps[page].forward.edits)
                after[page] = replace(after[page], layout=settled.layout)
                steps[page] = page_step(before[page], after[page], steps[page].forward.edits)
        except (ValueError, UnknownPageError) as error:
            raise self._log.damaged(source.id) from error
        step = Step(kind, source.what, why, self._actor, self._clock(), steps)
        self._write(step, chain, after)
        return self._outcome(step, before, after)

    def _append(self, plan: Plan) -> Outcome:
        """Write a plan as a new step, which a burst of typing leaves open."""
        # Nothing is to change out of sight.
        if any(self.states.at_hand(page).removed for page in plan.pages):
            raise page_is_removed()
        self.close_burst()
        before = {page: self.states.at_hand(page) for page in plan.pages}
        after = {page: planned.after for page, planned in plan.pages.items()}
        steps = {
            page: page_step(before[page], planned.after, planned.edits)
            for page, planned in plan.pages.items()
        }
        self._record_articles(steps)
        step = Step(plan.kind, plan.what, plan.why, self._actor, self._clock(), steps)
        below = self._undo_head
        edit = _typed(plan)
        self._write(step, Chain(self._last + 1, None, below=below), after, closed=edit is None)
        if edit is not None:
            (page,) = plan.pages
            self._burst = Burst(self._last, below, page, before[page], (edit,), step.at)
        return self._outcome(step, before, after)

    def _record_articles(self, steps: Mapping[int, PageStep]) -> None:
        """Before `steps` change pages, write down the articles they are shown with and no record has.

        Another version of the program may find others; but what was done by hand was done to these. Whoever
        removes a page has done nothing to them.
        """
        changed = (page for page, step in steps.items() if not step.forward.leaves_page_alone)
        for page in filter(self.states.is_draft, changed):
            shown = self.states.state(page)
            first = page_step(replace(shown, layout=Layout()), shown, ())
            step = Step("segment", SEGMENTED, SEGMENTATION, self._actor, self._clock(), {page: first}, False)
            self._write(step, Chain(self._undo_head, self._redo_head), {page: shown})

    def _write(
        self, step: Step, chain: Chain, after: Mapping[int, PageState], *, closed: bool = True
    ) -> None:
        number = self._last + 1
        # An open step is still rewritten: a snapshot after it would be of a step that never was.
        snapshots = self.states.due(after) if closed else []
        self._log.append(number, step, chain, after, closed=closed, snapshots=snapshots)
        self._last, self._undo_head, self._redo_head = number, chain.undo_head, chain.redo_head
        for page, state in after.items():
            alone = step.pages[page].forward.leaves_page_alone
            self.states.put(page, state, number, kept=page in snapshots, alone=alone)

    def _extend_burst(self, plan: Plan) -> Outcome | None:
        """Let one more key join the open burst; None where it does not belong to it."""
        burst, edit = self._burst, _typed(plan)
        if burst is None or edit is None or set(plan.pages) != {burst.page}:
            return None
        now = self._clock()
        current = self.states.state(burst.page)
        if not burst.takes(edit, current.text, now, plan.composed_for):
            return None
        burst = burst.with_key(edit, current.text, plan.pages[burst.page].after.text, now)
        after = burst.after
        what = typing_sentence(burst.edits)
        undo_head = burst.step if burst.edits else burst.below
        change = page_step(burst.before, after, burst.edits)
        self._log.extend(burst.step, burst.page, change, after, what, undo_head)
        self._burst, self._undo_head = burst, undo_head
        self.states.put(burst.page, after, burst.step)
        return Outcome(burst.step, plan.kind, what, {burst.page: PageOutcome(current, after, (edit,))})

    def _outcome(
        self, step: Step, before: Mapping[int, PageState], after: Mapping[int, PageState]
    ) -> Outcome:
        pages = {
            page: PageOutcome(before[page], after[page], change.forward.edits)
            for page, change in step.pages.items()
        }
        return Outcome(self._last, step.kind, step.what, pages)


def _reverted(state: PageState, step: PageStep) -> PageState:
    """Return `state` after the reverse of a step; raises ValueError where that is not what was before it.

    What a step did is proved by the digest of the text it left; so its reverse is proved by what it did.
    """
    if step.forward.edits != invert_edits(step.backward.edits):
        raise ValueError("the way back is another one than the way forth")
    reverted = apply_change(state, step.forward)
    ensure_sound(reverted)
    return reverted


def _typed(plan: Plan) -> Edit | None:
    """Return the edit of a plan that may belong to a burst of typing."""
    edits = [planned.edits for planned in plan.pages.values()]
    return burst_edit(edits[0]) if plan.burst and len(edits) == 1 else None
