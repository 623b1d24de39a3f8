"""Numbers that GB/T 15835 writes in another way: digits and Chinese numerals mixed, torn or doubled forms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from core.detectors.by_line import found_by_line
from core.detectors.conventions import conventions_of, has_corner_quotes
from core.detectors.detector import Context, Rule
from core.detectors.weights import PUNCTUATION
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.messages import Message, message
from core.text.numerals import in_chinese, value_of
from core.text.span import Span

RULES = (Rule("number-style", message("数字用法")),)

CUSTOM = 6
"""What a page writes more often than this is its custom: one remark, not dozens."""

CUSTOM_SURE = 0.2
"""How sure such a remark is at most."""

_ONES = "一二三四五六七八九"
_ZEROS = "0OoＯ○◯零"
_DIGITS = "0123456789"
_COUNTED = "[个名人家户亩天年岁月日]"

_MIXED_DATE = re.compile(
    "(?<=[0-9]年)(?P<month>十[一二]?|[一二三四五六七八九])月(?=[0-9日份底初中末至、，。])"
)
_MIXED_TEEN = re.compile(f"(?<![0-9{_ONES}十百千第])十(?P<unit>[1-9])(?=[月日年个名人家])")
_MIXED_TENS = re.compile(f"(?<![0-9.第])(?P<tens>[2-9])十(?P<unit>[{_ONES}1-9])?(?={_COUNTED})")
_SOME = re.compile("(?<![0-9.])(?P<tens>[1-9])0几(?=[个名人家户亩天年岁])")
_YEAR = re.compile(f"(?<![〇{_ZEROS}{_ONES}])[一二][〇{_ZEROS}{_ONES}]{{3}}(?=年)")
_DIGIT_ZERO = re.compile("[0OoＯ]")
_PRINTED_ZERO = re.compile("[○◯零]")
_ROUGH = re.compile("(?:将近|大约|近|约)[0-9.]{1,9}[万亿]?[余多](?=[年天个名人家户亩项元条座件位万亿])")
_RANGE = re.compile(r"[—–－~～至-](?<=[0-9].)(?=[0-9]{1,3}(?:\.[0-9]+)?[%％])")
_GROUPS = re.compile("(?<![0-9.,，])[0-9]{1,3}(?:[,，][0-9]{3})*(?P<gap>, | ,|， | ，)(?=[0-9]{3}(?![0-9]))")
_TORN = re.compile("(?<=[\u4e00-\u9fff])(?P<left>[0-9]{1,4}) (?P<right>[0-9]{1,4})(?=[年月日名个万亿元%％])")
_POINT = re.compile("[。·](?<=[0-9].)(?=[0-9]{1,2}(?:[%％万亿]|个百分点))")
_WIDE_POINT = re.compile("．(?<=[0-9].)(?=[0-9])")
_SPACED_POINT = re.compile("[。．.·] (?<=[0-9]..)(?=[0-9]{1,2}(?:[%％万亿]|个百分点))")
_ABOUT = re.compile(
    f"(?<![第{_ONES}十百、])(?P<low>[{_ONES}])、(?P<high>[{_ONES}])(?=[十百千万]?[个名人天岁](?![月级]))"
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A way of writing numbers that is not right: how it looks, what to say, what to write, how sure.

    `meant` returns None where what was found is right. A text without any of `signs` has none of this kind.
    """

    pattern: re.Pattern[str]
    words: Message
    meant: Callable[[re.Match[str]], str | None]
    sure: float
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Written:
    """A number not written as it should be: the number of its kind, where it stands, and what was meant."""

    kind: int
    span: Span
    meant: str


def _month(found: re.Match[str]) -> str:
    return f"{value_of(found['month'])}月"


def _teen(found: re.Match[str]) -> str:
    return f"1{found['unit']}"


def _tens(found: re.Match[str]) -> str:
    unit = found["unit"] or "0"
    return f"{found['tens']}{value_of(unit)}"


def _some(found: re.Match[str]) -> str:
    return in_chinese(10 * int(found["tens"])) + "几"


def _misread_zero(found: re.Match[str]) -> str:
    return _DIGIT_ZERO.sub("〇", found.group())


def _printed_zero(found: re.Match[str]) -> str | None:
    year = found.group()
    return None if _DIGIT_ZERO.search(year) else _PRINTED_ZERO.sub("〇", year)


def _once(found: re.Match[str]) -> str:
    return found.group()[:-1]


def _low_percent(found: re.Match[str]) -> str:
    return "%" + found.group()


def _grouped(found: re.Match[str]) -> str:
    return found.group().removesuffix(found["gap"]) + ","


def _whole(found: re.Match[str]) -> str:
    return found["left"] + found["right"]


def _point(found: re.Match[str]) -> str:  # noqa: ARG001 - one of several answers to the same question
    return "."


def _about(found: re.Match[str]) -> str | None:
    low, high = found["low"], found["high"]
    return low + high if _ONES.index(high) == _ONES.index(low) + 1 else None


def _joined(first: str, second: str) -> tuple[str, ...]:
    return tuple(before + after for before in first for after in second)


_MIXED = message("同一个数里，阿拉伯数字与汉字数字混用")
_ZERO = message("汉字年份里的零写作“〇”")

_KINDS = (
    _Kind(
        _MIXED_DATE,
        message("同一个日期里，阿拉伯数字与汉字数字混用"),
        _month,
        0.35,
        _joined("年", "十" + _ONES),
    ),
    _Kind(_MIXED_TEEN, _MIXED, _teen, 0.75, _joined("十", _DIGITS)),
    _Kind(_MIXED_TENS, _MIXED, _tens, 0.6, _joined(_DIGITS, "十")),
    _Kind(_SOME, _MIXED, _some, 0.35, ("0几",)),
    _Kind(_YEAR, _ZERO, _misread_zero, 0.75, _joined(_ONES, "0OoＯ")),
    _Kind(_YEAR, _ZERO, _printed_zero, 0.2, tuple("○◯零")),
    _Kind(_ROUGH, message("“近、约”与“余、多”重复"), _once, 0.5, ("近", "约")),
    _Kind(_GROUPS, message("数字的分节号前后不空格"), _grouped, 0.6, (", ", " ,", "， ", " ，")),
    _Kind(_TORN, message("一个数被空格隔开"), _whole, 0.5, _joined(_DIGITS, " ")),
    _Kind(_POINT, message("小数点认成了别的标点"), _point, 0.8, ("。", "·")),
    _Kind(_WIDE_POINT, message("小数点用了全角"), _point, 0.2, ("．",)),
    _Kind(_SPACED_POINT, message("小数点后面多了空格"), _point, 0.7, ("。 ", "． ", ". ", "· ")),
    _Kind(_ABOUT, message("相邻的两个数表示概数，中间不用顿号"), _about, 0.35, _joined(_ONES, "、")),
    _Kind(_RANGE, message("百分数的范围，前一个数也要有“%”"), _low_percent, 0.2, ("%", "％")),
)


def detect(page: PageView, context: Context) -> Iterator[Finding]:
    """Yield numbers written in a way that is hardly right; remarks about mere style are of low confidence."""
    if has_corner_quotes(conventions_of(page, context.options.conventions)):
        # The standard holds on the mainland; elsewhere and before it, both ways were right.
        return
    places: defaultdict[int, list[tuple[Span, str]]] = defaultdict(list)
    for start, found in found_by_line(page, _in_line):
        places[found.kind].append((found.span.moved(start), found.meant))
    for number in sorted(places):
        yield from _of_kind(_KINDS[number], places[number])


def _in_line(line: str) -> list[_Written]:
    """List the numbers of a line that are not written as they should be, with their places in it."""
    return [
        _Written(number, Span(*found.span()), meant)
        for number, kind in enumerate(_KINDS)
        if any(sign in line for sign in kind.signs)
        for found in kind.pattern.finditer(line)
        if (meant := kind.meant(found)) is not None and meant != found.group()
    ]


def _of_kind(kind: _Kind, places: Sequence[tuple[Span, str]]) -> Iterator[Finding]:
    if len(places) > CUSTOM:
        sure = min(kind.sure, CUSTOM_SURE)
        words = message("{what}（全页{count}处）", what=kind.words, count=len(places))
        yield Finding(
            "number-style", places[0][0], words, confidence=sure, weight=PUNCTUATION, page_level=True
        )
        return
    for span, meant in places:
        proposed = (Suggestion(meant, kind.sure),)
        yield Finding("number-style", span, kind.words, proposed, kind.sure, PUNCTUATION)
