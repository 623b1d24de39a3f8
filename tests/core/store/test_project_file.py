import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from core.commands.removing import RemovePages
from core.errors import BadInputError
from core.project.project import Project
from core.store.project_file import (
    APPLICATION_ID,
    LATEST_VERSION,
    create_project_file,
    open_project_file,
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "青渚.jiaochou"
    create_project_file(path).close()
    return path


def pragma(path: Path, name: str, value: int | None = None) -> int:
    with closing(sqlite3.connect(path)) as connection:
        if value is not None:
            connection.execute(f"PRAGMA {name} = {value}")
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_a_new_file_says_what_it_is(project):
    assert pragma(project, "application_id") == APPLICATION_ID
    assert pragma(project, "user_version") == LATEST_VERSION
    with closing(open_project_file(project)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_file_that_is_there_is_never_made_anew(tmp_path):
    for name in ("text.jiaochou", "folder.jiaochou", "link.jiaochou"):
        path = tmp_path / name
        if name.startswith("text"):
            path.write_text("渡口", encoding="utf-8")
        elif name.startswith("folder"):
            path.mkdir()
        else:
            path.symlink_to(tmp_path / "nowhere")
        with pytest.raises(BadInputError) as error:
            create_project_file(path)
        assert str(error.value) == f"{path}：已有同名文件，不会覆盖"
    assert (tmp_path / "text.jiaochou").read_text(encoding="utf-8") == "渡口"


def test_a_folder_that_is_missing_is_not_made(tmp_path):
    with pytest.raises(BadInputError, match="所在的文件夹不存在"):
        create_project_file(tmp_path / "nowhere" / "青渚.jiaochou")
    assert list(tmp_path.iterdir()) == []


def missing(path: Path) -> None:
    path.unlink()


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def plain_text(path: Path) -> None:
    path.write_text("渡口今日通航", encoding="utf-8")


def other_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE page (id)")


def newer(path: Path) -> None:
    pragma(path, "user_version", LATEST_VERSION + 1)


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def cut_to_its_first_words(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:40])


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


UPGRADE = "请升级后再打开"


@pytest.mark.parametrize(
    ("spoil", "cause"),
    [
        (missing, "没有这个文件"),
        (folder, "这是文件夹，不是校雠工程"),
        (empty, "不是校雠工程文件"),
        (plain_text, "不是校雠工程文件"),
        (other_database, "不是校雠工程文件"),
        (
            newer,
            f"由更新版本的校雠写成（格式 {LATEST_VERSION + 1}，本程序只认到 {LATEST_VERSION}），{UPGRADE}",
        ),
        (truncated, "文件已损坏"),
        (cut_to_its_first_words, "不是校雠工程文件"),
        (pipe, "不是校雠工程文件"),
    ],
)
def test_what_cannot_be_opened_gets_one_sentence_and_stays_as_it_is(project, spoil, cause):
    spoil(project)
    before = project.read_bytes() if project.is_file() else None
    beside = sorted(project.parent.iterdir())
    with pytest.raises(BadInputError) as error:
        open_project_file(project)
    assert str(error.value) == f"{project}：{cause}"
    assert (project.read_bytes() if project.is_file() else None) == before
    assert sorted(project.parent.iterdir()) == beside


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_read_only_file_is_refused(project):
    project.chmod(stat.S_IREAD)
    with pytest.raises(BadInputError, match="只读"):
        open_project_file(project)


def test_an_older_file_is_copied_before_it_is_brought_up_to_date(project):
    pragma(project, "user_version", 0)
    open_project_file(project).close()
    assert pragma(project, "user_version") == LATEST_VERSION
    backup = project.with_name("青渚.jiaochou.v0.bak")
    assert pragma(backup, "user_version") == 0
    assert pragma(backup, "application_id") == APPLICATION_ID


def test_a_file_of_the_first_version_keeps_its_findings(project, make_first_version):
    make_first_version(project)
    with closing(sqlite3.connect(project)) as first, first:
        first.execute("INSERT INTO analysis VALUES (1, 'print', '[]')")
    with closing(open_project_file(project)) as connection:
        assert connection.execute("SELECT page_id, fingerprint, findings FROM analysis").fetchall() == [
            (1, "print", "[]")
        ]
        assert connection.execute("SELECT count(*) FROM trait").fetchone() == (0,)
    assert pragma(project.with_name("青渚.jiaochou.v1.bak"), "user_version") == 1


def test_no_page_of_an_older_file_is_removed_and_each_can_be(project_of, make_first_version):
    older = project_of("渡口今日通航", "船来了。")
    older.close()
    make_first_version(older.path)
    with closing(Project.open(older.path)) as project:
        assert [page.removed for page in project.pages()] == [False, False]
        project.perform(RemovePages({1: "青渚时报-01"}))
        assert [page.id for page in project.pages()] == [2]
        project.undo()
        assert [page.id for page in project.pages()] == [1, 2]
        assert project.verify().problems == ()


def test_a_backup_that_is_there_is_kept(project):
    backup = project.with_name("青渚.jiaochou.v0.bak")
    backup.write_bytes(b"kept")
    pragma(project, "user_version", 0)
    open_project_file(project).close()
    assert backup.read_bytes() == b"kept"
    assert pragma(project.with_name("青渚.jiaochou.v0.2.bak"), "user_version") == 0


def test_a_very_old_file_gets_all_tables(tmp_path):
    path = tmp_path / "old.jiaochou"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("CREATE TABLE early (id)")
    with closing(open_project_file(path)) as connection:
        assert connection.execute("SELECT count(*) FROM step").fetchone() == (0,)


@pytest.mark.parametrize(
    ("statement", "thing"),
    [
        ("CREATE TRIGGER t AFTER INSERT ON step BEGIN DELETE FROM step; END", "trigger t"),
        ("CREATE VIEW v AS SELECT * FROM step", "view v"),
        ("CREATE VIRTUAL TABLE w USING fts5(text)", "table w"),
        ("CREATE TABLE g (a, b AS (zeroblob(1000000000)))", "table g"),
        ("ALTER TABLE setting ADD COLUMN size AS (length(value))", "table setting"),
    ],
)
def test_what_no_project_has_inside_is_refused_and_never_runs(project, statement, thing):
    with closing(sqlite3.connect(project)) as connection:
        connection.execute(statement)
        connection.commit()
    before = project.read_bytes()
    with pytest.raises(BadInputError) as error:
        open_project_file(project)
    assert str(error.value.cause) == f"里面有校雠不会写入的内容（{thing}），为安全起见不打开"
    assert project.read_bytes() == before


def test_a_virtual_table_that_pretends_to_have_pages_of_its_own_is_refused(project):
    with closing(sqlite3.connect(project)) as connection:
        connection.execute("CREATE VIRTUAL TABLE w USING fts5(text)")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET rootpage = 2 WHERE name = 'w'")
        connection.commit()
    with pytest.raises(BadInputError):
        open_project_file(project)


def test_a_file_without_the_tables_of_a_project_is_damaged(project):
    with closing(sqlite3.connect(project)) as connection:
        connection.execute("DROP TABLE snapshot")
        connection.commit()
    with pytest.raises(BadInputError, match="已损坏"):
        open_project_file(project)


def test_nothing_that_the_file_says_is_trusted(project):
    with closing(open_project_file(project)) as connection:
        assert connection.execute("PRAGMA trusted_schema").fetchone() == (0,)
        assert connection.execute("PRAGMA cell_size_check").fetchone() == (1,)
        with pytest.raises(sqlite3.Error, match="not authorized"):
            connection.execute("SELECT load_extension('x')")


def test_damage_that_sqlite_itself_cannot_put_into_words_is_damage(project):
    with closing(sqlite3.connect(project)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET name = CAST(x'e0e0' AS TEXT), sql = 'CREATE' WHERE name = 'setting'"
        )
        connection.commit()
    with pytest.raises(BadInputError, match="已损坏"):
        open_project_file(project)
