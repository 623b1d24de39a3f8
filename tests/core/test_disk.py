import os
from pathlib import Path

import pytest

from core.disk import IrregularFileError, open_regular
from core.errors import BadInputError
from core.scans.boxes import read_boxes
from core.scans.scan import file_digest


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    with open_regular(tmp_path / "a") as file:
        assert file.read() == b"x"


def test_pipes_folders_and_devices_are_told_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path, Path("/dev/zero")):
        with pytest.raises(IrregularFileError):
            open_regular(path)
    with pytest.raises(FileNotFoundError):
        open_regular(tmp_path / "none")


def test_a_pipe_beside_a_page_is_neither_its_scan_nor_its_boxes(tmp_path: Path) -> None:
    for name in ("page.jpg", "page.units.json"):
        os.mkfifo(tmp_path / name)
    for read in (file_digest, read_boxes):
        with pytest.raises(BadInputError):
            read(tmp_path / "page.jpg")
