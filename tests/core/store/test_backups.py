"""Copies that can be trusted: of one moment, whole or not there, few enough, never too many for the disk."""

import errno
import shutil
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from core.commands.editing import TypeText
from core.commands.restoring import RestorePage
from core.errors import BadInputError, RefusedError, StorageError
from core.project.backed_up import page_in_backup
from core.project.project import Project
from core.store import backups as making
from core.store.backups import (
    NEWEST,
    Backup,
    backup_folder,
    backups_of,
    is_older_than,
    make_backup,
    restore_backup,
    surplus,
)
from core.text.edit import Edit

NOW = datetime(2031, 5, 4, 8, 30, tzinfo=UTC)


class Disk(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture(autouse=True)
def disk(monkeypatch):
    """A disk with much room, and a hand to make it small."""

    def make(total=10**12, free=10**12):
        monkeypatch.setattr(shutil, "disk_usage", lambda _: Disk(total, total - free, free))

    make()
    return make


@pytest.fixture
def project(project_of):
    return project_of("渡口通航\n\n船来了。", "码头告示")


def key(at: int, inserted: str, page: int = 1) -> TypeText:
    return TypeText(page, Edit(at, "", inserted))


def files(project: Project) -> list[str]:
    folder = backup_folder(project.path)
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_a_backup_is_a_project_of_the_moment_it_was_made(project):
    project.perform(key(0, "青渚"))
    backup = make_backup(project.path, NOW)
    before = project.state(1)
    project.perform(key(0, "新"))
    assert (backup.path.name, backup.at) == ("2031-05-04T083000Z.jiaochou", NOW)
    with closing(Project.look(backup.path)) as copy:
        assert copy.state(1) == before
        assert copy.verify().problems == ()
    assert project.verify().problems == ()
    assert files(project) == [backup.path.name]
    assert backups_of(project.path) == [backup]


def test_typing_goes_on_while_it_is_made(project):
    """The copy is of the moment it was begun at; the writer waits for nothing."""
    project.perform(key(0, "x" * 200_000))
    before, typed = project.state(1), []

    def type_on():
        if len(typed) < 3:
            typed.append(project.perform(key(0, "新")))
        return False

    making_step, making._STEP = making._STEP, 5
    try:
        backup = make_backup(project.path, NOW, type_on)
    finally:
        making._STEP = making_step
    assert len(typed) == 3
    assert page_in_backup(backup.path, project.page(1)) == before


def test_one_that_is_not_wanted_any_more_leaves_nothing(project):
    assert make_backup(project.path, NOW, lambda: True) is None
    assert files(project) == []


def test_two_of_one_second_have_two_names(project):
    first, second = make_backup(project.path, NOW), make_backup(project.path, NOW)
    assert first.path != second.path
    assert [one.path for one in backups_of(project.path)] == [second.path, first.path]
    assert (first.at, second.at) == (NOW, NOW)


def test_a_full_disk_is_not_made_fuller(project, disk):
    disk(total=10**9, free=10**7)
    with pytest.raises(StorageError, match="磁盘剩余空间不多，没有备份"):
        make_backup(project.path, NOW)
    assert files(project) == []


def test_what_cannot_be_written_leaves_the_older_ones(project, monkeypatch):
    first = make_backup(project.path, NOW)

    def half(_source, target, _cancelled):
        target.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(making, "copy_project", half)
    with pytest.raises(StorageError, match="磁盘已满"):
        make_backup(project.path, NOW)
    assert files(project) == [first.path.name]


def ages(*hours: float) -> list[Backup]:
    return [Backup(Path(str(hour)), NOW - timedelta(hours=hour), 10) for hour in hours]


def kept(backups: list[Backup], allowed: float = float("inf")) -> list[str]:
    gone = surplus(backups, NOW, allowed)
    return [str(backup.path) for backup in backups if backup not in gone]


def test_the_newest_ones_are_kept_and_of_each_day_of_a_fortnight_the_last():
    quick = [number / 3 for number in range(12)]
    days = [24.0 * number for number in range(1, 40)]
    left = kept(ages(*quick, *days))
    assert left[:NEWEST] == [str(hour) for hour in quick[:NEWEST]]
    assert left[NEWEST:] == [str(hour) for hour in days[:14]]


def test_all_together_take_no_more_than_their_share_but_the_newest_stays():
    assert kept(ages(0, 1, 2, 3), allowed=25) == ["0", "1"]
    assert kept(ages(0, 1), allowed=1) == ["0"]


def test_old_ones_go_when_a_new_one_is_made(project):
    for number in range(NEWEST + 3):
        make_backup(project.path, NOW + timedelta(minutes=number))
    assert len(files(project)) == NEWEST
    assert backups_of(project.path)[0].at == NOW + timedelta(minutes=NEWEST + 2)


def test_a_clock_that_was_set_back_does_not_stop_backups():
    day = timedelta(days=1)
    assert is_older_than([], NOW, day)
    assert is_older_than(ages(25), NOW, day)
    assert not is_older_than(ages(23), NOW, day)
    assert is_older_than(ages(-48), NOW, day)


def test_other_files_in_the_folder_are_left_alone(project):
    folder = backup_folder(project.path)
    folder.mkdir()
    (folder / "mine.jiaochou").write_bytes(b"x")
    make_backup(project.path, NOW)
    assert [one.at for one in backups_of(project.path)] == [NOW]
    assert (folder / "mine.jiaochou").exists()


def test_a_new_project_is_made_of_a_backup_and_nothing_written_over(project, tmp_path):
    project.perform(key(0, "青渚"))
    backup = make_backup(project.path, NOW)
    target = tmp_path / "again.jiaochou"
    restore_backup(backup.path, target)
    with closing(Project.open(target)) as again:
        assert again.state(1) == project.state(1)
        again.undo()
        assert again.state(1).text.startswith("渡口")
    with pytest.raises(BadInputError, match="不会覆盖"):
        restore_backup(backup.path, target)


def test_one_page_is_taken_back_as_one_step(project):
    project.perform(key(0, "青渚"))
    backup = make_backup(project.path, NOW)
    earlier = project.state(1)
    for number in range(3):
        project.perform(key(number, "误"))
    project.perform(key(0, "新", page=2))
    later = project.state(1)
    project.perform(RestorePage(1, page_in_backup(backup.path, project.page(1)), "5月4日"))
    assert project.state(1).text == earlier.text
    assert project.state(1).layout.pieces == earlier.layout.pieces
    assert project.state(2).text.startswith("新")
    with pytest.raises(RefusedError):
        project.perform(RestorePage(1, page_in_backup(backup.path, project.page(1)), "5月4日"))
    project.undo()
    assert project.state(1) == later
    assert project.verify().problems == ()


def test_a_page_that_the_backup_has_not_is_refused(project, project_of):
    backup = make_backup(project.path, NOW)
    other = project_of("别的版面", name="b.jiaochou")
    with pytest.raises(BadInputError, match="这个备份里还没有本版"):
        page_in_backup(backup.path, other.page(1))
