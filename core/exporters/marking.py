"""The text of a paragraph in runs: what was corrected is told from what stands as it was read."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby, pairwise

from core.exporters.exporter import Correction
from core.exporters.leaf import Leaf, Source
from core.exporters.noting import Noted, Region, parted, placed
from core.exporters.reading import Paragraph


class Break(StrEnum):
    """What was printed between a run and the one before it."""

    NONE = ""
    LINE = "line"
    PAGE = "page"


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A position on a page (code points)."""

    leaf: Leaf
    position: int


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a paragraph that share a correction, or that nobody corrected.

    The text of all runs of a paragraph together is its text. A run that only says what was deleted is empty.
    `place` is where a run begins that `opens` a line or page.
    Runs in a row that are `noted` alike are what the page reads at one place where others read otherwise.
    """

    text: str
    made: Correction | None = None
    opens: Break = Break.NONE
    noted: Noted | None = None
    place: Place | None = field(default=None, compare=False)


Opened = dict[int, tuple[Break, Place]]
"""What opens where in a paragraph."""

_NOTHING = (Break.NONE, None)


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    made: Correction


def runs(paragraph: Paragraph, *, breaks: bool = False) -> tuple[Run, ...]:
    """Return the runs of `paragraph`; with `breaks` each printed line of it begins a new one.

    Where corrections lie inside one another the outermost, which is the oldest, is told: what it says stood
    there is what was read. A paragraph whose characters are no longer those of the page (because it was
    converted to another script, say) is one run.
    """
    text, sources = paragraph.text, paragraph.sources
    made = [source.corrections() for source in sources]
    torn = breaks and (
        len(sources) > 1 or any("\n" in source.span.of(source.leaf.text) for source in sources)
    )
    notes = [source.notes() for source in sources]
    if not torn and not any(made) and not any(notes):
        return (Run(text),)
    inked = [at for at, character in enumerate(text) if not character.isspace()]
    places = [list(source.positions()) for source in sources]
    if len(inked) != sum(map(len, places)):
        return (Run(text),)
    marks: list[_Mark] = []
    noted: list[Region] = []
    opened: Opened = {}
    first = 0
    for number, (source, held) in enumerate(zip(sources, places, strict=True)):
        here = inked[first : first + len(held)]
        first += len(held)
        end = len(text) if not here else here[-1] + 1
        marks += _marks(held, here, made[number], end)
        noted += placed(text, notes[number], held, here, end)
        if torn:
            opened.update(_breaks(source, held, here, sources[number - 1] if number else None))
    outermost = list(_outermost(marks))
    regions = parted(text, noted, [(mark.start, mark.end) for mark in outermost])
    return tuple(_runs(text, outermost, opened, regions))


def by_note(line: Iterable[Run]) -> Iterator[tuple[Noted | None, tuple[Run, ...]]]:
    """Yield runs in groups that one note speaks of, and those between that none does."""
    for _, group in groupby(line, key=lambda run: id(run.noted)):
        together = tuple(group)
        yield together[0].noted, together


def _marks(held: list[int], here: list[int], made: list[Correction], end: int) -> Iterator[_Mark]:
    """Yield what the corrections of one source cover of the paragraph, in which `held` stands at `here`."""
    for correction in made:
        span = correction.span
        if span is None:
            continue
        first, behind = bisect_left(held, span.start), bisect_left(held, span.end)
        if first < behind:
            yield _Mark(here[first], here[behind - 1] + 1, correction)
        elif correction.wrong.strip() and not correction.right.strip():
            at = here[first] if first < len(here) else end
            yield _Mark(at, at, correction)


def _outermost(marks: list[_Mark]) -> Iterator[_Mark]:
    """Yield the marks that lie in no other, from left to right; none overlaps the one before it."""
    reached, seen = 0, set[int]()
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start < reached or id(mark.made) in seen:
            continue
        seen.add(id(mark.made))
        reached = mark.end
        yield mark


def _breaks(
    source: Source, held: list[int], here: list[int], before: Source | None
) -> Iterator[tuple[int, tuple[Break, Place]]]:
    text = source.leaf.text
    if here and before is not None:
        kind = Break.LINE if before.leaf is source.leaf else Break.PAGE
        yield here[0], (kind, Place(source.leaf, held[0]))
    for (last, position), at in zip(pairwise(held), here[1:], strict=True):
        if position - last > 1 and "\n" in text[last:position]:
            yield at, (Break.LINE, Place(source.leaf, position))


def _runs(text: str, marks: list[_Mark], opened: Opened, regions: list[Region]) -> Iterator[Run]:
    waiting = deque(marks)
    for region in regions:
        at, noted = region.start, region.noted
        count = 0
        while waiting and region.holds(waiting[0].start, waiting[0].end):
            mark = waiting.popleft()
            yield from _plain(text, at, mark.start, opened, noted)
            opens, place = opened.get(mark.start, _NOTHING) if mark.end > mark.start else _NOTHING
            yield Run(text[mark.start : mark.end], mark.made, opens, noted, place)
            at = mark.end
            count += 1
        yield from _plain(text, at, region.end, opened, noted)
        if noted is not None and region.start == region.end and not count:
            yield Run("", noted=noted)


def _plain(text: str, start: int, end: int, opened: Opened, noted: Noted | None) -> Iterator[Run]:
    cuts = [start, *(at for at in sorted(opened) if start < at < end), end]
    for left, right in pairwise(cuts):
        if right > left:
            opens, place = opened.get(left, _NOTHING)
            yield Run(text[left:right], None, opens, noted, place)
