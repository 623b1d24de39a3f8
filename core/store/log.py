"""The log of steps in the project file: appended to, and never rewritten but for an open burst of typing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from core.changes.change import Change, PageStep
from core.changes.codec import decode_change, dumps, encode_change, message_data, read_message
from core.changes.state import PROJECT_SHEET, PageState
from core.changes.step import Chain, Step, StepId
from core.store.rows import Row, StepRecord
from core.store.store import Store

_STEP_COLUMNS = "id, kind, what, why, actor, at, undoable, undo_head, redo_head, below, target"


def text_digest(text: str) -> str:
    """Return the digest by which the log remembers a page's text after each step."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@dataclass(frozen=True)
class StepLog:
    """The steps of one project file."""

    store: Store

    def append(
        self, number: StepId, step: Step, chain: Chain, after: Mapping[int, PageState], *, closed: bool
    ) -> None:
        """Write a new step in one transaction. `after` are the pages it changes, as they then stand."""
        with self.store.transaction(durable=closed) as connection:
            connection.execute(
                f"INSERT INTO step (closed, {_STEP_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    closed,
                    number,
                    step.kind,
                    dumps(message_data(step.what)),
                    step.why,
                    step.actor,
                    step.at.isoformat(timespec="seconds"),
                    step.undoable,
                    chain.undo_head,
                    chain.redo_head,
                    chain.below,
                    chain.target,
                ),
            )
            connection.executemany(
                "INSERT INTO change (step_id, page_id, forward, backward, digest) VALUES (?, ?, ?, ?, ?)",
                [
                    (number, page, *_encoded(change), text_digest(after[page].text))
                    for page, change in step.pages.items()
                ],
            )
            connection.executemany(
                "UPDATE page SET round = ?, touched = max(touched, ?) WHERE id = ?",
                [(after[page].round, step.undoable, page) for page in step.pages],
            )

    def extend(self, number: StepId, page: int, change: PageStep, after: PageState) -> None:
        """Let the open step `number` say `change` instead of what it said: one more key of a burst."""
        with self.store.transaction(durable=False) as connection:
            connection.execute(
                "UPDATE change SET forward = ?, backward = ?, digest = ? WHERE step_id = ? AND page_id = ?",
                (*_encoded(change), text_digest(after.text), number, page),
            )

    def close(self, number: StepId) -> None:
        """Close a burst of typing; from here on it survives a power cut."""
        with self.store.transaction(durable=True) as connection:
            connection.execute("UPDATE step SET closed = 1 WHERE id = ?", (number,))

    def step_changes(self, number: StepId) -> dict[int, PageStep]:
        """Return what a step did to which pages."""
        rows = self.store.read("SELECT page_id, forward, backward FROM change WHERE step_id = ?", [number])
        return {
            page: PageStep(decode_change(forward), decode_change(backward))
            for page, forward, backward in rows
        }

    def changes_since(self, page: int, step: StepId) -> list[tuple[StepId, Change, str]]:
        """Return what happened to a page after `step`: step, change, digest of the text after it."""
        rows = self.store.read(
            "SELECT step_id, forward, digest FROM change WHERE page_id = ? AND step_id > ? ORDER BY step_id",
            [page, step],
        )
        return [(number, decode_change(forward), digest) for number, forward, digest in rows]

    def last_step(self) -> StepRecord | None:
        """Return the newest step."""
        found = self.steps(limit=1)
        return found[0] if found else None

    def step(self, number: StepId) -> StepRecord:
        """Return one step. Raises KeyError where there is none of that number."""
        rows = self.store.read(f"SELECT {_STEP_COLUMNS} FROM step WHERE id = ?", [number])
        if not rows:
            raise KeyError(number)
        return self._record(rows[0])

    def steps(
        self, *, before: StepId | None = None, limit: int = 200, page: int | None = None
    ) -> list[StepRecord]:
        """List steps, newest first, those before step `before` and those that concern `page`."""
        conditions = ["1"]
        values: list[object] = []
        if before is not None:
            conditions.append("id < ?")
            values.append(before)
        if page is not None:
            conditions.append("id IN (SELECT step_id FROM change WHERE page_id = ?)")
            values.append(page)
        query = f"SELECT {_STEP_COLUMNS} FROM step WHERE {' AND '.join(conditions)} ORDER BY id DESC LIMIT ?"
        return [self._record(row) for row in self.store.read(query, [*values, limit])]

    def in_force(self, page: int) -> list[StepRecord]:
        """List the steps that made a page what it is, oldest first: those done and not taken back."""
        last = self.last_step()
        if last is None:
            return []
        # The stack of what can be undone is a linked list through the log; SQLite follows it in one query.
        query = f"""
            WITH RECURSIVE stack (number) AS (
                SELECT ? UNION ALL
                SELECT step.below FROM step JOIN stack ON step.id = stack.number WHERE step.below IS NOT NULL
            )
            SELECT {_STEP_COLUMNS} FROM step
            WHERE (id IN (SELECT number FROM stack) OR NOT undoable)
                AND id IN (SELECT step_id FROM change WHERE page_id = ?)
            ORDER BY id
        """
        return [self._record(row) for row in self.store.read(query, [last.chain.undo_head, page])]

    def _record(self, row: Row) -> StepRecord:
        number, kind, what, why, actor, at, undoable, *chain = row
        pages = self.store.read(
            "SELECT page_id FROM change WHERE step_id = ? AND page_id != ? ORDER BY page_id",
            [number, PROJECT_SHEET],
        )
        return StepRecord(
            number,
            kind,
            read_message(json.loads(what)),
            why,
            actor,
            datetime.fromisoformat(at),
            bool(undoable),
            Chain(*chain),
            tuple(page for (page,) in pages),
        )


def _encoded(change: PageStep) -> tuple[str, str]:
    return encode_change(change.forward), encode_change(change.backward)
