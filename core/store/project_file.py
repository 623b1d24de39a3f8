"""Opening and making project files: the right kind, the right version, or one clear sentence why not."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from contextlib import closing
from itertools import count
from pathlib import Path

from core.disk import IrregularFileError, trouble_with
from core.errors import BadInputError, StorageError
from core.messages import Message, Value, message

APPLICATION_ID = 0x4A434853
"""`JCHS` in SQLite's application_id: tells a project file from any other database."""

LATEST_VERSION = 7
"""What `user_version` says in a file this program writes; core/store/schema.py holds the way there."""

SUFFIX = ".jiaochou"
SQLITE_ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises; of a damaged file even what it says of the damage may be no text."""

BUSY_SECONDS = 2.0
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_MAGIC = b"SQLite format 3\0"
_FIRST_TABLES = frozenset({"page", "step", "change", "snapshot", "analysis", "setting"})
"""The tables that a project has had since its first version."""

# Such things would run or be asked whenever the tables are, and no version of this program made any. Whoever
# makes one by hand can write any root page, hence the look at the statement itself.
_FOREIGN = """SELECT type, name FROM sqlite_master WHERE type NOT IN ('table', 'index')
    OR (type = 'table' AND (coalesce(rootpage, 0) = 0 OR sql LIKE 'create%virtual%'
        OR EXISTS (SELECT 1 FROM pragma_table_xinfo(sqlite_master.name) WHERE hidden > 1))) LIMIT 1"""


class ReadOnlyError(BadInputError):
    """A project file that can be read and not written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, message("文件是只读的，无法写入"))


class DamagedError(BadInputError):
    """A project file that SQLite cannot make sense of; what can be read of it can be recovered."""

    def __init__(self, path: Path, cause: Message | None = None) -> None:
        super().__init__(path, cause or message("文件已损坏"))


class UnreadableError(StorageError):
    """A project file that is open and of which something cannot be read any more, because it is damaged."""

    def __init__(self, path: Path) -> None:
        super().__init__(message("{file}：{cause}", file=str(path), cause=message("文件已损坏")))
        self.path = path


def open_project_file(path: Path) -> sqlite3.Connection:
    """Open an existing project file for reading and writing, bringing an older one up to date.

    A file of an older version is first copied beside itself (`NAME.jiaochou.v1.bak`). Raises BadInputError
    where the file is missing, no project, of a newer version, read-only or damaged; nothing is changed then.
    """
    try:
        version = version_of(path)
        if not can_be_written(path):
            raise ReadOnlyError(path)
        connection = connect(path)
    except (*SQLITE_ERRORS, OSError) as error:
        raise opening_error(path, error) from error
    try:
        if version < LATEST_VERSION:
            _back_up(connection, path, version)
            migrate(connection)
        _prepare(connection)
    except (*SQLITE_ERRORS, OSError) as error:
        connection.close()
        raise opening_error(path, error) from error
    return connection


def create_project_file(path: Path) -> sqlite3.Connection:
    """Make a new, empty project file. Raises BadInputError where `path` exists or cannot be written."""
    try:
        path.open("xb").close()
    except FileExistsError as error:
        raise BadInputError(path, message("已有同名文件，不会覆盖")) from error
    except (FileNotFoundError, NotADirectoryError) as error:
        raise BadInputError(path, message("所在的文件夹不存在")) from error
    except OSError as error:
        raise BadInputError(path, cause_of(error)) from error
    try:
        connection = connect(path)
    except sqlite3.Error as error:
        path.unlink()
        raise BadInputError(path, cause_of(error)) from error
    try:
        # Before the write-ahead log is: so the file says by itself what it is from its first byte on.
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = WAL")
        migrate(connection)
        _prepare(connection)
    except sqlite3.Error as error:
        connection.close()
        path.unlink()
        raise BadInputError(path, cause_of(error)) from error
    return connection


def cause_of(error: sqlite3.Error | UnicodeDecodeError | OSError) -> Message:
    """Return the sentence that says what went wrong with a file, as far as the error tells."""
    name, number = getattr(error, "sqlite_errorname", "") or "", getattr(error, "errno", None)
    known = (
        ("DBMOVED" in name, message("文件被移走、改名或删除了")),
        (number == errno.EROFS, message("所在的磁盘变成只读的了")),
        ("READONLY" in name or isinstance(error, PermissionError), message("文件是只读的，无法写入")),
        ("BUSY" in name or "LOCKED" in name, message("文件正被另一个程序占用")),
        ("FULL" in name or number in _NO_ROOM, message("磁盘已满")),
        (_is_damage(error), message("文件已损坏")),
        ("CANTOPEN" in name, message("无法打开文件")),
        ("IOERR" in name or number == errno.EIO, message("磁盘读写出错，所在的磁盘可能断开了或已满")),
    )
    cause = next((cause for is_so, cause in known if is_so), None)
    if cause is not None:
        return cause
    if isinstance(error, IrregularFileError):
        detail: Value = message("不是普通文件")
    else:
        detail = getattr(error, "strerror", None) or str(error)
    return message("读写出错（{detail}）", detail=detail)


def opening_error(path: Path, error: sqlite3.Error | UnicodeDecodeError | OSError) -> BadInputError:
    """Return the error for a project file that could not be opened."""
    return DamagedError(path) if _is_damage(error) else BadInputError(path, cause_of(error))


def _is_damage(error: sqlite3.Error | UnicodeDecodeError | OSError) -> bool:
    name = getattr(error, "sqlite_errorname", "") or ""
    return "CORRUPT" in name or "NOTADB" in name or isinstance(error, UnicodeDecodeError)


def _trouble_of_disk(path: Path, error: sqlite3.Error | UnicodeDecodeError) -> OSError | None:
    """Return what is wrong with the disk, where that is behind what SQLite says, None where nothing is.

    Of a disk that has gone it says that the file is damaged, of one that became read-only that writing
    failed. The log beside the file is asked: no lock is on it.
    """
    log = path.with_name(f"{path.name}-wal")
    if _is_damage(error):
        return trouble_with(log)
    failed = "IOERR" in (getattr(error, "sqlite_errorname", "") or "")
    return trouble_with(log, writing=True) if failed else None


def storage_error(path: Path, error: sqlite3.Error | UnicodeDecodeError) -> StorageError:
    """Return the error for a project file that could not be written after all."""
    trouble = _trouble_of_disk(path, error)
    if trouble is not None:
        return StorageError(message("{file}：{cause}", file=str(path), cause=cause_of(trouble)))
    if _is_damage(error):
        return UnreadableError(path)
    return StorageError(message("{file}：{cause}", file=str(path), cause=cause_of(error)))


def examine(path: Path) -> None:
    """Look at a project file and change nothing; raises BadInputError where it could not be read."""
    try:
        version_of(path)
    except (*SQLITE_ERRORS, OSError) as error:
        raise opening_error(path, error) from error


def can_be_written(path: Path) -> bool:
    """Say whether this process may write a file and make others beside it, as SQLite must."""
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)


def version_of(path: Path) -> int:
    """Return the version of a project file without writing to it.

    Raises BadInputError where it is no project of a version that is known, sqlite3.Error where it is damaged.
    """
    refuse_what_is_no_file(path)
    # What only looks must not leave files of its own; where a log lies beside, its files are there already.
    has_log = os.path.lexists(path.with_name(f"{path.name}-wal"))
    how = "mode=ro" if has_log else "immutable=1"
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True)) as connection:
        harden(connection)
        try:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
        except sqlite3.DatabaseError as error:
            # Only now, when nobody can have it open: closing the file would undo SQLite's locks on it.
            if "NOTADB" in error.sqlite_errorname and not _claims_to_be_a_database(path):
                raise BadInputError(path, message("不是校雠工程文件")) from error
            raise
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        # Where it is no project of a known version, that is what is said of it.
        if application == APPLICATION_ID and version <= LATEST_VERSION:
            _refuse_strange_schema(connection, path, version)
    if application != APPLICATION_ID:
        raise BadInputError(path, message("不是校雠工程文件"))
    if version > LATEST_VERSION:
        raise BadInputError(
            path,
            message(
                "由更新版本的校雠写成（格式 {version}，本程序只认到 {latest}），请升级后再打开",
                version=version,
                latest=LATEST_VERSION,
            ),
        )
    return version


def _refuse_strange_schema(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Raise BadInputError for a file with things in it that no project has, or without what each has."""
    foreign = connection.execute(_FOREIGN).fetchone()
    if foreign is not None:
        kind, name = map(str, foreign)
        raise BadInputError(
            path, message("里面有校雠不会写入的内容（{kind} {name}），为安全起见不打开", kind=kind, name=name)
        )
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    # A project that was left while it was being made says version 0, and is made now.
    if version > 0 and not tables >= _FIRST_TABLES:
        raise DamagedError(path)


def refuse_what_is_no_file(path: Path) -> None:
    """Raise BadInputError where there is nothing SQLite could read."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError) as error:
        raise BadInputError(path, message("没有这个文件")) from error
    if stat.S_ISDIR(mode):
        raise BadInputError(path, message("这是文件夹，不是校雠工程"))
    # Opening a pipe would wait for ever.
    if not stat.S_ISREG(mode):
        raise BadInputError(path, message("不是校雠工程文件"))
    if not os.access(path, os.R_OK):
        raise BadInputError(path, message("没有读取权限"))


def _claims_to_be_a_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection that trusts nothing in the file. Raises sqlite3.Error."""
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        harden(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def harden(connection: sqlite3.Connection) -> None:
    """Trust nothing that the file itself says; extensions are never loaded, for Python leaves that off."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _back_up(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Copy a project file beside itself, under a name that is still free."""
    target = path.with_name(f"{path.name}.v{version}.bak")
    for number in count(2):
        if not os.path.lexists(target):
            break
        target = path.with_name(f"{path.name}.v{version}.{number}.bak")
    try:
        with closing(sqlite3.connect(target)) as copy:
            connection.backup(copy)
    except sqlite3.Error:
        target.unlink(missing_ok=True)
        raise


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables of an open file up to date. Raises sqlite3.Error."""
    # sqlite-utils takes a fifth of a second to import; an up-to-date file never gets here.
    from sqlite_utils import Database

    from core.store.schema import migrations

    database = Database(connection)
    migrations.apply(database)
    connection.execute(f"PRAGMA user_version = {LATEST_VERSION}")
