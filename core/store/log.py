"""The log of steps in the project file: appended to, and never rewritten but for an open burst of typing."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from core.changes.change import Change, PageStep
from core.changes.codec import decode_change, decoded, dumps, encode_change
from core.changes.message_codec import message_data, read_message
from core.changes.state import PROJECT_SHEET, PageState
from core.changes.step import Chain, Step, StepId
from core.errors import StorageError
from core.messages import Message, message
from core.store.project_file import DamagedError
from core.store.rows import MAYBE_TEXT, MAYBE_WHOLE, TEXT, WHOLE, Row, StepRecord, fit
from core.store.store import Store, write_snapshot

_STEP_COLUMNS = "id, kind, what, why, actor, at, undoable, undo_head, redo_head, below, target"
_STEP_PAGES = f"""(SELECT group_concat(page_id) FROM change WHERE step_id = step.id
    AND page_id != {PROJECT_SHEET})"""
_STEP_KINDS = (WHOLE, *(TEXT,) * 5, WHOLE, *(MAYBE_WHOLE,) * 4, MAYBE_TEXT)


def text_digest(text: str) -> str:
    """Return the digest by which the log remembers a page's text after each step."""
    # Every key pays for it: of all pairs of encoding and digest this one takes the least time.
    return sha256(text.encode("utf-16-le", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class StepLog:
    """The steps of one project file.

    Whoever writes here knows the newest step. Where another program has written one meanwhile, nothing is
    written any more: StorageError, because what is known of the pages is out of date.
    """

    store: Store

    def append(
        self,
        number: StepId,
        step: Step,
        chain: Chain,
        after: Mapping[int, PageState],
        *,
        closed: bool,
        snapshots: Collection[int] = (),
    ) -> None:
        """Write a new step in one transaction. `after` are the pages it changes, as they then stand.

        Of the pages in `snapshots` the whole state is kept too. An open step takes further keys.
        """
        with self.store.transaction(durable=closed) as connection:
            self._ensure_newest(connection, number - 1)
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
                "UPDATE page SET round = ?, removed = ?, touched = max(touched, ?) WHERE id = ?",
                [
                    (
                        after[page].round,
                        after[page].removed,
                        # A page that comes back has not been worked on for all that.
                        step.undoable and not change.forward.leaves_page_alone,
                        page,
                    )
                    for page, change in step.pages.items()
                ],
            )
            for page in snapshots:
                write_snapshot(connection, page, number, after[page])

    def extend(
        self,
        number: StepId,
        page: int,
        change: PageStep,
        after: PageState,
        what: Message,
        undo_head: StepId | None,
    ) -> None:
        """Let the open step `number` say `change` instead of what it said: one more key of a burst.

        `undo_head` is what can be undone then: the step itself, or what lies below it where nothing of what
        was typed is left.
        """
        with self.store.transaction(durable=False) as connection:
            self._ensure_newest(connection, number)
            connection.execute(
                "UPDATE change SET forward = ?, backward = ?, digest = ? WHERE step_id = ? AND page_id = ?",
                (*_encoded(change), text_digest(after.text), number, page),
            )
            connection.execute(
                "UPDATE step SET what = ?, undo_head = ? WHERE id = ?",
                (dumps(message_data(what)), undo_head, number),
            )

    def close(self, number: StepId, page: int, snapshot: PageState | None) -> None:
        """Close a burst of typing on `page`; from here on it survives a power cut."""
        with self.store.transaction(durable=True) as connection:
            connection.execute("UPDATE step SET closed = 1 WHERE id = ?", (number,))
            if snapshot is not None:
                write_snapshot(connection, page, number, snapshot)

    def step_changes(self, number: StepId) -> dict[int, PageStep]:
        """Return what a step did to which pages. Raises BadInputError where its record is damaged."""
        query = "SELECT page_id, forward, backward FROM change WHERE step_id = ?"
        rows = self.store.read(query, [number], (WHOLE, TEXT, TEXT))
        return {
            page: PageStep(self._change(number, forward), self._change(number, backward))
            for page, forward, backward in rows
        }

    def changes_since(self, page: int, step: StepId) -> list[tuple[StepId, Change, str]]:
        """Return what happened to a page after `step`: step, change, digest of the text after it.

        Raises BadInputError where a record is damaged.
        """
        rows = self.store.read(
            "SELECT step_id, forward, digest FROM change WHERE page_id = ? AND step_id > ? ORDER BY step_id",
            [page, step],
            (WHOLE, TEXT, TEXT),
        )
        return [(number, self._change(number, forward), digest) for number, forward, digest in rows]

    def digest_after(self, page: int, step: StepId) -> str | None:
        """Return the digest of the text that `step` left on `page`, None where it did not change it."""
        query = "SELECT digest FROM change WHERE page_id = ? AND step_id = ?"
        rows = self.store.read(query, [page, step], (TEXT,))
        return rows[0][0] if rows else None

    def digests_since(self, step: StepId) -> dict[int, str]:
        """Return the pages that `step` or a later one has changed, each with the digest of its text."""
        query = "SELECT page_id, digest FROM change WHERE step_id >= ? ORDER BY step_id"
        return dict(self.store.read(query, [step], (WHOLE, TEXT)))

    def strays(self) -> list[tuple[int, StepId]]:
        """List the pages that steps have changed and the project does not have, each with the first step."""
        query = """SELECT page_id, min(step_id) FROM change
            WHERE page_id != ? AND page_id NOT IN (SELECT id FROM page) GROUP BY page_id"""
        return [(page, step) for page, step in self.store.read(query, [PROJECT_SHEET])]

    def arranged_since(self, step: StepId) -> frozenset[int]:
        """Return the pages whose articles, as the program found them, were written down after `step`."""
        query = """SELECT page_id FROM step JOIN change ON step_id = id
            WHERE id > ? AND kind = 'segment' AND NOT undoable"""
        return frozenset(page for (page,) in self.store.read(query, [step]))

    def last_step(self) -> StepRecord | None:
        """Return the newest step."""
        found = self.steps(limit=1)
        return found[0] if found else None

    def step(self, number: StepId) -> StepRecord:
        """Return one step. Raises BadInputError where there is none: then what named it is damaged."""
        query = f"SELECT {_STEP_COLUMNS}, {_STEP_PAGES} FROM step WHERE id = ?"
        rows = self.store.read(query, [number])
        if not rows:
            raise self.damaged(number)
        return self._record(rows[0])

    def steps(
        self, *, before: StepId | None = None, limit: int | None = 200, page: int | None = None
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
        query = f"""SELECT {_STEP_COLUMNS}, {_STEP_PAGES} FROM step
            WHERE {" AND ".join(conditions)} ORDER BY id DESC LIMIT ?"""
        rows = self.store.read(query, [*values, -1 if limit is None else limit])
        return [self._record(row) for row in rows]

    def in_force(self) -> frozenset[StepId]:
        """Return the steps that made the project what it is: those done and not taken back."""
        # The stack of what can be undone is a linked list through the log; SQLite follows it in one query.
        # What lies below a step is older: a damaged file must not lead it round for ever.
        rows = self.store.read(
            """
            WITH RECURSIVE stack (number) AS (
                SELECT * FROM (SELECT undo_head FROM step ORDER BY id DESC LIMIT 1)
                UNION ALL
                SELECT step.below FROM step JOIN stack ON step.id = stack.number WHERE step.below < step.id
            )
            SELECT number FROM stack WHERE number IS NOT NULL UNION ALL SELECT id FROM step WHERE NOT undoable
            """
        )
        return frozenset(number for (number,) in rows)

    def damaged(self, step: StepId) -> DamagedError:
        """Return the error about a step whose record does not fit what it was made for."""
        cause = message("第 {step} 步的记录已损坏，请用 jiaochou verify 检查", step=step)
        return DamagedError(self.store.path, cause)

    def _ensure_newest(self, connection: sqlite3.Connection, number: StepId) -> None:
        if connection.execute("SELECT coalesce(max(id), 0) FROM step").fetchone()[0] != number:
            cause = message("另一个程序改动了这个工程，请重新打开")
            raise StorageError(message("{file}：{cause}", file=str(self.store.path), cause=cause))

    def _change(self, number: StepId, written: str) -> Change:
        try:
            return decode_change(written)
        except ValueError as error:
            raise self.damaged(number) from error

    def _record(self, row: Row) -> StepRecord:
        number, kind, what, why, actor, at, undoable, *chain, pages = row
        if not fit([row], _STEP_KINDS):
            raise self.damaged(number)
        try:
            said, when = decoded(what, read_message), datetime.fromisoformat(at).astimezone(UTC)
            changed = tuple(sorted(map(int, pages.split(",")))) if pages else ()
        except (ValueError, OverflowError) as error:
            raise self.damaged(number) from error
        return StepRecord(
            number,
            kind,
            said,
            why,
            actor,
            when,
            bool(undoable),
            Chain(*chain),
            changed,
        )


def _encoded(change: PageStep) -> tuple[str, str]:
    return encode_change(change.forward), encode_change(change.backward)
