"""The figures of one page: every error that was corrected on it, by round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from core.changes.rounds import PageRound
from core.document.counting import error_rate
from core.document.difference import differences
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
    for. `rate` is the weight of all that differs from the raw text in 10,000 characters.
    """

    name: str
    issue: str
    characters: int
    signed: int
    articles: int | None = None
    rate: float = 0.0
    errors: tuple[CountedError, ...] = ()
    readings: tuple[Reading, ...] = ()


def page_figures(name: str, issue: str, raw: str, rounds: Sequence[PageRound]) -> PageFigures:
    """Return the figures of a page with these `rounds`, which somebody has changed."""
    state = rounds[-1].end
    errors = tuple(
        CountedError(done.number, one.who, one.why, one.kind, one.edit.removed, one.edit.inserted, one.weight)
        for done in rounds
        for one in done.corrections
    )
    rate = error_rate(differences(raw, state.text), state.layout, len(raw))
    articles = len(state.layout.order)
    return PageFigures(name, issue, len(raw), state.round, articles, rate, errors, readings(rounds))
