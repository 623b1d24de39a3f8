"""What the store's thread answers."""

import pytest

from core.commands.editing import ReplaceText
from core.commands.removing import RemovePages
from core.errors import RefusedError
from core.messages import message
from core.project.project import Project
from core.text.edit import Edit
from gui.desk.answers import page_answer, step_answer


@pytest.fixture
def project(project_path):
    project = Project.open(project_path, "林晓禾")
    yield project
    project.close()


def test_a_page_comes_with_its_texts_and_is_remembered(project, texts):
    answer = page_answer(project, 2)
    assert (answer.mirror.text, answer.raw, answer.base) == (texts[1],) * 3
    assert (answer.record.name, project.setting("page")) == ("甲-2", "2")


def test_a_page_that_was_removed_is_not_shown(project):
    project.perform(RemovePages({2: "甲-2"}))
    with pytest.raises(RefusedError, match="移除"):
        page_answer(project, 2)


def test_a_step_tells_how_the_pages_stand_that_it_changed(project):
    change = ReplaceText({1: (Edit(0, "渡", "津"),)}, message("换字"))
    answer = step_answer(project, lambda known: known.perform(change), 1)
    assert [record.id for record in answer.records] == [1]
    assert (answer.standing.can_undo, answer.base) == (True, None)
    undone = step_answer(project, lambda known: known.undo(), 1)
    assert undone.base == project.raw_text(1)


def test_where_nothing_is_done_nothing_is_answered(project):
    assert step_answer(project, lambda _known: None, 1) is None
