import sys
from contextlib import closing
from dataclasses import replace

import pytest

from core.project.project import Project


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no kill -9")
def test_nothing_that_was_handled_is_lost_by_a_kill(script, tmp_path):
    handled, problems = script("stress_kill").run(5, 7, tmp_path)
    assert problems == []
    assert handled > 0


def test_what_is_lost_would_be_noticed(script, tmp_path):
    stress = script("stress_kill")
    path = tmp_path / "a.jiaochou"
    project = Project.create(path)
    project.add_pages([stress.source(0)])
    held = stress.held(project)
    project.close()
    assert stress.wrong(path, held, held.texts) is None
    assert stress.wrong(path, replace(held, step=1), held.texts) == "a step is lost"
    assert stress.wrong(path, replace(held, texts="x"), "x") is not None
    assert stress.wrong(path, replace(held, states="x"), held.texts) == "articles or rounds that never were"


def test_half_an_export_would_be_noticed(script, tmp_path):
    stress = script("stress_kill")
    path = tmp_path / "a.jiaochou"
    with closing(Project.create(path)) as project:
        project.add_pages([stress.source(0)])
        stress.export(project)
        held = stress.held(project)
    assert stress.wrong(path, held, held.texts) is None
    (file,) = stress.exported(path).iterdir()
    file.write_bytes(file.read_bytes()[:-70])
    assert "half an export" in stress.wrong(path, held, held.texts)


def test_a_file_of_the_oldest_version_is_brought_up_to_date(script, tmp_path):
    stress = script("stress_kill")
    path = tmp_path / "a.jiaochou"
    with closing(Project.create(path)) as project:
        project.add_pages([stress.source(0)])
        held = stress.held(project)
    stress.make_older(path)
    assert stress.wrong(path, held, held.texts) is None
    assert list(tmp_path.glob("*.v1.bak"))
