"""The rounds of proofreading of a page, read off its log: what stood there before each, and what it changed.

A sign-off ends a round. Where it was taken back, what was corrected in between belongs to the round that was
opened again; so rounds follow each other, and the text that one ends with is what the next begins with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.changes.change import Change, LayoutPatch, apply_change
from core.changes.page_round import PageRound
from core.changes.rearranged import Rearranged, Rearranging, rearranged
from core.changes.soundness import ensure_sound
from core.changes.state import PageState
from core.changes.step import StepId
from core.document.difference import differences
from core.document.layout import PieceId
from core.text.edit import Edit, Edits, apply_edits, composed, trimmed

LONG = 6
"""Where more than so many characters are replaced by as many, only those that differ count as changed."""


@dataclass(frozen=True, slots=True)
class NetChange:
    """What a round changed at one place: the edit of the text before it, and the steps that it is made of."""

    edit: Edit
    steps: frozenset[StepId]


@dataclass(frozen=True)
class Round:
    """One round of a page: 1 一校, 2 二校, 3 三校, 4 what came after the third was signed.

    `start` and `end` are the page before and after it; the `changes` are in order, and no two overlap.
    `signed` is the step that ended it, None while it is open. `rearranged` is what became of its pieces, each
    with the step that did it last.
    """

    number: int
    start: PageState
    end: PageState
    changes: tuple[NetChange, ...]
    signed: StepId | None
    rearranged: tuple[tuple[Rearranged, StepId], ...] = ()


def rounds_of(first: PageState, log: Sequence[tuple[StepId, Change]]) -> tuple[Round, ...]:
    """Return the rounds of a page up to the one that is open; `first` is the page as it was imported.

    Raises ValueError where the log was made for another page, or is damaged.
    """
    rounds: list[Round] = []
    start = state = first
    begin = 0
    if log and not first.layout.articles and not log[0][1].edits:
        # The articles it was shown with before anybody changed anything.
        start = state = apply_change(first, log[0][1])
        ensure_sound(start)
        begin = 1
    for number, end in enumerate(_ends(first.round, [change for _, change in log]), 1):
        made = log[begin : max(begin, end)]
        for _, change in made:
            state = apply_change(state, change)
        ensure_sound(state)
        steps = [(step, change.edits) for step, change in made if change.edits]
        signed = made[-1][0] if number <= state.round and made else None
        changes = tuple(_net(start.text, steps))
        rounds.append(Round(number, start, state, changes, signed, tuple(_rearranged(start, state, made))))
        start, begin = state, max(begin, end)
    return tuple(rounds)


def _rearranged(
    start: PageState, end: PageState, made: Sequence[tuple[StepId, Change]]
) -> Iterator[tuple[Rearranged, StepId]]:
    for one in rearranged(start.layout, end.layout):
        pieces = set(one.pieces)
        done = (step for step, change in reversed(made) if _concerns(change.layout, pieces, one.what))
        yield one, next(done, made[-1][0])


def _concerns(patch: LayoutPatch, pieces: set[PieceId], what: Rearranging) -> bool:
    if what is not Rearranging.MOVED:
        return not pieces.isdisjoint(patch.pieces)
    return any(article and not pieces.isdisjoint(article.pieces) for article in patch.articles.values())


def whole_of(rounds: Sequence[PageRound]) -> tuple[Edit, ...]:
    """Return what all `rounds` together changed: the edits of the text before the first of them."""
    made = [(done.number, tuple(one.edit for one in done.corrections)) for done in rounds]
    return tuple(change.edit for change in _net(rounds[0].start.text, made))


def _ends(first: int, changes: Sequence[Change]) -> Iterator[int]:
    """Yield behind how many changes each round ends: where it was signed for the last time, or now."""
    signed: list[int] = []
    for change in changes:
        before = signed[-1] if signed else first
        signed.append(before if change.round is None else change.round)
    for number in range(1, (signed[-1] if signed else first) + 1):
        unsigned = (at for at in reversed(range(len(signed))) if signed[at] < number)
        yield next(unsigned, -1) + 2
    yield len(changes)


def _net(before: str, steps: Sequence[tuple[StepId, Edits]]) -> Iterator[NetChange]:
    held: dict[Edit, frozenset[StepId]] = {}
    text = before
    for number, edits in steps:
        # From the last to the first: then each of them finds its place as it was.
        for edit in reversed(edits):
            made = composed(tuple(held), edit, before, text)
            text = apply_edits(text, (edit,))
            merged = frozenset({number}).union(*(held[one] for one in held.keys() - set(made)))
            held = {one: held.get(one, merged) for one in made}
    for whole, numbers in held.items():
        yield from (NetChange(part, numbers) for part in _parts(whole))


def _parts(whole: Edit) -> Iterator[Edit]:
    """Yield what differs within a long replacement, and line ends at its edges as changes of their own."""
    if min(len(whole.removed), len(whole.inserted)) <= LONG:
        yield from _without_line_ends(whole)
        return
    for one in differences(whole.removed, whole.inserted):
        part = trimmed(Edit(whole.start + one.raw.start, one.removed, one.inserted))
        if part is not None:
            yield from _without_line_ends(part)


def _without_line_ends(edit: Edit) -> Iterator[Edit]:
    """Yield `edit` with the line ends it takes away, or adds, at its edges parted from its words."""
    if edit.removed and edit.inserted:
        yield edit
        return
    words = edit.removed or edit.inserted
    bare = words.strip("\n")
    if not bare or bare == words:
        yield edit
        return
    ahead = len(words) - len(words.lstrip("\n"))
    cuts = (words[:ahead], bare, words[ahead + len(bare) :])
    if not edit.removed:
        # All of it comes to stand at one place; two edits there would leave their order open.
        yield edit
        return
    at = edit.start
    for part in cuts:
        if part:
            yield Edit(at, part, "")
        at += len(part)
