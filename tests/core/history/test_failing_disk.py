"""What is in memory never runs ahead of the project file."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from core.commands.editing import TypeText
from core.commands.tagging import SignOff
from core.errors import BadInputError, JiaochouError, StorageError
from core.history import states
from core.project.project import Project
from core.store.lock import lock_path
from core.text.edit import Edit

TEXT = "渡口今日通航\n\n潮水退去。"


@pytest.fixture
def project(project_of):
    project = project_of(TEXT)
    connection(project).execute("PRAGMA busy_timeout = 10")
    return project


def connection(project: Project) -> sqlite3.Connection:
    return project._store.connection


def refuse(project: Project, refused: bool = True) -> None:
    connection(project).execute(f"PRAGMA query_only = {refused}")


def standing(project: Project) -> tuple[object, ...]:
    return project.state(1), project.last_step, project.can_undo, project.can_redo


def type_one(project: Project, at: int, key: str) -> None:
    project.perform(TypeText(1, Edit(at, "", key)))


def copy_as_killed(project: Project, folder: Path) -> Path:
    """Copy the project file as a killed program would leave it, its log beside it."""
    copy = folder / "copy.jiaochou"
    for ending in ("", "-wal"):
        shutil.copy(f"{project.path}{ending}", f"{copy}{ending}")
    return copy


@pytest.mark.parametrize("burst", [False, True])
@pytest.mark.parametrize(
    "gesture",
    [
        lambda project: type_one(project, 3, "船"),
        lambda project: project.perform(SignOff(1)),
        lambda project: project.undo(),
    ],
)
def test_a_refused_write_leaves_all_as_it_was_and_can_be_tried_again(project, gesture, burst):
    type_one(project, 2, "的")
    if not burst:
        project.close_burst()
    before = standing(project)
    refuse(project)
    with pytest.raises(StorageError):
        gesture(project)
    assert standing(project) == before
    refuse(project, False)
    gesture(project)
    assert standing(project) != before
    assert project.verify().problems == ()


def test_redo_can_be_tried_again(project):
    type_one(project, 2, "的")
    project.undo()
    refuse(project)
    with pytest.raises(StorageError):
        project.redo()
    refuse(project, False)
    project.redo()
    assert project.state(1).text == "渡口的今日通航\n\n潮水退去。"


def test_a_burst_that_could_not_be_closed_is_open_still(project):
    type_one(project, 2, "的")
    refuse(project)
    with pytest.raises(StorageError):
        project.close_burst()
    refuse(project, False)
    type_one(project, 3, "船")
    assert len([step for step in project.steps() if step.undoable]) == 1


def test_a_project_can_be_closed_on_a_full_disk(project):
    project.close()
    full = Project.open(project.path)
    type_one(full, 2, "的")
    refuse(full)
    full.close()
    again = Project.open(project.path)
    assert again.state(1).text == "渡口的今日通航\n\n潮水退去。"
    again.close()


def test_after_a_kill_every_key_is_there(project, tmp_path):
    for number, key in enumerate("的小木船"):
        type_one(project, 2 + number, key)
    again = Project.open(copy_as_killed(project, tmp_path))
    assert again.state(1) == project.state(1)
    again.undo()
    assert again.state(1).text == TEXT
    assert again.verify().problems == ()
    again.close()


def test_a_snapshot_is_never_of_half_a_burst(project, tmp_path, monkeypatch, clock):
    monkeypatch.setattr(states, "SNAPSHOT_EVERY", 1)
    for number in range(6):
        clock.pass_by(5)
        type_one(project, 2 * number, "的")
        type_one(project, 2 * number + 1, "船")
        again = Project.open(copy_as_killed(project, tmp_path))
        assert again.state(1) == project.state(1)
        again.close()


def test_over_the_work_of_another_program_nothing_is_written(project):
    type_one(project, 2, "的")
    # Somebody has taken the lock away; without that nobody could.
    lock_path(project.path).unlink()
    other = Project.open(project.path)
    other.perform(SignOff(1))
    other.close()
    before = standing(project)
    for gesture in (lambda: type_one(project, 3, "船"), lambda: project.perform(SignOff(1)), project.undo):
        with pytest.raises(StorageError, match="另一个程序改动了这个工程"):
            gesture()
    assert standing(project) == before


def test_while_another_program_writes_the_file_is_in_use(project):
    with closing(sqlite3.connect(project.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="文件正被另一个程序占用"):
            type_one(project, 2, "的")
    type_one(project, 2, "的")


def test_a_page_whose_log_leads_to_another_text_is_not_shown(project):
    type_one(project, 2, "的")
    project.close()
    again = Project.open(project.path)
    connection(again).execute("DELETE FROM snapshot")
    connection(again).execute("UPDATE change SET forward = replace(forward, '的', '之')")
    with pytest.raises(BadInputError, match="第 2 步"):
        again.state(1)
    again.close()


def test_a_damaged_snapshot_costs_nothing_but_time(project):
    type_one(project, 2, "的")
    before = project.state(1)
    project.close()
    again = Project.open(project.path)
    connection(again).execute("UPDATE snapshot SET state = '{}'")
    assert again.state(1) == before
    again.close()


def test_a_damaged_step_is_named(project):
    type_one(project, 2, "的")
    project.close_burst()
    connection(project).execute('UPDATE change SET backward = \'{"edits": [[0, "没有", ""]]}\'')
    with pytest.raises(JiaochouError, match="第 2 步"):
        project.undo()
