"""Finding what is one character off a set form, however many forms are listed.

What differs lies inside the form or at one of its ends. Inside: it is found by its frame. At an end: all but
one character is intact, so the rest is found as it is. Both are lookups of a whole text at once in tables of
hashes; what they let through, a few places a page, is compared character by character.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from core.glossary.bloom import BloomFilter
from core.glossary.entry import LONGEST, Glossary
from core.glossary.frames import SHORTEST, SHORTEST_UNEQUAL, Frames, blocks, code_points, of_sizes
from core.glossary.near_miss import NearMiss, Slip, best, compared, is_held, reach_of
from core.language.gram_table import powers
from core.text.characters import is_han
from core.text.folding import fold
from core.text.hashes import Hashes

_WEIGHTS = powers(LONGEST)


@dataclass(frozen=True)
class NearIndex:
    """The forms of a glossary, ready to be looked for.

    `short`: forms of three characters that are found by a slip at one of their ends too. The tables are
    made when they are first needed, by whoever looks: some tenths of a second for 20,000 entries.
    """

    glossary: Glossary = field(default_factory=Glossary)
    short: frozenset[str] = frozenset()

    def __hash__(self) -> int:
        # All entries would take too long, where an index is asked for after every key.
        return hash((len(self.glossary), len(self.short)))

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
        if not self._tables.frames.forms or not text:
            return []
        codes = code_points(text)
        standing: list[tuple[int, int]] = []
        found = {*self._inside(text, codes), *self._at_ends(text, codes, standing)}
        reach = reach_of(standing, len(text))
        return best((miss for miss in found if not is_held(miss, reach)), len(text))

    def _inside(self, text: str, codes: Hashes) -> Iterator[NearMiss]:
        for start, end, form in self._tables.frames.near(codes):
            if text[start:end] not in self._tables.listed:
                yield from compared(text, start, end, (form,))

    def _at_ends(self, text: str, codes: Hashes, standing: list[tuple[int, int]]) -> Iterator[NearMiss]:
        """Yield slips at the ends of forms; where a form stands as it is goes to `standing`."""
        for start, end, form in self._tables.shapes.hits(codes):
            if len(form) != end - start:
                yield from _but_for_an_end(text, start, form)
            elif text.startswith(form, start):
                standing.append((start, end))
            else:
                yield from compared(text, start, end, (form,))


@dataclass(frozen=True)
class _Tables:
    """The forms as they are listed by how they are folded, and the tables of those that are looked for."""

    listed: Mapping[str, str]
    frames: Frames
    shapes: _Shapes


@dataclass(frozen=True)
class _Shapes:
    """The forms, and what slips at their ends leave or make of them, by the hash of that."""

    forms: Mapping[int, Iterable[str]]
    lengths: Sequence[int]
    held: BloomFilter

    @classmethod
    def of(cls, shapes: Sequence[tuple[str, str]]) -> _Shapes:
        """Take pairs of a shape and its form."""
        lengths = np.array([len(shape) for shape, _ in shapes], dtype=np.intp)
        first = np.cumsum(lengths) - lengths
        places = np.arange(lengths.sum()) - np.repeat(first, lengths)
        weighed = code_points("".join(shape for shape, _ in shapes)) * _WEIGHTS[places]
        sums = np.add.reduceat(weighed, first) + of_sizes(lengths)
        forms: defaultdict[int, dict[str, None]] = defaultdict(dict)
        for key, (_, form) in zip(sums.tolist(), shapes, strict=True):
            forms[key][form] = None
        return cls(forms, np.unique(lengths).tolist(), BloomFilter.of(sums))

    def hits(self, codes: Hashes) -> Iterator[tuple[int, int, str]]:
        """Yield where in a text a shape stands, each with its forms."""
        longest = self.lengths[-1]
        sizes = np.array(self.lengths)
        for begin, behind in blocks(codes, longest):
            sums = np.cumsum(behind[:longest] * _WEIGHTS[:longest, None], axis=0)
            hashes = (sums[sizes - 1] + of_sizes(sizes)[:, None]).reshape(-1)
            for place in self.held.passed(hashes).tolist():
                row, start = divmod(place, behind.shape[1])
                end = begin + start + self.lengths[row]
                for form in self.forms.get(int(hashes[place]), ()) if end <= len(codes) else ():
                    yield begin + start, end, form


def _tables_of(glossary: Glossary, short: frozenset[str]) -> _Tables:
    listed = {fold(entry.form): entry.form for entry in glossary}
    off = {fold(entry.form) for entry in glossary if not entry.on}
    sought = [form for form in listed if form not in off and sum(map(is_han, form)) >= SHORTEST]
    shapes = [(form, form) for form in listed if form]
    for form in sought:
        if len(form) > SHORTEST or form in short:
            shapes.extend((shape, form) for shape in _shapes(form))
    return _Tables(listed, Frames.of(sought), _Shapes.of(shapes))


def _shapes(form: str) -> list[str]:
    """Return what is left of a form, or becomes of it, by slips that a frame does not find."""
    shapes = [form[1:], form[:-1], form[1] + form[0] + form[2:], form[:-2] + form[-1] + form[-2]]
    if len(form) == SHORTEST_UNEQUAL:
        shapes.append(form[0] + form[2] + form[1] + form[3])
    return shapes


def _but_for_an_end(text: str, start: int, form: str) -> Iterator[NearMiss]:
    """Yield the slip of a form of which all but the first, or all but the last character stand at `start`."""
    before, behind = start - 1, start + len(form) - 1
    if before >= 0 and _can_slip(text[before], form[0]) and text.startswith(form[1:], start):
        yield NearMiss(before, behind, form, Slip.OTHER, 0, True)
    if behind < len(text) and _can_slip(text[behind], form[-1]) and text.startswith(form[:-1], start):
        yield NearMiss(start, behind + 1, form, Slip.OTHER, len(form) - 1, True)


def _can_slip(found: str, wanted: str) -> bool:
    return found != wanted and is_han(found) and is_han(wanted)
