"""How near a proposed tree comes to the true one, altogether and for each kind of difficulty."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from segmentation.printing import InventedPage, Truth

from core.document.draft import Draft

_MEASURES = ("article starts", "same article", "roles", "joins", "paragraph starts")
_DISPLACED = frozenset({"passage in another story", "rest behind another story", "body above headline"})


@dataclass
class Tally:
    """Counts over many pages: (right, proposed, wanted) for each measure, (right, wanted) for each kind."""

    measures: dict[str, list[float]] = field(default_factory=lambda: defaultdict(lambda: [0.0, 0.0, 0.0]))
    kinds: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    wrong: Counter[str] = field(default_factory=Counter)

    def figures(self) -> dict[str, float]:
        """Return the F1 of each measure (for roles the share that is right)."""
        return {name: _f1(*self.measures[name]) for name in _MEASURES}

    def lines(self) -> list[str]:
        """Return the figures for each kind of difficulty, and what was taken for what."""
        found = [
            f"  {name:<44}{right / wanted:6.3f} of {wanted}"
            for name, (right, wanted) in sorted(self.kinds.items())
        ]
        return found + [f"  {name:<44}{count:6d}" for name, count in self.wrong.most_common(14)]

    def count(self, name: str, right: float, proposed: float, wanted: float) -> None:
        """Add to a measure."""
        for at, value in enumerate((right, proposed, wanted)):
            self.measures[name][at] += value

    def kind(self, name: str, right: bool) -> None:
        """Add one case of a kind."""
        self.kinds[name][0] += right
        self.kinds[name][1] += 1


def add_page(tally: Tally, page: InventedPage, draft: Draft) -> None:
    """Compare a draft with what the page is, and add it up."""
    place = _Places(page)
    mine = _Tree(draft, place)
    articles = _articles(page)
    starts = {parts[0].start: parts[0] for parts in articles.values()}
    tally.count("article starts", len(starts.keys() & mine.starts), len(mine.starts), len(starts))
    for start, truth in starts.items():
        tally.kind(f"start of an article: {truth.role}", start in mine.starts)
    for start in mine.starts - starts.keys():
        role = place.truth(start).role if place.is_start(start) else "inside a piece"
        tally.wrong[f"taken for the start of an article: {role}"] += 1
    _add_owners(tally, page, mine)
    _add_displaced(tally, articles, mine)
    for truth in page.truths:
        found = mine.roles.get(truth.start)
        tally.count("roles", found == truth.role, 1, 1)
        tally.kind(f"role: {truth.role}", found == truth.role)
        if found != truth.role:
            tally.wrong[f"role {truth.role} taken for {found}"] += 1
    _add_joins(tally, articles, mine)
    paragraphs = {truth.start for truth in page.truths if not truth.joins and truth.article is not None}
    tally.count("paragraph starts", len(paragraphs & mine.paragraphs), len(mine.paragraphs), len(paragraphs))


def _articles(page: InventedPage) -> dict[int, list[Truth]]:
    found: dict[int, list[Truth]] = defaultdict(list)
    for truth in page.truths:
        if truth.article is not None:
            found[truth.article].append(truth)
    return {number: sorted(parts, key=lambda truth: truth.order) for number, parts in found.items()}


def _add_joins(tally: Tally, articles: dict[int, list[Truth]], mine: _Tree) -> None:
    wanted = {}
    for parts in articles.values():
        for above, below in pairwise(parts):
            if below.joins:
                wanted[above.start, below.start] = below
    tally.count("joins", len(wanted.keys() & mine.joins), len(mine.joins), len(wanted))
    for pair, truth in wanted.items():
        for tag in truth.tags:
            if tag.startswith("torn"):
                tally.kind(tag, pair in mine.joins)
        if pair not in mine.joins:
            tally.wrong[f"join missed: {', '.join(sorted(truth.tags)) or 'printed line'}"] += 1
    tally.wrong["join without need"] += len(mine.joins - wanted.keys())


def _add_owners(tally: Tally, page: InventedPage, mine: _Tree) -> None:
    """Count pairs of characters in one article."""
    both: Counter[tuple[int, int]] = Counter()
    my_sizes: Counter[int] = Counter()
    sizes: Counter[int] = Counter()
    for truth in page.truths:
        weight, owner = truth.end - truth.start, mine.owners.get(truth.start)
        if owner is not None:
            my_sizes[owner] += weight
        if truth.article is not None:
            sizes[truth.article] += weight
        if owner is not None and truth.article is not None:
            both[owner, truth.article] += weight
    squares = [float(sum(size * size for size in counted.values())) for counted in (both, my_sizes, sizes)]
    tally.count("same article", *squares)


def _add_displaced(tally: Tally, articles: dict[int, list[Truth]], mine: _Tree) -> None:
    """Count which displaced passages are in the article of the rest of their story."""
    for parts in articles.values():
        rest = (truth for truth in parts if truth.role == "body" and not truth.tags & _DISPLACED)
        home = mine.owners.get(next(rest, parts[0]).start)
        for truth in parts:
            for tag in truth.tags & _DISPLACED:
                tally.kind(tag, mine.owners.get(truth.start) == home)


class _Places:
    """Maps positions to the stretches they begin, blanks before them overlooked."""

    def __init__(self, page: InventedPage) -> None:
        self._by_start = {truth.start: truth for truth in page.truths}
        self._text = page.text

    def near(self, start: int) -> int:
        """Return the start of the stretch that begins at or, but for blanks, around a position."""
        for at in (start, start - 1, start + 1, start - 2):
            if at in self._by_start and not self._text[min(at, start) : max(at, start)].strip():
                return at
        return start

    def is_start(self, start: int) -> bool:
        """Say whether a stretch begins there."""
        return start in self._by_start

    def truth(self, start: int) -> Truth:
        """Return the stretch that begins there."""
        return self._by_start[start]


class _Tree:
    """A draft by the starts of its pieces."""

    def __init__(self, draft: Draft, place: _Places) -> None:
        self.starts: set[int] = set()
        self.roles: dict[int, str] = {}
        self.owners: dict[int, int] = {}
        self.joins: set[tuple[int, int]] = set()
        self.paragraphs: set[int] = set()
        for number, article in enumerate(draft.articles):
            above = None
            for piece in article.pieces:
                start = place.near(piece.span.start)
                if above is None:
                    self.starts.add(start)
                elif piece.joins_previous:
                    self.joins.add((above, start))
                if not piece.joins_previous:
                    self.paragraphs.add(start)
                self.roles[start] = piece.role.value
                self.owners[start] = number
                above = start
        self.roles |= {place.near(span.start): "furniture" for span in draft.furniture}


def _f1(right: float, proposed: float, wanted: float) -> float:
    return 2 * right / (proposed + wanted) if proposed + wanted else 1.0
