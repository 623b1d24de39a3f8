"""How a page of a damaged project can be made whole again, from what is left of its records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from core.changes.change import Change, PageStep, apply_change, page_step
from core.changes.codec import decode_change, decode_state, encode_change
from core.changes.soundness import ensure_sound
from core.changes.state import PROJECT_SHEET, PageState
from core.changes.step import StepId
from core.document.difference import differences
from core.errors import BadInputError
from core.importers.decode import decode
from core.messages import Message, message
from core.store.log import text_digest
from core.text.edit import Edit

Record = Mapping[str, Any]
"""A row that was read off a damaged table, by names of columns; its values may be anything."""


@dataclass(frozen=True)
class RecoveredPage:
    """A page as far as it could be made whole.

    `raw` are the bytes to import it from, None: those it has. `kept` are the records of the changes that lead
    from there to `replayed`, each with a sound way back. `state` is the newest that is known: where it is
    another, a step of its own must bring it about. `loss` says what is missing, None: nothing.
    """

    raw: bytes | None
    kept: tuple[Record, ...]
    replayed: PageState
    state: PageState
    loss: Message | None

    @property
    def mending(self) -> PageStep | None:
        """What brings the page from `replayed` to `state`."""
        if self.state is self.replayed:
            return None
        found = differences(self.replayed.text, self.state.text)
        edits = tuple(Edit(one.raw.start, one.removed, one.inserted) for one in found)
        return page_step(self.replayed, self.state, edits)

    @property
    def steps(self) -> tuple[StepId, ...]:
        """The numbers of the steps that are kept."""
        return tuple(record["step_id"] for record in self.kept)


@dataclass(frozen=True)
class _Way:
    """Changes applied one after the other, as far as they go; `broken` is the step behind the last one."""

    state: PageState
    kept: tuple[Record, ...]
    broken: StepId | None

    def newest(self, start: StepId) -> StepId:
        """Return the last step on the way, `start` where it has none."""
        return int(self.kept[-1]["step_id"]) if self.kept else start


def recovered_page(
    page: int, name: str, row: Record | None, changes: Iterable[Record], snapshot: Record | None
) -> RecoveredPage | None:
    """Make a page whole as far as that goes; None where neither its bytes nor a snapshot are left.

    `changes` are the records about the page, in any order.
    """
    ordered = sorted(filter(_has_number, changes), key=lambda change: int(change["step_id"]))
    first = PageState() if page == PROJECT_SHEET else _first(row)
    snapped = _snapshot(snapshot)
    later, newest = None, 0
    if snapped is not None:
        later = _follow(snapped[1], [one for one in ordered if one["step_id"] > snapped[0]])
        newest = later.newest(snapped[0])
    if first is None:
        if later is None:
            return None
        loss = message("{page}：导入时的原始字节读不出，用存档里的文字代替", page=name)
        text = later.state.text
        return RecoveredPage(text.encode("utf-8", "replace"), (), PageState(text), later.state, loss)
    way = _follow(first, ordered)
    if later is not None and newest > way.newest(0):
        loss = message("{page}：有改动读不出，文字按第 {step} 步时的存档补上", page=name, step=newest)
        return RecoveredPage(None, way.kept, way.state, later.state, loss)
    lost = None
    if way.broken is not None:
        lost = message("{page}：第 {step} 步起的改动读不出，停在它以前", page=name, step=way.broken)
    return RecoveredPage(None, way.kept, way.state, way.state, lost)


def _first(row: Record | None) -> PageState | None:
    """Return a page as it was imported, None where its bytes are not those that were."""
    if row is None:
        return None
    raw, encoding = row.get("raw"), row.get("encoding")
    if not isinstance(raw, bytes) or not isinstance(encoding, str):
        return None
    if sha256(raw).hexdigest() != row.get("digest"):
        return None
    try:
        return PageState(decode(raw, "", encoding)[0])
    except BadInputError:
        return None


def _has_number(change: Record) -> bool:
    return isinstance(change["step_id"], int) and change["step_id"] > 0


def _follow(state: PageState, changes: Sequence[Record]) -> _Way:
    """Apply changes as long as each leads to the text it led to before, and to a state without faults."""
    kept: list[Record] = []
    for record in changes:
        try:
            change = decode_change(record["forward"])
            after = apply_change(state, change)
            ensure_sound(after)
        except (ValueError, TypeError):
            return _Way(state, tuple(kept), record["step_id"])
        if text_digest(after.text) != record["digest"]:
            return _Way(state, tuple(kept), record["step_id"])
        kept.append(_with_way_back(record, state, after, change))
        state = after
    return _Way(state, tuple(kept), None)


def _with_way_back(record: Record, before: PageState, after: PageState, change: Change) -> Record:
    """Return the record of a change with a way back that leads there, worked out anew where it is damaged."""
    try:
        if apply_change(after, decode_change(record["backward"])) == before:
            return record
    except (ValueError, TypeError):
        pass
    return {**record, "backward": encode_change(page_step(before, after, change.edits).backward)}


def _snapshot(row: Record | None) -> tuple[StepId, PageState] | None:
    if row is None or not isinstance(row.get("step_id"), int):
        return None
    try:
        state = decode_state(row["state"])
        ensure_sound(state)
    except (ValueError, TypeError):
        return None
    return row["step_id"], state
