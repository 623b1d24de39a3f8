"""Which reading of a variant is to be preferred, and why; or that it cannot be said.

What speaks for each reading is added up: how it sounds in its place, how many witnesses have it that know
nothing of each other, what the editors have corrected before. The weights of the language are those of a
logistic regression on damaged texts (packaging/weigh_readings.py), set lower by TRUST: a model that reads
pages writes what sounds well.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from core.collation.evidence import Heard, Version, hear, look_alike, said_elsewhere, versions_of
from core.collation.forms import is_form
from core.collation.habits import Habits
from core.collation.reasons import Votes, surface_reason, why
from core.collation.substance import Substance, said_in
from core.collation.variants import Reading, Variant, VariantKind, says_otherwise
from core.collation.witnesses import WitnessGroup
from core.glossary.pair_index import PairIndex
from core.language.language import Language
from core.messages import Message, message

TRUST, TRUST_ALIKE = 0.4, 0.8
"""How much of what the language says is believed; and where characters that look alike make the difference:
who takes one for the other does not ask what sounds well."""

MOST, MOST_ALIKE = 2.7, 4.0
"""The language alone never makes one reading likelier than another by more than this (natural logarithm)."""

_SAME_LENGTH = (1.787, 0.087, -0.22, 0.074)
_OTHER_LENGTH = (1.761, 0.023, 0.567, 0.011)
_LONGER, _LONGER_STILL = -1.458, 1.833
_LONGEST = 20

_VOICE, _MOST_VOICES = 1.6, 4.0
"""What each further witness adds, and all of them together at the most."""

_TAUGHT = 2.5
_READ_TWICE = 4.0
_SAID_AGAIN, _MOST_SAID = 0.3, 0.9

_PREFERRED = 0.75
_SPEAKS = 0.8
"""So likely a reading must be to be preferred, and so much must speak for it beside numbers."""

_PRINTED, _CUT = 0.12, 0.75
"""How likely it is that papers did print otherwise; and where whole sentences stand in one of them only."""

_STOPS = frozenset("。！？!?…\n")
_BETWEEN = " \t\u3000#*>”’」』）)"


@dataclass(frozen=True, slots=True)
class Grounds:
    """What variants are judged by: the language, and what the editors have corrected before."""

    language: Language | None = None
    pairs: PairIndex = field(default_factory=PairIndex)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The number of the preferred reading, or None; `why` says what speaks for it, or why nothing decides.

    `chances` say of each reading how likely it is what was to be printed, `printed` how likely it is that
    all of them were printed so. Where only marks, script, lines or order differ there are no chances.
    """

    preferred: int | None
    why: Message
    chances: tuple[float, ...] = ()
    printed: float = 0.0

    def doubt(self, reading: int) -> float:
        """Return how likely it is that a witness with this reading does not have what was printed."""
        return (1 - self.printed) * (1 - self.chances[reading]) if self.chances else 0.0


Hear = Callable[[Sequence[Version], Language], list[Heard]]
"""Says of each version how it sounds."""


def judge_all(
    group: WitnessGroup, found: Sequence[Variant], grounds: Grounds, listen: Hear = hear
) -> list[Judgement]:
    """Judge variants of `group`, in their order; the more are given, the more is known of the witnesses."""
    weighed = [number for number, variant in enumerate(found) if says_otherwise(variant)]
    habits = Habits.of([found[number] for number in weighed])
    versions = {number: versions_of(group, found[number]) for number in weighed}
    told = [one for some in versions.values() for one in some]
    heard: list[Heard | None] = [None] * len(told)
    if grounds.language is not None:
        heard = [*listen(told, grounds.language)]
    judgements = [Judgement(None, surface_reason(variant.kind)) for variant in found]
    if is_form(group, found):
        return [
            _printed_so(one) if number in weighed else judgements[number] for number, one in enumerate(found)
        ]
    for number in weighed:
        own = versions[number]
        said, heard = heard[: len(own)], heard[len(own) :]
        alike = look_alike(own, grounds.language)
        votes = Votes(
            _spoken(said, alike=alike),
            tuple(habits.voices(reading.witnesses) for reading in found[number].readings),
            _taught(own, grounds.pairs),
            _read_twice(group, found[number]),
            tuple(min(_MOST_SAID, _SAID_AGAIN * times) for times in said_elsewhere(group, own)),
            alike,
        )
        judgements[number] = _judged(found[number], votes, _printed(group, found[number]))
    return judgements


def _spoken(heard: Sequence[Heard | None], *, alike: bool) -> tuple[float, ...]:
    """Return what the language says for each reading, more than for the least likely one."""
    known = [one for one in heard if one is not None]
    if len(known) < len(heard) or not known:
        return (0.0,) * len(heard)
    lengths = {one.length for one in known}
    told = [_told(one, min(lengths) if len(lengths) > 1 else None) for one in known]
    best = max(told)
    trust, most = (TRUST_ALIKE, MOST_ALIKE) if alike else (TRUST, MOST)
    return tuple(most + max(-most, trust * (one - best)) for one in told)


def _told(heard: Heard, shortest: int | None) -> float:
    figures = (heard.counted, heard.least_counted, heard.modelled, heard.least_modelled)
    weights = _SAME_LENGTH if shortest is None else _OTHER_LENGTH
    told = sum(weight * figure for weight, figure in zip(weights, figures, strict=True))
    if shortest is not None and heard.length > shortest:
        told += _LONGER + _LONGER_STILL * math.log2(1 + min(heard.length - shortest, _LONGEST))
    return told


def _taught(versions: Sequence[Version], pairs: PairIndex) -> tuple[float, ...]:
    """Return what speaks against the readings that editors have corrected before."""
    found = []
    for version in versions:
        start, end = len(version.before), len(version.before) + len(version.reading)
        hits = pairs.hits(version.before + version.reading + version.after)
        against = any(hit.start < end + (start == end) and start - (start == end) < hit.end for hit in hits)
        found.append(-_TAUGHT if against else 0.0)
    return tuple(found)


def _read_twice(group: WitnessGroup, variant: Variant) -> tuple[float, ...]:
    """Return what speaks against readings that only say again what stands beside them."""
    shortest = min(len(said_in(reading.text)) for reading in variant.readings)
    return tuple(
        -_READ_TWICE if _says_again(group.witnesses[reading.witnesses[0]].text, reading, shortest) else 0.0
        for reading in variant.readings
    )


def _says_again(text: Substance, reading: Reading, shortest: int) -> bool:
    start, end = (bisect_left(text.places, place) for place in reading.spans[0])
    length = end - start
    if length < 2 or shortest:
        return False
    said = text.text[start:end]
    return said in (text.text[max(0, start - length) : start], text.text[end : end + length])


def _printed_so(variant: Variant) -> Judgement:
    """Judge a variant of texts that are no copies: each was printed as it stands."""
    alike = (1 / len(variant.readings),) * len(variant.readings)
    return Judgement(None, message("同一格式的不同报道，所填各异，不是传抄之误"), alike, printed=1.0)


def _judged(variant: Variant, votes: Votes, printed: float) -> Judgement:
    many = [min(_MOST_VOICES, _VOICE * (voices - 1)) for voices in votes.voices]
    words = votes.words
    raised = [math.exp(one + other) for one, other in zip(words, many, strict=True)]
    chances = tuple(one / sum(raised) for one in raised)
    best = max(range(len(chances)), key=chances.__getitem__)
    ahead = words[best] - max(one for number, one in enumerate(words) if number != best)
    preferred = best if chances[best] >= _PREFERRED and ahead >= _SPEAKS else None
    return Judgement(preferred, why(variant, votes, preferred), chances, printed)


def _printed(group: WitnessGroup, variant: Variant) -> float:
    """Return how likely papers did print otherwise: they leave sentences out, and hardly half of one."""
    if variant.kind is VariantKind.SUBSTITUTION:
        return _PRINTED
    longest = max(variant.readings, key=lambda reading: len(reading.text))
    raw = group.witnesses[longest.witnesses[0]].text.raw
    start, end = longest.spans[0]
    before, after = raw[:start].rstrip(_BETWEEN), raw[end:].lstrip(_BETWEEN)
    whole = len(longest.text) >= _LONGEST / 2 and before[-1:] in _STOPS and after[:1] in _STOPS
    return _CUT if whole else _PRINTED
