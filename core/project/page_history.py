"""What an export that can be imported again tells of how a page came to be what it is."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from core.changes.state import PageState
from core.changes.step import StepId
from core.exporters.history import PageHistory, PastStep, PastText
from core.store.log import StepLog
from core.store.rows import PageRecord
from core.store.witness_texts import WitnessTexts


def page_history(
    log: StepLog, record: PageRecord, state: PageState, in_force: AbstractSet[StepId]
) -> PageHistory:
    """Return the history of a page; `in_force` are the steps that were done and not taken back."""
    steps = {step.id: step for step in log.steps(page=record.id, limit=None)} if record.touched else {}
    past = []
    for number, change, _ in log.changes_since(record.id, 0) if steps else ():
        if number in in_force and (change.edits or change.round is not None):
            step = steps[number]
            when = step.at.isoformat()
            past.append(
                PastStep(step.kind, step.what, step.why, step.actor, when, change.edits, change.round)
            )
    scan = None if record.scan_path is None else (record.scan_path, record.scan_digest or "")
    raw, _ = log.store.raw(record.id)
    return PageHistory(
        raw, record.path, record.touched, tuple(past), state.verdicts, scan, _texts(log, record)
    )


def _texts(log: StepLog, record: PageRecord) -> tuple[PastText, ...]:
    texts = WitnessTexts(log.store)
    return tuple(
        PastText(
            one.id,
            one.kind.value,
            one.name,
            one.path,
            one.encoding,
            texts.raw(one.id),
            one.actor,
            one.at.isoformat(),
        )
        for one in texts.of(record.id)
    )
