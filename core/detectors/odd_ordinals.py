"""Which one of a series: 第十一个五年规划 where everything else speaks of the fifteenth."""

from __future__ import annotations

import re
from collections.abc import Iterator
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


@dataclass(frozen=True, slots=True)
class _Series:
    """A series by what stands behind its numbers, on a page with `text` and the other pages."""

    text: str
    lexicon: Lexicon
    tail: str

    @property
    def is_plan(self) -> bool:
        """Whether these are the five-year plans, which have short names too."""
        return _PLAN.fullmatch(self.tail) is not None

    def count(self, number: int) -> int:
        """Return how often the one of this number stands."""
        forms = [f"第{written}{self.tail}" for written in (in_chinese(number), str(number))]
        count = sum(self.text.count(form) + self.lexicon.count(Term(Kind.ORDINAL, form)) for form in forms)
        if self.is_plan:
            short = f"{in_chinese(number)}五"
            count += self.text.count(f'"{short}"') + self.lexicon.count(Term(Kind.QUOTED, short))
        return count

    def settled_for(self, number: int) -> int | None:
        """Return the number that is meant everywhere else, if one slip makes `number` of it.

        The ones before and behind are rightly spoken of beside it.
        """
        count = self.count(number)
        others = {other: self.count(other) for other in range(1, HIGHEST + 1) if other != number}
        usual = max(others, key=lambda other: others[other])
        near = [other for other, often in others.items() if often >= SETTLED and abs(other - number) == 1]
        if others[usual] < max(SETTLED, RARER * count) or near or abs(usual - number) == 1:
            return None
        return usual if slip_between(in_chinese(number), in_chinese(usual)) else None


def odd_ordinals(page: PageView, read: ReadPage, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield numbers of a series that one slip makes of the number that is settled everywhere else."""
    for placed in read.terms:
        found = _ORDINAL.fullmatch(placed.found.term.form) if placed.found.term.kind is Kind.ORDINAL else None
        number = value_of(found[1]) if found else None
        if found is None or number is None or not 0 < number <= HIGHEST or len(found[2]) < SHORTEST_TAIL:
            continue
        series = _Series(read.text, lexicon, found[2])
        usual = series.settled_for(int(number))
        if usual is not None:
            put = str(usual) if found[1].isdigit() else in_chinese(usual)
            yield _finding(page, read, placed, found, put, series)


def _finding(
    page: PageView, read: ReadPage, placed: PlacedTerm, found: re.Match[str], put: str, series: _Series
) -> Finding:
    start = placed.found.start + found.start(1)
    span = placed.paragraph.place(start, start + len(found[1]))
    usual = f"第{put}{series.tail}"
    often = series.count(int(value_of(put) or 0))
    words = message(
        "这里是“{odd}”，别处{count}次是“{usual}”", odd=placed.found.term.form, usual=usual, count=often
    )
    sure = PLAN if series.is_plan else OTHER
    suggestions = (Suggestion(put, sure),) if len(span) == len(found[1]) else ()
    at = read.text.find(usual)
    related = (Place(page.key, read.place(at, at + len(usual))),) if at >= 0 else ()
    return Finding("odd-ordinal", span, words, suggestions, sure, CHARACTER, related=related)
