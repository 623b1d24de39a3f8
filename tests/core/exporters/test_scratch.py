import subprocess
import sys
from pathlib import Path

import pytest

from core.exporters.exporter import ExportFile
from core.exporters.scratch import ASIDE, DRAFT, scratch_folder
from core.exporters.writing import write_export

ROOT = Path(__file__).parents[3]

KILLED = """
import os, sys
from pathlib import Path
from core.exporters.exporter import ExportFile
from core.exporters.writing import write_export

def chunks():
    yield b"half"
    os._exit(9)

write_export([ExportFile("a.txt", chunks())], Path(sys.argv[1]))
"""


def left_by_a_killed_program(folder):
    subprocess.run([sys.executable, "-c", KILLED, folder], cwd=ROOT, check=False)
    (left,) = folder.iterdir()
    return left


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_the_next_export_clears_what_a_killed_one_left(tmp_path):
    assert left_by_a_killed_program(tmp_path).name.startswith(".jiaochou-")
    write_export([ExportFile("b.txt", (b"whole",))], tmp_path)
    assert names(tmp_path) == ["b.txt"]


def test_what_was_put_aside_comes_back_where_nothing_took_its_place(tmp_path):
    aside = left_by_a_killed_program(tmp_path) / ASIDE
    (aside / "深").mkdir(parents=True)
    (aside / "深" / "old.txt").write_bytes(b"old")
    (aside / "b.txt").write_bytes(b"replaced")
    (tmp_path / "b.txt").write_bytes(b"new")
    with scratch_folder(tmp_path):
        assert (tmp_path / "深" / "old.txt").read_bytes() == b"old"
        assert (tmp_path / "b.txt").read_bytes() == b"new"
    assert names(tmp_path) == ["b.txt", "深"]


def test_a_folder_in_use_stays(tmp_path):
    with scratch_folder(tmp_path) as one, scratch_folder(tmp_path) as two:
        (one / DRAFT).write_bytes(b"1")
        assert one != two
        assert one.is_dir()
    assert names(tmp_path) == []


@pytest.mark.parametrize("inside", ["lock", "lock/x", "letter.txt"])
def test_a_folder_of_somebody_else_stays(tmp_path, inside):
    theirs = tmp_path / ".jiaochou-mine"
    (theirs / inside).parent.mkdir(parents=True)
    (theirs / inside).write_text("no database, or none of ours")
    with scratch_folder(tmp_path):
        pass
    assert (theirs / inside).exists()
