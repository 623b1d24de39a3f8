"""Which lines and paragraphs of a page say again what an earlier one said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.detectors.copies import Copy, copies
from core.detectors.paragraphs import Paragraph
from core.document.layout import ArticleId
from core.document.role import HEADLINE_ROLES, Role
from core.text.characters import HAN, ends_sentence
from core.text.folding import fold
from core.text.span import Span

LEAST = 12
"""Shorter lines are stock phrases more often than copies, unless their neighbours are copies too."""

LEAST_ADJACENT = 6
"""From this many characters on, a line right below its like is a copy."""

UNFINISHED = 16
"""From this many characters on, what does not end like a sentence may be a copy too."""

LEAST_LIKENESS = 0.86

LIKELY_DAMAGE = 0.08
"""Which share of a near copy's characters a second reading gets wrong at the most."""

_SKIPPED = HEADLINE_ROLES | {
    Role.HEADING,
    Role.TABLE,
    Role.JUMP,
    Role.CREDIT,
    Role.BYLINE,
    Role.DATELINE,
}
_NOT_SAID = re.compile(f"[^{HAN}0-9A-Za-z]+")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Unit:
    """What may be a copy: where it stands, what it says (folded, without marks), and its article."""

    span: Span
    key: str
    sentence: bool
    article: ArticleId | None


@dataclass(frozen=True, slots=True)
class Repeat:
    """`second` says again what `first` said; `likeness` is 1.0 where nothing differs but marks."""

    first: Unit
    second: Unit
    likeness: float


def repeated_units(text: str, paragraphs: Iterable[Paragraph]) -> list[Repeat]:
    """List the later copies among `paragraphs`, and among the lines of those that are no copies as a whole.

    Headings, bylines, tables and short stock lines are no copies of each other, whatever they say.
    """
    known = [paragraph for paragraph in paragraphs if paragraph.role not in _SKIPPED]
    units = _in_order(unit for paragraph in known for unit in _whole(text, paragraph))
    found = _credible(units)
    found |= _between(units, found)
    taken = frozenset(units[second].span for second in found)
    lines = _in_order(unit for paragraph in known for unit in _lines(paragraph, taken))
    return [*_repeats(units, found), *_repeats(lines, _credible(lines))]


def _repeats(units: Sequence[Unit], found: Mapping[int, Copy]) -> Iterator[Repeat]:
    return (Repeat(units[copy.first], units[copy.second], copy.likeness) for copy in found.values())


def _in_order(units: Iterable[Unit]) -> list[Unit]:
    return sorted(units, key=lambda unit: (unit.span.start, unit.span.end))


def _outer(paragraph: Paragraph) -> Span:
    return Span(paragraph.spans[0].start, max(paragraph.spans[0].start, paragraph.spans[-1].end))


def _whole(text: str, paragraph: Paragraph) -> Iterator[Unit]:
    """Yield the paragraph, if it stands on the page in one row."""
    if all(not text[one.end : two.start].strip() for one, two in pairwise(paragraph.spans)):
        sentence = paragraph.runs and ends_sentence(paragraph.text)
        yield Unit(_outer(paragraph), paragraph.once(_said), sentence, paragraph.article)


def _lines(paragraph: Paragraph, taken: frozenset[Span]) -> Iterator[Unit]:
    """Yield the lines of a paragraph of several lines that is not a copy as a whole."""
    if len(paragraph.spans) > 1 and _outer(paragraph) not in taken:
        for span, key in zip(paragraph.spans, paragraph.once(_said_by_line), strict=True):
            yield Unit(span, key, sentence=False, article=paragraph.article)


def _said(paragraph: Paragraph) -> str:
    return _NOT_SAID.sub("", paragraph.folded)


def _said_by_line(paragraph: Paragraph) -> list[str]:
    return [_NOT_SAID.sub("", paragraph.folded[start:end]) for start, end in pairwise(paragraph.bounds)]


def said(text: str) -> str:
    """Return the characters of `text` that say something, folded: no marks, no white space."""
    return _NOT_SAID.sub("", fold(text))


def _credible(units: Sequence[Unit]) -> dict[int, Copy]:
    """Return the copies that are hardly meant, by the number of the later unit."""
    keys = [unit.key if len(unit.key) >= LEAST_ADJACENT else "" for unit in units]
    return {copy.second: copy for copy in copies(keys, LEAST_LIKENESS) if _is_credible(units, copy)}


def _is_credible(units: Sequence[Unit], copy: Copy) -> bool:
    first, second = units[copy.first], units[copy.second]
    length = len(second.key)
    if copy.likeness == 1.0:
        adjacent = copy.second == copy.first + 1
        return adjacent or length >= UNFINISHED or (second.sentence and length >= LEAST)
    if length < UNFINISHED:
        return False
    if _DIGITS.findall(first.key) != _DIGITS.findall(second.key):
        # Items of a list say the same of other figures.
        return length >= 80 and copy.likeness >= 0.96
    return (1.0 - copy.likeness) * length <= max(1.0, LIKELY_DAMAGE * length)


def _between(units: Sequence[Unit], found: Mapping[int, Copy]) -> dict[int, Copy]:
    """Return the short lines that are copies because their neighbours are."""
    more: dict[int, Copy] = {}
    for second, copy in found.items():
        for step in (1, -1):
            here, there = second + step, copy.first + step
            while there >= 0 and here < len(units) and here not in found and here not in more:
                if there == here or not units[here].key or units[here].key != units[there].key:
                    break
                more[here] = Copy(there, here, 1.0)
                here, there = here + step, there + step
    return more
