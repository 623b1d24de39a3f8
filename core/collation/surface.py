"""Where witnesses that say the same are written otherwise: script, marks, line breaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from core.collation.aligned import Aligned, align
from core.collation.substance import Substance
from core.collation.variants import Having, Variant, VariantKind, readings_of
from core.collation.witnesses import WitnessGroup
from core.text.folding import fold

PHRASE = 3
"""So many characters that are the same in both scripts may stand between two that are not."""

_LEFT_OUT = str.maketrans("", "", "#*> \t\n\u3000")


Maps = Sequence[tuple[int, dict[int, int]]]
"""The number of a witness, and which of its characters goes with which of the base."""


def surface_variants(group: WitnessGroup) -> list[Variant]:
    """Return variants of punctuation, script and line breaks, in the order of the base."""
    aligned = align(group)
    maps = [(part.witness, _places(part)) for part in aligned]
    places = range(min(part.start for part in aligned), max(part.end for part in aligned))
    found = [(place, variant) for place in places for variant in _between(group, maps, place)]
    for start, end in _drifts(
        group, maps, [place for place in places if _scripts_differ(group, maps, place)]
    ):
        found += [(start, variant) for variant in _script(group, maps, start, end)]
    return [variant for _, variant in sorted(found, key=lambda one: one[0])]


def _drifts(group: WitnessGroup, maps: Maps, places: Sequence[int]) -> list[tuple[int, int]]:
    """Join places in another script that stand in one phrase, with no mark between them in any witness."""
    drifts: list[tuple[int, int]] = []
    for place in places:
        start, end = drifts[-1] if drifts else (place, place)
        if drifts and place - end <= PHRASE and _is_unbroken(group, maps, end - 1, place):
            drifts[-1] = start, place + 1
        else:
            drifts.append((place, place + 1))
    return drifts


def _is_unbroken(group: WitnessGroup, maps: Maps, first: int, last: int) -> bool:
    """Say whether nothing stands between two characters but those between them in the base."""
    return all(
        text.places[held[last]] - text.places[held[first]] == last - first
        for number, held in maps
        if first in held and last in held
        for text in [group.witnesses[number].text]
    )


def _places(part: Aligned) -> dict[int, int]:
    """Return which character of the witness goes with which of the base, where both say the same."""
    places: dict[int, int] = {}
    start, other = part.start, part.other_start
    for edit in part.edits:
        places.update(zip(range(start, edit.start), range(other, edit.other_start), strict=True))
        start, other = edit.end, edit.other_end
    places.update((place, other + place - start) for place in range(start, part.end))
    return places


def _scripts_differ(group: WitnessGroup, maps: Maps, place: int) -> bool:
    written = {
        group.witnesses[number].text.raw[group.witnesses[number].text.places[places[place]]]
        for number, places in maps
        if place in places
    }
    return len(written) > 1 and not any(character in _WIDE for character in written)


_WIDE = frozenset(chr(point) for point in range(0xFF01, 0xFF5F))


def _script(group: WitnessGroup, maps: Maps, start: int, end: int) -> list[Variant]:
    def span(text: Substance, places: dict[int, int]) -> tuple[int, int] | None:
        if not all(place in places for place in range(start, end)):
            return None
        return text.span(places[start], places[end - 1] + 1)

    return _differing(group, maps, VariantKind.SCRIPT, span, lambda text: text.translate(_LEFT_OUT))


def _between(group: WitnessGroup, maps: Maps, place: int) -> list[Variant]:
    """Compare what stands between a character and the one before it."""

    def span(text: Substance, places: dict[int, int]) -> tuple[int, int] | None:
        here, before = places.get(place), places.get(place - 1)
        return text.between(here) if here is not None and before == here - 1 else None

    marks = _differing(
        group, maps, VariantKind.PUNCTUATION, span, lambda text: fold(text).translate(_LEFT_OUT)
    )
    breaks = _differing(group, maps, VariantKind.BREAK, span, lambda text: str("\n" in text))
    return marks + breaks


def _differing(
    group: WitnessGroup,
    maps: Maps,
    kind: VariantKind,
    span_of: Callable[[Substance, dict[int, int]], tuple[int, int] | None],
    reading_of: Callable[[str], str],
) -> list[Variant]:
    held: dict[str, list[Having]] = {}
    for number, places in maps:
        text = group.witnesses[number].text
        span = span_of(text, places)
        if span is not None:
            held.setdefault(reading_of(text.raw[span[0] : span[1]]), []).append((number, span))
    return [Variant(kind, readings_of(group, held.values()))] if len(held) > 1 else []
