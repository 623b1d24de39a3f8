"""Which one of a series: 第十一个五年规划 where everything else speaks of the fifteenth."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.detectors.page_terms import PlacedTerm, ReadPage
from core.detectors.weights import CHARACTER
from core.document.finding import Finding, Place, Suggestion
from core.document.page import PageView
from core.glossary.near_miss import slip_between
from core.lexicon.lexicon import SETTLED, Lexicon
from core.lexicon.term import Kind, Term
from core.messages import message
from core.text.numerals import CHINESE, in_chinese, value_of

RARER = 4
"""An odd number stands at least so many times less often than the settled one."""

PLAN, OTHER = 0.7, 0.3
"""How sure it is of a five-year plan, which is written about while it lasts, and of other series."""

HIGHEST = 60
"""Series are not looked for beyond this."""

SHORTEST_TAIL = 4
"""What is counted must say so much: 第五次会议 may be one of any series."""

_ORDINAL = re.compile(f"第(\\d{{1,2}}|[{CHINESE}]{{1,3}})((?:个|届|次|批|轮|期|季|集).+)")
_PLAN = re.compile("个五年(?:规划|计划)")
_NUMBERS = {
    written: number for number in range(1, HIGHEST + 1) for written in (in_chinese(number), str(number))
}
_WRITTEN = re.compile(f"第(\\d+|[{CHINESE}]+)")
_QUOTED = re.compile(f'"([{CHINESE}]+)(?=")')


class _Spoken:
    """The text of a page, and what numbers stand in it at all, behind 第 or alone between quotation marks.

    Few do: only these are worth counting.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.ordinals = frozenset(_WRITTEN.findall(text))
        self.quoted = frozenset(_QUOTED.findall(text))


@dataclass(frozen=True, slots=True)
class _Member:
    """One of a series: its number, as it may be written, and as what that and its short name are counted."""

    number: int
    written: str
    term: Term
    short: Term | None


def _members(tails: Sequence[str], _: None) -> Iterator[list[_Member]]:
    """Yield of each series all that may be of it; a hundred for each, so they are kept from key to key."""
    for tail in tails:
        is_plan = _PLAN.fullmatch(tail) is not None
        yield [
            _Member(
                number,
                written,
                Term(Kind.ORDINAL, f"第{written}{tail}"),
                Term(Kind.QUOTED, f"{written}五") if is_plan and not written.isdigit() else None,
            )
            for written, number in _NUMBERS.items()
        ]


@dataclass(frozen=True, slots=True)
class _Series:
    """A series by what stands behind its numbers, and how often each of them stands, on all pages."""

    tail: str
    counts: Counter[int]

    @classmethod
    def of(cls, tail: str, members: Sequence[_Member], spoken: _Spoken, lexicon: Lexicon) -> _Series:
        """Count the numbers of a series, on the page and on the others."""
        series = cls(tail, Counter())
        for member in members:
            often = lexicon.count(member.term)
            often += spoken.text.count(member.term.form) if member.written in spoken.ordinals else 0
            if member.short is not None:
                short = member.short.form
                often += lexicon.count(member.short)
                often += spoken.text.count(f'"{short}"') if short in spoken.quoted else 0
            if often:
                series.counts[member.number] += often
        return series

    @property
    def is_plan(self) -> bool:
        """Whether these are the five-year plans, which have short names too."""
        return _PLAN.fullmatch(self.tail) is not None

    def settled_for(self, number: int) -> int | None:
        """Return the number that is meant everywhere else, if one slip makes `number` of it.

        The ones before and behind are rightly spoken of beside it.
        """
        count = self.counts[number]
        others = {other: often for other, often in self.counts.items() if other != number}
        usual = max(others, key=lambda other: (others[other], -other), default=None)
        near = [other for other, often in others.items() if often >= SETTLED and abs(other - number) == 1]
        if usual is None or others[usual] < max(SETTLED, RARER * count) or near or abs(usual - number) == 1:
            return None
        return usual if slip_between(in_chinese(number), in_chinese(usual)) else None


def odd_ordinals(page: PageView, read: ReadPage, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield numbers of a series that one slip makes of the number that is settled everywhere else."""
    spoken, known = _Spoken(read.text), dict[str, _Series]()
    for placed in read.terms:
        found = _ORDINAL.fullmatch(placed.found.term.form) if placed.found.term.kind is Kind.ORDINAL else None
        number = value_of(found[1]) if found else None
        if found is None or number is None or not 0 < number <= HIGHEST or len(found[2]) < SHORTEST_TAIL:
            continue
        tail = found[2]
        if tail not in known:
            known[tail] = _Series.of(tail, page.each(_members, [tail], None)[0], spoken, lexicon)
        series = known[tail]
        usual = series.settled_for(int(number))
        if usual is not None:
            yield _finding(page, read, placed, found, usual, series)


def _finding(
    page: PageView, read: ReadPage, placed: PlacedTerm, found: re.Match[str], number: int, series: _Series
) -> Finding:
    put = str(number) if found[1].isdigit() else in_chinese(number)
    start = placed.found.start + found.start(1)
    span = placed.paragraph.place(start, start + len(found[1]))
    usual, often = f"第{put}{series.tail}", series.counts[number]
    words = message(
        "这里是“{odd}”，别处{count}次是“{usual}”", odd=placed.found.term.form, usual=usual, count=often
    )
    sure = PLAN if series.is_plan else OTHER
    suggestions = (Suggestion(put, sure),) if len(span) == len(found[1]) else ()
    at = read.text.find(usual)
    related = (Place(page.key, read.place(at, at + len(usual))),) if at >= 0 else ()
    return Finding("odd-ordinal", span, words, suggestions, sure, CHARACTER, related=related)
