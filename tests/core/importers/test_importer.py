import os
from pathlib import Path

import pytest

from core.errors import BadInputError
from core.importers import files
from core.importers.files import PAGE_LIMIT
from core.importers.importer import read_all, sources

PAGE = "镇北水库清淤\n菜农不再挑水\n"


def written(folder: Path, *names: str, text: str = PAGE) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def names(*paths: Path) -> list[str]:
    return [source.name for source in sources(paths)]


def test_a_page_keeps_its_exact_bytes(tmp_path: Path) -> None:
    raw = PAGE.replace("\n", "\r\n").encode("gb18030")
    (tmp_path / "page-1.txt").write_bytes(raw)
    (tmp_path / "page-1.png").write_bytes(b"image")
    (source,) = sources([tmp_path / "page-1.txt"])
    assert (source.name, source.raw, source.encoding, source.text) == ("page-1", raw, "gb18030", PAGE)
    assert (source.path, source.scan) == (str(tmp_path / "page-1.txt"), str(tmp_path / "page-1.png"))


def test_the_encoding_can_be_given(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes("裏".encode("cp950"))
    (source,) = sources([tmp_path / "page.txt"], "big5")
    assert (source.text, source.encoding) == ("裏", "cp950")


def test_a_folder_gives_its_pages_in_natural_order(tmp_path: Path) -> None:
    written(tmp_path, "b/page-10.txt", "b/page-2.MD", "page-1.text", "a.markdown", "notes.docx", "scan.jpg")
    assert names(tmp_path) == ["a", "b·page-2", "b·page-10", "page-1"]


def test_hidden_files_and_back_ups_are_passed_over(tmp_path: Path) -> None:
    written(
        tmp_path,
        "page.txt",
        ".page.txt",
        "page.txt~",
        "~$page.txt",
        "#page.txt#",
        ".git/page.txt",
        "a~/page.txt",
    )
    assert names(tmp_path) == ["page"]


def test_the_given_order_is_kept_unless_it_is_the_alphabetical_one(tmp_path: Path) -> None:
    written(tmp_path, "p1.txt", "p2.txt", "p10.txt")
    assert names(tmp_path / "p2.txt", tmp_path / "p10.txt", tmp_path / "p1.txt") == ["p2", "p10", "p1"]
    assert names(tmp_path / "p1.txt", tmp_path / "p10.txt", tmp_path / "p2.txt") == ["p1", "p2", "p10"]


def test_a_pattern_names_files(tmp_path: Path) -> None:
    written(tmp_path, "p2.txt", "p10.txt", "q.txt", "p.jpg", "sub/p3.txt")
    assert names(tmp_path / "p*") == ["p2", "p10"]
    assert names(tmp_path / "p[0-9].txt") == ["p2"]
    assert sorted(names(tmp_path / "**" / "p*.txt")) == ["p10", "p2", "p3"]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    written(tmp_path, "p[1].txt", "p1.txt")
    assert names(tmp_path / "p[1].txt") == ["p[1]"]


def test_each_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, "p1.txt", "sub/p2.txt")
    monkeypatch.chdir(tmp_path)
    assert names(Path("p1.txt"), tmp_path, Path("sub/../p1.txt")) == ["p1", "sub·p2"]


def test_links_between_folders_do_not_go_round(tmp_path: Path) -> None:
    written(tmp_path, "issue/p1.txt")
    (tmp_path / "issue/again").symlink_to(tmp_path / "issue", target_is_directory=True)
    assert names(tmp_path / "issue") == ["p1"]


def test_a_bad_page_does_not_keep_the_others_out(tmp_path: Path) -> None:
    written(tmp_path, "p1.txt", "p3.txt")
    (tmp_path / "p2.txt").write_bytes(b"")
    imported = read_all([tmp_path, tmp_path / "missing.txt"])
    assert [source.name for source in imported.sources] == ["p1", "p3"]
    assert [str(problem) for problem in imported.problems] == [
        f"{tmp_path / 'p2.txt'}：是空文件",
        f"{tmp_path / 'missing.txt'}：文件不存在",
    ]
    with pytest.raises(BadInputError, match=r"p2\.txt"):
        names(tmp_path)


@pytest.mark.parametrize("blank", ["", " \n\t\u3000\n", "\ufeff", "\ufeff\u200b\r\n\x0c"])
def test_a_file_without_text_is_refused(tmp_path: Path, blank: str) -> None:
    (tmp_path / "page.txt").write_bytes(blank.encode())
    with pytest.raises(BadInputError, match="是空文件" if not blank else "只有空白，没有文字"):
        names(tmp_path / "page.txt")


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "page.txt").open("wb") as file:
        file.truncate(50 * 10**6)
    with pytest.raises(BadInputError, match="有 48 MiB，超过一个版面 16 MiB 的上限"):
        names(tmp_path / "page.txt")


def test_a_page_at_the_limit_is_imported(tmp_path: Path) -> None:
    line = PAGE.encode()
    (tmp_path / "page.txt").write_bytes(line * (PAGE_LIMIT // len(line)))
    assert names(tmp_path / "page.txt") == ["page"]


@pytest.mark.parametrize("name", ["page.pdf", "page.docx", "page.PDF"])
def test_other_files_are_refused_and_the_sentence_says_what_is_accepted(tmp_path: Path, name: str) -> None:
    written(tmp_path, name)
    sentence = f"不能导入 {name[4:].lower()} 文件，可导入的有 .zip、.md、.markdown、.txt、.text"
    with pytest.raises(BadInputError, match=sentence):
        names(tmp_path / name)


def test_a_file_without_an_ending_is_refused(tmp_path: Path) -> None:
    written(tmp_path, "page")
    with pytest.raises(BadInputError, match=r"文件名没有扩展名，可导入的有 \.zip"):
        names(tmp_path / "page")


def test_a_folder_without_text_is_refused(tmp_path: Path) -> None:
    written(tmp_path, "scans/page.jpg")
    with pytest.raises(BadInputError, match="文件夹里没有可导入的文件"):
        names(tmp_path)


def test_a_pattern_that_fits_nothing_is_refused(tmp_path: Path) -> None:
    written(tmp_path, "page.jpg")
    with pytest.raises(BadInputError, match="没有与此相符的文件"):
        names(tmp_path / "*.txt")
    with pytest.raises(BadInputError, match="与此相符的文件都不能导入"):
        names(tmp_path / "*.jpg")


@pytest.mark.parametrize("missing", ["page.txt", "page.txt/more.txt", "pa\x00ge.txt"])
def test_a_missing_file_is_refused(tmp_path: Path, missing: str) -> None:
    with pytest.raises(BadInputError, match="文件不存在"):
        names(tmp_path / missing)


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "page.txt")
    with pytest.raises(BadInputError, match="不是普通文件"):
        names(tmp_path / "page.txt")


@pytest.mark.parametrize("name", ["page.zip", "page.xml", "page.md"])
def test_a_pipe_of_any_name_is_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    with pytest.raises(BadInputError, match="不是普通文件"):
        names(tmp_path / name)


def test_a_device_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.txt").symlink_to("/dev/zero")
    with pytest.raises(BadInputError, match="不是普通文件"):
        names(tmp_path / "page.txt")


def test_a_file_that_grows_while_it_is_read_has_an_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, "page.txt", text=PAGE * 100)
    monkeypatch.setattr(os, "fstat", lambda _: os.stat_result((0o100644, *[0] * 9)))
    monkeypatch.setattr(files, "PAGE_LIMIT", 1000)
    with pytest.raises(BadInputError, match="超过一个版面"):
        names(tmp_path / "page.txt")


def test_files_whose_names_look_alike_are_all_imported(tmp_path: Path) -> None:
    looking_alike = [
        "p.txt",
        "p\u200b.txt",
        "p\u200c.txt",
        "p\x01.txt",
        "p\x02.txt",
        "p\u202e.txt",
        "p\n.txt",
    ]
    written(tmp_path, *looking_alike)
    found = sorted(names(tmp_path))
    assert found == ["p", "p⟨0001⟩", "p⟨0002⟩", "p⟨000A⟩", "p⟨200B⟩", "p⟨200C⟩", "p⟨202E⟩"]


def test_a_link_to_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.txt").symlink_to(tmp_path / "gone.txt")
    with pytest.raises(BadInputError, match="文件不存在"):
        names(tmp_path / "page.txt")


def test_a_name_that_is_no_utf8_can_be_shown(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode("第一版.txt".encode("gb18030"))
    try:
        path.write_text(PAGE, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    (source,) = sources([tmp_path])
    assert (source.name, source.path) == ("第一版", str(tmp_path / "第一版.txt"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_files_that_may_not_be_read_are_refused(tmp_path: Path) -> None:
    written(tmp_path, "page.txt", "closed/page.txt")
    (tmp_path / "page.txt").chmod(0)
    (tmp_path / "closed").chmod(0)
    problems = read_all([tmp_path]).problems
    (tmp_path / "closed").chmod(0o700)
    assert [str(problem.cause) for problem in problems] == ["没有读取权限", "没有读取权限"]


def test_what_the_system_refuses_is_told_in_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, "page.txt")

    def refuse(path: Path) -> None:
        raise PermissionError if path.name == "closed.txt" else OSError(5, "Input/output error")

    monkeypatch.setattr(files, "open_regular", refuse)
    written(tmp_path, "closed.txt")
    causes = [str(problem.cause) for problem in read_all([tmp_path]).problems]
    assert causes == ["没有读取权限", "读取失败（Input/output error）"]
