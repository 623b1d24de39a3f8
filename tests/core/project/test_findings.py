"""What detectors asked of a page is remembered as long as the page stays as it is."""

import pytest

from core.commands.editing import TypeText
from core.document.page import Source
from core.project.findings import VIEWS
from core.project.knowledge import knowledge_of
from core.project.project import Project
from core.text.edit import Edit

STORY = "青渚的渡船清早离了码头，船工说今年水浅，要绕过北边那片沙洲才靠得了岸，赶集的人只好多等半个时辰。"
MORE = "傍晚收市以后，摊主们把没卖完的莴笋装回背篓，在茶棚里算账，顺便打听下游的水情和邻县的菜价。"


@pytest.fixture
def project(tmp_path):
    project = Project.create(tmp_path / "渡口.jiaochou")
    texts = [STORY + MORE, "二版。" + STORY + MORE, *(f"{number}版。" for number in range(3, VIEWS + 4))]
    sources = (Source(text[:2], text.encode(), "utf-8", text, f"{at}.txt") for at, text in enumerate(texts))
    project.add_pages(sources)
    project.findings.know(knowledge_of(project.view(record.id) for record in project.pages()))
    yield project
    project.close()


def others(project):
    return {view.key: view for view in project.findings.surroundings(1).base.others}


def test_the_same_view_is_given_while_a_page_stays_as_it_is(project):
    before, after = others(project), others(project)
    assert before
    assert all(after[key] is view for key, view in before.items())


def test_a_changed_page_is_seen_anew_and_no_other(project):
    before = others(project)
    changed = next(iter(before))
    project.perform(TypeText(changed, Edit(0, "", "春")))
    after = others(project)
    assert after[changed].text.startswith("春")
    assert all(after[key] is view for key, view in before.items() if key != changed and key in after)


def test_only_so_many_are_remembered(project):
    for record in project.pages():
        project.findings.surroundings(record.id)
    assert len(project.findings._views) == VIEWS
