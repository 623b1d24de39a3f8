"""Plans, congresses and anniversaries that belong to another year than the one they are told of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.detectors.detector import Context, Rule
from core.detectors.page_dates import page_year
from core.detectors.paragraphs import Paragraph, paragraphs
from core.detectors.weights import CHARACTER
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.messages import Message, message
from core.text.numerals import CHINESE, in_chinese, value_of

RULES = (Rule("series-year", message("届次、周年与年份不符")),)

FIRST_REGULAR, BEFORE_PLANS, PLAN_YEARS = 6, 1951, 5
"""From the sixth five-year plan (1981–1985) on each begins five years after the one before."""

FIRST_CONGRESS, BEFORE_CONGRESSES, CONGRESS_YEARS = 8, 1953, 5
"""The same for the sessions of the People's Congress, of which the eighth first met in 1993."""

STATED, TOLD, ANNIVERSARY = 0.8, 0.7, 0.6
"""How sure it is by years that stand there, by how a plan is told of, and by an event that had its year."""

_PLAN = f'(?:"(?P<short>[{CHINESE}]{{1,3}})五"|第(?P<long>[{CHINESE}]{{1,3}})个五年)'
_PLAN_YEARS = re.compile(
    _PLAN + r"[^,。;\d\n]{0,8}\((?P<first>[12]\d{3})年?[-~至到—]{1,2}(?P<last>[12]\d{3})年?\)"
)
_PLAN_EDGE = re.compile(
    r"(?:(?P<year>[12]\d{3})年|(?P<today>今年))是[^,。;\d\n]{0,8}?"
    + _PLAN
    + '[^,。;"]{0,6}的?(?P<edge>开局|收官)之年'
)
_PLAN_TOLD = re.compile(
    _PLAN
    + "(?:规划)?(?:时期|期间|以来)[^。;!?\n]{0,40}?(?:取得了?[^,。;\n]{0,12}(?:成就|成果|成效|进展|突破)"
    "|极不[寻平]|圆满(?:完成|收官)|胜利完成)"
)
_YET_TO_COME = re.compile("将|要|力争|争取|努力|目标|确保|推动|奋力|预计|开局|起步|规划纲要|建议")
_SESSION = re.compile(
    rf"(?P<year>[12]\d{{3}})年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?,?(?:召开的|举行的|在[^,。;:\d]{{1,6}}?[召举][开行]的)?第?(?P<congress>[{CHINESE}]{{1,3}})届全国"
    rf"(?:人民代表大会|人大|政协|政协委员会)第?(?P<session>[{CHINESE}])次会议"
)
_ANNIVERSARY = re.compile(
    rf"(?:(?P<year>[12]\d{{3}})年|(?P<today>今年))(?:是|(?:我们)?(?:将|即将)?迎来了?|恰逢|适逢|正值)"
    rf"(?P<event>[^,。;:\d\n]{{2,24}}?)(?P<often>\d{{1,3}}|[{CHINESE}]{{1,4}})周年"
)
_EVENTS = (
    (1949, "(?:新中国|中华人民共和国|人民政协)成立"),
    (1921, "(?:中国共产党成立|建党)"),
    (1927, "(?:中国人民解放军建军|^建军)"),
    (1945, "(?:抗日战争|抗战|世界反法西斯战争)[^,。]{0,14}胜利"),
    (1936, "红军长征胜利"),
    (1919, "五四运动"),
    (1911, "辛亥革命"),
    (1997, "香港(?:特区成立|特别行政区成立|回归)"),
    (1999, "澳门(?:特区成立|特别行政区成立|回归)"),
    (1947, "内蒙古自治区成立"),
    (1955, "新疆维吾尔自治区成立"),
    (1958, "(?:广西壮族|宁夏回族)自治区成立"),
    (1965, "西藏自治区成立"),
    (1893, "毛泽东同志诞辰"),
    (1898, "(?:周恩来|刘少奇)同志诞辰"),
    (1886, "朱德同志诞辰"),
    (1904, "(?:邓小平|任弼时)同志诞辰"),
    (1905, "陈云同志诞辰"),
)


@dataclass(frozen=True, slots=True)
class _Odd:
    """What in a paragraph belongs to another year: where, what is said of it, what should stand there."""

    start: int
    end: int
    words: Message
    meant: str | None
    sure: float


def detect(page: PageView, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - a page is its own context
    """Yield numbers of plans, sessions and anniversaries that no year makes right."""
    for paragraph in paragraphs(page):
        text = paragraph.folded
        if "五" in text or "届全国" in text or "周年" in text:
            for odd in (*_plans(text, page), *_sessions(text), *_anniversaries(text, page)):
                yield _finding(paragraph, odd)


def _plans(text: str, page: PageView) -> Iterator[_Odd]:
    for found in _PLAN_YEARS.finditer(text):
        first = _first_year(found)
        if first and (first, first + PLAN_YEARS - 1) != (int(found["first"]), int(found["last"])):
            yield _odd_plan(found, int(found["first"]), STATED)
    for found in _PLAN_EDGE.finditer(text):
        first, year = _first_year(found), _year(found, page)
        if first and year and year != first + (PLAN_YEARS - 1) * (found["edge"] == "收官"):
            begins = year - (PLAN_YEARS - 1) * (found["edge"] == "收官")
            yield _odd_plan(found, begins, STATED if found["year"] else TOLD)
    for found in _PLAN_TOLD.finditer(text):
        first, year = _first_year(found), page_year(page)
        told = found.group()
        later = _YET_TO_COME.search(told) and "极不" not in told
        if first and year and year <= first and not later:
            yield _odd_plan(found, first - PLAN_YEARS, TOLD)


def _first_year(found: re.Match[str]) -> int | None:
    number = value_of(found["short"] or found["long"])
    if number is None or number < FIRST_REGULAR:
        return None
    return BEFORE_PLANS + PLAN_YEARS * int(number)


def _year(found: re.Match[str], page: PageView) -> int | None:
    return int(found["year"]) if found["year"] else page_year(page)


def _odd_plan(found: re.Match[str], begins: int, sure: float) -> _Odd:
    """Return a plan with another number than the one that begins in the year `begins`."""
    group = "short" if found["short"] else "long"
    first = _first_year(found) or 0
    words = message(
        "第{number}个五年规划是{first}—{last}年的", number=found[group], first=str(first), last=str(first + 4)
    )
    number, off = divmod(begins - BEFORE_PLANS, PLAN_YEARS)
    return _Odd(*found.span(group), words, None if off else in_chinese(number), sure)


def _sessions(text: str) -> Iterator[_Odd]:
    for found in _SESSION.finditer(text):
        congress, session = value_of(found["congress"]), value_of(found["session"])
        if congress is None or session is None or congress < FIRST_CONGRESS:
            continue
        year = BEFORE_CONGRESSES + CONGRESS_YEARS * int(congress) + int(session) - 1
        if year != int(found["year"]):
            words = message(
                "{congress}届{session}次会议是{year}年的",
                congress=found["congress"],
                session=found["session"],
                year=str(year),
            )
            off = int(found["year"]) - year + int(session)
            meant = in_chinese(off) if 1 <= off <= CONGRESS_YEARS else None
            yield _Odd(*found.span("session"), words, meant, STATED)


def _anniversaries(text: str, page: PageView) -> Iterator[_Odd]:
    for found in _ANNIVERSARY.finditer(text):
        year, often = _year(found, page), value_of(found["often"])
        event = next((since for since, named in _EVENTS if re.search(f"{named}$", found["event"])), None)
        if year is None or often is None or event is None or often == year - event:
            continue
        right = year - event
        words = message("{event}年至{year}年是{right}周年", event=str(event), year=str(year), right=right)
        put = str(right) if found["often"].isdigit() else in_chinese(right)
        sure = ANNIVERSARY if found["year"] else ANNIVERSARY / 2
        yield _Odd(*found.span("often"), words, put if right > 0 else None, sure)


def _finding(paragraph: Paragraph, odd: _Odd) -> Finding:
    span = paragraph.place(odd.start, odd.end)
    # What is wrong may be the year, so what would fit is proposed with half the confidence.
    suggestions = (
        (Suggestion(odd.meant, odd.sure / 2),) if odd.meant and len(span) == odd.end - odd.start else ()
    )
    return Finding("series-year", span, odd.words, suggestions, odd.sure, CHARACTER)
