"""Jumps that lead nowhere: without a page, to one they cannot mean, or to one that does not answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.detectors.detector import Context, Rule
from core.detectors.folded_lines import folded_lines
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.messages import Message, message
from core.text.folding import fold
from core.text.numerals import value_of
from core.text.span import Span

RULES = (Rule("jump-alone", message("单边的转版")),)

MASTHEAD = 300
"""A page's own number and date stand among its first characters (code points)."""

_SIGNS = ("下转", "下轉", "上接")
_NUMBER = "[A-Z]?[0-9一二三四五六七八九十]{1,3}"
_TO = re.compile(rf"下转 ?第? ?(?P<page>{_NUMBER}) ?版")
_FROM = re.compile(rf"上接 ?第? ?(?P<page>{_NUMBER}) ?版")
_MARKED = re.compile(
    r"(?:\(|[■●▲►▶◆★□] ?)(?P<jump>(?:下转|上接)(?P<page>[^()\n。，]{0,10}))(?:\)|$)", re.MULTILINE
)
_SOUND = re.compile(
    rf" ?(?:今日|本报)? ?第? ?"
    rf"(?:{_NUMBER}(?:[、,—-]{_NUMBER})* ?版|{_NUMBER}[、—-].*版|中缝|封[二三四底]|[^版]{{2,4}}版)"
)
_WITHOUT_SHEET = re.compile(rf" ?第 ?{_NUMBER}")
_OWN = re.compile(rf"第 ?(?P<page>{_NUMBER}) ?版")
_ELSEWHERE = re.compile("[下上紧] ?[转接] ?$|见(?:今日)? ?$")
_DATE = re.compile("[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日")


def detect(page: PageView, context: Context) -> Iterator[Finding]:
    """Yield jumps that name no page, the page itself, one on the wrong side, or one that does not answer."""
    if not any(sign in page.text for sign in _SIGNS):
        return
    text = folded_lines(page.text, _SIGNS)
    yield from _malformed(page, text)
    own = page_number(page)
    if own is not None:
        yield from _misleading(text, own)
        issue = [other for other in context.others if _same_issue(page, other)]
        yield from _unanswered(text, own, issue)


def page_number(page: PageView) -> str | None:
    """Return the number a page's masthead gives, such as "4" or "A2"; None where it gives none."""
    head = fold(page.text[:MASTHEAD])
    for found in _OWN.finditer(head):
        if not _ELSEWHERE.search(head[: found.start()]):
            return _plain(found["page"])
    return None


def _malformed(page: PageView, text: str) -> Iterator[Finding]:
    for found in _MARKED.finditer(text):
        if not _SOUND.match(found["page"]):
            place = Span(*found.span("jump"))
            words = message("转版没有写明是第几版")
            sheet = _WITHOUT_SHEET.fullmatch(found["page"].rstrip())
            proposed = (Suggestion(f"{place.of(page.text).rstrip()}版", 0.8),) if sheet else ()
            yield Finding("jump-alone", place, words, proposed, confidence=0.7)


def _misleading(text: str, own: str) -> Iterator[Finding]:
    for pattern, onward in ((_TO, True), (_FROM, False)):
        for found in pattern.finditer(text):
            number = _plain(found["page"])
            if number == own:
                yield _finding(found, message("转版指的是本版（第{own}版）", own=own), 0.7)
            elif number.isdigit() and own.isdigit() and (int(number) > int(own)) is not onward:
                words = (
                    message("第{own}版下转前面的第{number}版", own=own, number=number)
                    if onward
                    else message("第{own}版上接后面的第{number}版", own=own, number=number)
                )
                yield _finding(found, words, 0.5)


def _unanswered(text: str, own: str, issue: Sequence[PageView]) -> Iterator[Finding]:
    for found in _TO.finditer(text):
        number = _plain(found["page"])
        if number != own and _is_alone(issue, number, own, _FROM):
            yield _finding(found, message("第{number}版没有“上接第{own}版”", number=number, own=own), 0.45)
    for found in _FROM.finditer(text):
        number = _plain(found["page"])
        if number != own and _is_alone(issue, number, own, _TO):
            yield _finding(found, message("第{number}版没有“下转第{own}版”", number=number, own=own), 0.45)


def _finding(found: re.Match[str], words: Message, sure: float) -> Finding:
    return Finding("jump-alone", Span(*found.span()), words, confidence=sure)


def _same_issue(page: PageView, other: PageView) -> bool:
    dates = [_DATE.search(fold(it.text[:MASTHEAD])) for it in (page, other)]
    return dates[0] is not None and dates[1] is not None and dates[0].group() == dates[1].group()


def _is_alone(issue: Sequence[PageView], number: str, own: str, there: re.Pattern[str]) -> bool:
    """Say whether the page of that number is known, and no jump on it names this page."""
    named = [other for other in issue if page_number(other) == number]
    return bool(named) and not any(
        _plain(found["page"]) == own
        for other in named
        for found in there.finditer(folded_lines(other.text, _SIGNS))
    )


def _plain(number: str) -> str:
    """Return a page's number in digits without zeros in front: 十二 as 12, 04 as 4, A02 as A2."""
    letter = number[0] if number[0].isalpha() and number[0].isascii() else ""
    value = value_of(number.removeprefix(letter))
    return number if value is None else f"{letter}{value}"
