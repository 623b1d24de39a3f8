"""Sentences and clauses that come back: exact ones anywhere on a page, near ones side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.detectors.paragraphs import Paragraph
from core.detectors.units import said
from core.text.span import Span

LEAST = 12
"""Shorter sentences are said again by whoever speaks (characters that say something)."""

LEAST_CLAUSE = 10
LEAST_LIKENESS = 0.8

LONG = 40
"""Quotations this long are hardly given twice."""

STANDING = 3
"""What stands on a page so often is a formula."""

# Only behind a stop can the next one begin: or else a line without any would be gone through from each of its
# characters on.
_SENTENCE = re.compile("(?<![^。！？!?”’」』])[^。！？!?]++[。！？!?]+[”’」』]?")
_CLAUSE = re.compile("(?<![^。！？!?，,；;：:])[^。！？!?，,；;：:]++[。！？!?，,；;]")
_QUOTE = re.compile("[“”「」]")
_DIGITS = re.compile("[0-9一二三四五六七八九十百千万]+")
_PRESENT = re.compile("等.{0,6}(?:参加|出席|陪同|列席|參加)")
_STATUTE = re.compile("第[一二三四五六七八九十百零〇]+[条條]")


@dataclass(frozen=True, slots=True)
class _Part:
    """A sentence or clause: where it stands in its paragraph, what it says, whether it is quoted."""

    start: int
    end: int
    key: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or clause: its place, what it says, the number of its paragraph, whether it is quoted."""

    span: Span
    key: str
    paragraph: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class SaidAgain:
    """`second` says what `first` said, and how likely it is that this is not meant."""

    first: Sentence
    second: Sentence
    confidence: float


def repeated_sentences(paragraphs: Sequence[Paragraph]) -> Iterator[SaidAgain]:
    """Yield the sentences of running text that were said before, in the order of the page.

    Quotations, formulas and lists of those present may come back; parallels differ in more than a slip.
    """
    running = [paragraph for paragraph in paragraphs if paragraph.runs]
    law = statute(running)
    places: dict[str, list[tuple[int, _Part]]] = defaultdict(list)
    for number, paragraph in enumerate(running):
        for part in paragraph.once(_long_sentences):
            places[part.key].append((number, part))
    for same in places.values():
        sentences = [_placed(running[number], number, part) for number, part in same] if len(same) > 1 else []
        for first, second in pairwise(sentences):
            sure = _confidence(first, second, len(same)) * (0.4 if law else 1.0)
            yield SaidAgain(first, second, round(sure, 3))
    if not law:
        for number, paragraph in enumerate(running):
            for one, two, sure in paragraph.once(_neighbours):
                yield SaidAgain(_placed(paragraph, number, one), _placed(paragraph, number, two), sure)


def _placed(paragraph: Paragraph, number: int, part: _Part) -> Sentence:
    return Sentence(paragraph.place(part.start, part.end), part.key, number, part.quoted)


def _long_sentences(paragraph: Paragraph) -> list[_Part]:
    return [part for part in paragraph.once(_sentences) if len(part.key) >= LEAST]


def _neighbours(paragraph: Paragraph) -> list[tuple[_Part, _Part, float]]:
    """List the sentences that nearly say what the one before said, and clauses where no sentence does."""
    sentences = list(_alike(pairwise(paragraph.once(_sentences)), LEAST, 0.5))
    if sentences:
        return sentences
    return list(_alike(pairwise(_parts(paragraph, _CLAUSE)), LEAST_CLAUSE, 0.4))


def _sentences(paragraph: Paragraph) -> list[_Part]:
    return list(_parts(paragraph, _SENTENCE))


def statute(paragraphs: Sequence[Paragraph]) -> bool:
    """Say whether a page is of laws, whose sentences repeat each other by rule."""
    return sum(_STATUTE.match(paragraph.text) is not None for paragraph in paragraphs) >= STANDING


def _parts(paragraph: Paragraph, pattern: re.Pattern[str]) -> Iterator[_Part]:
    marks = [mark.start() for mark in _QUOTE.finditer(paragraph.text)]
    before = 0
    for found in pattern.finditer(paragraph.text):
        start = found.start() + len(found.group()) - len(found.group().lstrip())
        while before < len(marks) and marks[before] < start:
            before += 1
        quoted = before % 2 == 1 or _QUOTE.match(paragraph.text, start) is not None
        yield _Part(start, found.end(), said(found.group()), quoted)


def _confidence(first: Sentence, second: Sentence, times: int) -> float:
    length = len(second.key)
    if second.quoted and length < LONG:
        return 0.15
    if 0 <= second.span.start - first.span.end <= 2:
        return 0.92
    if times >= STANDING or _PRESENT.search(second.key):
        return 0.15
    near = 0.2 if first.paragraph == second.paragraph else 0.0
    return min(0.85, 0.3 + 0.01 * length + near)


def _alike(
    pairs: Iterable[tuple[_Part, _Part]], least: int, sure: float
) -> Iterator[tuple[_Part, _Part, float]]:
    for first, second in pairs:
        if min(len(first.key), len(second.key)) >= least and not second.quoted:
            slips = _slips(first.key, second.key)
            if slips:
                yield first, second, round(sure + min(0.3, 0.01 * (len(second.key) - least)), 3)


def _slips(one: str, two: str) -> int:
    """Count the slips by which two neighbours differ; 0 where they are equal or differ in more than slips."""
    # Imported here: only pages with something to compare pay for it.
    from rapidfuzz.distance import Levenshtein

    if one == two or abs(len(one) - len(two)) > 2 or _DIGITS.findall(one) != _DIGITS.findall(two):
        return 0
    if Levenshtein.normalized_similarity(one, two, score_cutoff=LEAST_LIKENESS) == 0.0:
        return 0
    changes = [step for step in Levenshtein.opcodes(one, two) if step.tag != "equal"]
    widest = max(max(it.src_end - it.src_start, it.dest_end - it.dest_start) for it in changes)
    # Who varies a sentence changes words; an engine gets single characters wrong, and not the first.
    words = widest > 1 or (len(changes) == 1 and changes[0].src_start < 2)
    return 0 if words else len(changes)
