"""What pairs of pages share: stories and parts of them, but no furniture."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from core.collation.chains import Chain, chains
from core.collation.passage_index import PassageIndex
from core.collation.runs import Seeds
from core.collation.substance import Substance, substance_of
from core.document.page import PageView
from core.text.span import Span

ALL_PAIRS = 8
"""Of so few pages every two are compared; of more those that an index names."""

SEEDS_KEPT = 256
"""Where any pages are compared so many stay ready for it; each takes a hundred kilobytes."""

FURNITURE = 0.8
"""Where so much of what two pages share is furniture of both, it is a masthead or the like."""

Pair = tuple[int, int]
"""The numbers of two pages, the lower first."""

Shared = Mapping[Pair, Sequence[Chain]]
"""The stretches that pairs of pages share, as the first of them sees it."""


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page says; `walls` are the places in it where articles begin, `furniture` is of the raw text."""

    said: Substance
    walls: tuple[int, ...]
    furniture: tuple[Span, ...]

    def is_furniture(self, start: int, end: int) -> bool:
        """Say whether most of a stretch of what is said belongs to no article."""
        low, high = self.said.span(start, end)
        inside = sum(max(0, min(high, it.end) - max(low, it.start)) for it in self.furniture)
        return inside >= FURNITURE * (high - low)


def text_of(page: PageView) -> PageText:
    """Return what `page` says."""
    return page.once(_text_of)


def _text_of(page: PageView) -> PageText:
    said, spans = substance_of(page.text), dict(page.layout.spans.items())
    starts = sorted(min(spans[piece].start for piece in article.pieces) for _, article in page.layout)
    walls = tuple(bisect_left(said.places, start) for start in starts)
    return PageText(said, walls, tuple(spans[piece] for piece in page.layout.furniture))


def seeds_of(page: PageView) -> Seeds:
    """Return `page` ready to be compared. It stays so as long as it is looked at: that is for few pages."""
    return page.once(_seeds_of)


def _seeds_of(page: PageView) -> Seeds:
    return Seeds.of(text_of(page).said.text)


def shared_by_any(pages: Sequence[PageView]) -> dict[Pair, Sequence[Chain]]:
    """Return what every two of `pages` share."""
    if len(pages) <= ALL_PAIRS:
        return shared_by(pages, combinations(range(len(pages)), 2), lambda number: seeds_of(pages[number]))
    numbers = {page.key: number for number, page in enumerate(pages)}
    index = PassageIndex.of(pages)
    pairs = set()
    for number, page in enumerate(pages):
        for key in index.pages_sharing(page):
            pairs.add((min(number, numbers[key]), max(number, numbers[key])))
    ready = lru_cache(maxsize=SEEDS_KEPT)(lambda number: _seeds_of(pages[number]))
    return shared_by(pages, sorted(pairs), ready)


def shared_by(
    pages: Sequence[PageView], pairs: Iterable[Pair], ready: Callable[[int], Seeds]
) -> dict[Pair, Sequence[Chain]]:
    """Return what some pairs of `pages` share; those that share nothing are left out.

    `ready` gives a page, by its number, ready to be compared.
    """
    found: dict[Pair, Sequence[Chain]] = {}
    for one, two in pairs:
        mine, theirs = text_of(pages[one]), text_of(pages[two])
        some = [
            chain
            for chain in chains(ready(one), ready(two), mine.walls, theirs.walls)
            if not (
                mine.is_furniture(chain.start, chain.end)
                and theirs.is_furniture(chain.other_start, chain.other_end)
            )
        ]
        if some:
            found[one, two] = some
    return found
