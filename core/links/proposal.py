"""Which half goes on in which: every pair that could be one is weighed, and the best pairing is proposed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import exp

import numpy as np

from core.document.layout import ArticleId
from core.links.assigning import best_pairs
from core.links.evidence import Evidence, log_odds, reasons
from core.links.half import Half, say_the_same
from core.links.likeness import Rarity, headline_likeness, rarity_of
from core.links.mark import JumpMark
from core.links.places import LARGEST, PagePlace
from core.messages import Message

LEAST = 0.1
"""Pairs below this score are not proposed."""

LEAST_ODDS = 0.02
"""Pairs below these odds are no rivals to others either."""

NEAR = 24
"""Where no date parts the issues, or not enough, a story goes on at most so many pages away."""

Seam = Callable[[Sequence[tuple[str, str]]], Sequence[float]]
"""Says of ends and beginnings by how many bits it is likelier that the one goes on in the other than not."""


@dataclass(frozen=True)
class LinkablePage:
    """A page of the project for this: its place in the row, in its issue, and its articles."""

    position: int
    place: PagePlace
    halves: tuple[Half, ...]

    @cached_property
    def going(self) -> list[Half]:
        """The articles that may go on elsewhere."""
        return [half for half in self.halves if half.linked_to is None and half.end]

    @cached_property
    def coming(self) -> list[Half]:
        """The articles that may have begun elsewhere."""
        return [half for half in self.halves if half.linked_from is None and half.begin]


@dataclass(frozen=True)
class Proposal:
    """Two articles that are probably one. Of those with a `score` of 0.8 eight in ten are."""

    first: tuple[int, ArticleId]
    second: tuple[int, ArticleId]
    score: float
    reasons: tuple[Message, ...]


def propose_links(pages: Sequence[LinkablePage], seam: Seam | None = None) -> list[Proposal]:
    """Propose links between articles of `pages`, best first; articles linked already are left alone.

    Every pair has at least one jump mark, and no article is in two pairs on the same side. Without `seam`
    it is not looked at whether the halves read on.
    """
    issues: dict[str, list[LinkablePage]] = {}
    for page in pages:
        issues.setdefault(page.place.issue, []).append(page)
    found = [proposal for issue in issues.values() for proposal in _within(issue, seam)]
    return sorted(found, key=lambda proposal: (-proposal.score, proposal.first))


@dataclass(frozen=True)
class _Candidate:
    """A half on its page."""

    half: Half
    page: LinkablePage


_Pair = tuple[_Candidate, _Candidate]


def _within(issue: Sequence[LinkablePage], seam: Seam | None) -> Iterable[Proposal]:
    pairs = list(_pairs(issue))
    halves = {id(one.half): one.half for pair in pairs for one in pair}
    rarity = rarity_of(halves.values())
    torn = [(one.half.end, other.half.begin) for one, other in pairs if one.half.is_torn_off]
    bits = dict(zip(torn, seam(torn), strict=True)) if seam is not None and torn else {}
    weighed = [_weighed(one, other, rarity, bits) for one, other in pairs]
    for together in _apart([one for one in weighed if one.odds >= LEAST_ODDS]):
        yield from _best(together)


@dataclass(frozen=True)
class _Weighed:
    """Two halves and the odds that they are one story, others left aside."""

    first: Half
    second: Half
    evidence: Evidence
    odds: float


def _weighed(
    first: _Candidate, second: _Candidate, rarity: Rarity, bits: Mapping[tuple[str, str], float]
) -> _Weighed:
    evidence = Evidence(
        _named(first.half.to, second.page.place),
        _named(second.half.origin, first.page.place),
        headline_likeness(first.half, second.half),
        rarity.likeness(first.half.words, second.half.words),
        bits.get((first.half.end, second.half.begin)),
    )
    return _Weighed(first.half, second.half, evidence, exp(log_odds(evidence)))


def _apart(weighed: Sequence[_Weighed]) -> Iterable[list[_Weighed]]:
    """Part the pairs into groups of which no two share a half."""
    of_half: dict[tuple[int, bool], list[_Weighed]] = {}
    for one in weighed:
        of_half.setdefault((id(one.first), True), []).append(one)
        of_half.setdefault((id(one.second), False), []).append(one)
    seen: set[int] = set()
    for start in weighed:
        if id(start) in seen:
            continue
        group, waiting = [], [start]
        seen.add(id(start))
        while waiting:
            one = waiting.pop()
            group.append(one)
            for other in of_half[id(one.first), True] + of_half[id(one.second), False]:
                if id(other) not in seen:
                    seen.add(id(other))
                    waiting.append(other)
        yield group


def _best(weighed: Sequence[_Weighed]) -> Iterable[Proposal]:
    """Pair one to one; what else a half could be paired with lessens the score."""
    rows = {key: at for at, key in enumerate(dict.fromkeys(id(one.first) for one in weighed))}
    columns = {key: at for at, key in enumerate(dict.fromkeys(id(one.second) for one in weighed))}
    by_place = {(rows[id(one.first)], columns[id(one.second)]): one for one in weighed}
    odds = np.zeros((len(rows), len(columns)))
    for place, one in by_place.items():
        odds[place] = one.odds
    rivals = odds.sum(axis=1, keepdims=True) + odds.sum(axis=0, keepdims=True) - odds
    scores = odds / (1.0 + rivals)
    for place in best_pairs(scores):
        if scores[place] >= LEAST:
            one = by_place[place]
            said = reasons(one.evidence, one.first, one.second)
            ends = (one.first.page, one.first.article), (one.second.page, one.second.article)
            yield Proposal(*ends, round(float(scores[place]), 3), said)


def _pairs(issue: Sequence[LinkablePage]) -> Iterable[_Pair]:
    """Yield what could be one story: two marked halves, or a marked one and one on the page it names."""
    row = sorted(issue, key=lambda page: page.position)
    positions = [page.position for page in row]
    for at, page in enumerate(row):
        near = row
        if not page.place.dated or len(row) > LARGEST:
            start = bisect_left(positions, positions[at] - NEAR)
            near = row[start : bisect_right(positions, positions[at] + NEAR)]
        for other in near:
            if other is not page:
                yield from _between(page, other)


def _between(page: LinkablePage, other: LinkablePage) -> Iterable[_Pair]:
    marked = [half for half in other.coming if half.origin is not None]
    named = [half for half in marked if half.origin and page.place.number in half.origin.pages]
    for first in page.going:
        if first.to is None:
            seconds: Sequence[Half] = named
        else:
            seconds = other.coming if other.place.number in first.to.pages else marked
        for second in seconds:
            if say_the_same(first, second):
                continue
            yield _Candidate(first, page), _Candidate(second, other)


def _named(mark: JumpMark | None, place: PagePlace) -> float | None:
    """Return how sure it is that `mark` names the page (above 0) or another (below); None: no mark."""
    if mark is None:
        return None
    return place.sure if place.number in mark.pages else -place.sure
