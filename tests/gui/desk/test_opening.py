"""The ways to come by a project."""

import pytest

from core.document.page import Source
from core.errors import RefusedError, refused
from core.project.project import Project
from gui.desk.opening import made, opened, taken_over


def broken_sources():
    yield Source("甲-1", "渡口".encode(), "utf-8", "渡口")
    raise refused("第二版读不出来")


def test_a_project_whose_pages_cannot_be_added_is_not_left_behind(tmp_path):
    path = tmp_path / "半个.jiaochou"
    with pytest.raises(RefusedError, match="第二版"):
        made(path, "林晓禾", broken_sources())
    assert list(tmp_path.iterdir()) == []


def test_a_project_that_is_open_already_is_opened_as_it_is(project_path):
    project = opened(project_path, "林晓禾", None)
    assert opened(project_path, "林晓禾", project) is project
    project.close()


def test_what_somebody_works_on_is_looked_at_and_taken_over_at_its_page(project_path):
    holder = Project.open(project_path, "沈一舟")
    seen = opened(project_path, "林晓禾", None)
    assert seen.barrier is not None
    seen.close()
    holder.close()
    project = taken_over(project_path, "林晓禾", 2)
    assert (project.barrier, project.setting("page")) == (None, "2")
    project.close()
