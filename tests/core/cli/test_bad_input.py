"""Bad input: exit code 2, one sentence that names the file and the cause, nothing changed or made."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from core.errors import StorageError
from core.messages import message
from core.project.project import Project
from core.scans import scan as scans
from core.store.project_file import LATEST_VERSION
from core.store.store import Store


def empty(path: Path) -> None:
    path.write_bytes(b"")


def binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)


def undecodable(path: Path) -> None:
    path.write_bytes(
        "渡口今日通航，两岸百姓奔走相告。".encode() * 4 + b"\xff\xfe\xfa" + "潮水退去。".encode() * 9
    )


def fifty_megabytes(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)


def folder_without_text(path: Path) -> None:
    path.mkdir()
    (path / "notes.xyz").write_bytes(b"1")


def missing(path: Path) -> None:
    pass


@pytest.mark.parametrize("command", ["check", "segment", "import"])
@pytest.mark.parametrize(
    ("make", "cause"),
    [
        (empty, "空文件"),
        (binary, "二进制"),
        (undecodable, "已损坏"),
        (fifty_megabytes, "MiB"),
        (folder_without_text, "没有"),
        (missing, "不存在"),
    ],
)
def test_files_that_are_no_pages(jiaochou, tmp_path, command, make, cause):
    path = tmp_path / "page.txt"
    make(path)
    before = sorted(tmp_path.rglob("*"))
    arguments = [tmp_path / "new.jiaochou", path] if command == "import" else [path]
    said = jiaochou(command, *arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"{path}：")
    assert cause in said.err
    assert said.err.count("\n") == 1
    assert sorted(tmp_path.rglob("*")) == before


def no_project(path: Path) -> None:
    path.unlink()


def text_file(path: Path) -> None:
    path.write_text("渡口", encoding="utf-8")


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def other_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE page (id)")


def newer_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {LATEST_VERSION + 1}")


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


SPOILED = [
    (no_project, "没有这个文件"),
    (text_file, "不是校雠工程文件"),
    (folder, "这是文件夹"),
    (other_database, "不是校雠工程文件"),
    (newer_version, "更新版本"),
    (truncated, "已损坏"),
]
COMMANDS = ["check", "segment", "stats", "verify", "export", "import"]


@pytest.mark.parametrize(
    ("command", "spoil", "cause"),
    # Import makes the project that it does not find.
    [
        (one, *spoiled)
        for one in COMMANDS
        for spoiled in SPOILED
        if (one, spoiled[0]) != ("import", no_project)
    ],
)
def test_files_that_are_no_projects(jiaochou, project_file, page_file, tmp_path, command, spoil, cause):
    path = project_file("船来了。")
    spoil(path)
    kept = path.read_bytes() if path.is_file() else None
    before = sorted(tmp_path.rglob("*"))
    more = {
        "export": ["--to", tmp_path / "out", "--format", "txt"],
        "import": [tmp_path / "青渚时报-01.txt"],
    }.get(command, [])
    said = jiaochou(command, path, *more)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"{path}：")
    assert cause in said.err
    assert said.err.count("\n") == 1
    assert sorted(tmp_path.rglob("*")) == before
    assert (path.read_bytes() if path.is_file() else None) == kept


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_read_only_project(jiaochou, project_file):
    path = project_file("船来了。")
    path.chmod(0o444)
    said = jiaochou("stats", path)
    assert (said.code, said.err) == (2, f"{path}：文件是只读的，无法写入\n")


def test_a_project_with_no_pages(jiaochou, tmp_path):
    path = tmp_path / "empty.jiaochou"
    Project.create(path).close()
    for command in (["check", path], ["export", path, "--to", tmp_path / "out", "--format", "txt"]):
        assert jiaochou(*command).err == f"{path}：工程里还没有版面\n"
    assert not (tmp_path / "out").exists()


def test_a_project_is_called_one(jiaochou, page_file, tmp_path):
    said = jiaochou("import", tmp_path / "project.db", page_file("船来了。"))
    assert (said.code, said.err) == (2, f"{tmp_path / 'project.db'}：工程文件名要以 .jiaochou 结尾\n")


def test_a_project_stands_alone(jiaochou, project_file, page_file):
    said = jiaochou("check", project_file("船来了。"), page_file("渡口"))
    assert (said.code, said.err) == (2, "工程文件要单独给出，不能与其他文件一起\n")


def test_one_bad_file_does_not_keep_the_others_out(jiaochou, page_file, tmp_path):
    path = tmp_path / "青渚.jiaochou"
    said = jiaochou("import", path, page_file("船来了。"), page_file("", "02.txt"))
    assert (said.code, said.out, said.err) == (
        2,
        "加入 1 版，已有 0 版\n",
        f"{tmp_path / '02.txt'}：是空文件\n",
    )


def test_a_project_that_got_no_page_is_not_made(jiaochou, page_file, tmp_path, monkeypatch):
    page = page_file("船来了。", "01.txt")
    before = sorted(tmp_path.rglob("*"))

    def full(*_arguments):
        raise StorageError(message("磁盘已满"))

    monkeypatch.setattr(Store, "add_pages", full)
    said = jiaochou("import", tmp_path / "青渚.jiaochou", page)
    assert (said.code, said.err) == (2, "磁盘已满\n")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "--format", "xml", "page.txt"],
        ["check", "--fail-over", "-1", "page.txt"],
        ["segment", "--unknown"],
        ["export", "x.jiaochou"],
    ],
)
def test_bad_usage_is_one_line(jiaochou, arguments):
    said = jiaochou(*arguments)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)


def test_an_unknown_format_names_those_there_are(jiaochou, project_file, tmp_path):
    said = jiaochou("export", project_file("船来了。"), "--to", tmp_path / "out", "--format", "pdf")
    assert (said.code, "jsonl" in said.err) == (2, True)


def test_a_scan_that_cannot_be_read_is_named_and_keeps_no_page_out(jiaochou, tmp_path, monkeypatch):
    for name in ("01", "02"):
        (tmp_path / f"{name}.txt").write_text(f"渡口{name}", encoding="utf-8")
    scan = tmp_path / "02.png"
    scan.write_bytes(b"scan")
    opened = scans.open_regular

    def broken(path):
        if path == scan:
            raise OSError(5, "Input/output error")
        return opened(path)

    monkeypatch.setattr(scans, "open_regular", broken)
    said = jiaochou("import", tmp_path / "new.jiaochou", tmp_path / "01.txt", tmp_path / "02.txt")
    assert (said.code, said.out) == (2, "加入 2 版，已有 0 版\n")
    assert said.err == f"{scan}：扫描图读取失败（Input/output error）\n"
