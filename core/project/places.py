"""Where a step of the history stands in the text as it is now."""

from __future__ import annotations

from core.changes.change import Change
from core.changes.state import PROJECT_SHEET, PageState
from core.commands.removing import page_is_removed
from core.history.states import PageStates
from core.store.log import StepLog
from core.text.span import Span
from core.text.span_table import Hold, SpanTable


def place_of_step(log: StepLog, states: PageStates, number: int) -> tuple[int, int] | None:
    """Return the page that step `number` changed and the code point where, None where it changed no page.

    Raises RefusedError where all pages that it changed were removed.
    """
    changed = [page for page in log.step_changes(number) if page != PROJECT_SHEET]
    if not changed:
        return None
    page = next((page for page in changed if not log.store.page(page).removed), None)
    if page is None:
        raise page_is_removed()
    (_, own, _), *later = log.changes_since(page, number - 1)
    if not own.edits:
        return page, _arranged_at(own, states.state(page))
    spans = SpanTable.of({0: Span(own.edits[0].start, own.edits[0].start)})
    for _, change, _ in later:
        spans = spans.moved(change.edits, Hold.STAYS)
    return page, spans[0].start


def _arranged_at(change: Change, now: PageState) -> int:
    """Return where the first piece or verdict that `change` speaks of stands now."""
    layout = now.layout
    pieces = set(change.layout.pieces) | set(change.layout.spans)
    for article in change.layout.articles:
        if article in layout.articles:
            pieces.update(layout.articles[article].pieces[:1])
    places = [layout.spans[piece].start for piece in pieces if piece in layout.spans]
    anchors = now.verdicts.spans
    places += [anchors[key].start for key in change.verdicts.given if key in anchors]
    return min(places, default=0)
