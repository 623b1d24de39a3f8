"""A hidden folder for drafts, beside what is written; what a program left that was killed is cleared away."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

DRAFT, ASIDE = "new", "old"
"""What is written, and what it replaces: nothing else may lie in the folder."""

_PREFIX = ".jiaochou-"
_LOCK, _JOURNAL = "lock", "lock-journal"
"""A database that the program holds as long as it writes: SQLite's lock goes when the program does."""


@contextmanager
def scratch_folder(beside: Path) -> Iterator[Path]:
    """Lend a new folder inside the folder `beside`, which is gone afterwards; raises OSError.

    Those that killed programs left there are cleared first. What lay in their ASIDE, and not in its own
    place any more, is put back.
    """
    for found in beside.glob(f"{_PREFIX}*"):
        # What another system or another user keeps from being cleared is no reason not to write.
        with suppress(OSError):
            _clear_if_left(found)
    with TemporaryDirectory(prefix=_PREFIX, dir=beside) as made, _held(Path(made)):
        yield Path(made)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    with closing(sqlite3.connect(folder / _LOCK, timeout=0, isolation_level=None)) as lock:
        # On a drive without locks the folder is not held; nor can anybody clear it, for the same reason.
        with suppress(sqlite3.Error):
            lock.execute("BEGIN EXCLUSIVE")
        yield


def _clear_if_left(folder: Path) -> None:
    if folder.is_symlink() or not folder.is_dir():
        return
    names = {entry.name for entry in folder.iterdir()}
    if _LOCK not in names or names - {_LOCK, _JOURNAL, DRAFT, ASIDE}:
        return
    uri = f"{(folder / _LOCK).absolute().as_uri()}?mode=rw"
    try:
        with closing(sqlite3.connect(uri, uri=True, timeout=0, isolation_level=None)) as lock:
            lock.execute("BEGIN EXCLUSIVE")
            _put_back(folder / ASIDE, folder.parent)
    except sqlite3.Error:
        # Somebody writes there now.
        return
    shutil.rmtree(folder)


def _put_back(aside: Path, home: Path) -> None:
    for kept in aside.rglob("*"):
        place = home / kept.relative_to(aside)
        if kept.is_file() and not os.path.lexists(place):
            place.parent.mkdir(parents=True, exist_ok=True)
            kept.replace(place)
