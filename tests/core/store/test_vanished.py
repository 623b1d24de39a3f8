"""A file that is moved, deleted or exchanged while it is open; a full disk; a clock that goes back."""

import os
import shutil
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from core.commands.editing import TypeText
from core.errors import JiaochouError, StorageError
from core.project.project import Project
from core.store.lock import HeldError, lock_path
from core.text.edit import Edit

ROOT = Path(__file__).parents[3]

posix = pytest.mark.skipif(os.name == "nt", reason="Windows does not let go of open files")


@pytest.fixture
def project(project_of):
    project = project_of("渡口通航\n\n船来了。")
    key(project, "青渚")
    return project


def key(project: Project, inserted: str) -> None:
    project.perform(TypeText(1, Edit(0, "", inserted), burst=False))


def text(path: Path) -> str:
    with closing(Project.look(path)) as project:
        assert project.verify().problems == ()
        return project.state(1).text


@posix
def test_what_is_typed_into_a_deleted_file_is_refused_not_lost(project):
    project.path.unlink()
    for _ in range(2):
        with pytest.raises(StorageError, match="没有这个文件"):
            key(project, "新")
    with pytest.raises(StorageError, match="文件被移走、改名或删除了"):
        project.keep_setting("x", "1")
    assert project.state(1).text.startswith("青渚渡口")


@posix
def test_a_renamed_file_has_all_that_was_stored(project, tmp_path):
    moved = tmp_path / "moved.jiaochou"
    project.path.rename(moved)
    with pytest.raises(StorageError, match="没有这个文件"):
        key(project, "新")
    assert text(moved).startswith("青渚渡口")
    project.close()
    assert text(moved).startswith("青渚渡口")


@posix
def test_renamed_and_closed_without_another_key_it_has_all_too(project, tmp_path):
    project.path.rename(tmp_path / "moved.jiaochou")
    project.close()
    assert text(tmp_path / "moved.jiaochou").startswith("青渚渡口")


@posix
def test_back_in_its_place_it_takes_keys_again(project, tmp_path):
    project.path.rename(tmp_path / "moved.jiaochou")
    with pytest.raises(StorageError):
        key(project, "新")
    with pytest.raises(StorageError, match="没有这个文件"):
        project.reopen()
    (tmp_path / "moved.jiaochou").rename(project.path)
    key(project, "新")
    with pytest.raises(HeldError):
        Project.open(project.path)
    assert text(project.path).startswith("新青渚渡口")


@posix
def test_a_folder_that_was_renamed_and_came_back(project, tmp_path, tmp_path_factory):
    away = tmp_path_factory.mktemp("away") / "gone"
    tmp_path.rename(away)
    with pytest.raises(StorageError):
        key(project, "新")
    away.rename(tmp_path)
    project.reopen()
    key(project, "新")
    assert project.verify().problems == ()


@posix
def test_a_copy_in_its_place_is_opened_anew_and_gets_nothing_of_the_old_log(project, tmp_path):
    copy = tmp_path / "copy.jiaochou"
    with closing(Project.look(project.path)):
        pass
    project._store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(project.path, copy)
    key(project, "旧")
    copy.replace(project.path)
    project.reopen()
    assert project.state(1).text.startswith("青渚渡口")
    key(project, "新")
    assert text(project.path).startswith("新青渚渡口")


@posix
def test_a_command_that_was_meant_for_another_state_is_not_carried_out_on_a_copy(project, tmp_path):
    project._store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(project.path, tmp_path / "copy.jiaochou")
    key(project, "旧")
    (tmp_path / "copy.jiaochou").replace(project.path)
    for change in (lambda: key(project, "新"), project.undo):
        with pytest.raises(StorageError, match="换成了另一份"):
            change()
    assert text(project.path).startswith("青渚渡口")


@posix
def test_another_project_in_its_place_is_refused(project, project_of, tmp_path):
    other = project_of("码头告示", name="b.jiaochou")
    other.close()
    other.path.replace(project.path)
    with pytest.raises(StorageError, match="这里现在是另一个工程"):
        project.reopen()
    assert not lock_path(project.path).exists()


@posix
def test_a_log_that_was_deleted_is_noticed(project):
    project.path.with_name(f"{project.path.name}-wal").unlink()
    with pytest.raises(StorageError, match="移走"):
        project.keep_setting("x", "1")


@posix
def test_a_lock_of_somebody_else_is_not_taken_away(project):
    lock_path(project.path).unlink()
    other = Project.open(project.path, "周衡")
    project._store.leave()
    assert lock_path(project.path).exists()
    other.close()


FILL = """
import resource, sys
from pathlib import Path
from core.commands.editing import TypeText
from core.errors import StorageError
from core.project.project import Project
from core.text.edit import Edit

project = Project.open(Path(sys.argv[1]))
project.state(1)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
typed = 0
try:
    while True:
        project.perform(TypeText(1, Edit(0, "", "字" * 500), burst=False))
        typed += 1
except StorageError as error:
    print(error)
held = project.state(1).text.count("字")
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
project.perform(TypeText(1, Edit(0, "", "后"), burst=False))
print(typed * 500, held, len(project.verify().problems))
project.close()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits of files are set otherwise elsewhere")
@pytest.mark.parametrize("limit", [120_000, 150_000, 199_999])
def test_a_file_that_cannot_grow_holds_every_step_that_was_done(project, limit):
    """The limit stands for a full disk: writing fails in the middle of a step, at any place."""
    project.close()
    done = subprocess.run(
        [sys.executable, "-c", FILL, project.path, str(limit)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    said, counts = done.stdout.splitlines()
    typed, held, problems = map(int, counts.split())
    assert project.path.name in said
    assert (typed, problems) == (held, 0)
    assert text(project.path).count("字") == typed


def test_a_database_that_is_full_says_so(project):
    connection = project._store.connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError, match="磁盘已满"):
        key(project, "字" * 50_000)
    before = project.state(1), project.last_step
    connection.execute(f"PRAGMA max_page_count = {pages * 100}")
    assert project.verify().problems == ()
    key(project, "新")
    assert (project.state(1).text, project.last_step) == (f"新{before[0].text}", before[1] + 1)


def test_a_clock_that_is_set_back_harms_nothing(project, clock):
    clock.pass_by(-timedelta(days=400).total_seconds())
    key(project, "后")
    project.perform(TypeText(1, Edit(0, "", "再")))
    clock.pass_by(-1)
    project.perform(TypeText(1, Edit(1, "", "三")))
    assert len(project.steps()) == 5
    project.undo()
    assert project.state(1).text.startswith("再后青渚")
    assert project.verify().problems == ()


def test_reading_a_file_that_is_gone_is_one_sentence(tmp_path):
    with pytest.raises(JiaochouError, match="没有这个文件"):
        Project.look(tmp_path / "gone.jiaochou")
