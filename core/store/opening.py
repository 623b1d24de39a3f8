"""The ways to a `Store`: to write alone, to make a new file, to look."""

from __future__ import annotations

from pathlib import Path

from core.messages import Message
from core.store.lock import Holder, take_lock
from core.store.project_file import (
    ReadOnlyError,
    can_be_written,
    create_project_file,
    examine,
    open_project_file,
    refuse_what_is_no_file,
)
from core.store.reading import open_to_read
from core.store.store import Store


def open_store(path: Path, holder: Holder) -> Store:
    """Open a project file to write, as the only one who does.

    Raises HeldError where somebody else does, ReadOnlyError where it cannot be written, BadInputError where
    it is no project or damaged.
    """
    refuse_what_is_no_file(path)
    if not can_be_written(path):
        raise ReadOnlyError(path)
    examine(path)
    lock = take_lock(path, holder)
    try:
        return Store(open_project_file(path), path, lock.release)
    except BaseException:
        lock.release()
        raise


def create_store(path: Path, holder: Holder) -> Store:
    """Make a new project file. Raises BadInputError where that cannot be done."""
    connection = create_project_file(path)
    try:
        lock = take_lock(path, holder)
    except BaseException:
        connection.close()
        raise
    return Store(connection, path, lock.release)


def look_store(path: Path, barrier: Message) -> Store:
    """Open a project file to look at it; `barrier` says why nothing can be changed. Raises BadInputError."""
    connection, closed = open_to_read(path)
    return Store(connection, path, closed, barrier)
