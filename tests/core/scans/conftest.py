import json
from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[[object], Path]


@pytest.fixture
def image(tmp_path: Path) -> Path:
    path = tmp_path / "page_01.jpg"
    path.write_bytes(b"image")
    return path


@pytest.fixture
def write_units(image: Path) -> Write:
    def write(units: object) -> Path:
        path = image.with_name("page_01.units.json")
        path.write_text(json.dumps(units), encoding="utf-8")
        return path

    return write
