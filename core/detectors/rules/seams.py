"""Where the end of one column or paragraph was read again at the beginning of the next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from core.detectors.detector import Context, Rule
from core.detectors.paragraphs import Paragraph, paragraphs
from core.detectors.units import LEAST
from core.detectors.weights import weight_of
from core.document.finding import Finding, Place, Suggestion
from core.document.page import PageView
from core.messages import message
from core.text.characters import SENTENCE_END, ends_sentence, is_han
from core.text.folding import fold
from core.text.span import Span

RULES = (Rule("repeated-seam", message("接缝处重读的文字")),)

LONGEST = 80
"""So much of a column's end may be read twice (code points)."""


def detect(page: PageView, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - a page is its own context
    """Yield what stands at the beginning of a paragraph or column because it ended the one before."""
    running = [paragraph for paragraph in paragraphs(page) if paragraph.runs]
    for one, two in pairwise(running):
        if one.article == two.article:
            yield from _between(page, one.spans[-1], two.spans[0])
    for paragraph in running:
        yield from _inside(page, paragraph)


def _inside(page: PageView, paragraph: Paragraph) -> Iterator[Finding]:
    for one, two in pairwise(paragraph.spans):
        found = list(_between(page, one, two))
        yield from found
        column_ends = "\n\n" in page.text[one.end : two.start] or two.start < one.end
        doubled = page.text[one.end - 1 : one.end] == page.text[two.start : two.start + 1]
        if not found and column_ends and doubled and len(one) and is_han(page.text[two.start]):
            yield _finding(page, one, two, 1, 0.3)


def _between(page: PageView, one: Span, two: Span) -> Iterator[Finding]:
    again = overlap(one.of(page.text), two.of(page.text))
    read = page.text[two.start : two.start + again]
    if again == 0 or (again == len(two) and again >= LEAST):
        return
    han = sum(map(is_han, read))
    if ends_sentence(one.of(page.text)):
        # A paragraph may begin like the sentence before it, but not with that sentence's end and stop.
        if han and read[-1] in SENTENCE_END:
            yield _finding(page, one, two, again, 0.9)
    elif han >= 2:
        # A line that comes back whole may be a heading that its paragraph begins with.
        yield _finding(page, one, two, again, 0.4 if again == len(one) else 0.8 if again > 2 else 0.6)


def overlap(one: str, two: str) -> int:
    """Count the characters, two or more, that `one` ends and `two` begins with; 0 where there are none."""
    tail, head = fold(one[-LONGEST:]), fold(two[:LONGEST])
    if len(head) < 2:
        return 0
    at = tail.find(head[:2])
    while at >= 0:
        if head.startswith(tail[at:]):
            return len(tail) - at
        at = tail.find(head[:2], at + 1)
    return 0


def _finding(page: PageView, one: Span, two: Span, length: int, confidence: float) -> Finding:
    return Finding(
        "repeated-seam",
        Span(two.start, two.start + length),
        message("上一段的结尾在这里又读了一遍"),
        (Suggestion("", confidence),),
        confidence,
        weight_of(length),
        related=(Place(page.key, Span(one.end - length, one.end)),),
    )
