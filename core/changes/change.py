"""Changes: from one state of a page to another and exactly back.

A change holds the edits to the text, and beside them only what edits do not explain. Spans move with edits
by themselves, so typing a character needs no word about the thousand pieces behind it; but an edit that
swallowed a piece cannot bring it back by moving spans, so the way back is worked out from the states
themselves, not by turning the way forth around.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress
from operator import is_not
from typing import TypeVar

from core.changes.state import PageState, Verdicts
from core.document.layout import Article, ArticleId, Layout, Piece, PieceId
from core.document.verdict import Verdict
from core.text.edit import Edits, apply_edits, invert_edits
from core.text.span import Span

Value = TypeVar("Value")


@dataclass(frozen=True)
class LayoutPatch:
    """What becomes different in a layout; None in a mapping means: is no more."""

    articles: Mapping[ArticleId, Article | None] = field(default_factory=dict)
    pieces: Mapping[PieceId, Piece | None] = field(default_factory=dict)
    spans: Mapping[PieceId, Span | None] = field(default_factory=dict)
    order: Sequence[ArticleId] | None = None
    furniture: Sequence[PieceId] | None = None
    next_id: int | None = None


@dataclass(frozen=True)
class VerdictPatch:
    """What becomes different in the verdicts of a page."""

    given: Mapping[int, Verdict | None] = field(default_factory=dict)
    spans: Mapping[int, Span | None] = field(default_factory=dict)
    next_id: int | None = None


@dataclass(frozen=True)
class Change:
    """One way between two states of a page: first the edits, which move all spans, then the patches."""

    edits: Edits = ()
    layout: LayoutPatch = field(default_factory=LayoutPatch)
    verdicts: VerdictPatch = field(default_factory=VerdictPatch)
    round: int | None = None
    removed: bool | None = None

    @property
    def leaves_page_alone(self) -> bool:
        """Whether nothing of the page itself changes, which at most is removed or comes back."""
        return replace(self, removed=None) == Change()


@dataclass(frozen=True)
class PageStep:
    """What a step does to one page, and what takes it back."""

    forward: Change
    backward: Change

    @property
    def reversed(self) -> PageStep:
        """The step that takes this one back."""
        return PageStep(self.backward, self.forward)


def apply_change(state: PageState, change: Change) -> PageState:
    """Return `state` after `change`. Raises ValueError where the change was made for another state."""
    return PageState(
        apply_edits(state.text, change.edits) if change.edits else state.text,
        _patched_layout(state.layout.moved(change.edits), change.layout),
        _patched_verdicts(state.verdicts.moved(change.edits), change.verdicts),
        state.round if change.round is None else change.round,
        state.removed if change.removed is None else change.removed,
    )


def page_step(before: PageState, after: PageState, edits: Edits) -> PageStep:
    """Return the step between two states, of which `edits` are the whole difference in text."""
    return PageStep(_change(before, after, edits), _change(after, before, invert_edits(edits)))


def _change(before: PageState, after: PageState, edits: Edits) -> Change:
    return Change(
        edits,
        _layout_patch(before.layout.moved(edits), after.layout),
        _verdict_patch(before.verdicts.moved(edits), after.verdicts),
        None if before.round == after.round else after.round,
        None if before.removed == after.removed else after.removed,
    )


def _different(before: Mapping[int, Value], after: Mapping[int, Value]) -> dict[int, Value | None]:
    if before is after:
        return {}
    different: dict[int, Value | None] = dict.fromkeys(before.keys() - after.keys())
    # Most values are the very same object, and comparing by identity never leaves C.
    changed = list(compress(after, map(is_not, map(before.get, after), after.values())))
    different.update({key: after[key] for key in changed if before.get(key) != after[key]})
    return different


def _patched(before: Mapping[int, Value], patch: Mapping[int, Value | None]) -> Mapping[int, Value]:
    if not patch:
        return before
    after = {key: value for key, value in before.items() if key not in patch}
    after.update({key: value for key, value in patch.items() if value is not None})
    return after


def _layout_patch(before: Layout, after: Layout) -> LayoutPatch:
    return LayoutPatch(
        _different(before.articles, after.articles),
        _different(before.pieces, after.pieces),
        before.spans.changed_to(after.spans),
        None if before.order == after.order else after.order,
        None if before.furniture == after.furniture else after.furniture,
        None if before.next_id == after.next_id else after.next_id,
    )


def _patched_layout(layout: Layout, patch: LayoutPatch) -> Layout:
    if patch == LayoutPatch():
        return layout
    return Layout(
        layout.order if patch.order is None else tuple(patch.order),
        _patched(layout.articles, patch.articles),
        _patched(layout.pieces, patch.pieces),
        layout.furniture if patch.furniture is None else tuple(patch.furniture),
        layout.spans.patched(patch.spans),
        layout.next_id if patch.next_id is None else patch.next_id,
    )


def _verdict_patch(before: Verdicts, after: Verdicts) -> VerdictPatch:
    return VerdictPatch(
        _different(before.given, after.given),
        before.spans.changed_to(after.spans),
        None if before.next_id == after.next_id else after.next_id,
    )


def _patched_verdicts(verdicts: Verdicts, patch: VerdictPatch) -> Verdicts:
    if patch == VerdictPatch():
        return verdicts
    return Verdicts(
        _patched(verdicts.given, patch.given),
        verdicts.spans.patched(patch.spans),
        verdicts.next_id if patch.next_id is None else patch.next_id,
    )
