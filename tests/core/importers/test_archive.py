import stat
import struct
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from core.errors import BadInputError
from core.importers.importer import read_all, sources
from core.importers.kinds import archive as archives

PAGE = "镇北水库清淤\n菜农不再挑水\n".encode()


def packed(path: Path, members: dict[str, bytes], method: int = ZIP_DEFLATED) -> Path:
    with ZipFile(path, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def causes(path: Path) -> list[str]:
    return [str(problem) for problem in read_all([path]).problems]


def flipped(path: Path, signature: bytes, offset: int, value: int) -> None:
    """Set the 16-bit number at `offset` of every header that begins with `signature`."""
    raw = bytearray(path.read_bytes())
    place = raw.find(signature)
    while place >= 0:
        struct.pack_into("<H", raw, place + offset, value)
        place = raw.find(signature, place + 4)
    path.write_bytes(raw)


def test_text_members_become_pages_in_natural_order(tmp_path: Path) -> None:
    members = dict.fromkeys(
        ["p10.txt", "p2.md", "sub/p1.txt", "scan.jpg", "__MACOSX/._p2.md", "inner.zip"], PAGE
    )
    path = packed(tmp_path / "issue.zip", members)
    assert [(source.name, source.path) for source in sources([path])] == [
        ("p2", f"{path}/p2.md"),
        ("p10", f"{path}/p10.txt"),
        ("sub·p1", f"{path}/sub/p1.txt"),
    ]


def test_an_archive_inside_a_folder_is_read(tmp_path: Path) -> None:
    packed(tmp_path / "b.zip", {"p1.txt": PAGE})
    (tmp_path / "a.txt").write_bytes(PAGE)
    assert [source.path for source in sources([tmp_path])] == [
        str(tmp_path / "a.txt"),
        str(tmp_path / "b.zip/p1.txt"),
    ]


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("第二版·水库/要闻.txt", "utf-8"),
        ("第二版·水库/要闻.txt", "gb18030"),
        ("鎮北水庫/要聞版.txt", "cp950"),
    ],
)
def test_names_in_the_packers_encoding_are_read(tmp_path: Path, name: str, encoding: str) -> None:
    path = tmp_path / "issue.zip"
    raw = name.encode(encoding)
    placeholder = "x" * (len(raw) - 4) + ".txt"
    packed(path, {placeholder: PAGE})
    path.write_bytes(path.read_bytes().replace(placeholder.encode(), raw))
    (source,) = sources([path])
    assert source.path == f"{path}/{name}"


def test_accented_names_in_code_page_437_are_kept(tmp_path: Path) -> None:
    path = packed(tmp_path / "issue.zip", {"caf_.txt": PAGE})
    path.write_bytes(path.read_bytes().replace(b"caf_.txt", b"caf\x82.txt"))
    (source,) = sources([path])
    assert source.name == "café"


def test_backslashes_part_folders(tmp_path: Path) -> None:
    path = packed(tmp_path / "issue.zip", {"a/p1.txt": PAGE})
    path.write_bytes(path.read_bytes().replace(b"a/p1.txt", b"a\\p1.txt"))
    (source,) = sources([path])
    assert source.path == f"{path}/a/p1.txt"


@pytest.mark.parametrize("name", ["../evil.txt", "a/../../evil.txt", "/etc/evil.txt", "C:/evil.txt"])
def test_paths_that_lead_out_are_refused_and_the_others_read(tmp_path: Path, name: str) -> None:
    path = packed(tmp_path / "issue.zip", {name: PAGE, "good.txt": PAGE})
    imported = read_all([path])
    assert [source.name for source in imported.sources] == ["good"]
    assert [str(problem.cause) for problem in imported.problems] == ["压缩包内的路径指向压缩包以外"]
    with pytest.raises(BadInputError):
        list(sources([path]))


def test_symbolic_links_are_refused(tmp_path: Path) -> None:
    link = ZipInfo("page.txt")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with ZipFile(tmp_path / "issue.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert causes(tmp_path / "issue.zip") == [f"{tmp_path}/issue.zip/page.txt：压缩包内的符号链接不能导入"]


def test_encrypted_members_are_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "issue.zip", {"page.txt": PAGE})
    flipped(path, b"PK\x01\x02", 8, 0x1)
    assert causes(path) == [f"{path}/page.txt：压缩包内的文件有密码，请先解密"]


def test_bombs_are_refused_unread(tmp_path: Path) -> None:
    path = packed(tmp_path / "issue.zip", {"page.txt": b"\n" * 8_000_000})
    assert causes(path) == [f"{path}/page.txt：解开后会大 200 倍以上，疑为压缩炸弹"]


def test_a_member_beyond_the_limit_of_a_page_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "issue.zip", {"page.txt": PAGE * 600_000}, method=0)
    assert causes(path) == [f"{path}/page.txt：有 22 MiB，超过一个版面 16 MiB 的上限"]


def test_a_member_larger_than_it_says_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "issue.zip", {"page.txt": PAGE * 1000})
    flipped(path, b"PK\x01\x02", 24, 100)
    assert causes(path) == [f"{path}/page.txt：在压缩包内已损坏"]


def test_archives_of_too_much_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = packed(tmp_path / "issue.zip", {f"p{number}.txt": PAGE for number in range(4)})
    monkeypatch.setattr(archives, "TOTAL_LIMIT", 3 * len(PAGE))
    assert len(read_all([path]).sources) == 3
    assert causes(path) == [f"{path}：压缩包解开后超过 0 MiB 的上限"]
    monkeypatch.setattr(archives, "MEMBER_LIMIT", 3)
    assert causes(path) == [f"{path}：压缩包里的文件多于 3 个"]


@pytest.mark.parametrize("name", [".", "./.", "//."])
def test_a_member_without_a_name_is_passed_over(tmp_path: Path, name: str) -> None:
    path = packed(tmp_path / "issue.zip", {name: PAGE, "p1.txt": PAGE})
    assert [source.name for source in read_all([path]).sources] == ["p1"]


def test_rare_methods_are_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "issue.zip", {"page.txt": PAGE}, ZIP_BZIP2)
    assert causes(path) == [f"{path}/page.txt：压缩包用了不支持的压缩方法，请用普通 ZIP 重新压缩"]


def test_damaged_data_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "issue.zip", {"page.txt": PAGE * 10})
    raw = bytearray(path.read_bytes())
    raw[45] ^= 0xFF
    path.write_bytes(raw)
    assert causes(path) == [f"{path}/page.txt：在压缩包内已损坏"]


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04 but no more", "水库".encode()])
def test_what_is_no_archive_is_refused(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "issue.zip").write_bytes(raw)
    assert causes(tmp_path / "issue.zip") == [f"{tmp_path / 'issue.zip'}：不是完整的 ZIP 压缩包"]


def test_names_that_are_not_the_utf8_they_say_are_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "issue.zip", {"水.txt": PAGE})
    path.write_bytes(path.read_bytes().replace("水.txt".encode(), b"\xff\xff\xff.txt"))
    assert causes(path) == [f"{path}：不是完整的 ZIP 压缩包"]


def test_an_archive_without_text_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "issue.zip", {"scan.jpg": b"image"})
    (cause,) = causes(path)
    assert "压缩包里没有可导入的文件，可导入的有 .zip" in cause


def test_every_damage_to_an_archive_gives_pages_or_problems(tmp_path: Path) -> None:
    path = packed(tmp_path / "issue.zip", {"p1.txt": PAGE, "p2.txt": PAGE})
    good = path.read_bytes()
    for place in range(len(good)):
        path.write_bytes(good[:place] + bytes([good[place] ^ 0x55]) + good[place + 1 :])
        imported = read_all([path])
        assert imported.sources or imported.problems
