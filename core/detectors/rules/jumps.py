"""Jumps whose other half is missing on the page they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.detectors.detector import Context, Rule
from core.document.finding import Finding
from core.document.page import PageView
from core.messages import Message, message
from core.text.folding import fold
from core.text.span import Span

RULES = (Rule("jump-alone", message("单边的转版")),)

MASTHEAD = 300
"""A page's own number and date stand among its first characters (code points)."""

_NUMBER = "[A-Z]?[0-9一二三四五六七八九十]{1,3}"
_TO = re.compile(rf"下[转轉] ?第? ?(?P<page>{_NUMBER}) ?版")
_FROM = re.compile(rf"上接 ?第? ?(?P<page>{_NUMBER}) ?版")
_OWN = re.compile(rf"第 ?(?P<page>{_NUMBER}) ?版")
_ELSEWHERE = re.compile("[下上紧] ?[转接] ?$|见(?:今日)? ?$")
_DATE = re.compile("[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日")
_NUMERALS = {name: number for number, name in enumerate("一二三四五六七八九", 1)}


def detect(page: PageView, context: Context) -> Iterator[Finding]:
    """Yield jumps to or from a page that is there, but that does not know of them."""
    if not context.others or "版" not in page.text:
        return
    own = page_number(page)
    if own is None:
        return
    text = fold(page.text)
    issue = [other for other in context.others if _same_issue(page, other)]
    for found in _TO.finditer(text):
        number = _plain(found["page"])
        if number != own and _is_alone(issue, number, own, _FROM):
            yield _finding(found, message("第{number}版没有“上接第{own}版”", number=number, own=own))
    for found in _FROM.finditer(text):
        number = _plain(found["page"])
        if number != own and _is_alone(issue, number, own, _TO):
            yield _finding(found, message("第{number}版没有“下转第{own}版”", number=number, own=own))


def page_number(page: PageView) -> str | None:
    """Return the number a page's masthead gives, such as "4" or "A2"; None where it gives none."""
    head = fold(page.text[:MASTHEAD])
    for found in _OWN.finditer(head):
        if not _ELSEWHERE.search(head[: found.start()]):
            return _plain(found["page"])
    return None


def _finding(found: re.Match[str], words: Message) -> Finding:
    return Finding("jump-alone", Span(*found.span()), words, confidence=0.45)


def _same_issue(page: PageView, other: PageView) -> bool:
    dates = [_DATE.search(fold(it.text[:MASTHEAD])) for it in (page, other)]
    return dates[0] is not None and dates[1] is not None and dates[0].group() == dates[1].group()


def _is_alone(issue: Sequence[PageView], number: str, own: str, there: re.Pattern[str]) -> bool:
    """Say whether the page of that number is known, and no jump on it names this page."""
    named = [other for other in issue if page_number(other) == number]
    return bool(named) and not any(
        _plain(found["page"]) == own for other in named for found in there.finditer(fold(other.text))
    )


def _plain(number: str) -> str:
    """Return a page's number in digits: 十二 as 12."""
    if number[-1] in "0123456789":
        return number
    tens, ten, units = number.rpartition("十")
    if not ten:
        return str(_NUMERALS.get(units, units))
    return str(10 * _NUMERALS.get(tens, 1) + _NUMERALS.get(units, 0))
