"""Where a text leaves its script: passages, and single words inside what is otherwise right."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from core.text.script import Script, Told, told_by
from core.text.span import Span

SWITCH = 3.0
"""What a change of script costs, in characters that tell: a few strange ones in a row are no passage yet."""

NEIGHBOURS = 6
"""Strange characters this near each other, with no native one between, are one run (code points)."""


@dataclass(frozen=True, slots=True)
class ScriptRun:
    """A stretch in the other script, from its first to its last character that tells, and how many tell."""

    span: Span
    telling: int
    passage: bool


def script_runs(
    text: str, native: Script, own: frozenset[str] = frozenset(), also: Collection[int] = ()
) -> list[ScriptRun]:
    """List the stretches of `text` that are not in its `native` script, in order; none overlap.

    Characters of `own` are at home here whatever the tables say; those at the places in `also` are strange.
    """
    told = told_by(text)
    ours, theirs = Told.SIMPLIFIED, Told.TRADITIONAL
    if native is Script.TRADITIONAL:
        ours, theirs = theirs, ours
    stranger = told == theirs
    if own:
        stranger[[at for at in np.flatnonzero(stranger).tolist() if text[at] in own]] = False
    stranger[list(also)] = True
    if not stranger.any():
        return []
    places = np.flatnonzero(stranger | (told == ours))
    telling = list(zip(places.tolist(), stranger[places].tolist(), strict=True))
    in_passage = _path([strange for _, strange in telling])
    runs: list[ScriptRun] = []
    for passage, group in _groups(telling, in_passage):
        if passage:
            strange = [at for at, is_strange in group if is_strange]
            runs.append(ScriptRun(Span(strange[0], strange[-1] + 1), len(strange), passage=True))
        else:
            runs += _words(text, group)
    return runs


def _path(strange: Sequence[bool]) -> list[bool]:
    """Say for each telling character whether it lies in a strange passage: the cheapest way to read them all.

    A character against the passage it is in costs 1, a change between native and strange text `SWITCH`.
    """
    native_cost, strange_cost = 0.0, SWITCH
    came_from: list[tuple[bool, bool]] = []
    for is_strange in strange:
        native_from_strange = strange_cost + SWITCH < native_cost
        strange_from_native = native_cost + SWITCH < strange_cost
        native_next = (strange_cost + SWITCH if native_from_strange else native_cost) + is_strange
        strange_next = (native_cost + SWITCH if strange_from_native else strange_cost) + (not is_strange)
        came_from.append((native_from_strange, not strange_from_native))
        native_cost, strange_cost = native_next, strange_next
    state = strange_cost < native_cost
    path = []
    for native_from_strange, strange_from_strange in reversed(came_from):
        path.append(state)
        state = strange_from_strange if state else native_from_strange
    return path[::-1]


def _groups(
    telling: Sequence[tuple[int, bool]], in_passage: Sequence[bool]
) -> Iterator[tuple[bool, list[tuple[int, bool]]]]:
    group: list[tuple[int, bool]] = []
    for number, mark in enumerate(telling):
        if group and in_passage[number] != in_passage[number - 1]:
            yield in_passage[number - 1], group
            group = []
        group.append(mark)
    yield in_passage[-1], group


def _words(text: str, group: Sequence[tuple[int, bool]]) -> Iterator[ScriptRun]:
    start = end = -1
    count = 0
    for at, is_strange in [*group, (len(text), False)]:
        near = is_strange and count and at - end < NEIGHBOURS and "\n" not in text[end:at]
        if count and not near:
            yield ScriptRun(Span(start, end), count, passage=False)
            count = 0
        if is_strange:
            start = start if count else at
            end = at + 1
            count += 1
