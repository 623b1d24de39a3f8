"""Opening a project file to look at it: nothing is written, and nothing need be writable."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from tempfile import TemporaryDirectory

from core.store.project_file import (
    LATEST_VERSION,
    SQLITE_ERRORS,
    can_be_written,
    connect,
    harden,
    migrate,
    opening_error,
    version_of,
)

Opened = tuple[sqlite3.Connection, Callable[[], None]]
"""A connection, and what is to be called when it is closed."""


def open_to_read(path: Path) -> Opened:
    """Open a project file of any version for reading; what another process writes meanwhile is seen.

    A file of an older version is brought up to date in a copy that nobody else sees. Raises BadInputError.
    """
    with ExitStack() as kept:
        try:
            # SQLite clears away what it needed beside the file only where it may write there.
            found = path if can_be_written(path) else _readable(path, kept)
            version = version_of(found)
            connection = connect(found) if can_be_written(found) else _unwritable(found)
            kept.callback(connection.close)
            connection.execute("PRAGMA query_only = ON")
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
            if version < LATEST_VERSION:
                connection = _brought_up_to_date(connection, kept)
        except (*SQLITE_ERRORS, OSError) as error:
            raise opening_error(path, error) from error
        return connection, kept.pop_all().close


def _readable(path: Path, kept: ExitStack) -> Path:
    """Return where the project can be read: itself, or a copy where a log lies beside that none may open.

    A program was killed, and then the disk was made read-only: without the log the last steps are missing.
    """
    log = path.with_name(f"{path.name}-wal")
    if not log.exists() or log.stat().st_size == 0 or _opens(path):
        return path
    copy = Path(kept.enter_context(TemporaryDirectory(prefix="jiaochou-")), path.name)
    shutil.copyfile(path, copy)
    shutil.copyfile(log, copy.with_name(log.name))
    return copy


def _opens(path: Path) -> bool:
    try:
        with closing(_ask_to_read(path, "mode=ro")) as connection:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.Error:
        return False
    return True


def _unwritable(path: Path) -> sqlite3.Connection:
    """Open a file that this process may not write; another one may be writing it."""
    is_live = os.path.lexists(path.with_name(f"{path.name}-wal"))
    return _ask_to_read(path, "mode=ro" if is_live else "immutable=1")


def _ask_to_read(path: Path, how: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None, check_same_thread=False
    )
    harden(connection)
    return connection


def _brought_up_to_date(connection: sqlite3.Connection, kept: ExitStack) -> sqlite3.Connection:
    copy = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    kept.callback(copy.close)
    harden(copy)
    connection.backup(copy)
    migrate(copy)
    copy.execute("PRAGMA query_only = ON")
    return copy
