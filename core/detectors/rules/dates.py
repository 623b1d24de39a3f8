"""Dates and hours that do not exist, weekdays that belong to another date, and spans that run backwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from core.detectors.calendar_dates import WEEKDAYS, StatedDate
from core.detectors.detector import Context, Rule
from core.detectors.page_dates import dates_in, page_year
from core.detectors.paragraphs import Paragraph, found_in, paragraphs
from core.detectors.weights import CHARACTER
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.messages import Message, message
from core.text.numerals import value_of

RULES = (
    Rule("impossible-date", message("不存在的日期或时刻")),
    Rule("weekday", message("日期与星期不符")),
    Rule("backwards", message("起止颠倒")),
)

_OF_A_DAY = "(?:[日号天晨早]|上午|下午|中午|凌晨|晚上?|傍晚|时间|[星期周][一二三四五六日天])"
_CLOCK = re.compile(
    rf"{_OF_A_DAY}(?<!\d)(\d{{1,2}}):(\d{{2}})(?![\d:])|(?<![\d.])(\d{{1,2}})[时点](\d{{1,2}})分(?![之点])"
    rf"|(?:上午|下午|凌晨|晚上?|傍晚|[日号]|今晨)(\d{{1,2}})[时点](?![\d.])"
)
_YEARS = re.compile(
    r"(?<![\d前])([12]\d{3})年?(?:至|到|-{1,2}|~)([12]\d{3})(?:年|(?<=\(.{9})\)|(?<=\(.{10})\))(?![代前])"
)
_DAYS = re.compile(r"(?<!\d)(\d{1,2})月(\d{1,2})日?(?:至|到|-{1,2}|~)(\d{1,2})日")
_AGES = re.compile(r"(?<![\d.])(\d{1,3})周?岁?(?:至|-{1,2}|~)(\d{1,3})周?岁")
_NUMBERED = re.compile(
    r"第([一二三四五六七八九十百零〇]{1,7}|\d{1,4})([条章节页])(?:至|到|-{1,2}|~)"
    r"第([一二三四五六七八九十百零〇]{1,7}|\d{1,4})\2(?!之)"
)


def detect(page: PageView, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - a page is its own context
    """Yield what no calendar has, in running text and headlines alike."""
    known = paragraphs(page)
    year = page_year(page)
    for paragraph in known:
        for one in paragraph.once(dates_in):
            yield from _weekday(paragraph, one, year)
    yield from found_in(page, known, _never)


def _never(paragraph: Paragraph) -> list[Finding]:
    """List what no year has."""
    text = paragraph.folded
    impossible = (found for one in paragraph.once(dates_in) for found in _impossible(paragraph, one))
    return [*impossible, *_hours(paragraph, text), *_backwards(paragraph, text)]


def _impossible(paragraph: Paragraph, one: StatedDate) -> Iterator[Finding]:
    if one.month_is_wrong:
        yield _finding(
            paragraph, "impossible-date", one.month_at, message("没有{month}月", month=one.month), 0.85
        )
    elif one.day_is_wrong:
        words = message("{month}月没有{day}日", month=one.month, day=one.day or 0)
        if one.month == 2 and one.day == 29:
            words = message("{year}年2月没有29日", year=str(one.year))
        yield _finding(paragraph, "impossible-date", one.day_at, words, 0.9)


def _weekday(paragraph: Paragraph, one: StatedDate, year_of_page: int | None) -> Iterator[Finding]:
    year = one.year or year_of_page
    if one.weekday is None or year is None:
        return
    right = one.weekday_in(year)
    if right is None or right == one.weekday:
        return
    if one.year is None and one.weekday in (one.weekday_in(year - 1), one.weekday_in(year + 1)):
        # It may speak of the last year or the next.
        return
    words = message(
        "{year}年{month}月{day}日是星期{right}",
        year=str(year),
        month=one.month,
        day=one.day or 0,
        right=WEEKDAYS[right],
    )
    place = (one.weekday_at, one.weekday_at + 1)
    sure = 0.9 if one.year is not None else 0.7
    yield _finding(paragraph, "weekday", place, words, sure, WEEKDAYS[right])


def _hours(paragraph: Paragraph, text: str) -> Iterator[Finding]:
    for found in _CLOCK.finditer(text):
        hour_group = found.lastindex if found.lastindex == 5 else (found.lastindex or 2) - 1
        hour = int(found[hour_group])
        if hour > 24:
            words = message("没有{hour}时", hour=hour)
            yield _finding(paragraph, "impossible-date", found.span(hour_group), words, 0.8)
        elif hour_group != 5 and int(found[hour_group + 1]) > 59:
            words = message("没有{minute}分", minute=int(found[hour_group + 1]))
            yield _finding(paragraph, "impossible-date", found.span(hour_group + 1), words, 0.8)


def _backwards(paragraph: Paragraph, text: str) -> Iterator[Finding]:
    for pattern, first, last in ((_YEARS, 1, 2), (_AGES, 1, 2), (_NUMBERED, 1, 3)):
        for found in pattern.finditer(text):
            if _number(found[first]) > _number(found[last]):
                yield _reversed(paragraph, found)
    for found in _DAYS.finditer(text):
        if int(found[2]) > int(found[3]):
            yield _reversed(paragraph, found)


def _number(written: str) -> Decimal:
    return value_of(written) or Decimal(0)


def _reversed(paragraph: Paragraph, found: re.Match[str]) -> Finding:
    words = message("“{range}”的终点在起点之前", range=paragraph.text[found.start() : found.end()])
    return _finding(paragraph, "backwards", found.span(), words, 0.75)


def _finding(
    paragraph: Paragraph,
    rule: str,
    place: tuple[int, int],
    words: Message,
    sure: float,
    meant: str = "",
) -> Finding:
    span = paragraph.place(*place)
    # What is wrong may be the other number, so what would fit is proposed with half the confidence.
    suggestions = (Suggestion(meant, round(sure / 2, 3)),) if meant else ()
    return Finding(rule, span, words, suggestions, sure, CHARACTER)
