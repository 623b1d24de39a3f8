"""Finding what is one character off a set form, however many forms are listed.

What differs lies inside the form or at one of its ends. Inside: the first and the last character are intact,
and so is one of those next to them; these three and their distance tell where to look. At an end: all but one
character is intact, so the rest is found as it is. Both are lookups of a whole text at once in tables of
hashes; what they let through, a few places a page, is compared character by character.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

import numpy as np
import numpy.typing as npt

from core.glossary.entry import LONGEST, Glossary
from core.language.gram_table import powers
from core.text.characters import is_han
from core.text.folding import fold
from core.text.span import Span

SHORTEST = 3
"""Forms with fewer Han characters are never missed by one: too much else is one character off."""

SHORTEST_UNEQUAL = 4
"""The same where a character is missing or added, and mostly where one differs at an end."""

_ROOM = 64
"""How many places of a table there are to a hash, of which each takes two (Bloom 1970)."""

PRIMES = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
_Hashes = npt.NDArray[np.uint64]
_Codes = npt.NDArray[np.uint64]


class Slip(Enum):
    """How a text differs from a set form."""

    OTHER = "other"
    MISSING = "missing"
    ADDED = "added"
    SWAPPED = "swapped"


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A stretch `[start, end)` of a text that is one slip off `form` (folded).

    `at` counts from the start of the form to the first character that differs; `at_end`: it is the first or
    the last, or reaches there.
    """

    start: int
    end: int
    form: str
    slip: Slip
    at: int
    at_end: bool

    @property
    def differing(self) -> Span:
        """What differs, in the text: where a character is missing, those on either side of it."""
        at = self.start + self.at
        if self.slip is Slip.MISSING:
            return Span(at - 1, at + 1)
        return Span(at, at + 1 + (self.slip is Slip.SWAPPED))


def slip_between(found: str, form: str) -> tuple[Slip, int] | None:
    """Return the one slip that makes `found` of `form` and where it is, None where it takes more or none.

    Only Han characters slip.
    """
    if found == form or abs(len(found) - len(form)) > 1:
        return None
    at, least = 0, min(len(found), len(form))
    while at < least and found[at] == form[at]:
        at += 1
    if len(found) == len(form):
        if found[at + 1 :] == form[at + 1 :]:
            return (Slip.OTHER, at) if is_han(found[at]) and is_han(form[at]) else None
        swapped = found[at : at + 2] == form[at + 1 : at + 2] + form[at]
        if swapped and found[at + 2 :] == form[at + 2 :] and is_han(found[at]) and is_han(form[at]):
            return Slip.SWAPPED, at
        return None
    if len(found) < len(form):
        return (Slip.MISSING, at) if found[at:] == form[at + 1 :] and is_han(form[at]) else None
    return (Slip.ADDED, at) if found[at + 1 :] == form[at:] and is_han(found[at]) else None


@dataclass(frozen=True)
class _Table:
    """Which hashes lead to which forms; `seen` answers "none" for most of them without a look at `forms`."""

    seen: npt.NDArray[np.bool_]
    bits: int
    forms: Mapping[int, tuple[str, ...]]

    @classmethod
    def of(cls, keyed: Mapping[int, Iterable[str]]) -> _Table:
        hashes = np.fromiter(keyed, dtype=np.uint64, count=len(keyed))
        bits = (_ROOM * len(keyed)).bit_length()
        seen = np.zeros(1 << bits, dtype=np.bool_)
        for prime in PRIMES:
            seen[slots(hashes, bits, prime)] = True
        return cls(seen, bits, {key: tuple(dict.fromkeys(forms)) for key, forms in keyed.items()})

    def hits(self, hashes: _Hashes) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield the places in `hashes` that are known, each with its forms."""
        places = np.flatnonzero(self.seen[slots(hashes, self.bits, PRIMES[0])])
        places = places[self.seen[slots(hashes[places], self.bits, PRIMES[1])]]
        for place in places.tolist():
            forms = self.forms.get(int(hashes[place]))
            if forms is not None:
                yield place, forms


def slots(hashes: _Hashes, bits: int, prime: np.uint64) -> npt.NDArray[np.intp]:
    """Return the places of hashes in a Bloom filter of 2**bits."""
    with np.errstate(over="ignore"):
        return ((hashes * prime) >> np.uint64(64 - bits)).view(np.int64)


_WEIGHTS = powers(LONGEST)
_SECOND, _LAST_BUT_ONE, _LAST = (
    np.uint64(weight) for weight in (0xD1342543DE82EF95, 0xAF251AF3B0F025B5, 0xB564EF22EC7AECE5)
)


def code_points(text: str) -> _Codes:
    """Return the code points of a text, as wide as hashes are."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)


def _sum(text: str) -> int:
    with np.errstate(over="ignore"):
        return int((code_points(text) * _WEIGHTS[: len(text)]).sum(dtype=np.uint64))


def _frames(form: str) -> list[int]:
    """Return the hashes of the three characters by which a form is found whatever slips inside it."""
    ends = ord(form[0]) + ord(form[-1]) * int(_LAST)
    if len(form) == SHORTEST:
        return [ends % 2**64]
    beside = (ord(form[1]) * int(_SECOND), ord(form[-2]) * int(_LAST_BUT_ONE))
    return [(ends + one) % 2**64 for one in beside]


def text_frames(codes: _Codes, size: int, *, unequal: bool) -> Iterator[_Hashes]:
    """Yield what `_frames` gives for a form, for every stretch of `size` characters of a text."""
    places = len(codes) - size + 1
    with np.errstate(over="ignore"):
        ends = codes[:places] + codes[size - 1 :] * _LAST
        if not unequal:
            yield ends
            return
        yield ends + codes[1 : 1 + places] * _SECOND
        yield ends + codes[size - 2 : size - 2 + places] * _LAST_BUT_ONE


@dataclass(frozen=True)
class _Tables:
    """The forms as they are listed by how they are folded, and the tables by the lengths they are about."""

    listed: Mapping[str, str]
    framed: Mapping[int, _Table]
    whole: Mapping[int, _Table]


@dataclass(frozen=True)
class NearIndex:
    """The forms of a glossary, ready to be looked for.

    `short`: forms of three characters that are found by a slip at one of their ends too. The tables are
    made when they are first needed, by whoever looks: about a second for 20,000 entries.
    """

    glossary: Glossary = field(default_factory=Glossary)
    short: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return any(entry.on for entry in self.glossary)

    def prepare(self) -> None:
        """Make the tables now."""
        _ = self._tables

    def listed(self, form: str) -> str:
        """Return a folded form as it is listed."""
        return self._tables.listed[form]

    @cached_property
    def _tables(self) -> _Tables:
        return _tables_of(self.glossary, self.short)

    def misses(self, text: str) -> list[NearMiss]:
        """List what in `text` (folded) is one slip off a form, the best reading of each place, by place.

        Not listed is what is a listed form itself, or lies in a listed form that stands there as it is.
        """
        if not self._tables.framed or not text:
            return []
        codes = code_points(text)
        standing: list[tuple[int, int]] = []
        found = {*self._inside(text, codes), *self._at_ends(text, codes, standing)}
        reach = reach_of(standing, len(text))
        return best((miss for miss in found if not is_held(miss, reach)), len(text))

    def _inside(self, text: str, codes: _Codes) -> Iterator[NearMiss]:
        listed = self._tables.listed
        # Forms of three lengths are looked for in stretches of one size.
        known: dict[tuple[int, bool], list[_Hashes]] = {}
        for length, table in self._tables.framed.items():
            unequal = length >= SHORTEST_UNEQUAL
            for size in (length - 1, length, length + 1) if unequal else (length,):
                if size > len(codes):
                    continue
                if (size, unequal) not in known:
                    known[size, unequal] = list(text_frames(codes, size, unequal=unequal))
                for frames in known[size, unequal]:
                    for start, forms in table.hits(frames):
                        if text[start : start + size] not in listed:
                            yield from compared(text, start, start + size, forms)

    def _at_ends(self, text: str, codes: _Codes, standing: list[tuple[int, int]]) -> Iterator[NearMiss]:
        """Yield slips at the ends of forms; where a form stands as it is goes to `standing`."""
        sums = np.zeros(len(codes), dtype=np.uint64)
        for length in range(1, min(max(self._tables.whole), len(codes)) + 1):
            sums = sums[: len(codes) - length + 1]
            with np.errstate(over="ignore"):
                sums = sums + codes[length - 1 :] * _WEIGHTS[length - 1]
            table = self._tables.whole.get(length)
            for start, forms in table.hits(sums) if table else ():
                for form in forms:
                    if len(form) == length:
                        if text.startswith(form, start):
                            standing.append((start, start + length))
                        else:
                            yield from compared(text, start, start + length, (form,))
                    else:
                        yield from _but_for_an_end(text, start, form)


def _tables_of(glossary: Glossary, short: frozenset[str]) -> _Tables:
    framed: defaultdict[int, defaultdict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    whole: defaultdict[int, defaultdict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    listed = {fold(entry.form): entry.form for entry in glossary}
    off = {fold(entry.form) for entry in glossary if not entry.on}
    for form in listed:
        whole[len(form)][_sum(form)].append(form)
        if form in off or sum(map(is_han, form)) < SHORTEST:
            continue
        length = len(form)
        for frame in _frames(form):
            framed[length][frame].append(form)
        if length > SHORTEST or form in short:
            for shape in _shapes(form):
                whole[len(shape)][_sum(shape)].append(form)
    return _Tables(
        listed,
        {length: _Table.of(keyed) for length, keyed in framed.items()},
        {length: _Table.of(keyed) for length, keyed in whole.items()},
    )


def _shapes(form: str) -> list[str]:
    """Return what is left of a form, or becomes of it, by slips that a frame does not find."""
    shapes = [form[1:], form[:-1], form[1] + form[0] + form[2:], form[:-2] + form[-1] + form[-2]]
    if len(form) == SHORTEST_UNEQUAL:
        shapes.append(form[0] + form[2] + form[1] + form[3])
    return shapes


def compared(text: str, start: int, end: int, forms: Iterable[str]) -> Iterator[NearMiss]:
    """Yield how a stretch of a text slipped from one of `forms`, unless only an end is lost or added."""
    found = text[start:end]
    for form in forms:
        slip = slip_between(found, form)
        if slip is None:
            continue
        kind, at = slip
        if kind in (Slip.MISSING, Slip.ADDED) and not 0 < at < len(form) - (kind is Slip.MISSING):
            # A form whose first or last character is missing is mostly another word.
            continue
        last = at + (kind is Slip.SWAPPED)
        yield NearMiss(start, end, form, kind, at, at == 0 or last == len(form) - 1)


def _but_for_an_end(text: str, start: int, form: str) -> Iterator[NearMiss]:
    """Yield the slip of a form of which all but the first, or all but the last character stand at `start`."""
    before, behind = start - 1, start + len(form) - 1
    if before >= 0 and _can_slip(text[before], form[0]) and text.startswith(form[1:], start):
        yield NearMiss(before, behind, form, Slip.OTHER, 0, True)
    if behind < len(text) and _can_slip(text[behind], form[-1]) and text.startswith(form[:-1], start):
        yield NearMiss(start, behind + 1, form, Slip.OTHER, len(form) - 1, True)


def _can_slip(found: str, wanted: str) -> bool:
    return found != wanted and is_han(found) and is_han(wanted)


def reach_of(standing: Iterable[tuple[int, int]], length: int) -> npt.NDArray[np.intp]:
    """Return for each place how far the forms reach that stand in the text and begin there or before."""
    reach = np.zeros(length + 1, dtype=np.intp)
    for start, end in standing:
        reach[start] = max(reach[start], end)
    return np.maximum.accumulate(reach)


def is_held(miss: NearMiss, reach: npt.NDArray[np.intp]) -> bool:
    """Say whether what differs lies in a listed form that stands there as it is."""
    return bool(reach[miss.differing.start] >= miss.differing.end)


def best(misses: Iterable[NearMiss], length: int) -> list[NearMiss]:
    """Keep the longest form at each place, of equals the one that differs inside."""
    kept: list[NearMiss] = []
    taken = bytearray(length)
    for miss in sorted(misses, key=_rank):
        if not any(taken[miss.start : miss.end]):
            taken[miss.start : miss.end] = b"\1" * (miss.end - miss.start)
            kept.append(miss)
    return sorted(kept, key=lambda miss: miss.start)


def _rank(miss: NearMiss) -> tuple[int, bool, bool, int, str]:
    return -len(miss.form), miss.slip is not Slip.SWAPPED, miss.at_end, miss.start, miss.form
