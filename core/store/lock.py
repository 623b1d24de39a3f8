"""One writer at a time: whoever writes a project file holds a lock beside it, and says there who it is.

The lock is SQLite's own, on a small database of its own (`NAME.jiaochou-lock`): it goes when its holder ends,
however that ends, it holds against a second opening in the same process, no child process inherits it, and on
a network drive it is as good as that drive's locks, on which SQLite depends for the project file itself.
"""

from __future__ import annotations

import getpass
import os
import secrets
import socket
import sqlite3
import time
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from core.errors import BadInputError
from core.messages import Message, message
from core.store.project_file import ReadOnlyError, cause_of

LOCK_SUFFIX = "-lock"

_TRIES = 50
_PAUSE = 0.02
"""How long to wait (seconds) before a lock that is just changing hands is looked at again."""

_BUSY_MS = 1000


@dataclass(frozen=True)
class Holder:
    """Who holds a project: the name of the editor, the machine, the process on it, and since when."""

    user: str
    host: str
    pid: int
    since: datetime

    @property
    def spoken(self) -> Message:
        """The sentence that names the holder; the time is that of the reader's zone."""
        return message(
            "{user} 正在编辑这个工程（{host}，进程 {pid}，{since} 起）",
            user=self.user,
            host=self.host,
            pid=self.pid,
            since=f"{self.since.astimezone():%Y-%m-%d %H:%M}",
        )


class HeldError(BadInputError):
    """Somebody else writes the project; `holder` is None where it could not be read who."""

    def __init__(self, path: Path, holder: Holder | None) -> None:
        super().__init__(path, holder.spoken if holder else message("另一个程序正在编辑这个工程"))
        self.holder = holder


def holder_here(actor: str, now: datetime) -> Holder:
    """Return the holder that this process is, working for `actor` (where that is empty: the user)."""
    return Holder(actor or _user(), socket.gethostname(), os.getpid(), now)


class ProjectLock:
    """A lock that is held until it is released."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._file = _identity(path)
        self._released = False

    def release(self) -> None:
        """Let others write; nothing of the lock is left beside the project. Doing so twice does no harm."""
        if self._released:
            return
        self._released = True
        # While it is held: whoever waits for it with the old file open sees that it is no longer there.
        # Where the system keeps open files, the next one finds it free and takes it over.
        self._remove()
        with suppress(sqlite3.Error):
            self._connection.close()
        if os.name == "nt":
            self._remove()

    def _remove(self) -> None:
        # Where the drive has gone and come back, another's lock may lie there.
        if _identity(self._path) == self._file:
            with suppress(OSError):
                self._path.unlink()


def take_lock(project: Path, holder: Holder) -> ProjectLock:
    """Take the lock of `project`, which need not exist yet, for this process.

    Raises HeldError where somebody else has it, ReadOnlyError where no file can be made beside the project,
    BadInputError where its drive knows no locks.
    """
    path = lock_path(project)
    token = secrets.token_hex(8)
    for _ in range(_TRIES):
        try:
            lock = _try_once(path, holder, token)
        except sqlite3.Error as error:
            other = _other(project, path, error, token)
            if other is not None:
                raise other from error
            lock = None
        if lock is not None:
            # Whoever may write the project may take its lock when this holder was killed.
            with suppress(OSError):
                path.chmod(project.stat().st_mode & 0o666)
            return lock
        time.sleep(_PAUSE)
    raise HeldError(project, None)


def is_held(project: Path) -> bool:
    """Say whether somebody holds the lock of `project`, without taking it for longer than it takes to ask."""
    path = lock_path(project)
    if not path.exists():
        return False
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, timeout=0)) as connection:
            connection.isolation_level = None
            connection.execute("BEGIN IMMEDIATE")
    except sqlite3.Error:
        return path.exists()
    return False


def lock_path(project: Path) -> Path:
    """Return where the lock of a project lies; a project under two names through links has one lock."""
    real = project.resolve()
    return real.with_name(f"{real.name}{LOCK_SUFFIX}")


def _try_once(path: Path, holder: Holder, token: str) -> ProjectLock | None:
    """Take the lock; None where its file is another one meanwhile. Raises sqlite3.Error."""
    connection = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
    with ExitStack() as failed:
        failed.callback(connection.close)
        _hold(connection, holder, token)
        if _written(path) == (holder, token):
            failed.pop_all()
            return ProjectLock(connection, path)
    return None


def _hold(connection: sqlite3.Connection, holder: Holder, token: str) -> None:
    """Write down who holds the lock, and hold it. Another may come in between; then this raises."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    connection.execute("CREATE TABLE IF NOT EXISTS holder (user, host, pid, since, token)")
    connection.execute("DELETE FROM holder")
    written = (holder.user, holder.host, holder.pid, holder.since.isoformat(), token)
    connection.execute("INSERT INTO holder VALUES (?, ?, ?, ?, ?)", written)
    connection.execute("COMMIT")
    connection.execute("PRAGMA busy_timeout = 0")
    # What was written can be read by all while this one holds the right to write.
    connection.execute("BEGIN IMMEDIATE")


def _written(path: Path) -> tuple[Holder, str] | None:
    """Return who is named in the lock that lies at `path` now, and the sign of that taking of it."""
    try:
        uri = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, timeout=_BUSY_MS / 1000)) as connection:
            row = connection.execute("SELECT user, host, pid, since, token FROM holder").fetchone()
        if row is None:
            return None
        user, host, pid, since, token = row
        return Holder(str(user), str(host), int(pid), datetime.fromisoformat(since)), str(token)
    except (sqlite3.Error, ValueError, TypeError):
        return None


def _other(project: Path, path: Path, error: sqlite3.Error, token: str) -> BadInputError | None:
    """Return what to say of a lock that could not be taken; None: it is just changing hands."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if "BUSY" in name:
        named = _written(path)
        return HeldError(project, named[0]) if named is not None and named[1] != token else None
    if "DBMOVED" in name:
        return None
    if "CANTOPEN" in name or "READONLY" in name:
        return ReadOnlyError(project)
    return BadInputError(project, message("锁文件 {file}：{cause}", file=path.name, cause=cause_of(error)))


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        # A user without a name, as in some containers.
        return str(os.getuid()) if hasattr(os, "getuid") else "?"
