"""Where in a paragraph the notes of the apparatus stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.exporters.critical_note import CriticalNote, NotedReading


@dataclass(frozen=True, slots=True)
class Noted:
    """A note in its paragraph; `lemma` is what the page has at the place.

    Where a correction reaches beyond the place, the note is told of all of that: `before` and `after` are
    what every reading has there.
    """

    note: CriticalNote
    lemma: str
    before: str = ""
    after: str = ""

    def reading(self, of: NotedReading) -> str:
        """Return what a witness has where all of this stands on the page."""
        return self.before + of.text + self.after


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a paragraph's text that one note is about, or none; it may be empty."""

    start: int
    end: int
    noted: Noted | None = None

    def holds(self, start: int, end: int) -> bool:
        """Say whether what stands from `start` to `end` is told of here; it never lies across an edge."""
        if start < self.end:
            return True
        # A deletion at the very place of an empty reading is what has made it empty.
        return start == end == self.end and (self.noted is None or self.start == self.end)


def placed(
    text: str, notes: Sequence[CriticalNote], held: Sequence[int], here: Sequence[int], end: int
) -> Iterator[Region]:
    """Yield where `notes` stand in `text`, in which the places `held` of a page stand at `here`."""
    for note in notes:
        first, behind = bisect_left(held, note.span.start), bisect_left(held, note.span.end)
        if first < behind:
            start, stop = here[first], here[behind - 1] + 1
        else:
            # Nothing stands there: it follows what comes before it.
            start = stop = here[first - 1] + 1 if first else (here[0] if here else end)
        yield Region(start, stop, Noted(note, text[start:stop]))


def parted(text: str, noted: Sequence[Region], marks: Sequence[tuple[int, int]]) -> list[Region]:
    """Return the whole of `text` in regions. A note that cuts one of `marks` in two is about all of that."""
    regions: list[Region] = []
    at = 0
    for region in sorted(_whole(text, noted), key=lambda one: (one.start, one.end)):
        wide = _widened(text, region, marks)
        if wide.start < at:
            # It would lie across the note before it, whose widening has told of this place, too.
            continue
        if at < wide.start:
            regions.append(Region(at, wide.start))
        regions.append(wide)
        at = wide.end
    return [*regions, Region(at, len(text))]


def _whole(text: str, noted: Sequence[Region]) -> Iterator[Region]:
    """Yield each note once, also where its place is torn: it then stands in two sources."""
    held: dict[int, list[Region]] = {}
    for region in noted:
        held.setdefault(id(region.noted.note if region.noted else None), []).append(region)
    for parts in held.values():
        start, end = min(part.start for part in parts), max(part.end for part in parts)
        first = parts[0].noted
        yield Region(start, end, None if first is None else replace(first, lemma=text[start:end]))


def _widened(text: str, region: Region, marks: Sequence[tuple[int, int]]) -> Region:
    start, end = region.start, region.end
    for first, last in marks:
        if first < end and start < last and not (start <= first and last <= end):
            start, end = min(start, first), max(end, last)
    if region.noted is None or (start, end) == (region.start, region.end):
        return region
    noted = replace(region.noted, before=text[start : region.start], after=text[region.end : end])
    return Region(start, end, noted)
