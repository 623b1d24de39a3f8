"""The rounds of the pages of a project, read from its log."""

from __future__ import annotations

from dataclasses import dataclass

from core.changes.page_round import PageRound, RoundCorrection, RoundRearrangement, headlines_of, in_headline
from core.changes.rearranged import Rearranged
from core.changes.rounds import NetChange, Round, rounds_of
from core.changes.step import StepId
from core.commands.merging import TAKEN
from core.commands.tagging import ROUNDS
from core.history.states import PageStates
from core.proofs.proof import ProofPage
from core.store.log import StepLog
from core.store.rows import StepRecord
from core.text.span import Span

_REPLAYS = frozenset({"undo", "redo"})


@dataclass(frozen=True)
class ProjectRounds:
    """Who corrected what in which round; all of it is worked out anew from the log."""

    log: StepLog
    states: PageStates

    def of(self, page: int) -> tuple[PageRound, ...]:
        """Return the rounds of a page up to the one that is open; a page nobody has changed has one.

        Raises KeyError for an unknown page, BadInputError for a damaged log.
        """
        if not self.log.store.page(page).touched:
            state = self.states.state(page)
            return (PageRound(1, state, state, ()),)
        changes = [(number, change) for number, change, _ in self.log.changes_since(page, 0)]
        try:
            rounds = rounds_of(self.states.first(page), changes)
        except ValueError as error:
            raise self.log.damaged(changes[-1][0]) from error
        steps = {step.id: step for step in self.log.steps(page=page, limit=None)}
        lost = next((number for number, _ in changes if number not in steps), None)
        if lost is not None:
            raise self.log.damaged(lost)
        return tuple(_told(one, steps) for one in rounds)

    def proof(self, page: int, number: int | None = None) -> ProofPage | None:
        """Return what the proof sheet of round `number` of a page shows; None where it has not come so far.

        Without a number it is the newest round that has changed something, else the one that is open.
        """
        rounds = self.of(page)
        if number is None:
            made = (one for one in reversed(rounds) if one.corrections or one.rearrangements)
            shown = next(made, rounds[min(len(rounds), ROUNDS) - 1])
        elif number <= len(rounds):
            shown = rounds[number - 1]
        else:
            return None
        return ProofPage(self.log.store.page(page).name, shown)


def _told(one: Round, steps: dict[StepId, StepRecord]) -> PageRound:
    headlines = headlines_of(one.start.layout)
    told = (_correction(change, steps, headlines) for change in one.changes)
    # What another reading of the page has brought is nobody's correction.
    corrections = tuple(made for made in told if not made.why.startswith(TAKEN))
    moves = tuple(_rearrangement(what, steps[number]) for what, number in one.rearranged)
    if one.signed is None:
        return PageRound(one.number, one.start, one.end, corrections, rearrangements=moves)
    signed = steps[one.signed]
    return PageRound(one.number, one.start, one.end, corrections, signed.actor, signed.at, moves)


def _rearrangement(what: Rearranged, step: StepRecord) -> RoundRearrangement:
    return RoundRearrangement(what, step.actor, step.at, step.why)


def _correction(change: NetChange, steps: dict[StepId, StepRecord], headlines: list[Span]) -> RoundCorrection:
    made = [steps[number] for number in sorted(change.steps)]
    # Who takes a step back and does it again has not found the error.
    step = next((one for one in reversed(made) if one.kind not in _REPLAYS), made[-1])
    inside = in_headline(change.edit, headlines)
    return RoundCorrection(change.edit, step.actor, step.at, step.why, inside)
