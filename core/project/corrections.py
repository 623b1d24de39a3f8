"""Who corrected what, read from the log: the edits that are still in force."""

from __future__ import annotations

from core.exporters.exporter import Correction
from core.store.log import StepLog
from core.text.span import Span
from core.text.span_table import Hold, SpanTable


def corrections(log: StepLog, page: int) -> tuple[Correction, ...]:
    """Return every edit to a page's text that was not taken back, oldest first, spans in the current text."""
    made: list[tuple[str, str, str, str, str]] = []
    spans = SpanTable.of({})
    for step in log.in_force(page):
        edits = log.step_changes(step.id)[page].forward.edits
        spans = spans.moved(edits, Hold.STAYS)
        growth = 0
        for edit in edits:
            start = edit.start + growth
            growth += edit.growth
            spans = spans.patched({len(made): Span(start, start + len(edit.inserted))})
            made.append((edit.removed, edit.inserted, step.actor, step.at.isoformat(), step.why))
    return tuple(
        Correction(None if right and not len(spans[number]) else spans[number], wrong, right, who, when, why)
        for number, (wrong, right, who, when, why) in enumerate(made)
    )
