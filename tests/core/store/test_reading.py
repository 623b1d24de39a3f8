"""Looking at a project: nothing is written, whoever writes it, and nothing need be writable."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from core.commands.editing import TypeText
from core.commands.tagging import SignOff
from core.document.page import Source
from core.errors import BadInputError, RefusedError
from core.messages import message
from core.project.project import Project
from core.store import reading
from core.store.lock import HeldError
from core.text.edit import Edit

ROOT = Path(__file__).parents[3]


@pytest.fixture
def project(project_of):
    return project_of("渡口通航\n\n船来了。")


def beside(project: Project) -> set[str]:
    return {path.name for path in project.path.parent.iterdir()}


def key(at: int, inserted: str) -> TypeText:
    return TypeText(1, Edit(at, "", inserted))


def test_a_project_that_is_worked_on_can_be_read_with_all_its_steps(project):
    project.perform(key(0, "青渚"))
    with closing(Project.look(project.path)) as other:
        assert other.state(1) == project.state(1)
        assert other.verify().problems == ()
        assert len(other.statistics().pages[0].errors) == 1
    assert project.state(1).text.startswith("青渚渡口")


def test_never_two_writers_not_even_in_one_program(project):
    with pytest.raises(HeldError, match="正在编辑这个工程"):
        Project.open(project.path)
    project.perform(key(0, "青渚"))
    project.close()
    Project.open(project.path).close()


def test_where_somebody_writes_it_is_opened_to_be_looked_at_and_says_why(project):
    with closing(Project.open_or_look(project.path)) as other:
        assert "林晓禾" in str(other.barrier)
    project.close()
    with closing(Project.open_or_look(project.path)) as other:
        assert other.barrier is None


@pytest.mark.parametrize(
    "change",
    [
        lambda project: project.perform(key(0, "新")),
        lambda project: project.perform(SignOff(1)),
        lambda project: project.undo(),
        lambda project: project.keep_setting("x", "1"),
        lambda project: project.taught.keep_options(project.taught.options),
        lambda project: project.attach_scan(1, None),
        lambda project: project.add_pages([]),
    ],
)
def test_every_change_is_refused_with_the_reason(project, change):
    project.perform(key(0, "青渚"))
    project.close()
    with closing(Project.look(project.path, message("这里只是查看"))) as looked:
        before = looked.state(1), looked.last_step
        with pytest.raises(RefusedError, match="只读方式打开，不能改动（这里只是查看）"):
            change(looked)
        assert (looked.state(1), looked.last_step) == before


def test_looking_leaves_file_and_folder_as_they_are(project):
    project.perform(key(0, "青渚"))
    project.close()
    before, names = project.path.read_bytes(), beside(project)
    with closing(Project.look(project.path)) as looked:
        looked.remember("page", "1")
        looked.findings.keep(1, looked.findings.fingerprint(1), [])
        assert looked.findings.kept(1) is None
        assert looked.setting("page") is None
        looked.verify()
    assert (project.path.read_bytes(), beside(project)) == (before, names)


def test_what_is_looked_at_catches_up_with_its_editor(project):
    with closing(Project.look(project.path)) as other:
        assert not other.state(1).text.startswith("青")
        project.perform(key(0, "青"))
        assert other.catch_up()
        assert not other.catch_up()
        assert other.state(1) == project.state(1)
        assert other.last_step == project.last_step
    assert not project.catch_up()


def test_long_reading_is_of_one_moment(project):
    with closing(Project.look(project.path)) as other:
        with other.steady():
            before = other.state(1)
            project.perform(key(0, "青"))
            other.catch_up()
            assert other.state(1) == before
        other.catch_up()
        assert other.state(1) == project.state(1)


def test_an_older_file_is_read_without_being_brought_up_to_date(project, make_first_version):
    project.close()
    make_first_version(project.path)
    with closing(sqlite3.connect(project.path)) as first:
        first.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before, names = project.path.read_bytes(), beside(project)
    with closing(Project.look(project.path)) as looked:
        assert looked.state(1).text.startswith("渡口")
        assert looked.verify().problems == ()
    assert (project.path.read_bytes(), beside(project)) == (before, names)


def test_what_is_no_project_is_refused_as_ever(tmp_path):
    for name in ("text.jiaochou", "folder.jiaochou", "nothing.jiaochou"):
        path = tmp_path / name
        if name.startswith("text"):
            path.write_text("渡口", encoding="utf-8")
        elif name.startswith("folder"):
            path.mkdir()
        with pytest.raises(BadInputError):
            Project.look(path)


LOOK = """
import os, sys
from pathlib import Path
from core.project.project import Project

def look(path):
    project = Project.open_or_look(path)
    said = project.barrier, project.state(1).text[:6], len(project.verify().problems)
    project.close()
    return said

# Nobody may read what Python imports late: all of it is imported before.
look(Path(sys.argv[2]))
os.setgid(65534)
os.setuid(65534)
print(*look(Path(sys.argv[1])))
"""


@pytest.fixture
def look_as_nobody(tmp_path_factory):
    """Tells what a process sees that may not write the project nor beside it."""
    warm = tmp_path_factory.mktemp("warm") / "warm.jiaochou"
    with closing(Project.create(warm)) as project:
        project.add_pages([Source("甲", b"a", "utf-8", "a")])
        project.perform(key(0, "a"))

    def look(path: Path) -> str:
        done = subprocess.run(
            [sys.executable, "-c", LOOK, path, warm], cwd=ROOT, capture_output=True, text=True, check=False
        )
        return done.stdout.strip() + done.stderr

    return look


@pytest.fixture
def readable(project):
    """A folder that all may read and only root may write; those of pytest are closed to others."""
    project.perform(key(0, "青渚"))
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder) / "青渚.jiaochou"


as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be somebody else"
)


@as_root
def test_a_read_only_disk_is_read(project, readable, look_as_nobody):
    project.close()
    shutil.copy(project.path, readable)
    assert look_as_nobody(readable) == "文件是只读的，无法写入 青渚渡口通航 0"
    assert [path.name for path in readable.parent.iterdir()] == ["青渚.jiaochou"]


@as_root
def test_what_a_killed_program_left_on_a_read_only_disk_is_read_with_its_last_steps(
    project, readable, look_as_nobody
):
    for ending in ("", "-wal"):
        shutil.copy(f"{project.path}{ending}", f"{readable}{ending}")
        Path(f"{readable}{ending}").chmod(0o644)
    assert look_as_nobody(readable) == "文件是只读的，无法写入 青渚渡口通航 0"


@as_root
def test_a_project_of_another_user_is_read_while_it_is_worked_on(project, readable, look_as_nobody):
    project.close()
    shutil.copy(project.path, readable)
    with closing(Project.open(readable)) as live:
        live.perform(key(2, "新"))
        for path in readable.parent.iterdir():
            path.chmod(0o644)
        assert look_as_nobody(readable) == "文件是只读的，无法写入 青渚新渡口通 0"


def test_a_log_that_nobody_can_open_is_copied_with_its_file(project, tmp_path, monkeypatch):
    project.perform(key(0, "青渚"))
    copy = tmp_path / "copy.jiaochou"
    for ending in ("", "-wal"):
        shutil.copy(f"{project.path}{ending}", f"{copy}{ending}")
    before = {path.name: path.read_bytes() for path in tmp_path.glob("copy*")}
    monkeypatch.setattr(reading, "can_be_written", lambda path: path.parent != tmp_path)
    monkeypatch.setattr(reading, "_opens", lambda path: False)
    with closing(Project.look(copy)) as looked:
        assert looked.state(1).text.startswith("青渚")
    assert {path.name: path.read_bytes() for path in tmp_path.glob("copy*")} == before
