"""What a witness has of one sentence of the base: which character under which, and what between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from core.collation.aligned import Aligned
from core.collation.page_collation import Passage
from core.collation.substance import Substance
from core.text.span import Span

STOP = re.compile("[。！？!?；;][”’」』）)]*")
"""The end of a sentence."""

_NOT_SHOWN = frozenset("#*>| \t\n\u3000")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence in one witness; `first` and `last` are the characters of the base (its substance) it is of.

    `characters` says where on the page of the witness (its `text`) stands what goes with a character of the
    base, None where that is lost; `before` what stands before it and goes with none: marks, additions.
    """

    witness: int
    text: str
    first: int
    last: int
    characters: Mapping[int, int | None]
    before: Mapping[int, Sequence[int]]

    def has(self, place: int) -> bool:
        """Say whether the witness carries this part of the sentence, or has at least lost it."""
        return place in self.characters

    def character(self, place: int) -> str | None:
        """Return what goes with a character of the base."""
        at = self.characters.get(place)
        return None if at is None else self.text[at]

    def read(self, places: Sequence[int]) -> str:
        """Return what stands at some places."""
        return "".join(self.text[at] for at in places)


def base_line(text: Substance, witness: int, span: Span) -> Line:
    """Return the line of the base itself."""
    first, last = bisect_left(text.places, span.start), bisect_left(text.places, span.end)
    before = {}
    for place in range(first, last + 1):
        start = text.places[place - 1] + 1 if place > first else span.start
        end = text.places[place] if place < last else span.end
        before[place] = _shown(text.raw, start, end)
    return Line(witness, text.raw, first, last, dict(enumerate(text.places[first:last], first)), before)


def witness_line(passage: Passage, witness: int, base: Line) -> Line | None:
    """Return what a witness has of the sentence of `base`; None where it carries nothing of it."""
    text = passage.group.witnesses[witness].text
    characters: dict[int, int | None] = {}
    before: dict[int, list[int]] = {}
    for part in passage.aligned:
        if part.witness != witness or part.end <= base.first or base.last <= part.start:
            continue
        for step in _steps(part, base.first, base.last):
            if step.other is None:
                characters[step.base] = None
                continue
            held = before.setdefault(step.base, [])
            if step.other > part.other_start:
                held += _shown(text.raw, text.places[step.other - 1] + 1, text.places[step.other])
            if step.added:
                held.append(text.places[step.other])
            elif step.base < base.last:
                characters[step.base] = text.places[step.other]
        if part.end == base.last:
            held = before.setdefault(part.end, [])
            held += _marks_behind(text, part.at(part.end, after=True))
    if all(place is None for place in characters.values()):
        return None
    _cut(before, [at for at, place in characters.items() if place is not None], text.raw)
    return Line(witness, text.raw, base.first, base.last, characters, before)


class _Step(NamedTuple):
    """A character of the base and the one that goes with it; `added`: it goes before it, with none."""

    base: int
    other: int | None
    added: bool = False


def _steps(part: Aligned, first: int, last: int) -> Iterator[_Step]:
    """Walk a chain from the character `first` of the base up to `last`, which is not of the sentence."""
    start, other = part.start, part.other_start
    for edit in part.edits:
        yield from _alike(start, other, edit.start, first, last)
        both = min(edit.end - edit.start, edit.other_end - edit.other_start)
        changed = [_Step(edit.start + at, edit.other_start + at) for at in range(both)]
        lost = [_Step(place, None) for place in range(edit.start + both, edit.end)]
        added = [_Step(edit.end, at, True) for at in range(edit.other_start + both, edit.other_end)]
        for step in [*changed, *lost, *added]:
            if first <= step.base < last or (step.added and step.base == last):
                yield step
        start, other = edit.end, edit.other_end
    yield from _alike(start, other, part.end, first, last)


def _alike(start: int, other: int, end: int, first: int, last: int) -> Iterator[_Step]:
    for place in range(max(start, first), min(end, last + 1)):
        yield _Step(place, other + place - start)


def _marks_behind(text: Substance, place: int) -> list[int]:
    """Return the marks before a character of the witness with which its passage is over."""
    end = text.places[place] if place < len(text.places) else len(text.raw)
    line = text.raw.find("\n", text.places[place - 1] + 1, end)
    return _shown(text.raw, text.places[place - 1] + 1, end if line < 0 else line)


def _shown(raw: str, start: int, end: int) -> list[int]:
    return [at for at in range(start, end) if raw[at] not in _NOT_SHOWN]


def _cut(before: dict[int, list[int]], held_by: list[int], raw: str) -> None:
    """Leave out what is of the sentences beside: marks up to a stop ahead, marks behind one at the end.

    `held_by` are the characters of the base that the witness has.
    """
    for place, held in before.items():
        marks = "".join(raw[at] for at in held)
        ends = [found.end() for found in STOP.finditer(marks)]
        if ends and place <= min(held_by):
            before[place] = held[ends[-1] :]
        elif ends and place > max(held_by) and ends[-1] == ends[0]:
            before[place] = held[: ends[0]]
