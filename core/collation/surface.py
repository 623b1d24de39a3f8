"""Where witnesses that say the same are written otherwise: script, marks, line breaks; and what was moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from core.collation.aligned import Aligned, align
from core.collation.substance import Substance
from core.collation.variants import Having, Variant, VariantKind, readings_of
from core.collation.witnesses import WitnessGroup
from core.text.folding import fold

_LEFT_OUT = str.maketrans("", "", "#*> \t\n\u3000")


def surface_variants(group: WitnessGroup) -> list[Variant]:
    """Return variants of punctuation, script and line breaks, in the order of the base."""
    aligned = align(group)
    maps = [(part.witness, _places(part)) for part in aligned]
    length = max(part.end for part in aligned)
    found: list[Variant] = []
    script_from = None
    for place in range(min(part.start for part in aligned), length + 1):
        differs = place < length and _scripts_differ(group, maps, place)
        if differs and script_from is None:
            script_from = place
        elif not differs and script_from is not None:
            found += _script(group, maps, script_from, place)
            script_from = None
        if place < length:
            found += _between(group, maps, place)
    return found


def _places(part: Aligned) -> dict[int, int]:
    """Return which character of the witness goes with which of the base, where both say the same."""
    places: dict[int, int] = {}
    start, other = part.start, part.other_start
    for edit in part.edits:
        places.update(zip(range(start, edit.start), range(other, edit.other_start), strict=True))
        start, other = edit.end, edit.other_end
    places.update((place, other + place - start) for place in range(start, part.end))
    return places


Maps = Sequence[tuple[int, dict[int, int]]]


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
