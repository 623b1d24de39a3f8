from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInputError, StorageError
from core.exporters.exporter import ExportFile
from core.exporters.names import LONGEST, path_key, safe_name, safe_path, unique_path
from core.exporters.writing import write_export


def files(*paths, data=b"new"):
    return [ExportFile(path, (data,)) for path in paths]


def tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_files_and_folders_are_made(tmp_path):
    folder = tmp_path / "a" / "b"
    assert write_export(files("一.txt", "x/二.txt"), folder) == [folder / "一.txt", folder / "x/二.txt"]
    assert tree(tmp_path) == {"a/b/一.txt": b"new", "a/b/x/二.txt": b"new"}


def test_two_pages_of_one_name_are_two_files(tmp_path):
    written = write_export(files("页.txt", "页.txt", "A.txt", "a.txt"), tmp_path)
    assert [path.name for path in written] == ["页.txt", "页 (2).txt", "A.txt", "a (2).txt"]


def test_progress_counts_chunks(tmp_path):
    told = []
    write_export([ExportFile("a", (b"1", b"2")), ExportFile("b", (b"3",))], tmp_path, told.append)
    assert told == [1, 2, 3]
    assert tree(tmp_path) == {"a": b"12", "b": b"3"}


@pytest.mark.parametrize("calls", range(5))
def test_a_cancelled_export_leaves_nothing(tmp_path, calls):
    answers = iter([False] * calls + [True] * 9)
    folder = tmp_path / "out"
    many = files(*"abcd")
    assert write_export(many, folder, cancelled=lambda: next(answers)) == []
    assert list(tmp_path.iterdir()) == []


def test_an_error_while_pages_are_read_leaves_nothing(tmp_path):
    def chunks():
        yield b"1"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_export([ExportFile("a", (b"1",)), ExportFile("b", chunks())], tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_not_overwritten(tmp_path):
    (tmp_path / "b").write_bytes(b"old")
    with pytest.raises(BadInputError, match="没有覆盖") as caught:
        write_export(files("a", "b"), tmp_path)
    assert caught.value.path == tmp_path / "b"
    assert tree(tmp_path) == {"b": b"old"}


def test_a_file_that_appears_meanwhile_is_not_overwritten(tmp_path):
    def chunks():
        yield b"new"
        (tmp_path / "a").write_bytes(b"theirs")

    with pytest.raises(BadInputError, match="没有覆盖"):
        write_export([ExportFile("0", (b"new",)), ExportFile("a", chunks())], tmp_path)
    assert tree(tmp_path) == {"a": b"theirs"}


def test_overwriting_has_to_be_asked_for(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    write_export(files("a"), tmp_path, overwrite=True)
    assert tree(tmp_path) == {"a": b"new"}


def test_what_is_replaced_is_there_at_every_moment(tmp_path, monkeypatch):
    write_export(files("一.txt", "二.txt", data=b"old"), tmp_path)
    moved, move = [], Path.replace

    def watched(self, target):
        moved.append({(tmp_path / name).read_bytes() for name in ("一.txt", "二.txt")})
        return move(self, target)

    monkeypatch.setattr(Path, "replace", watched)
    write_export(files("一.txt", "二.txt"), tmp_path, overwrite=True)
    assert moved == [{b"old"}, {b"new", b"old"}]
    assert tree(tmp_path) == {"一.txt": b"new", "二.txt": b"new"}


def test_a_folder_is_never_replaced(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "keep").write_bytes(b"old")
    with pytest.raises(BadInputError, match="文件夹"):
        write_export(files("a"), tmp_path, overwrite=True)
    assert tree(tmp_path) == {"a/keep": b"old"}


def test_where_one_file_cannot_go_all_stays_as_it_was(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").write_bytes(b"old")
    with pytest.raises(StorageError, match=str(tmp_path)):
        write_export(files("a", "new/c", "b/c"), tmp_path, overwrite=True)
    assert tree(tmp_path) == {"a": b"old", "b": b"old"}
    assert {path.name for path in tmp_path.iterdir()} == {"a", "b"}


def test_a_file_in_the_place_of_the_folder(tmp_path):
    (tmp_path / "out").write_bytes(b"old")
    with pytest.raises(BadInputError, match="out"):
        write_export(files("a"), tmp_path / "out")
    with pytest.raises(StorageError, match="out"):
        write_export(files("a"), tmp_path / "out" / "deeper")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("滨河日报 2026-05-08 第1版.txt", "滨河日报 2026-05-08 第1版.txt"),
        ('a<b>:"|?*c.md', "a-b------c.md"),
        ("..", "_"),
        ("", "_"),
        (".bashrc", "_.bashrc"),
        ("com1.txt", "_com1.txt"),
        ("尾. . ", "尾"),
        ("e\u0301.txt", "é.txt"),
    ],
)
def test_names_every_system_takes(name, safe):
    assert safe_name(name) == safe


@given(st.text(max_size=300))
def test_a_safe_name_is_short_and_stays_as_it_is(name):
    safe = safe_name(name)
    assert 0 < len(safe.encode()) <= LONGEST + 2
    assert safe not in {".", ".."}
    assert not set(safe) & set('<>:"/\\|?*\0\n')
    assert safe_name(safe) == safe


def test_a_path_cannot_leave_its_folder():
    assert safe_path("../../etc/passwd") == "_/_/etc/passwd"


@given(st.lists(st.sampled_from(["a.txt", "A.txt", "a (2).txt", "b"])))
def test_paths_become_unique(paths):
    taken = set()
    for path in paths:
        taken.add(path_key(unique_path(path, taken)))
    assert len(taken) == len(paths)
