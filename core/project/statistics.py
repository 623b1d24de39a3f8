"""Figures of a project: pages, rounds, corrections, error rate."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from core.document.counting import error_rate
from core.document.difference import differences
from core.history.states import PageStates
from core.project.corrections import corrections
from core.store.log import StepLog
from core.store.rows import PageRecord


@dataclass(frozen=True)
class PageStatistics:
    """Figures of one page; `error_rate` is the weight of what was corrected per 10,000 characters."""

    record: PageRecord
    articles: int
    corrections: int
    error_rate: float


@dataclass(frozen=True)
class ProjectStatistics:
    """Figures of a project. `reasons` counts corrections by their ground, `rounds` pages by round signed."""

    pages: tuple[PageStatistics, ...]
    characters: int
    steps: int
    rounds: tuple[int, int, int, int]
    reasons: tuple[tuple[str, int], ...]
    error_rate: float


def statistics(log: StepLog, states: PageStates) -> ProjectStatistics:
    """Work out the figures from the log and the pages as they stand."""
    reasons: Counter[str] = Counter()
    pages: list[PageStatistics] = []
    weighted = 0.0
    in_force = log.in_force()
    for record in log.store.pages():
        state = states.state(record.id)
        made = corrections(log, record.id, in_force) if record.touched else ()
        reasons.update(correction.why for correction in made)
        found = differences(states.first(record.id).text, state.text) if made else []
        rate = error_rate(found, state.layout, record.characters)
        weighted += rate * record.characters
        pages.append(PageStatistics(record, len(state.layout.order), len(made), rate))
    characters = sum(page.record.characters for page in pages)
    rounds = Counter(page.record.round for page in pages)
    last = log.last_step()
    return ProjectStatistics(
        tuple(pages),
        characters,
        last.id if last else 0,
        (rounds[0], rounds[1], rounds[2], rounds[3]),
        tuple(reasons.most_common()),
        weighted / characters if characters else 0.0,
    )
