"""What a power cut leaves is a state that once was; and the script would notice if it were not."""

from contextlib import closing
from pathlib import Path
from random import Random

from core.project.project import Project


def test_a_power_cut_leaves_a_state_that_once_was(script, tmp_path):
    states, problems = script("stress_power").run(25, 5, tmp_path)
    assert problems == []
    assert states > 25


def test_what_is_lost_would_be_noticed(script, tmp_path):
    stress = script("stress_power")
    path = tmp_path / "a.jiaochou"
    with closing(Project.create(path)) as project:
        project.add_pages([stress.source(0)])
        disk = stress.Disk(project)
        disk.note(durable=True)
        stress.work(disk, Random(1))
        file, log = disk.file, disk.log
    left = tmp_path / "left.jiaochou"
    left.write_bytes(file)
    Path(f"{left}-wal").write_bytes(log)
    assert stress.wrong(left, disk.states, 0) is None
    assert stress.wrong(left, [], 0) == "a state that never was"
    assert stress.wrong(left, disk.states, 5) == "what was forced to the disk is lost"
    left.write_bytes(file[:5000])
    assert stress.wrong(left, disk.states, 0)
