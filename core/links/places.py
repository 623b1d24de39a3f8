"""Which page of which issue a page of the project is, by its masthead, its name, or its place in the row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.links.mark import page_number
from core.text.folding import fold
from core.text.numerals import value_of

MASTHEAD = 300
"""A page's own number and date stand among its first characters (code points)."""

LARGEST = 64
"""An issue has hardly more pages."""

BY_MASTHEAD, BY_NAME, BY_ORDER, BY_CHANCE = 0.95, 0.9, 0.5, 0.1
"""How sure a number is by where it was read."""

_DIGITS = "[0-9一二三四五六七八九十〇零]"
_OWN = re.compile(
    rf"第 ?(?P<page>[A-Z]?{_DIGITS}{{1,3}}) ?版|^ ?(?P<bare>[A-Z]?0?[0-9]{{1,2}}) ?版", re.MULTILINE
)
_ELSEWHERE = re.compile(r"(?:[下上紧续] ?[转接]|[(\[■●▲►▶◆★□] ?[转接]|见 ?(?:今日)?) ?$")
_DATE = re.compile(
    r"(?P<year>[0-9〇零一二三四五六七八九]{4}) ?年"
    rf" ?(?P<month>{_DIGITS}{{1,3}}) ?月 ?(?P<day>{_DIGITS}{{1,3}}) ?日"
)
_NAMED_DATE = re.compile(
    r"(?<![0-9])(?P<year>(?:18|19|20)[0-9]{2})(?P<dash>[-_./年]?)(?P<month>[01]?[0-9])(?:(?P=dash)|月)(?P<day>[0-3]?[0-9])日?(?![0-9])"
)
_NAMED_NUMBER = re.compile(
    r"(?<![0-9A-Za-z])(?:第|page|p)?[-_ ]?(?P<page>[A-Z]?[0-9]{1,3})版?$", re.IGNORECASE
)
_NAMED_IN_WORDS = re.compile(rf"第(?P<page>[A-Z]?{_DIGITS}{{1,3}})版")
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,5}$")


@dataclass(frozen=True, slots=True)
class PagePlace:
    """The issue of a page and its number in it (`4`, `A4`; None: not known), and how sure the number is.

    Two pages are of one issue where `issue` is the same; `dated` says whether it is a date.
    """

    issue: str
    dated: bool
    number: str | None
    sure: float


def page_place(name: str, text: str) -> PagePlace:
    """Read off its name and its masthead where a page belongs."""
    stem = fold(_SUFFIX.sub("", name)).strip()
    head = fold(text[:MASTHEAD])
    printed = _DATE.search(head)
    dated = _date(printed) if printed else None
    named = _NAMED_DATE.search(stem)
    if dated is None and named:
        dated = _date(named)
    rest = stem if named is None else f"{stem[: named.start()]}{stem[named.end() :]}"
    counted = _NAMED_NUMBER.search(rest) or _NAMED_IN_WORDS.search(rest)
    own = next((found for found in _OWN.finditer(head) if not _ELSEWHERE.search(head[: found.start()])), None)
    number, sure = None, 0.0
    if own is not None:
        number, sure = page_number(own["page"] or own["bare"]), BY_MASTHEAD
    if number is None and counted is not None:
        number, sure = page_number(counted["page"]), BY_NAME
    issue = dated or (rest if counted is None else rest[: counted.start("page")]).strip(" -_第")
    return PagePlace(issue, dated is not None, number, sure if number else 0.0)


def numbered_by_order(places: Sequence[PagePlace]) -> list[PagePlace]:
    """Give pages without a number the one they have by their order among those of the issue.

    More pages than an issue has are a row of another kind, whose numbers say little.
    """
    sizes = Counter(place.issue for place in places if not place.dated)
    counts: Counter[str] = Counter()
    numbered = []
    for place in places:
        counts[place.issue] += 1
        by_order = place.number is None
        found = replace(place, number=str(counts[place.issue]), sure=BY_ORDER) if by_order else place
        believed = sizes[place.issue] <= LARGEST or place.sure == BY_MASTHEAD
        numbered.append(found if believed else replace(found, sure=BY_CHANCE))
    return numbered


def _date(found: re.Match[str]) -> str | None:
    values = [value_of(found[part]) for part in ("year", "month", "day")]
    if any(value is None for value in values):
        return None
    year, month, day = (int(value) for value in values if value is not None)
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None
