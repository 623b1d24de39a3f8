"""The figures of a project, put together page by page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from core.document.counting import PASSES
from core.document.error_kind import ErrorKind
from core.reports.agreement import Reading, together
from core.reports.figures import CountedError, PageFigures

Key = TypeVar("Key", bound=Hashable)

REPEATS = 3
"""The same error counts so many times an issue at the most."""

LONGEST_PAIR = 8
"""Longer replacements are no pairs of characters (code points)."""


class Count(NamedTuple):
    """How many errors, what they count together, and on how many pages they were."""

    errors: int = 0
    weight: float = 0.0
    pages: int = 0

    @property
    def rounded(self) -> float:
        """The weight to a tenth, of which all weights are made."""
        return round(self.weight, 1)


class RoundCount(NamedTuple):
    """The errors of one round; `characters` are those of all pages that have come to it."""

    round: int
    counted: Count
    characters: int

    @property
    def rate(self) -> float:
        """The weight in 10,000 characters."""
        return rate(self.counted.weight, self.characters)


class IssueCount(NamedTuple):
    """The errors of one issue, the same one no more than three times."""

    issue: str
    pages: int
    characters: int
    counted: Count

    @property
    def rate(self) -> float:
        """The weight in 10,000 characters."""
        return rate(self.counted.weight, self.characters)

    @property
    def passes(self) -> bool:
        """Whether a newspaper would pass that was printed as it was read."""
        return self.rate <= PASSES


@dataclass(frozen=True)
class Report:
    """All figures. Tables by kind, pair, editor and ground have the most frequent first."""

    pages: tuple[PageFigures, ...]
    rounds: tuple[RoundCount, ...]
    kinds: dict[ErrorKind, Count]
    pairs: dict[tuple[str, str], Count]
    editors: dict[tuple[str, int], Count]
    grounds: dict[str, Count]
    issues: tuple[IssueCount, ...]
    readings: tuple[Reading, ...]

    @property
    def characters(self) -> int:
        """The code points of all raw texts."""
        return sum(page.characters for page in self.pages)

    @property
    def errors(self) -> int:
        """How many errors were corrected."""
        return sum(len(page.errors) for page in self.pages)

    @property
    def signed(self) -> tuple[int, int, int, int]:
        """How many pages have no round signed, one, two, three."""
        counts = Counter(page.signed for page in self.pages)
        return counts[0], counts[1], counts[2], counts[3]

    @property
    def rate(self) -> float:
        """The weight of all that differs from the raw texts in 10,000 characters."""
        weighted = sum(page.rate * page.characters for page in self.pages)
        return weighted / self.characters if self.characters else 0.0


def report_of(pages: Iterable[PageFigures]) -> Report:
    """Put the figures of `pages` together."""
    held = tuple(pages)
    return Report(
        held,
        _rounds(held),
        _counted(held, lambda error: error.kind),
        {pair: count for pair, count in _counted(held, _pair).items() if pair is not None},
        _counted(held, lambda error: (error.who, error.round)),
        _counted(held, lambda error: error.why),
        _issues(held),
        together(reading for page in held for reading in page.readings),
    )


def rate(weight: float, characters: int) -> float:
    """Return a weight of errors in 10,000 characters."""
    return 10_000 * weight / characters if characters else 0.0


def _counted(pages: Sequence[PageFigures], key_of: Callable[[CountedError], Key]) -> dict[Key, Count]:
    """Count errors by a key, the most frequent first; a page counts once however many errors it has."""
    counts: dict[Key, Count] = {}
    for page in pages:
        seen: set[Key] = set()
        for error in page.errors:
            key = key_of(error)
            held = counts.get(key, Count())
            counts[key] = Count(held.errors + 1, held.weight + error.weight, held.pages + (key not in seen))
            seen.add(key)
    return dict(sorted(counts.items(), key=lambda item: -item[1].errors))


def _pair(error: CountedError) -> tuple[str, str] | None:
    pair = error.wrong, error.right
    is_short = max(map(len, pair)) <= LONGEST_PAIR
    return pair if is_short and error.kind is not ErrorKind.LINES else None


def _rounds(pages: Sequence[PageFigures]) -> tuple[RoundCount, ...]:
    counts = _counted(pages, lambda error: error.round)
    last = max([*counts, *(page.signed for page in pages)], default=0)
    return tuple(
        RoundCount(
            number,
            counts.get(number, Count()),
            sum(page.characters for page in pages if _has_come_to(page, number)),
        )
        for number in range(1, last + 1)
    )


def _has_come_to(page: PageFigures, number: int) -> bool:
    return page.signed >= number or any(error.round == number for error in page.errors)


def _issues(pages: Sequence[PageFigures]) -> tuple[IssueCount, ...]:
    by_issue: dict[str, list[PageFigures]] = {}
    for page in pages:
        by_issue.setdefault(page.issue, []).append(page)
    return tuple(_issue(issue, held) for issue, held in by_issue.items())


def _issue(issue: str, pages: Sequence[PageFigures]) -> IssueCount:
    seen: Counter[tuple[str, str]] = Counter()
    weight, errors, marred = 0.0, 0, 0
    for page in pages:
        marred += bool(page.errors)
        for error in page.errors:
            pair = error.wrong, error.right
            seen[pair] += 1
            if seen[pair] <= REPEATS:
                weight += error.weight
                errors += 1
    characters = sum(page.characters for page in pages)
    return IssueCount(issue, len(pages), characters, Count(errors, weight, marred))
