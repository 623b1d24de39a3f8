"""Which article each part of a page found anew comes into, and in which order it is read there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby

from core.document.fresh_parts import Part, Parts
from core.document.held import Held
from core.document.layout import ArticleId, Layout, PieceId

Run = Sequence[Part]
"""A stretch of a fresh article that no article set by hand cuts."""


@dataclass
class Gathered:
    """What comes into one article: parts that must stay in it, in their order, and others beside them."""

    settled: list[Part] = field(default_factory=list)
    ahead: dict[PieceId, list[Part]] = field(default_factory=lambda: defaultdict(list))
    behind: dict[PieceId, list[Part]] = field(default_factory=lambda: defaultdict(list))
    loose: list[Part] = field(default_factory=list)

    def read(self) -> list[Part]:
        """List the parts as they are read; nothing comes between a kept line and one it is joined to."""
        units: list[list[Part]] = []
        for part in sorted(self.settled, key=lambda one: one.place):
            if units and part.kept and part.piece.joins_previous:
                units[-1].append(part)
            else:
                units.append([part])
        found: list[Part] = []
        for unit in units:
            found += chain.from_iterable(self.ahead.get(part.key, ()) for part in unit)
            found += unit
            found += chain.from_iterable(self.behind.get(part.key, ()) for part in unit)
        return found + self.loose


class Gathering:
    """Brings the parts of fresh articles into articles."""

    def __init__(self, layout: Layout, held: Held, parts: Parts) -> None:
        self.articles: dict[ArticleId, Gathered] = defaultdict(Gathered)
        """The articles by identity, those that are left included."""
        self.owners: list[list[tuple[Part, ArticleId]]] = []
        """For each fresh article its parts, each with the article it came into."""
        self.next_id = parts.next_id
        self._layout = layout
        self._held = held
        for part in chain(parts.settled, *parts.articles):
            if part.home is not None:
                self.articles[part.home].settled.append(part)
        runs = [self._runs(story) for story in parts.articles]
        own = self._identities([run for story in runs for run in story])
        numbers = iter(range(len(own)))
        for story in runs:
            self.owners.append([pair for run in story for pair in self._assign(run, own[next(numbers)])])

    def _runs(self, story: Sequence[Part]) -> list[Run]:
        """Cut a fresh article at what articles set by hand hold of it, which makes runs too."""
        walls = self._held.walls
        cut = groupby(story, lambda part: part.home if part.home in walls else None)
        runs = [(wall, list(run)) for wall, run in cut]
        kept: list[Run] = []
        for at, (_, run) in enumerate(runs):
            above = runs[at - 1][0] if at else None
            below = runs[at + 1][0] if at + 1 < len(runs) else None
            if above is not None and above == below and all(part.home is None for part in run):
                # What stands between two parts of one article set by hand, and nobody else holds, joins it.
                self.articles[above].behind[runs[at - 1][1][-1].key] += run
            else:
                kept.append(run)
        return kept

    def _pulling(self, run: Run) -> dict[ArticleId, None]:
        """List the articles that draw in what stands around their own parts in a run, in its order."""
        reached = self._held.reached
        pulling: dict[ArticleId, None] = {}
        for part in run:
            if part.home is not None and (part.home in self._held.pinned or part.key in reached):
                pulling[part.home] = None
        return pulling

    def _identities(self, runs: Sequence[Run]) -> list[ArticleId | None]:
        """Give each run that no article draws in the identity of the article most of its text was in."""
        shared: dict[tuple[ArticleId, int], int] = defaultdict(int)
        free = set(self._layout.order) - self._held.settled
        for number, run in enumerate(runs):
            if not self._pulling(run):
                for part in run:
                    if part.home is None and part.was in free and part.was is not None:
                        shared[part.was, number] += len(part.span)
        at = {key: place for place, key in enumerate(self._layout.order)}
        own: list[ArticleId | None] = [None] * len(runs)
        for article, number in sorted(shared, key=lambda pair: (-shared[pair], at[pair[0]], pair[1])):
            if article in free and own[number] is None:
                own[number] = article
                free.discard(article)
        return own

    def _assign(self, run: Run, own: ArticleId | None) -> list[tuple[Part, ArticleId]]:
        """Bring the parts of a run that have no home into articles; `own`: the identity of a new one."""
        pulling = self._pulling(run)
        last: dict[ArticleId, PieceId] = {}
        waiting: dict[ArticleId, list[Part]] = defaultdict(list)
        current = next(iter(pulling), own)
        owners: list[tuple[Part, ArticleId]] = []
        for part in run:
            if part.home is not None:
                owners.append((part, part.home))
                if part.home in pulling:
                    current = part.home
                    last[current] = part.key
                    self.articles[current].ahead[part.key] += waiting.pop(current, [])
                continue
            if part.was is not None and part.was in pulling:
                current = part.was
            if current is None:
                current, self.next_id = self.next_id, self.next_id + 1
            owners.append((part, current))
            if current not in pulling:
                self.articles[current].loose.append(part)
            elif current in last:
                self.articles[current].behind[last[current]].append(part)
            else:
                waiting[current].append(part)
        return owners
