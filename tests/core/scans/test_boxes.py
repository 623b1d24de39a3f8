import json
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import BadInputError
from core.printed.area import Area
from core.scans.boxes import Box, read_boxes
from core.text.span import Span

Write = Callable[[object], Path]


def test_boxes_are_read_in_order(image: Path, write_units: Write) -> None:
    write_units(
        [
            {"kind": "masthead", "art": -1, "box": [48, 39.5, 1055, 68], "text": "镇北日报"},
            {
                "kind": "body",
                "art": 0,
                "box": [48, 249, 532, 546],
                "n": 9,
                "start": 6,
                "end": 90,
                "colour": 3,
            },
        ]
    )
    assert read_boxes(image) == (
        Box(Area(48, 39.5, 1055, 68), "masthead", None, None, "镇北日报"),
        Box(Area(48, 249, 532, 546), "body", 0, 9, "", Span(6, 90)),
    )


def test_an_image_without_boxes_has_none(image: Path) -> None:
    assert read_boxes(image) == ()


def test_what_is_not_understood_is_passed_over(image: Path, write_units: Write) -> None:
    write_units([{"box": [0, 0, 1, 1], "kind": 7, "art": "x", "n": 0, "text": None, "start": 9, "end": 3}])
    assert read_boxes(image) == (Box(Area(0, 0, 1, 1)),)


@pytest.mark.parametrize(
    "units",
    [
        ["box"],
        [{"kind": "body"}],
        [{"box": [0, 0, 1]}],
        [{"box": [0, 0, 1, "1"]}],
        [{"box": [0, 0, True, 1]}],
        [{"box": [5, 0, 1, 1]}],
        [{"box": [0, 0, float("nan"), 1]}],
        [{"box": [0, 0, 10**400, 1]}],
    ],
)
def test_a_box_without_a_place_is_refused(image: Path, write_units: Write, units: object) -> None:
    path = write_units(units)
    with pytest.raises(BadInputError) as refusal:
        read_boxes(image)
    assert str(refusal.value) == f"{path}：扫描图的第 1 个分块没有可用的位置"


@pytest.mark.parametrize(
    ("raw", "cause"),
    [
        (b"", "扫描图的分块数据不是完整的 JSON"),
        (b"[{", "扫描图的分块数据不是完整的 JSON"),
        (b"\xff\xfe\x00", "扫描图的分块数据不是完整的 JSON"),
        (b"[" * 100_000, "扫描图的分块数据不是完整的 JSON"),
        (json.dumps({"box": []}).encode(), "扫描图的分块数据不是列表"),
        (b" " * (17 << 20), "扫描图的分块数据过大"),
    ],
    ids=["empty", "cut off", "not text", "deep", "no list", "large"],
)
def test_damage_is_told_in_one_sentence(image: Path, raw: bytes, cause: str) -> None:
    image.with_name("page_01.units.json").write_bytes(raw)
    with pytest.raises(BadInputError) as refusal:
        read_boxes(image)
    assert str(refusal.value.cause) == cause


def test_a_folder_in_the_place_of_the_file_is_refused(image: Path) -> None:
    image.with_name("page_01.units.json").mkdir()
    with pytest.raises(BadInputError, match="扫描图的分块数据读取失败"):
        read_boxes(image)
