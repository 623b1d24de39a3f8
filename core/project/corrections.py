"""Who corrected what, read from the log: the edits that are still in force."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator

from core.changes.step import StepId
from core.commands.merging import TAKEN
from core.exporters.exporter import Correction
from core.store.log import StepLog
from core.store.rows import PageRecord
from core.text.edit import Edit, Edits
from core.text.span import Span
from core.text.span_table import Hold, SpanTable


class CorrectionsInForce:
    """The corrections of the pages of a project; which steps are in force is read once after each step."""

    def __init__(self, log: StepLog, last_step: Callable[[], StepId]) -> None:
        self._log = log
        self._last_step = last_step
        self._known: tuple[StepId | None, frozenset[StepId]] = (None, frozenset())

    def of(self, record: PageRecord) -> tuple[Correction, ...]:
        """Return the corrections of a page, as `corrections` does."""
        return corrections(self._log, record.id, self.in_force()) if record.touched else ()

    def in_force(self) -> frozenset[StepId]:
        """Return the steps that were done and not taken back."""
        last = self._last_step()
        if self._known[0] != last:
            self._known = last, self._log.in_force()
        return self._known[1]


def corrections(log: StepLog, page: int, in_force: frozenset[StepId]) -> tuple[Correction, ...]:
    """Return every edit to a page's text that was not taken back, oldest first, spans in the current text.

    `in_force` are the steps in force, as StepLog.in_force says. What another reading of the page has brought
    is no correction: nobody has looked at it yet.
    """
    made: list[tuple[StepId, Edit]] = []
    spans = SpanTable.of({})
    gone: set[int] = set()
    changes = [
        (number, change.edits)
        for number, change, _ in log.changes_since(page, 0)
        if number in in_force and change.edits
    ]
    steps = {step.id: step for step in log.steps(page=page, limit=None)} if changes else {}
    for number, edits in changes:
        if number not in steps:
            raise log.damaged(number)
        places: dict[int, Span | None] = {}
        growth = 0
        for edit in () if steps[number].why.startswith(TAKEN) else edits:
            start = edit.start + growth
            growth += edit.growth
            places[len(made)] = Span(start, start + len(edit.inserted))
            made.append((number, edit))
        gone.update(_swallowed(spans, edits))
        spans = spans.moved(edits, Hold.STAYS).patched(places)
    found = []
    for (number, edit), (key, span) in zip(made, spans.items(), strict=True):
        step = steps[number]
        left = None if key in gone or (edit.inserted and not len(span)) else span
        found.append(Correction(left, edit.removed, edit.inserted, step.actor, step.at.isoformat(), step.why))
    return tuple(found)


def _swallowed(spans: SpanTable, edits: Edits) -> Iterator[int]:
    """Yield the keys of the spans of which `edits` leave no character."""
    starts = [edit.start for edit in edits]
    for key in spans.touched(edits):
        span = spans[key]
        nearest = bisect_right(starts, span.start) - 1
        if nearest >= 0 and edits[nearest].span.covers(span):
            yield key
