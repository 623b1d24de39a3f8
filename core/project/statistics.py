"""The figures of the pages of a project, read from its log one page at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from core.history.states import PageStates
from core.links.places import page_place
from core.project.rounds import ProjectRounds
from core.reports.figures import PageFigures, page_figures
from core.reports.report import Report, report_of
from core.store.log import StepLog
from core.store.rows import PageRecord


def figures_of(log: StepLog, states: PageStates, record: PageRecord) -> PageFigures:
    """Return the figures of a page; of one that nobody has changed no text is read.

    Raises BadInputError where its log is damaged.
    """
    # What is printed at the head of a page need not be read: names of pages tell the issue.
    issue = page_place(record.name, "").issue
    if not record.touched:
        return PageFigures(record.name, issue, record.characters, record.round)
    rounds = ProjectRounds(log, states).of(record.id)
    return page_figures(record.name, issue, rounds)


def statistics(
    log: StepLog, states: PageStates, progress: Callable[[int, int], None] | None = None
) -> Report:
    """Return the figures of all pages; `progress` is told pages done and pages in all."""
    records = log.store.pages()

    def read() -> Iterator[PageFigures]:
        for done, record in enumerate(records, 1):
            yield figures_of(log, states, record)
            if progress is not None:
                progress(done, len(records))

    return report_of(read())
