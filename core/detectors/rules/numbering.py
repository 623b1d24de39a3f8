"""Items that leave a number out or say one twice, and lists with more or fewer items than announced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from core.detectors.detector import Context, Rule
from core.detectors.numbering import Item, inline_series, leading_item, series
from core.detectors.paragraphs import Paragraph, paragraphs
from core.detectors.weights import CHARACTER
from core.document.finding import Finding, Place, Suggestion
from core.document.page import PageView
from core.messages import Message, message
from core.text.numerals import value_of

RULES = (Rule("numbering", message("序号不连续")), Rule("announced", message("所列项数与所说不符")))

_ANNOUNCED = re.compile(
    r"(?<![第\d一二三四五六七八九十百千万])(?P<number>\d{1,2}|[两二三四五六七八九十]{1,2})"
    r"(?:个|点|条|项|大|方面|种)(?:方面|意见|建议|主张|要求|措施|内容|问题|任务|条件|倡议|举措|行动|希望|理由|原因|特点|原则|工作)?"
    r"(?:的?(?:工作|内容|措施|要求|意见|建议|问题|任务))?[:。]"
)

EVIDENT, LIKELY, LOST, ELSEWHERE = 0.85, 0.6, 0.4, 0.2


def detect(page: PageView, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - a page is its own context
    """Yield what breaks a list's own count, article by article."""
    known = paragraphs(page)
    numbered = list(enumerate(known))
    folded = [paragraph.folded for paragraph in known]
    for _, group in groupby(numbered, key=lambda one: one[1].article):
        lines = [number for number, _ in group]
        items = [replace(item, line=line) for line in lines if (item := known[line].once(_leading))]
        for row in series(items):
            yield from _breaks(page, known, row, folded)
        for line in lines:
            for inside in known[line].once(_inside):
                row = [replace(item, line=line) for item in inside]
                yield from _breaks(page, known, row, folded)
                yield from _announced(known[line], folded[line], row)


def _leading(paragraph: Paragraph) -> Item | None:
    return leading_item(0, paragraph.folded)


def _inside(paragraph: Paragraph) -> list[list[Item]]:
    return [row for row in inline_series(0, paragraph.folded) if row]


def _breaks(
    page: PageView, known: Sequence[Paragraph], row: Sequence[Item], folded: Sequence[str]
) -> Iterator[Finding]:
    """Yield the items of one list that do not count on from the one before."""
    count = row[0].number if row else 0
    for place, (before, item) in enumerate(pairwise(row), 1):
        wanted, count = count + 1, item.number
        if item.number == wanted:
            continue
        behind = row[place + 1].number if place + 1 < len(row) else None
        paragraph = known[item.line]
        related = (Place(page.key, known[before.line].place(before.start, before.end)),)
        span = paragraph.place(item.start, item.end)
        right = item.written(wanted, folded[item.line])
        if behind == wanted + 1 and wanted >= 2 and not _counted_already(row, place, wanted):
            words = message(
                "序号前后是{before}和{behind}，这里应是{right}",
                before=wanted - 1,
                behind=behind,
                right=right,
            )
            suggestion = (Suggestion(right, EVIDENT),)
            yield Finding("numbering", span, words, suggestion, EVIDENT, CHARACTER, related=related)
            count = wanted
        elif item.number == wanted + 1:
            words = message("序号从{before}跳到{number}", before=wanted - 1, number=item.number)
            sure = _sure_of_gap(row, place, item, folded)
            yield Finding("numbering", span, words, confidence=sure, weight=CHARACTER, related=related)
        elif item.number == wanted - 1:
            words = message("序号{number}出现两次", number=item.number)
            suggestion = (Suggestion(right, LOST),)
            yield Finding("numbering", span, words, suggestion, LIKELY, CHARACTER, related=related)


def _counted_already(row: Sequence[Item], place: int, wanted: int) -> bool:
    return any(item.number == wanted for item in row[:place])


def _sure_of_gap(row: Sequence[Item], place: int, item: Item, folded: Sequence[str]) -> float:
    """Return how sure it is that a number was lost, rather than merged into a line or misplaced."""
    missing = item.written(item.number - 1, folded[item.line])
    shape = (
        folded[item.line][max(0, item.start - 1) : item.start]
        + missing
        + folded[item.line][item.end : item.end + 1]
    )
    if any(shape in text for text in folded):
        return ELSEWHERE
    goes_on = place + 1 < len(row) and row[place + 1].number == item.number + 1
    return LIKELY if goes_on and place >= 2 else LOST


def _announced(paragraph: Paragraph, text: str, row: Sequence[Item]) -> Iterator[Finding]:
    """Yield the number that announces another count than the items right behind it have."""
    if len(row) < 2 or any(item.number != place for place, item in enumerate(row, 1)):
        return
    first = row[0].start
    for found in _ANNOUNCED.finditer(text, max(0, first - 40), first):
        if text[found.end() : first].strip("第其是 “"):
            continue
        said = value_of(found["number"])
        if said is None or said == len(row) or paragraph.to_elsewhere:
            continue
        words: Message = message("说是{said}项，实际列了{counted}项", said=int(said), counted=len(row))
        yield Finding(
            "announced",
            paragraph.place(*found.span("number")),
            words,
            confidence=0.6,
            weight=CHARACTER,
        )
