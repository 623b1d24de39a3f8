"""Where the end of one column or paragraph was read again at the beginning of the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from core.detectors.detector import Context, Rule
from core.detectors.paragraphs import paragraphs
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
    between = [(one.spans[-1], two.spans[0]) for one, two in pairwise(running) if one.article == two.article]
    inside = [seam for paragraph in running for seam in pairwise(paragraph.spans)]
    texts = [(one.of(page.text)[-LONGEST:], two.of(page.text)[:LONGEST]) for one, two in between + inside]
    overlaps = page.each(_overlaps, texts, None)
    for number, ((one, two), again) in enumerate(zip(between + inside, overlaps, strict=True)):
        found = _between(page, one, two, again)
        if found is None and number >= len(between):
            found = _doubled(page, one, two)
        if found is not None:
            yield found


def _doubled(page: PageView, one: Span, two: Span) -> Finding | None:
    """Return what is found where a paragraph goes on in the next column with the character before it."""
    column_ends = "\n\n" in page.text[one.end : two.start] or two.start < one.end
    doubled = page.text[one.end - 1 : one.end] == page.text[two.start : two.start + 1]
    if column_ends and doubled and len(one) and is_han(page.text[two.start]):
        return _finding(page, one, two, 1, 0.3)
    return None


def _between(page: PageView, one: Span, two: Span, again: int) -> Finding | None:
    """Return what is found where `two` begins with the `again` characters that `one` ends with."""
    if again == 0 or (again == len(two) and again >= LEAST):
        return None
    read = page.text[two.start : two.start + again]
    han = sum(map(is_han, read))
    if ends_sentence(one.of(page.text)):
        # A paragraph may begin like the sentence before it, but not with that sentence's end and stop.
        return _finding(page, one, two, again, 0.9) if han and read[-1] in SENTENCE_END else None
    if han < 2:
        return None
    # A line that comes back whole may be a heading that its paragraph begins with.
    return _finding(page, one, two, again, 0.4 if again == len(one) else 0.8 if again > 2 else 0.6)


def _overlaps(seams: Sequence[tuple[str, str]], _: None) -> list[int]:
    return [overlap(one, two) for one, two in seams]


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
