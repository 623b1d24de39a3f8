from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInputError
from core.printed.area import Area
from core.scans.scan import file_digest, read_scan, relative_scan_path, resolve_scan
from core.text.edit import Edit

TEXT = "水库清淤\n\n入秋以后\n水位上涨\n\n菜农老陶\n"
UNITS = [
    {"box": [0, 0, 200, 50], "text": "水库清淤"},
    {"box": [0, 60, 90, 160], "n": 2},
    {"box": [110, 60, 200, 110], "n": 1},
]

Write = Callable[[object], Path]


def test_a_scan_knows_where_each_line_stands(image: Path, write_units: Write) -> None:
    write_units(UNITS)
    scan = read_scan(image, TEXT)
    assert scan.area_at(TEXT, TEXT.index("淤")) == Area(0, 0, 200, 50)
    assert scan.area_at(TEXT, TEXT.index("入")) == Area(0, 60, 90, 110)
    assert scan.area_at(TEXT, TEXT.index("涨") + 1) == Area(0, 110, 90, 160)
    assert scan.area_at(TEXT, TEXT.index("陶")) == Area(110, 60, 200, 110)
    assert scan.area_at(TEXT, 5) is None


def test_boxes_follow_the_text_when_it_is_edited(image: Path, write_units: Write) -> None:
    write_units(UNITS)
    edit = Edit(0, "水库", "镇北水库\n")
    text = edit.inserted + TEXT[2:]
    scan = read_scan(image, TEXT).moved((edit,))
    assert [box.span.of(text) for box in scan.boxes if box.span] == [
        "镇北水库\n清淤",
        "入秋以后\n水位上涨",
        "菜农老陶",
    ]
    assert scan.area_at(text, text.index("清")) == Area(0, 25, 200, 50)


def test_a_scan_without_boxes_is_a_scan(image: Path) -> None:
    scan = read_scan(image, TEXT)
    assert (scan.path, scan.sha256, scan.boxes) == (image, sha256(b"image").hexdigest(), ())
    assert scan.area_at(TEXT, 0) is None
    assert scan.moved((Edit(0, "水", ""),)) == scan


def test_a_missing_scan_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="找不到扫描图"):
        file_digest(tmp_path / "gone.jpg")
    with pytest.raises(BadInputError, match="扫描图读取失败"):
        file_digest(tmp_path)


def test_a_scan_is_remembered_from_the_project_on(tmp_path: Path) -> None:
    project = tmp_path / "issue" / "paper.jiaochou"
    assert relative_scan_path(project, tmp_path / "issue/scans/p1.jpg") == "scans/p1.jpg"
    assert relative_scan_path(project, tmp_path / "scans/p1.jpg") == "../scans/p1.jpg"
    moved = tmp_path / "elsewhere" / "paper.jiaochou"
    assert resolve_scan(moved, "scans/p1.jpg") == tmp_path / "elsewhere/scans/p1.jpg"


names = st.text("ab版 .", min_size=1, max_size=5).filter(lambda name: name.strip(". ") != "")
folders = st.lists(names, max_size=4)


@given(folders, folders, names)
def test_a_remembered_scan_is_found_again(one: list[str], other: list[str], name: str) -> None:
    project, scan = Path("/", *one, "paper.jiaochou"), Path("/", *other, name)
    assert resolve_scan(project, relative_scan_path(project, scan)) == scan


OCR = Path(__file__).parents[3] / "../shared/ocr"


@pytest.mark.skipif(not OCR.is_dir(), reason="the OCR pages are not here")
def test_boxes_of_real_pages_are_placed() -> None:
    scans = sorted(OCR.glob("scans/*.jpg"))
    assert scans
    for path in scans:
        text = (OCR / "pages" / f"{path.stem}.raw.txt").read_text(encoding="utf-8")
        assert all(box.span for box in read_scan(path, text).boxes)
