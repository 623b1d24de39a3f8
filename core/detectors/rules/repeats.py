"""Lines, paragraphs and long passages that stand on the page twice, exact or nearly so."""

from __future__ import annotations

from collections.abc import Iterator

from core.detectors.detector import Context, Rule
from core.detectors.paragraphs import paragraphs
from core.detectors.removal import removal
from core.detectors.shared_passages import SharedPassage, shared_passages
from core.detectors.units import LEAST, Repeat, repeated_units
from core.detectors.weights import weight_of
from core.document.finding import Finding, Place, Suggestion
from core.document.page import PageView
from core.messages import message

RULES = (
    Rule("repeated-paragraph", message("重复的段落")),
    Rule("repeated-line", message("重复的行")),
    Rule("repeated-passage", message("段中重复的文字")),
)

PARAGRAPH = 30
"""From this many characters on a unit is called a paragraph, below it a line."""


def detect(page: PageView, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - a page is its own context
    """Yield the later copy of whatever stands on the page twice."""
    known = paragraphs(page)
    repeats = repeated_units(page.text, known)
    for repeat in repeats:
        yield _of_unit(page, repeat)
    taken = frozenset(repeat.second.span for repeat in repeats)
    for passage in shared_passages(known, taken):
        yield _of_passage(page, passage)


def _of_unit(page: PageView, repeat: Repeat) -> Finding:
    line = page.lines.number_at(repeat.first.span.start) + 1
    words = (
        message("与第{line}行重复", line=line)
        if repeat.likeness == 1.0
        else message("与第{line}行几乎相同（{percent}%）", line=line, percent=int(100 * repeat.likeness))
    )
    length = len(repeat.second.key)
    confidence = _confidence(repeat, length)
    return Finding(
        "repeated-paragraph" if length >= PARAGRAPH else "repeated-line",
        removal(page.text, repeat.second.span),
        words,
        (Suggestion("", confidence),),
        confidence,
        weight_of(length),
        related=(Place(page.key, repeat.first.span),),
    )


def _confidence(repeat: Repeat, length: int) -> float:
    if length < LEAST:
        # So short a line counts only because its neighbours are copies.
        return 0.7
    sure = 0.97 if length >= 60 else 0.93 if length >= PARAGRAPH else 0.8 if length >= 20 else 0.6
    if length < 20 and repeat.first.article != repeat.second.article:
        sure = 0.35
    return round(max(0.3, sure - 3.0 * (1.0 - repeat.likeness)), 3)


def _of_passage(page: PageView, passage: SharedPassage) -> Finding:
    line = page.lines.number_at(passage.first.start) + 1
    return Finding(
        "repeated-passage",
        passage.second,
        message("这{count}字与第{line}行的相同", count=passage.length, line=line),
        (Suggestion("", round(passage.confidence / 2, 3)),),
        passage.confidence,
        weight_of(passage.length),
        related=(Place(page.key, passage.first),),
    )
