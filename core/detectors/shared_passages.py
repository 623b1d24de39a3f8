"""Long passages of one paragraph that come back inside another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from core.detectors.paragraphs import Paragraph
from core.detectors.passages import Echo, echoes
from core.detectors.sentences import statute
from core.text.span import Span

LEAST = 25
"""So long a passage is suspect where it ends both paragraphs: an engine that jumps back reads to the end."""

LEAST_INSIDE = 32
"""Elsewhere it must be longer: set phrases of politics and law come back in any newspaper."""

SAME_BEGINNING = 60
"""And longer still where both paragraphs begin with it: datelines and standing openings do."""

LEAST_IN_LAW = 120
"""In laws penalties and duties are put in the same words each time."""

PULLED = 80
"""A whole paragraph up to this long that stands inside another may be a summary set apart (提要)."""

GAP = 6
"""So many characters may differ inside a passage that was read twice."""

BESIDE = 2
"""What is said again at once, with no more than this between, was never meant."""

LONG_QUOTATION = 80
"""Quotations this long are hardly given twice on a page."""

WHOLE = 0.9
"""A passage that is this much of both paragraphs is a copy of the paragraph, and another rule's affair."""

_NAMED = re.compile("[《〈][^《》〈〉]*[》〉]")
_QUOTED = re.compile('"[^"]*(?:"|$)')
_CLAUSE = re.compile("[。,;!?:]")


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A passage and its earlier copy, its length in characters, and how likely it is that it is not meant."""

    first: Span
    second: Span
    length: int
    confidence: float


@dataclass(frozen=True, slots=True)
class _Row:
    """Paragraphs in one row: their folded text without white space, and where each begins in it."""

    text: str
    starts: Sequence[int]
    offsets: Sequence[Sequence[int]]
    paragraphs: Sequence[Paragraph]

    def number_at(self, position: int) -> int:
        return bisect_right(self.starts, position) - 1

    def end_of(self, number: int) -> int:
        return self.starts[number] + len(self.offsets[number])

    def place(self, start: int, end: int) -> Span:
        number = self.number_at(start)
        offsets, begin = self.offsets[number], self.starts[number]
        return self.paragraphs[number].place(offsets[start - begin], offsets[end - 1 - begin] + 1)


def shared_passages(paragraphs: Iterable[Paragraph], taken: frozenset[Span]) -> Iterator[SharedPassage]:
    """Yield the passages of running text that stood in an earlier paragraph, or earlier in their own.

    Paragraphs with a stretch in `taken` are known to be copies and left out. Titles in 《》 and words in
    quotation marks may be repeated as often as one likes.
    """
    row = _row([it for it in paragraphs if it.runs and not any(span in taken for span in it.spans)])
    law = statute(row.paragraphs)
    for echo in _merged(row, echoes(row.text, LEAST)):
        passage = _judged(row, echo)
        if passage is not None and not (law and passage.length < LEAST_IN_LAW):
            yield passage


def _row(paragraphs: Sequence[Paragraph]) -> _Row:
    parts: list[str] = []
    starts: list[int] = []
    offsets: list[Sequence[int]] = []
    position = 0
    for number, paragraph in enumerate(paragraphs):
        kept, said = paragraph.once(_without_space)
        # The mark between two paragraphs is never the same, so that no passage reaches across.
        parts.append(said + chr(0xF0000 + number % 0xFFFD))
        starts.append(position)
        offsets.append(kept)
        position += len(kept) + 1
    return _Row("".join(parts), starts, offsets, paragraphs)


def _without_space(paragraph: Paragraph) -> tuple[Sequence[int], str]:
    """Return where its text is no white space, and what stands there, folded."""
    kept = [at for at, character in enumerate(paragraph.text) if not character.isspace()]
    return kept, "".join(map(paragraph.folded.__getitem__, kept))


def _merged(row: _Row, found: Iterator[Echo]) -> Iterator[Echo]:
    """Yield the echoes, those with a small damage between them as one."""
    last: Echo | None = None
    for echo in found:
        if last is None:
            last = echo
            continue
        ahead = echo.second - last.second - last.length
        behind = echo.first - last.first - last.length
        same = row.number_at(echo.second) == row.number_at(last.second) and row.number_at(
            echo.first
        ) == row.number_at(last.first)
        if same and 0 <= ahead <= GAP and 0 <= behind <= GAP:
            last = replace(last, length=echo.second + echo.length - last.second)
        else:
            yield last
            last = echo
    if last is not None:
        yield last


def _judged(row: _Row, echo: Echo) -> SharedPassage | None:
    one, two = row.number_at(echo.first), row.number_at(echo.second)
    begin, end = row.starts[two], row.end_of(two)
    start, stop = echo.second, min(echo.second + echo.length, end)
    if one != two and echo.length >= WHOLE * max(end - begin, row.end_of(one) - row.starts[one]):
        return None
    first_stop = min(echo.first + stop - start, row.end_of(one))
    said = _own_words(row.text[begin:start], row.text[start:stop])
    same_beginning = start == begin and echo.first == row.starts[one]
    same_end = stop == end and first_stop == row.end_of(one)
    least = LEAST if same_end else SAME_BEGINNING if same_beginning else LEAST_INSIDE
    if len(said) < least or _CLAUSE.search(said[1:-1]) is None:
        return None
    confidence = 0.1 + 0.007 * len(said) + (0.25 if same_end else 0.0)
    if start - first_stop <= BESIDE:
        confidence = 0.92
    elif not same_end and stop - start <= PULLED and _is_whole(row, one, two, stop - start):
        confidence = 0.2
    elif _sentences(row, start, stop):
        confidence += 0.2
    first, second = row.place(echo.first, first_stop), row.place(start, stop)
    return SharedPassage(first, second, stop - start, round(min(0.92, confidence), 3))


def _is_whole(row: _Row, one: int, two: int, length: int) -> bool:
    """Say whether one of the paragraphs is nothing but the passage."""
    return length >= WHOLE * min(row.end_of(number) - row.starts[number] for number in (one, two))


def _sentences(row: _Row, start: int, stop: int) -> bool:
    """Say whether the passage is whole sentences: an engine that jumps back writes no end of its own."""
    begins = start in row.starts or row.text[start - 1] in '。!?”"'
    return begins and row.text[stop - 1] in "。!?"


def _own_words(before: str, passage: str) -> str:
    """Return what a passage says itself: without titles, and without quotations unless they are long."""
    own = _NAMED.sub("", passage)
    # Folded, opening and closing marks look alike: an odd number before means that a quotation is open.
    if before.count('"') % 2 == 1:
        quoted, _, own_rest = own.partition('"')
        own = own_rest if len(quoted) < LONG_QUOTATION else own
    return _QUOTED.sub(lambda found: found.group() if len(found.group()) >= LONG_QUOTATION else "", own)
