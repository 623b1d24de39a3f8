"""What is wrong with a disk is said as it is, whatever SQLite makes of it."""

import errno
import os
import sqlite3

import pytest

from core.commands.editing import TypeText
from core.document.page import Source
from core.errors import StorageError
from core.project.project import Project
from core.store.project_file import UnreadableError, storage_error
from core.text.edit import Edit

TEXT = "渡口今日通航"


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "青渚.jiaochou-wal"
    path.write_bytes(b"frames")
    return path


def said(log, code):
    error = sqlite3.DatabaseError("as SQLite says")
    error.sqlite_errorname = code
    return storage_error(log.with_name("青渚.jiaochou"), error)


@pytest.mark.parametrize(
    ("number", "code", "cause"),
    [
        (errno.EROFS, "SQLITE_IOERR_WRITE", "所在的磁盘变成只读的了"),
        (errno.EIO, "SQLITE_CORRUPT", "磁盘读写出错"),
        (errno.EIO, "SQLITE_IOERR_READ", "磁盘读写出错"),
        (errno.ENOSPC, "SQLITE_IOERR_WRITE", "磁盘已满"),
    ],
)
def test_the_disk_is_named_and_not_the_file(log, monkeypatch, number, code, cause):
    def refuse(*_arguments):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refuse)
    error = said(log, code)
    assert not isinstance(error, UnreadableError)
    assert cause in str(error)


@pytest.mark.parametrize("there", [True, False])
def test_a_damaged_file_on_a_sound_disk_is_damaged(log, there):
    if not there:
        log.unlink()
    assert isinstance(said(log, "SQLITE_CORRUPT"), UnreadableError)


def test_a_disk_that_becomes_read_only_keeps_what_it_has(failing_disk):
    project = Project.create(failing_disk.folder / "青渚.jiaochou")
    project.add_pages([Source("一", TEXT.encode(), "utf-8", TEXT)])
    project.perform(TypeText(1, Edit(0, "", "新")))
    failing_disk.fail()
    with pytest.raises(StorageError, match="所在的磁盘变成只读的了"):
        project.perform(TypeText(1, Edit(1, "", "字" * 9000)))
    assert project.state(1).text == f"新{TEXT}"
    project.close()
    looked = Project.look(failing_disk.folder / "青渚.jiaochou")
    assert looked.state(1).text == f"新{TEXT}"
    looked.close()
