"""Copies of a project file, made beside the work, kept in a folder of their own, the oldest let go."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from core.errors import BadInputError, StorageError
from core.exporters.whole import written_whole
from core.messages import message
from core.store.project_file import SQLITE_ERRORS, SUFFIX, cause_of, opening_error, storage_error
from core.store.reading import open_to_read

FOLDER_SUFFIX = "-backups"

NEWEST = 10
"""So many backups are kept whatever their age."""

DAYS = 14
"""Of each of so many days the last backup is kept besides."""

SHARE = 0.1
"""The share of its disk that all backups of a project may take together."""

SPARE = 0.05
"""The share of its disk that a backup must leave free."""

_STEP = 2000
"""So many pages of the file are copied between two questions whether to go on."""

_TIME = "%Y-%m-%dT%H%M%SZ"
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d{6}Z)(?:-\d+)?")


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a project as it was; a project file itself. `size` in bytes."""

    path: Path
    at: datetime
    size: int


class _LeftError(Exception):
    """Whoever wanted the copy wants it no longer."""


def backup_folder(project: Path) -> Path:
    """Return where the backups of a project lie: beside it."""
    return project.with_name(f"{project.name}{FOLDER_SUFFIX}")


def backups_of(project: Path) -> list[Backup]:
    """List the backups of a project, newest first. Raises StorageError where their folder cannot be read."""
    folder = backup_folder(project)
    try:
        found = [path for path in folder.iterdir() if path.suffix == SUFFIX] if folder.is_dir() else []
        return sorted(
            (Backup(path, at, path.stat().st_size) for path in found if (at := _time_of(path)) is not None),
            key=lambda backup: (backup.at, len(backup.path.name), backup.path.name),
            reverse=True,
        )
    except OSError as error:
        raise _failure(folder, error) from error


def make_backup(project: Path, now: datetime, cancelled: Callable[[], bool] = lambda: False) -> Backup | None:
    """Copy a project as it stands at one moment, and let the oldest backups go; None where it was cancelled.

    It has a connection of its own: whoever writes the project meanwhile does not wait. Raises StorageError
    where it cannot be written or the disk would become too full.
    """
    folder = backup_folder(project)
    try:
        folder.mkdir(exist_ok=True)
        _let_go(surplus(backups_of(project), now))
        _ensure_room(project, folder)
        target = _free_name(folder, now)
        with written_whole(target) as draft:
            copy_project(project, draft, cancelled)
        made = Backup(target, now, target.stat().st_size)
        allowed = shutil.disk_usage(folder).total * SHARE
        _let_go(surplus(backups_of(project), now, allowed))
    except _LeftError:
        return None
    except OSError as error:
        raise _failure(folder, error) from error
    return made


def restore_backup(backup: Path, target: Path) -> None:
    """Make a new project file of a backup. Raises BadInputError where `target` exists, StorageError else."""
    if os.path.lexists(target):
        raise BadInputError(target, message("已有同名文件，不会覆盖"))
    try:
        with written_whole(target) as draft:
            copy_project(backup, draft)
    except OSError as error:
        raise _failure(target, error) from error


def copy_project(source: Path, target: Path, cancelled: Callable[[], bool] = lambda: False) -> None:
    """Copy a project file as it stands at one moment into a file that does not exist yet.

    Raises BadInputError where it cannot be read, StorageError where the copy cannot be written.
    """

    def report(_status: int, _left: int, _pages: int) -> None:
        if cancelled():
            raise _LeftError

    connection, close = open_to_read(source)
    try:
        try:
            # What is read from here on is of this moment; else every key would begin the copy anew.
            connection.execute("BEGIN")
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        except SQLITE_ERRORS as error:
            raise opening_error(source, error) from error
        try:
            with closing(sqlite3.connect(target)) as copy:
                connection.backup(copy, pages=_STEP, progress=report)
                # A backup is one file: nothing is to lie beside it.
                copy.execute("PRAGMA journal_mode = DELETE")
        except SQLITE_ERRORS as error:
            raise storage_error(target, error) from error
        connection.execute("ROLLBACK")
    finally:
        close()


def surplus(backups: Sequence[Backup], now: datetime, allowed: float = float("inf")) -> list[Backup]:
    """Return which of `backups` (newest first) are to go, so that the others take `allowed` bytes at most.

    The newest one stays in any case.
    """
    kept: list[Backup] = []
    days: set[date] = set()
    taken = 0
    for number, backup in enumerate(backups):
        day = backup.at.astimezone().date()
        is_last_of_its_day = day not in days and now - backup.at <= timedelta(days=DAYS)
        days.add(day)
        fits = number == 0 or taken + backup.size <= allowed
        if fits and (number < NEWEST or is_last_of_its_day):
            kept.append(backup)
            taken += backup.size
    return [backup for backup in backups if backup not in kept]


def is_older_than(backups: Sequence[Backup], now: datetime, age: timedelta) -> bool:
    """Say whether the newest of `backups` is older than `age`, or there is none, or it is of a later day.

    A clock that was set back must not stop all backups until it has caught up.
    """
    return not backups or not timedelta(0) <= now - backups[0].at < age


def _ensure_room(project: Path, folder: Path) -> None:
    disk = shutil.disk_usage(folder)
    needed = project.stat().st_size
    if disk.free - needed < max(needed, disk.total * SPARE):
        raise StorageError(message("{folder}：磁盘剩余空间不多，没有备份", folder=str(folder)))


def _let_go(backups: Sequence[Backup]) -> None:
    for backup in backups:
        with suppress(FileNotFoundError):
            backup.path.unlink()


def _free_name(folder: Path, now: datetime) -> Path:
    name = f"{now.astimezone(UTC):{_TIME}}"
    target, number = folder / f"{name}{SUFFIX}", 1
    while os.path.lexists(target):
        number += 1
        target = folder / f"{name}-{number}{SUFFIX}"
    return target


def _time_of(path: Path) -> datetime | None:
    named = _NAME.fullmatch(path.stem)
    try:
        return datetime.strptime(named[1], _TIME).replace(tzinfo=UTC) if named else None
    except ValueError:
        return None


def _failure(place: Path, error: OSError) -> StorageError:
    return StorageError(message("{file}：{cause}", file=str(place), cause=cause_of(error)))
