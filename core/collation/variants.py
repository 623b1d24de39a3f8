"""Where the witnesses of one passage differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.collation.additions import with_additions
from core.collation.aligned import Aligned, align
from core.collation.differences import WHOLE, Edit
from core.collation.substance import said_in
from core.collation.witnesses import WitnessGroup
from core.text.numerals import CHINESE


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


_NEAR = 4
"""Losses whose ends are together no further apart are one: what stands at a seam can be read both ways."""

_KEPT = "+"
"""Stands for what those have who did not lose it."""

Having = tuple[int, tuple[int, int]]
"""The number of a witness, and a stretch of its raw text."""


def variants(group: WitnessGroup, known: Sequence[Aligned] | None = None) -> list[Variant]:
    """Return every place where the witnesses of `group` say something else, in the order of the base.

    A line or column that some have lost is one variant; where those that have it differ, that is another.
    `known` is what `align` says, where that was asked before.
    """
    base, aligned = with_additions(group, align(group) if known is None else known)
    edits = sorted((edit.start, edit.end) for part in aligned for edit in part.edits if not _is_loss(edit))
    parts = [(part, list(filter(_is_loss, part.edits))) for part in aligned]
    losses = sorted((edit.start, edit.end) for _, lost in parts for edit in lost)
    places = [(place, False) for place in _clusters(base, edits)]
    places += [(place, True) for place in _same_losses(losses)]
    found = [_variant_at(group, parts, place, lost=lost) for place, lost in sorted(places)]
    return [variant for variant in found if variant is not None]


def _is_loss(edit: Edit) -> bool:
    return -edit.growth >= WHOLE and edit.other_end - edit.other_start < WHOLE // 2


def _same_losses(losses: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join losses that begin and end at nearly the same places."""
    places: list[tuple[int, int]] = []
    for start, end in losses:
        near = (at for at, place in enumerate(places) if abs(place[0] - start) + abs(place[1] - end) <= _NEAR)
        at = next(near, None)
        if at is None:
            places.append((start, end))
        else:
            places[at] = min(start, places[at][0]), max(end, places[at][1])
    return places


def _clusters(base: str, edits: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join edits that touch or have one character between them; never cut a number in two."""
    places: list[tuple[int, int]] = []
    for begin, stop in edits:
        start, end = begin, stop
        while _figure(base, start - 1) and _figure(base, start):
            start -= 1
        while _figure(base, end) and _figure(base, end - 1):
            end += 1
        start, end = _whole_numeral(base, start, end)
        if places and start <= places[-1][1] + 1:
            places[-1] = (places[-1][0], max(end, places[-1][1]))
        else:
            places.append((start, end))
    return places


def _whole_numeral(base: str, start: int, end: int) -> tuple[int, int]:
    """Let a place that is all signs of a Chinese numeral have the signs beside it too."""
    if start == end or not all(sign in CHINESE for sign in base[start:end]):
        return start, end
    while start and base[start - 1] in CHINESE:
        start -= 1
    while end < len(base) and base[end] in CHINESE:
        end += 1
    return start, end


def _figure(text: str, place: int) -> bool:
    return 0 <= place < len(text) and text[place] in "0123456789."


def _variant_at(
    group: WitnessGroup,
    parts: Sequence[tuple[Aligned, Sequence[Edit]]],
    place: tuple[int, int],
    *,
    lost: bool,
) -> Variant | None:
    """Return the variant at a place of the base; `lost`: all that did not lose it have it in one form.

    `parts` come with the edits that are losses.
    """
    start, end = place
    held: dict[str, list[Having]] = {}
    for part, losses in parts:
        if not (part.start < start and end < part.end):
            continue
        if _is_lost(losses, start, end, within=lost):
            continue
        text = group.witnesses[part.witness].text
        here, there = part.at(start, after=False), part.at(end, after=True)
        reading = text.text[here:there]
        if lost:
            reading = "" if len(reading) < (end - start) // 2 else _KEPT
        held.setdefault(reading, []).append((part.witness, text.span(here, there)))
    if len(held) < 2:
        return None
    return Variant(_kind(held), readings_of(group, held.values()))


def _is_lost(losses: Sequence[Edit], start: int, end: int, *, within: bool) -> bool:
    """Say whether the line or column was lost in which a place is, `within`: and more than that."""
    return any(
        edit.start <= end and start <= edit.end and not (within and start <= edit.start and edit.end <= end)
        for edit in losses
    )


def _kind(held: dict[str, list[Having]]) -> VariantKind:
    """Tell a loss from an addition by what most witnesses have."""
    if len({"".join(sorted(text)) for text in held}) == 1:
        return VariantKind.TRANSPOSITION
    longest = max(held, key=len)
    shortest = min(held, key=len)
    if len(held) > 2 or not _within(shortest, longest) or len(shortest) == len(longest):
        return VariantKind.SUBSTITUTION
    more = len(held[longest]) >= len(held[shortest])
    return VariantKind.OMISSION if more else VariantKind.INSERTION


def says_otherwise(variant: Variant) -> bool:
    """Say whether the readings of a variant are other words, and not the same written or placed otherwise."""
    if variant.kind in (VariantKind.PUNCTUATION, VariantKind.SCRIPT, VariantKind.BREAK):
        return False
    texts = {said_in(reading.text) for reading in variant.readings}
    swapped = len({"".join(sorted(text)) for text in texts}) == 1
    return len(texts) > 1 and (swapped or variant.kind is not VariantKind.TRANSPOSITION)


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
