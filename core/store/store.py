"""Reading and writing the project file. One thread owns a Store; nothing here decides anything."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec

from core.changes.codec import decode_state, dumps, encode_state
from core.changes.finding_codec import decode_findings, encode_findings
from core.changes.state import PageState
from core.changes.step import StepId
from core.document.finding import Finding
from core.document.page import Source
from core.errors import BadInputError, StorageError, UnknownPageError, refused
from core.messages import Message, message
from core.store.project_file import SQLITE_ERRORS, DamagedError, storage_error
from core.store.rows import (
    ANYTHING,
    BYTES,
    MAYBE_WHOLE,
    PAGE_KINDS,
    TEXT,
    WHOLE,
    Analysis,
    Kind,
    PageRecord,
    Row,
    fit,
    page_record,
)

Arguments = ParamSpec("Arguments")


def _nothing() -> None:
    """Do nothing when the file is closed."""


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _only_remembered(
    keep: Callable[Concatenate[Store, Arguments], None],
) -> Callable[Concatenate[Store, Arguments], None]:
    """Let a method that keeps what can be made anew do nothing where the file is only looked at."""

    @wraps(keep)
    def kept(store: Store, /, *arguments: Arguments.args, **named: Arguments.kwargs) -> None:
        if store.barrier is None:
            keep(store, *arguments, **named)

    return kept


_PAGE_COLUMNS = """id, position, name, path, encoding, digest, characters, round, touched, open_findings,
    scan_path, scan_digest, removed"""


class Store:
    """The tables of one open project file.

    Every method raises StorageError, with the sentence to show, where SQLite cannot do what is asked; then
    nothing of the transaction was kept.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        closed: Callable[[], None] = _nothing,
        barrier: Message | None = None,
    ) -> None:
        """Take an open file; `closed` is called behind its closing. `barrier` says why nothing is written."""
        self.connection = connection
        self.path = path
        self.barrier = barrier
        self._closed = closed
        self._file = _identity(path)
        self._log_path = path.with_name(f"{path.name}-wal")
        self._log: tuple[int, int] | None = None

    @property
    def is_in_place(self) -> bool:
        """Whether the file that is open still is the one that lies at its path, and its log beside it.

        What is written to a file that was deleted or whose drive has gone is lost; SQLite does not say so.
        """
        if self._file is None or _identity(self.path) != self._file:
            return False
        return self._log is None or _identity(self._log_path) == self._log

    @contextmanager
    def transaction(self, *, durable: bool) -> Iterator[sqlite3.Connection]:
        """Run what is inside as one transaction; `durable` survives a power cut, otherwise only a crash.

        Raises RefusedError where the file was opened to be looked at.
        """
        if self.barrier is not None:
            raise refused("工程以只读方式打开，不能改动（{cause}）", cause=self.barrier)
        if not self.is_in_place:
            self.leave()
            raise StorageError(
                message("{file}：{cause}", file=str(self.path), cause=message("文件被移走、改名或删除了"))
            )
        connection = self.connection
        try:
            connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")
            if self._log is None:
                self._log = _identity(self._log_path)
        except SQLITE_ERRORS as error:
            raise storage_error(self.path, error) from error
        finally:
            # SQLite takes a transaction back by itself where the disk is full, and then knows of none.
            if connection.in_transaction:
                connection.execute("ROLLBACK")

    def read(self, query: str, values: Iterable[object] = (), kinds: Sequence[Kind] = ()) -> list[Row]:
        """Return all rows of a query; `kinds` say what its columns hold.

        Raises BadInputError where they hold something else.
        """
        try:
            rows = self.connection.execute(query, tuple(values)).fetchall()
        except SQLITE_ERRORS as error:
            raise storage_error(self.path, error) from error
        if not fit(rows, kinds):
            raise self.damaged()
        return rows

    def damaged(self) -> DamagedError:
        """Return the error about a record that no program like this one has written."""
        return DamagedError(self.path, message("里面的记录已损坏，请用 jiaochou verify 检查"))

    def unknown(self, page: int) -> UnknownPageError:
        """Return the error about a page that the project does not have."""
        return UnknownPageError(self.path, message("工程里没有编号为 {page} 的版面", page=page))

    def close(self) -> None:
        """Close the file; SQLite folds the write-ahead log into it."""
        try:
            if not self.is_in_place:
                self.leave()
            self.connection.close()
        finally:
            self._closed()

    def leave(self) -> None:
        """Let go of a file that is not in its place any more; it can still be read, as far as it is there.

        SQLite would leave the log behind: a file that was only renamed would lack the last steps, and another
        one that takes its place would be given them.
        """
        if self.barrier is None:
            with suppress(*SQLITE_ERRORS):
                self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        # Others may write from now on, also where it comes back: it must be opened anew.
        self._file = None
        self._closed()

    @contextmanager
    def steady(self) -> Iterator[None]:
        """Inside, all that is read is of one moment, whatever another program writes meanwhile."""
        if self.connection.in_transaction:
            yield
            return
        self.read("BEGIN")
        try:
            yield
        finally:
            self.read("ROLLBACK")

    def data_version(self) -> int:
        """Return a number that is another one when another program has written to the file."""
        return int(self.read("PRAGMA data_version")[0][0])

    # Pages

    def add_pages(
        self,
        sources: Iterable[Source],
        scan_of: Callable[[Source], tuple[str, str] | None],
        *,
        twice: bool = False,
    ) -> tuple[list[int], list[Source]]:
        """Add pages behind those that are there, as one transaction.

        `scan_of` gives the relative path and the SHA-256 of a source's scan. Returns the new pages' numbers
        and the sources that the project already has (same bytes from the same path), which are left alone
        unless they may be there `twice`. What was removed the project has no more.
        """
        added: list[int] = []
        known: list[Source] = []
        with self.transaction(durable=True) as connection:
            last = connection.execute("SELECT coalesce(max(position), 0) FROM page").fetchone()[0]
            for source in sources:
                scan_path, scan_digest = scan_of(source) or (None, None)
                cursor = connection.execute(
                    "INSERT INTO page (position, name, path, encoding, digest, raw, characters, scan_path,"
                    " scan_digest) SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE ? OR NOT EXISTS"
                    " (SELECT 1 FROM page WHERE digest = ? AND path = ? AND NOT removed)",
                    (
                        last + 1,
                        source.name,
                        source.path,
                        source.encoding,
                        source.digest,
                        source.raw,
                        len(source.text),
                        scan_path,
                        scan_digest,
                        twice,
                        source.digest,
                        source.path,
                    ),
                )
                if cursor.rowcount and cursor.lastrowid:
                    last += 1
                    added.append(cursor.lastrowid)
                else:
                    known.append(source)
        return added, known

    def pages(self) -> list[PageRecord]:
        """List the pages of the project in their order, without those that were removed."""
        return self._page_records("WHERE NOT removed ORDER BY position")

    def removed_pages(self) -> list[PageRecord]:
        """List the pages that were removed; all of them is still there."""
        return self._page_records("WHERE removed ORDER BY position")

    def page(self, page: int) -> PageRecord:
        """Return what is known of one page, also of one that was removed.

        Raises UnknownPageError where there never was such a page.
        """
        records = self._page_records("WHERE id = ?", page)
        if not records:
            raise self.unknown(page)
        return records[0]

    def some_pages(self, pages: Iterable[int]) -> list[PageRecord]:
        """List those of `pages` that the project has, in its order."""
        return self._page_records(
            "WHERE NOT removed AND id IN (SELECT value FROM json_each(?)) ORDER BY position",
            dumps(list(pages)),
        )

    def _page_records(self, which: str, *values: int | str) -> list[PageRecord]:
        rows = self.read(f"SELECT {_PAGE_COLUMNS} FROM page {which}", values, PAGE_KINDS)
        try:
            return [page_record(row) for row in rows]
        except ValueError as error:
            raise self.damaged() from error

    def raw(self, page: int) -> tuple[bytes, str]:
        """Return the bytes a page was imported from and their encoding; raises UnknownPageError."""
        rows = self.read("SELECT raw, encoding FROM page WHERE id = ?", [page], (BYTES, TEXT))
        if not rows:
            raise self.unknown(page)
        raw, encoding = rows[0]
        return raw, encoding

    def imported_pages(self, pages: Iterable[int]) -> list[Row]:
        """List `pages`, in any order: number, bytes, encoding, whether a step has changed it."""
        numbers = list(pages)
        holes = ", ".join("?" * len(numbers))
        return self.read(
            "SELECT id, raw, encoding, EXISTS (SELECT 1 FROM change WHERE page_id = page.id)"
            f" FROM page WHERE id IN ({holes})",
            numbers,
            (WHOLE, BYTES, TEXT, WHOLE),
        )

    def set_scan(self, page: int, scan_path: str | None, scan_digest: str | None) -> None:
        """Say which image shows a page."""
        with self.transaction(durable=True) as connection:
            connection.execute(
                "UPDATE page SET scan_path = ?, scan_digest = ? WHERE id = ?", (scan_path, scan_digest, page)
            )

    # Snapshots: a page's whole state after some step, so that opening it need not replay its log

    def snapshot(self, page: int) -> tuple[StepId, PageState] | None:
        """Return a page's latest snapshot and the step it was taken after.

        Raises BadInputError where it is damaged; the log still has all of the page.
        """
        query = "SELECT step_id, state FROM snapshot WHERE page_id = ?"
        rows = self.read(query, [page], (WHOLE, TEXT))
        if not rows:
            return None
        step, state = rows[0]
        try:
            return step, decode_state(state)
        except ValueError as error:
            raise BadInputError(self.path, message("第 {page} 页的存档已损坏", page=page)) from error

    @_only_remembered
    def keep_snapshot(self, page: int, step: StepId, state: PageState) -> None:
        """Keep the state of a page after `step`."""
        with self.transaction(durable=False) as connection:
            write_snapshot(connection, page, step, state)

    # Findings, kept between two looks at a page

    def findings(self, page: int, fingerprint: str) -> list[Finding] | None:
        """Return the findings kept for a page, None where there are none of this very state of it."""
        rows = self.read(
            "SELECT findings FROM analysis WHERE page_id = ? AND fingerprint = ?", [page, fingerprint]
        )
        try:
            return decode_findings(rows[0][0]) if rows else None
        except ValueError:
            # They can always be made anew.
            return None

    def is_checked(self, page: int, fingerprint: str) -> bool:
        """Say whether findings of this very state are kept that were made in view of the other pages."""
        query = "SELECT 1 FROM analysis WHERE page_id = ? AND fingerprint = ? AND NOT alone"
        return bool(self.read(query, [page, fingerprint]))

    @_only_remembered
    def keep_findings(self, page: int, analysis: Analysis, waiting: int) -> None:
        """Keep what was found on a page, and how many findings wait for a decision."""
        with self.transaction(durable=False) as connection:
            connection.execute(
                "INSERT OR REPLACE INTO analysis (page_id, fingerprint, findings, made_of, told,"
                " listed, alone) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    page,
                    analysis.fingerprint,
                    encode_findings(analysis.findings),
                    analysis.made_of,
                    analysis.told,
                    analysis.listed,
                    analysis.alone,
                ),
            )
            connection.execute("UPDATE page SET open_findings = ? WHERE id = ?", (waiting, page))

    def listed(self, page: int) -> tuple[str, int | None] | None:
        """Return how the findings of a page are listed and how many are said to wait, if any are kept."""
        query = "SELECT listed, open_findings FROM analysis JOIN page ON page.id = page_id WHERE page_id = ?"
        rows = self.read(query, [page])
        return (rows[0][0], rows[0][1]) if rows else None

    @_only_remembered
    def keep_listed(self, page: int, listed: str, waiting: int) -> None:
        """List the findings that are kept of a page otherwise."""
        with self.transaction(durable=False) as connection:
            connection.execute("UPDATE analysis SET listed = ? WHERE page_id = ?", (listed, page))
            connection.execute("UPDATE page SET open_findings = ? WHERE id = ?", (waiting, page))

    def listings(self, told: str, after: int, limit: int) -> list[Row]:
        """List `limit` pages behind position `after`: id, position, how many wait, list, whether checked.

        There is no list where it is of another text. Checked means by what was `told`, in view of the others.
        """
        # Where no step has changed a page, whatever was found on it is of the text it was imported with. An
        # index has the few pages that were removed: asking each would mean reading over its imported bytes.
        return self.read(
            """
            SELECT id, position, open_findings, iif(same, listed, NULL),
                coalesce(same AND told = ? AND NOT alone, 0)
            FROM (
                SELECT page.id, position, open_findings, listed, told, alone, made_of = coalesce(
                    (SELECT digest FROM change WHERE page_id = page.id ORDER BY step_id DESC LIMIT 1), made_of
                ) AS same
                FROM page LEFT JOIN analysis ON analysis.page_id = page.id
                WHERE position > ? AND page.id NOT IN (SELECT id FROM page WHERE removed)
                ORDER BY position LIMIT ?
            ) ORDER BY position
            """,
            [told, after, limit],
            (WHOLE, WHOLE, MAYBE_WHOLE, ANYTHING, ANYTHING),
        )

    @_only_remembered
    def keep_open_findings(self, counts: Mapping[int, int]) -> None:
        """Keep how many findings of pages wait for a decision."""
        with self.transaction(durable=False) as connection:
            connection.executemany(
                "UPDATE page SET open_findings = ? WHERE id = ?",
                [(waiting, page) for page, waiting in counts.items()],
            )

    # What pages tell each other

    def traits(self, version: str, after: int, limit: int) -> list[Row]:
        """List what is kept of the next pages behind number `after`: page, imprint, script, terms, round.

        Of pages of which nothing of this `version` is kept the imprint is None.
        """
        return self.read(
            "SELECT page.id, trait.imprint, trait.script, trait.terms, page.round FROM page LEFT JOIN trait"
            " ON trait.page_id = page.id AND trait.version = ? WHERE page.id > ? AND NOT page.removed"
            " ORDER BY page.id LIMIT ?",
            [version, after, limit],
            (WHOLE, ANYTHING, ANYTHING, ANYTHING, WHOLE),
        )

    @_only_remembered
    def keep_traits(self, version: str, rows: Iterable[tuple[int, bytes, str | None, str]]) -> None:
        """Keep what pages tell: page, imprint, script, terms."""
        with self.transaction(durable=False) as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO trait (page_id, version, imprint, script, terms)"
                " VALUES (?, ?, ?, ?, ?)",
                [(page, version, *told) for page, *told in rows],
            )

    def near_slips(self, page: int) -> str:
        """Return the digest of the others' terms in view of which the findings of a page were made."""
        rows = self.read("SELECT near_slips FROM analysis WHERE page_id = ?", [page])
        return str(rows[0][0]) if rows else ""

    @_only_remembered
    def keep_near_slips(self, page: int, digest: str) -> None:
        """Say in view of which terms of the others the findings that are kept of a page were made."""
        with self.transaction(durable=False) as connection:
            connection.execute("UPDATE analysis SET near_slips = ? WHERE page_id = ?", (digest, page))

    # Settings of the project

    def setting(self, name: str) -> str | None:
        """Return a setting's value, JSON by custom."""
        rows = self.read("SELECT value FROM setting WHERE name = ?", [name], (TEXT,))
        return rows[0][0] if rows else None

    @_only_remembered
    def remember(self, name: str, value: str) -> None:
        """Keep a setting that only says how the project was looked at."""
        self.keep_setting(name, value)

    def keep_setting(self, name: str, value: str) -> None:
        """Keep a setting."""
        with self.transaction(durable=False) as connection:
            connection.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", (name, value))


def write_snapshot(connection: sqlite3.Connection, page: int, step: StepId, state: PageState) -> None:
    """Write the state of a page after `step`, inside a transaction."""
    connection.execute(
        "INSERT OR REPLACE INTO snapshot (page_id, step_id, state) VALUES (?, ?, ?)",
        (page, step, encode_state(state)),
    )
