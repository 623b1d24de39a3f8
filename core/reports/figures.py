"""The figures of one page: every error that was corrected on it, by round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from core.changes.page_round import PageRound, headlines_of, in_headline
from core.changes.rounds import whole_of
from core.document.counting import error_weight
from core.document.error_kind import ErrorKind
from core.reports.agreement import Reading, readings


class CountedError(NamedTuple):
    """An error as reports count it; `weight` by the rules of the field, without regard to repetition."""

    round: int
    who: str
    why: str
    kind: ErrorKind
    wrong: str
    right: str
    weight: float


@dataclass(frozen=True)
class PageFigures:
    """The figures of one page.

    `issue` tells the pages that came out together. `characters` counts code points of the raw text, `signed`
    the rounds that were signed off. `articles` is None where nobody has changed the page: they are not looked
    for. `rate` is what all that was changed counts in 10,000 characters, what was taken back left out.
    """

    name: str
    issue: str
    characters: int
    signed: int
    articles: int | None = None
    rate: float = 0.0
    errors: tuple[CountedError, ...] = ()
    readings: tuple[Reading, ...] = ()


def page_figures(name: str, issue: str, rounds: Sequence[PageRound]) -> PageFigures:
    """Return the figures of a page with these `rounds`, which somebody has changed."""
    errors = tuple(
        CountedError(done.number, one.who, one.why, one.kind, one.edit.removed, one.edit.inserted, one.weight)
        for done in rounds
        for one in done.corrections
    )
    characters = len(rounds[0].start.text)
    now = rounds[-1].end
    rate = _rate(rounds, characters)
    return PageFigures(
        name, issue, characters, now.round, len(now.layout.order), rate, errors, readings(rounds)
    )


def _rate(rounds: Sequence[PageRound], characters: int) -> float:
    """Return what all rounds together count; what one corrected and another took back does not."""
    headlines = headlines_of(rounds[0].start.layout)
    weight = sum(
        error_weight(edit.removed, edit.inserted, in_headline=in_headline(edit, headlines))
        for edit in whole_of(rounds)
    )
    return 10_000 * weight / characters if characters else 0.0
