"""Numbers that contradict each other where both stand in one sentence: shares, parts, growth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from core.detectors.detector import Context, Rule
from core.detectors.paragraphs import Paragraph, found_in, paragraphs
from core.detectors.quantities import QUANTITY, Quantity, is_digit_slip, quantities, quantity_at
from core.detectors.weights import CHARACTER
from core.document.finding import Finding, Place
from core.document.page import PageView
from core.messages import Message, message

RULES = (Rule("arithmetic", message("数目前后矛盾")),)

_SENTENCE = re.compile(r"[^。;!?]+")
_UP = "增长|增加|提高|上升|扩大|提升|上涨|攀升|升|增|涨"
_DOWN = "下降|减少|降低|缩小|压减|下跌|回落|缩短|降|减"
_FROM_TO = re.compile(
    rf"[从由](?:\d{{4}}年|\d{{1,2}}月)?[^,:\d]{{0,14}}?(?P<first>{QUANTITY})[^\d,]{{0,3}}?"
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:到|至|为)(?:\d{{4}}年|\d{{1,2}}月)?[^,:\d]{{0,10}}?(?P<second>{QUANTITY})"
)
_BY = re.compile(
    rf",?(?:同比|共|累计|净|总计)?(?:{_UP}|{_DOWN}|[增降]幅|上浮)(?:幅度)?(?:了|达到?|为|约)?(?P<share>\d+(?:\.\d+)?)%"
)
_AMONG = re.compile("其中[,:]?")
_APART = re.compile("另|此外|还有|加上")
_PART = re.compile(rf"[,、:]?[^,、:;\d]{{0,16}}(?P<part>{QUANTITY})(?=[,、;)]|$)")
_SHARE = re.compile(
    r",占(?:总数|比|总量|总人数|总额|全部)?的?(?:比例|比重)?(?:为|达到?|约)?(?P<share>\d+(?:\.\d+)?)%"
)
_TOO_MUCH = re.compile(r"占(?:比|[^,:%\d超过比]{0,14})(?:为|达到?|约)?(?P<share>\d{3,}(?:\.\d+)?)%")
_SECTORS = re.compile(
    r"三次产业[^。;\d]{0,24}?(?P<all>(?P<one>\d+(?:\.\d+)?)%?[:、](?P<two>\d+(?:\.\d+)?)%?[:、和](?P<three>\d+(?:\.\d+)?)%?)"
    r"(?![\d:、])"
)

_BETTER = frozenset({"提高", "提升", "上升", "升"})
"""What is said of a rank or a precision that goes up while its number goes down."""

LARGER, BACKWARDS, GROWTH, SHARE, TOO_MUCH, SECTORS, SUM, OVER = 0.45, 0.65, 0.55, 0.5, 0.6, 0.65, 0.65, 0.35


NEAR = 30
"""So far behind 其中 a number still is a part of what was counted before it (code points)."""

_NO_WHOLE = frozenset({"%", "个百分点", "年", "天", "岁", "小时", "分钟", "度", "分"})
"""What is counted in these is no whole of parts."""


def detect(page: PageView, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - a page is its own context
    """Yield numbers that the others of their sentence deny."""
    return found_in(page, paragraphs(page), _denied)


def _denied(paragraph: Paragraph) -> list[Finding]:
    text = paragraph.folded
    if not any(sign in text for sign in "从由其%:"):
        return []
    return [
        found
        for sentence in _SENTENCE.finditer(text)
        for finder in (_growth, _parts, _shares)
        for found in finder(paragraph, text[: sentence.end()], sentence.start())
    ]


def _growth(paragraph: Paragraph, text: str, start: int) -> Iterator[Finding]:
    """Yield what goes from one value to another that is not what is said to have happened."""
    for found in _FROM_TO.finditer(text, start):
        first, second = quantity_at(text, found.start("first")), quantity_at(text, found.start("second"))
        if (
            first is None
            or second is None
            or first.unit != second.unit
            or not first.value
            or not second.value
        ):
            continue
        if first.value != second.value and (found["up"] is not None) != (second.value > first.value):
            if found["up"] in _BETTER:
                continue
            words = message(
                "说是{change}，却从{first}到了{second}",
                change=found["up"] or found["down"],
                **_said(text, first, second),
            )
            yield _finding(paragraph, (second.start, second.end), words, BACKWARDS, first)
            continue
        by = _BY.match(text, second.behind)
        if by is None or first.unit in ("%", "个百分点") or first.rough or second.rough:
            continue
        share = abs(float(second.value / first.value) - 1) * 100
        slack = (first.slack + second.slack) * float(second.value / first.value) * 100 + _rounded(by["share"])
        if abs(share - float(by["share"])) > slack + 0.5:
            words = message(
                "从{first}到{second}是{share}%", share=f"{share:.1f}", **_said(text, first, second)
            )
            yield _finding(paragraph, by.span("share"), words, GROWTH, first)


def _parts(paragraph: Paragraph, text: str, start: int) -> Iterator[Finding]:
    """Yield parts that are more than the whole, and shares that are not theirs."""
    among = _AMONG.search(text, start)
    if among is None:
        return
    before = list(quantities(text, start, among.start()))
    apart = _APART.search(text, among.end())
    for part in quantities(text, among.end(), apart.start() if apart else len(text)):
        totals = [one for one in before if one.unit == part.unit and one.value and not one.rough]
        if not totals or part.unit in _NO_WHOLE:
            continue
        total = totals[-1]
        near = part.start - among.end() <= NEAR
        if near and all(part.value > one.value for one in totals):
            words = message(
                "其中的{part}比总数{total}还多", part=_number(text, part), total=_number(text, total)
            )
            yield _finding(paragraph, (part.start, part.end), words, LARGER, total)
            return
        share = _SHARE.match(text, part.behind)
        if share and abs(_percent(part, total) - float(share["share"])) > _slack(part, total, share["share"]):
            words = message(
                "{part}占{total}的{share}%",
                part=_number(text, part),
                total=_number(text, total),
                share=f"{_percent(part, total):.1f}",
            )
            yield _finding(paragraph, share.span("share"), words, SHARE, total)
    yield from _sum(paragraph, text, among.end(), before)


def _sum(paragraph: Paragraph, text: str, start: int, before: Sequence[Quantity]) -> Iterator[Finding]:
    """Yield a whole whose parts, listed right behind it, come to one digit more or less, or to more."""
    parts: list[Quantity] = []
    while found := _PART.match(text, start):
        part = quantity_at(text, found.start("part"))
        if part is None or part.rough or (parts and part.unit != parts[0].unit):
            break
        parts.append(part)
        start = found.end()
    totals = [one for one in before if parts and one.unit == parts[0].unit and one.value and not one.rough]
    if len(parts) < 2 or not totals or parts[0].unit in _NO_WHOLE:
        return
    total, whole = totals[-1], sum((part.value for part in parts), Decimal(0))
    if whole in {one.value for one in totals}:
        return
    slip = is_digit_slip(total.value, whole)
    if slip or whole > max(one.value for one in totals):
        words = message(
            "其中各项相加是{sum}，总数是{total}", sum=f"{whole.normalize():f}", total=_number(text, total)
        )
        yield _finding(paragraph, (total.start, total.end), words, SUM if slip else OVER, parts[0])


def _shares(paragraph: Paragraph, text: str, start: int) -> Iterator[Finding]:
    """Yield shares of more than all, and shares of all sectors that are not 100 together."""
    for found in _TOO_MUCH.finditer(text, start):
        if float(found["share"]) > 100:
            words = message("占比超过100%")
            yield _finding(paragraph, found.span("share"), words, TOO_MUCH)
    for found in _SECTORS.finditer(text, start):
        whole = Decimal(found["one"]) + Decimal(found["two"]) + Decimal(found["three"])
        if whole != 10 and abs(whole - 100) > Decimal("0.25"):
            words = message("三次产业相加是{sum}，不是100", sum=str(whole))
            yield _finding(paragraph, found.span("all"), words, SECTORS)


def _percent(part: Quantity, total: Quantity) -> float:
    return float(part.value / total.value) * 100


def _slack(part: Quantity, total: Quantity, share: str) -> float:
    return (part.slack + total.slack) * _percent(part, total) + _rounded(share) + 0.5


def _rounded(share: str) -> float:
    """Return by how much a share may be rounded."""
    return 0.5 * 0.1 ** len(share.partition(".")[2])


def _number(text: str, quantity: Quantity) -> str:
    return text[quantity.start : quantity.behind]


def _said(text: str, first: Quantity, second: Quantity) -> dict[str, str]:
    return {"first": _number(text, first), "second": _number(text, second)}


def _finding(
    paragraph: Paragraph,
    place: tuple[int, int],
    words: Message,
    sure: float,
    other: Quantity | None = None,
) -> Finding:
    related = (Place(None, paragraph.place(other.start, other.end)),) if other else ()
    return Finding("arithmetic", paragraph.place(*place), words, (), sure, CHARACTER, related=related)
