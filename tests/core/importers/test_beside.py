import os
from pathlib import Path

import pytest

from core.importers.beside import scan_finder


def made(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"image")


@pytest.mark.parametrize(
    ("text", "image"),
    [
        ("page_01.txt", "page_01.jpg"),
        ("page_01.tesseract.raw.txt", "page_01.tesseract.jpg"),
        ("page_01.tesseract.raw.txt", "page_01.png"),
        ("page_01.txt", "PAGE_01.TIF"),
        ("第一版.md", "scans/第一版.webp"),
        ("text/page_01.txt", "images/page_01.bmp"),
        ("text/page_01.raw.txt", "text/scans/page_01.jpeg"),
    ],
)
def test_a_scan_is_found(tmp_path: Path, text: str, image: str) -> None:
    made(tmp_path, text, image)
    assert scan_finder()(tmp_path / text) == tmp_path / image


@pytest.mark.parametrize(
    "image", ["page_0.jpg", "page_012.jpg", "page_01.raw.jpg", "page_01.gif", "other/page_01.jpg"]
)
def test_other_images_are_no_scan_of_the_page(tmp_path: Path, image: str) -> None:
    made(tmp_path, "page_01.txt", image)
    assert scan_finder()(tmp_path / "page_01.txt") is None


def test_the_longest_name_wins_then_the_likeliest_format(tmp_path: Path) -> None:
    made(tmp_path, "page.raw.txt", "page.jpg", "scans/page.raw.png", "scans/page.raw.jpg")
    assert scan_finder()(tmp_path / "page.raw.txt") == tmp_path / "scans/page.raw.jpg"


def test_a_relative_path_gives_an_absolute_scan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, "text/page.txt", "scans/page.jpg")
    monkeypatch.chdir(tmp_path / "text")
    assert scan_finder()(Path("page.txt")) == tmp_path / "scans/page.jpg"


def test_what_is_no_file_is_no_scan(tmp_path: Path) -> None:
    (tmp_path / "page.jpg").mkdir()
    os.mkfifo(tmp_path / "page.png")
    (tmp_path / "page.tif").symlink_to("/dev/zero")
    (tmp_path / "page.txt").write_bytes(b"x")
    assert scan_finder()(tmp_path / "page.txt") is None
