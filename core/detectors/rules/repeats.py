"""Lines, paragraphs, sentences and long passages that stand on the page twice, exact or nearly so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.detectors.detector import Context, Rule
from core.detectors.paragraphs import paragraphs
from core.detectors.placement import first_is_misplaced
from core.detectors.removal import removal
from core.detectors.sentences import SaidAgain, repeated_sentences, statute
from core.detectors.shared_passages import SharedPassage, shared_passages
from core.detectors.units import LEAST, Repeat, repeated_units
from core.detectors.weights import weight_of
from core.document.finding import Finding, Place, Suggestion
from core.document.page import PageView
from core.messages import message
from core.text.span import Span

RULES = (
    Rule("repeated-paragraph", message("重复的段落")),
    Rule("repeated-line", message("重复的行")),
    Rule("repeated-passage", message("段中重复的文字")),
    Rule("repeated-sentence", message("重复的句子")),
)

PARAGRAPH = 30
"""From this many characters on a unit is called a paragraph, below it a line."""

_STANDING = re.compile(
    "(?:热线|熱線|电话|電話|传真|邮编|邮箱|网址|订阅|零售|广告|廣告|投稿|责编|责任编辑|責任編輯|版式|校对|本报地址|国内统一)"
    r".{0,12}[:：]?|www\.|https?:|@|(?:\d{3,4}[-—])?\d{7,8}"
)
"""What a paper prints at the foot of each story: hotlines, addresses, whoever made it."""


def detect(page: PageView, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - a page is its own context
    """Yield whatever stands on the page twice: the later copy, or the one that stands in the wrong place."""
    known = paragraphs(page)
    repeats = repeated_units(page.text, known)
    if statute(known):
        # Penalties and duties are put in the same words each time: near copies are no copies there.
        repeats = [repeat for repeat in repeats if repeat.likeness == 1.0]
    copies = [span for repeat in repeats for span in (repeat.first.span, repeat.second.span)]
    said = []
    for repeat in repeats:
        yield _of_unit(page, repeat, copies)
        said += [repeat.first.span, repeat.second.span]
    taken = frozenset(repeat.second.span for repeat in repeats)
    for passage in shared_passages(known, taken):
        yield _of_passage(page, passage)
        said.append(passage.second)
    for again in repeated_sentences(known):
        if not any(again.second.span.overlaps(span) for span in said):
            yield _of_sentence(page, again)


def _of_unit(page: PageView, repeat: Repeat, copies: list[Span]) -> Finding:
    length = len(repeat.second.key)
    misplaced = length >= PARAGRAPH and first_is_misplaced(page.text, repeat, copies)
    goes, stays = repeat.second.span, repeat.first.span
    if misplaced:
        goes, stays = stays, goes
    line = page.lines.number_at(stays.start) + 1
    if misplaced:
        words = message("与第{line}行重复，那一处与上下文更相合", line=line)
    elif repeat.likeness == 1.0:
        words = message("与第{line}行重复", line=line)
    else:
        words = message("与第{line}行几乎相同（{percent}%）", line=line, percent=int(100 * repeat.likeness))
    confidence = _confidence(page, repeat, length)
    return Finding(
        "repeated-paragraph" if length >= PARAGRAPH else "repeated-line",
        removal(page.text, goes),
        words,
        (Suggestion("", confidence),),
        confidence,
        weight_of(length),
        related=(Place(page.key, stays),),
    )


def _confidence(page: PageView, repeat: Repeat, length: int) -> float:
    if length < LEAST:
        # So short a line counts only because its neighbours are copies.
        return 0.7
    sure = 0.97 if length >= 60 else 0.93 if length >= PARAGRAPH else 0.8 if length >= 20 else 0.6
    if length < 20 and repeat.first.article != repeat.second.article:
        sure = 0.35
    beside = not page.text[repeat.first.span.end : repeat.second.span.start].strip()
    if not beside and length < 60 and _STANDING.search(repeat.second.span.of(page.text)):
        return 0.2
    if not beside and length < PARAGRAPH and not repeat.second.sentence:
        # A slogan may stand at the head of two stories.
        sure = min(sure, 0.6)
    return round(max(0.3, sure - 3.0 * (1.0 - repeat.likeness)), 3)


def _of_sentence(page: PageView, again: SaidAgain) -> Finding:
    line = page.lines.number_at(again.first.span.start) + 1
    words = (
        message("这一句与第{line}行的相同", line=line)
        if again.first.key == again.second.key
        else message("这一句与前一句几乎相同")
    )
    return Finding(
        "repeated-sentence",
        again.second.span,
        words,
        (Suggestion("", again.confidence),),
        again.confidence,
        weight_of(len(again.second.key)),
        related=(Place(page.key, again.first.span),),
    )


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
