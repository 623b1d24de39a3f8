"""Where the witnesses of one passage differ."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Levenshtein

from core.collation.witnesses import Witness, WitnessGroup


class VariantKind(StrEnum):
    """In what the witnesses differ; the last three are no variants of substance."""

    SUBSTITUTION = "substitution"
    OMISSION = "omission"
    INSERTION = "insertion"
    TRANSPOSITION = "transposition"
    PUNCTUATION = "punctuation"
    SCRIPT = "script"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Reading:
    """One form of a place: its text as the first who has it writes it, who has it, and where in each."""

    text: str
    witnesses: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """A place where witnesses differ. Readings come in the order of their first witness."""

    kind: VariantKind
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """`[start, end)` of the base is `[other_start, other_end)` of a witness, and reads otherwise."""

    start: int
    end: int
    other_start: int
    other_end: int


@dataclass(frozen=True, slots=True)
class Aligned:
    """A chain of a witness with the places where it differs from the base."""

    witness: int
    start: int
    end: int
    other_start: int
    edits: tuple[Edit, ...]

    def at(self, position: int, after: bool) -> int:
        """Return where `position` of the base is in the witness; `after` an edit there, or before it."""
        if after:
            number = bisect_right(self.edits, position, key=lambda edit: edit.end)
        else:
            number = sum(1 for edit in self.edits if edit.end <= position and edit.start < position)
        if not number:
            return self.other_start + position - self.start
        edit = self.edits[number - 1]
        return edit.other_end + position - edit.end


Having = tuple[int, tuple[int, int]]
"""The number of a witness, and a stretch of its raw text."""


def variants(group: WitnessGroup) -> list[Variant]:
    """Return every place where the witnesses of `group` say something else, in the order of the base."""
    base = group.witnesses[group.base].text.text
    aligned = align(group)
    edits = sorted((edit.start, edit.end) for part in aligned for edit in part.edits)
    places = _clusters(base, edits)
    found = [_variant_at(group, aligned, start, end) for start, end in places]
    return [variant for variant in found if variant is not None]


def align(group: WitnessGroup) -> list[Aligned]:
    """Align every witness of `group` with the base, the base with itself too."""
    base = group.witnesses[group.base].text.text
    return [part for number, it in enumerate(group.witnesses) for part in _aligned(base, number, it)]


def _aligned(base: str, number: int, witness: Witness) -> Iterator[Aligned]:
    for chain in witness.chains:
        one = base[chain.start : chain.end]
        other = witness.text.text[chain.other_start : chain.other_end]
        edits: list[Edit] = []
        for step in Levenshtein.opcodes(one, other):
            start, end, there, there_end = step.src_start, step.src_end, step.dest_start, step.dest_end
            if one[start:end] == other[there:there_end]:
                continue
            edit = Edit(
                chain.start + start,
                chain.start + end,
                chain.other_start + there,
                chain.other_start + there_end,
            )
            if edits and edits[-1].end == edit.start and edits[-1].other_end == edit.other_start:
                edit = Edit(edits[-1].start, edit.end, edits[-1].other_start, edit.other_end)
                edits.pop()
            edits.append(edit)
        yield Aligned(number, chain.start, chain.end, chain.other_start, tuple(edits))


def _clusters(base: str, edits: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join edits that touch or have one character between them; never cut a number in two."""
    places: list[tuple[int, int]] = []
    for begin, stop in edits:
        start, end = begin, stop
        while _figure(base, start - 1) and _figure(base, start):
            start -= 1
        while _figure(base, end) and _figure(base, end - 1):
            end += 1
        if places and start <= places[-1][1] + 1:
            places[-1] = (places[-1][0], max(end, places[-1][1]))
        else:
            places.append((start, end))
    return places


def _figure(text: str, place: int) -> bool:
    return 0 <= place < len(text) and text[place] in "0123456789."


def _variant_at(group: WitnessGroup, aligned: Sequence[Aligned], start: int, end: int) -> Variant | None:
    held: dict[str, list[Having]] = {}
    for part in aligned:
        if not (part.start < start and end < part.end):
            continue
        text = group.witnesses[part.witness].text
        here, there = part.at(start, after=False), part.at(end, after=True)
        held.setdefault(text.text[here:there], []).append((part.witness, text.span(here, there)))
    if len(held) < 2:
        return None
    return Variant(_kind(held), readings_of(group, held.values()))


def _kind(held: dict[str, list[Having]]) -> VariantKind:
    """Tell a loss from an addition by what most witnesses have."""
    longest = max(held, key=len)
    shortest = min(held, key=len)
    if len(held) > 2 or not _within(shortest, longest) or len(shortest) == len(longest):
        return VariantKind.SUBSTITUTION
    more = len(held[longest]) >= len(held[shortest])
    return VariantKind.OMISSION if more else VariantKind.INSERTION


def _within(short: str, long: str) -> bool:
    rest = iter(long)
    return all(character in rest for character in short)


def readings_of(group: WitnessGroup, held: Iterable[list[Having]]) -> tuple[Reading, ...]:
    """Make readings of who has what where; all of one list have the same."""
    readings = []
    for unsorted in held:
        having = sorted(unsorted)
        first, (start, end) = having[0]
        text = group.witnesses[first].text.raw[start:end]
        readings.append(Reading(text, tuple(it for it, _ in having), tuple(span for _, span in having)))
    return tuple(sorted(readings, key=lambda reading: reading.witnesses))
