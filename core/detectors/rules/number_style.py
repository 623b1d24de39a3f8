"""Numbers that GB/T 15835 writes in another way: digits and Chinese numerals mixed, torn or doubled forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.detectors.conventions import conventions_of, has_corner_quotes
from core.detectors.detector import Context, Rule
from core.detectors.weights import PUNCTUATION
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.messages import Message, message
from core.text.span import Span

RULES = (Rule("number-style", message("数字用法")),)

_DIGITS = "〇一二三四五六七八九"
_MONTHS = {
    name: str(number)
    for number, name in enumerate(
        ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], 1
    )
}

_MIXED_DATE = re.compile(
    r"(?<=[0-9]年)(?P<month>十[一二]?|[一二三四五六七八九])月(?=[0-9日份底初中末至、，。])"
)
_MIXED_MONTH = re.compile(r"(?<![0-9一二三四五六七八九十第])十(?P<unit>[1-9])(?=[月日年个名人家])")
_MIXED_TENS = re.compile(
    r"(?<![0-9.第])(?P<tens>[2-9])十(?P<unit>[一二三四五六七八九0-9])?(?=[年月日个名人家岁亩])"
)
_ZERO = re.compile(rf"(?P<year>[{_DIGITS}][0OoＯ○◯零{_DIGITS}]{{2}}[0OoＯ○◯零{_DIGITS}])(?=年)")
_WRONG_ZERO = re.compile("[0OoＯ○◯零]")
_TWICE_ROUGH = re.compile("(?:近|约|大约|将近)[0-9.]{1,9}[万亿]?[余多](?=[年天个名人家户亩项元条座件位])")
_PERCENT = re.compile(
    r"(?<![0-9.])(?P<low>[0-9]{1,3}(?:\.[0-9]+)?)(?:—|–|-|－|~|～|至)(?=[0-9]{1,3}(?:\.[0-9]+)?[%％])"
)
_SPLIT = re.compile(
    r"(?<![0-9.,，])(?P<left>[0-9]{1,3}(?:[,，][0-9]{3})*)(?P<gap>[,，] | [,，])(?=[0-9]{3}(?![0-9]))"
)
_TORN = re.compile(
    r"(?<=[\u4e00-\u9fff])(?P<left>[0-9]{1,4}) (?P<right>[0-9]{1,4})(?=[年月日名个人家万亿元%％])"
)
_DECIMAL = re.compile(r"(?<=[0-9])(?P<point>[。．] ?|\. )(?=[0-9]{1,2}(?:[%％万亿]|个百分点))")


@dataclass(frozen=True, slots=True)
class _Kind:
    """A way of writing numbers that is not right: how it looks, what to say, what to write, how sure."""

    pattern: re.Pattern[str]
    words: Message
    meant: Callable[[re.Match[str]], str]
    sure: float


def _month(found: re.Match[str]) -> str:
    return f"{_MONTHS[found['month']]}月"


def _tenth(found: re.Match[str]) -> str:
    return f"1{found['unit']}"


def _tens(found: re.Match[str]) -> str:
    unit = found["unit"] or "0"
    return found["tens"] + (unit if unit.isascii() else str(_DIGITS.index(unit)))


def _year(found: re.Match[str]) -> str:
    return _WRONG_ZERO.sub("〇", found["year"])


def _once(found: re.Match[str]) -> str:
    return found.group()[:-1]


def _low_percent(found: re.Match[str]) -> str:
    return found["low"] + "%" + found.group()[len(found["low"]) :]


def _joined(found: re.Match[str]) -> str:
    return found["left"] + ","


def _whole(found: re.Match[str]) -> str:
    return found["left"] + found["right"]


def _point(found: re.Match[str]) -> str:  # noqa: ARG001 - one of several answers to the same question
    return "."


_KINDS = (
    _Kind(_MIXED_DATE, message("同一个日期里，阿拉伯数字与汉字数字混用"), _month, 0.6),
    _Kind(_MIXED_MONTH, message("同一个数里，阿拉伯数字与汉字数字混用"), _tenth, 0.75),
    _Kind(_MIXED_TENS, message("同一个数里，阿拉伯数字与汉字数字混用"), _tens, 0.6),
    _Kind(_ZERO, message("汉字年份里的零写作“〇”"), _year, 0.5),
    _Kind(_TWICE_ROUGH, message("“近、约”与“余、多”重复"), _once, 0.5),
    _Kind(_SPLIT, message("数字的分节号前后不空格"), _joined, 0.6),
    _Kind(_TORN, message("一个数被空格隔开"), _whole, 0.5),
    _Kind(_DECIMAL, message("小数点误作句号或多了空格"), _point, 0.8),
    _Kind(_PERCENT, message("百分数的范围，前一个数也要有“%”"), _low_percent, 0.2),
)


def detect(page: PageView, context: Context) -> Iterator[Finding]:
    """Yield numbers written in a way that is nearly always wrong; style remarks are of low confidence."""
    conventions = conventions_of(page, context.options.conventions)
    if has_corner_quotes(conventions):
        # The standard holds on the mainland; elsewhere and before it, both ways were right.
        return
    for kind in _KINDS:
        for found in kind.pattern.finditer(page.text):
            meant = kind.meant(found)
            if meant != found.group():
                yield _finding(found, kind, meant)


def _finding(found: re.Match[str], kind: _Kind, meant: str) -> Finding:
    return Finding(
        "number-style",
        Span(*found.span()),
        kind.words,
        (Suggestion(meant, kind.sure),),
        kind.sure,
        PUNCTUATION,
    )
