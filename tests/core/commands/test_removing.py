from contextlib import closing

import pytest

from core.commands.editing import TypeText
from core.commands.linking import LinkArticles, UnlinkArticles
from core.commands.removing import RemovePages
from core.commands.tagging import SignOff
from core.errors import RefusedError
from core.project.project import Project
from core.text.edit import Edit

FERRY, SCHOOL = "# 渡口今日通航\n\n船来了。", "# 山村小学添了新书\n\n孩子们围着书架。"


@pytest.fixture
def project(project_of):
    return project_of(FERRY, SCHOOL, "潮水退去。")


def numbers(project):
    return [page.id for page in project.pages()]


def test_one_step_takes_pages_out_and_one_brings_them_back(project):
    before = project.pages()
    outcome = project.perform(RemovePages({1: "青渚时报-01", 3: "青渚时报-03"}))
    assert (str(outcome.what), outcome.removed, outcome.brought_back) == ("移除 2 版", [1, 3], [])
    assert (numbers(project), [page.id for page in project.removed_pages()]) == ([2], [1, 3])
    outcome = project.undo()
    assert (outcome.removed, outcome.brought_back) == ([], [1, 3])
    assert project.pages() == before
    project.redo()
    assert numbers(project) == [2]


def test_the_history_calls_a_page_by_its_name(project):
    assert str(project.perform(RemovePages({2: "青渚时报-02"})).what) == "移除“青渚时报-02”"


def test_a_page_comes_back_with_all_that_it_had_also_after_a_restart(project):
    project.perform(TypeText(1, Edit(2, "", "新")))
    project.perform(SignOff(1))
    before, records = project.state(1), project.pages()
    for page in (1, 2):
        project.perform(RemovePages({page: f"青渚时报-0{page}"}))
    project.close()
    again = Project.open(project.path)
    assert numbers(again) == [3]
    again.undo()
    assert numbers(again) == [2, 3]
    again.undo()
    assert (again.state(1), again.pages()) == (before, records)
    assert again.verify().problems == ()
    again.close()


def test_a_page_that_nobody_has_worked_on_is_not_worked_on_when_it_comes_back(project):
    project.state(1)
    project.perform(RemovePages({1: "青渚时报-01"}))
    project.undo()
    assert not project.page(1).touched


def test_no_articles_are_written_down_for_a_page_that_only_goes_and_comes(project):
    shown = project.state(1)
    project.perform(RemovePages({1: "青渚时报-01"}))
    assert project.state(1).layout == shown.layout
    project.undo()
    project.close()
    with closing(Project.open(project.path)) as again:
        assert [step.kind for step in again.steps()] == ["undo", "remove-pages"]
        assert again.state(1) == shown
        assert again.verify().problems == ()


@pytest.mark.parametrize(
    "command", [RemovePages({1: "青渚时报-01"}), SignOff(1), TypeText(1, Edit(0, "", "新")), RemovePages({})]
)
def test_nothing_is_done_to_a_page_that_is_gone(project, command):
    project.perform(RemovePages({1: "青渚时报-01"}))
    with pytest.raises(RefusedError):
        project.perform(command)
    assert project.last_step == 1


def test_a_link_to_a_page_that_is_gone_leads_nowhere_until_it_is_back(project):
    first, second, third = (project.state(page).layout.order[0] for page in (1, 2, 3))
    project.perform(LinkArticles([((1, first), (2, second))]))
    project.perform(RemovePages({2: "青渚时报-02"}))
    assert project.links.other_half((1, first), forth=True) is None
    assert project.links.stories(1) == ({first: ()}, frozenset())
    # The half that is left can be linked anew, or let go; what comes back with undo is the link as it was.
    project.perform(LinkArticles([((1, first), (3, third))]))
    project.undo()
    project.perform(UnlinkArticles(1, first))
    project.undo()
    project.undo()
    assert project.links.other_half((1, first), forth=True) == (2, second)


def test_a_story_cannot_be_carried_on_to_a_page_that_is_gone(project):
    first, second = (project.state(page).layout.order[0] for page in (1, 2))
    project.perform(RemovePages({2: "青渚时报-02"}))
    with pytest.raises(RefusedError):
        project.perform(LinkArticles([((1, first), (2, second))]))
