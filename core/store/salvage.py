"""Reading what can be read of a damaged project file: table by table, row by row, in a copy of it."""

from __future__ import annotations

import shutil
import sqlite3
import struct
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from core.disk import open_regular
from core.store.project_file import SQLITE_ERRORS, create_project_file, harden
from core.store.rows import Row

TABLES = ("page", "step", "change", "snapshot", "setting", "witness")
"""The tables that cannot be made anew."""

_PROBES = 20_000
"""So many rows are asked for one by one behind the last that could be read in order."""

_TABLES_ARE_THERE = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND rootpage > 0 AND name IN "
_INNER_PAGE = 5
_HEADER = 100


@dataclass(frozen=True)
class Salvage:
    """The rows that could be read: by table, each with its names of columns.

    `torn` are the tables of which some could not. `borrowed`: where the tables lie was read off another file.
    """

    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    torn: frozenset[str] = frozenset()
    borrowed: bool = False

    def records(self, table: str) -> list[dict[str, Any]]:
        """Return the rows of a table by names of columns."""
        names = self.columns.get(table, ())
        return [dict(zip(names, row, strict=True)) for row in self.rows.get(table, [])]


def salvage(path: Path) -> Salvage:
    """Read all that SQLite can read of a project file; the file itself is only copied.

    Raises OSError where it cannot even be copied.
    """
    with TemporaryDirectory(prefix="jiaochou-") as folder:
        copy = Path(folder) / "copy"
        with open_regular(path) as whole, copy.open("wb") as sink:
            shutil.copyfileobj(whole, sink)
        log = path.with_name(f"{path.name}-wal")
        if log.exists():
            shutil.copyfile(log, copy.with_name(f"{copy.name}-wal"))
        with _opened(copy) as connection:
            found = _columns(connection)
            if len(found) >= len(TABLES) - 1:
                return _read(connection, found)
        _borrow_schema(copy, Path(folder) / "fresh.jiaochou")
        with _opened(copy) as connection:
            borrowed = _columns(connection)
            read = _read(connection, borrowed)
        return Salvage(read.columns, read.rows, read.torn | (set(TABLES) - set(borrowed)), borrowed=True)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        try:
            harden(connection)
            # One table whose description is damaged must not hide the others.
            connection.execute("PRAGMA writable_schema = ON")
        except SQLITE_ERRORS:
            # What is asked next says so too, and is heeded there.
            pass
        yield connection


def _columns(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Return the tables that can be found, and their columns."""
    found: dict[str, tuple[str, ...]] = {}
    for table in TABLES:
        try:
            is_table = connection.execute(f"{_TABLES_ARE_THERE} (?)", [table]).fetchone()[0]
            names = tuple(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))
        except SQLITE_ERRORS:
            continue
        if is_table and names:
            found[table] = names
    return found


def _read(connection: sqlite3.Connection, columns: dict[str, tuple[str, ...]]) -> Salvage:
    rows: dict[str, list[Row]] = {}
    torn: set[str] = set()
    for table, names in columns.items():
        rows[table], whole = _rows(connection, table, names)
        if not whole:
            torn.add(table)
    return Salvage(columns, rows, frozenset(torn))


def _rows(connection: sqlite3.Connection, table: str, names: Sequence[str]) -> tuple[list[Row], bool]:
    """Read a table from its front, from its end, and row by row between; say whether it is whole."""
    query = f"SELECT rowid, {', '.join(names)} FROM {table}"
    front, whole = _run(connection, f"{query} ORDER BY rowid")
    if whole:
        return [row[1:] for row in front], True
    rows = {row[0]: row[1:] for row in front}
    last = max(rows, default=0)
    back, _ = _run(connection, f"{query} WHERE rowid > {last} ORDER BY rowid DESC")
    rows.update({row[0]: row[1:] for row in back})
    until = min((row[0] for row in back), default=last + _PROBES)
    for number in range(last + 1, min(until, last + _PROBES)):
        one, _ = _run(connection, f"{query} WHERE rowid = {number}")
        rows.update({row[0]: row[1:] for row in one})
    return [rows[number] for number in sorted(rows)], False


def _run(connection: sqlite3.Connection, query: str) -> tuple[list[Row], bool]:
    """Return the rows of a query up to the first that cannot be read, and whether those are all."""
    rows: list[Row] = []
    try:
        for row in connection.execute(query):
            # A row whose number is damaged is none.
            if isinstance(row[0], int):
                rows.append(row)  # noqa: PERF401  # those before an error are kept
    except SQLITE_ERRORS:
        return rows, False
    return rows, True


def _borrow_schema(copy: Path, fresh: Path) -> None:
    """Write over a copy the pages of a new project that say where its tables lie.

    A project that was made by this version of the program, and not by an older one, has them in the same
    places. What is read through wrong ones fits no digest and is thrown away.
    """
    with closing(create_project_file(fresh)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        connection.execute("PRAGMA journal_mode = DELETE")
    sound, content = fresh.read_bytes(), bytearray(copy.read_bytes())
    content += b"\0" * (-len(content) % size)
    if len(content) < len(sound):
        return
    for page in _schema_pages(sound, size):
        content[page * size : (page + 1) * size] = sound[page * size : (page + 1) * size]
    # How long the file is, in pages; which of them are free is not known any more.
    struct.pack_into(">III", content, 28, len(content) // size, 0, 0)
    copy.write_bytes(content)


def _schema_pages(content: bytes, size: int) -> list[int]:
    """Return the pages, counted from 0, that hold the table of tables: the first, and those it points at."""
    if content[_HEADER] != _INNER_PAGE:
        return [0]
    (cells,) = struct.unpack_from(">H", content, _HEADER + 3)
    places = struct.unpack_from(f">{cells}H", content, _HEADER + 12)
    children = [struct.unpack_from(">I", content, place)[0] for place in (_HEADER + 8, *places)]
    return [0, *(child - 1 for child in children if child * size <= len(content))]
