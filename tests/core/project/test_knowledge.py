"""What pages tell each other: kept, taken up again, and never so strict that one key makes all pages old."""

import sqlite3
from contextlib import closing

import pytest

from core.commands.editing import ReplaceText
from core.detectors.detector import Context
from core.document.page import PageView, Source
from core.messages import message
from core.project.knowledge import NEAR, Readings, knowledge_of, traits_of
from core.project.project import Project
from core.text.edit import Edit
from core.text.script import Script

STORY = "青渚的渡船清早离了码头，船工说今年水浅，要绕过北边那片沙洲才靠得了岸，赶集的人只好多等半个时辰。"
SCHOOL = "山里的小学收到一箱旧书，孩子们围着书架坐了一圈，校长念起寄书人的信来，念到最后大家都不说话了。"


def page(key, text):
    return PageView(key, str(key), text)


def around(pages, key):
    by_key = {one.key: one for one in pages}
    return knowledge_of(pages).surroundings(by_key[key], list(by_key), by_key.__getitem__, Context())


def know(project):
    made = {number: kept or traits_of(text) for number, kept, text in project.read_traits(0, 100)}
    project.keep_traits(made)
    project.know(knowledge_of(project.view(number) for number in made))
    return made


def test_pages_that_share_text_are_looked_at_and_others_are_not():
    pages = [page(1, STORY), page(2, SCHOOL), page(3, "街口。" + STORY)]
    assert [other.key for other in around(pages, 1).base.others] == [3]
    assert around(pages, 2).base.others == ()


def test_a_page_that_has_changed_or_gone_is_known_as_it_is():
    knowledge = knowledge_of([page(1, STORY), page(2, SCHOOL)])
    assert knowledge.with_page(page(2, STORY)).index.pages_sharing(page(1, STORY)) == (2,)
    assert knowledge.with_page(page(2, STORY)).without_page(2).index.pages_sharing(page(1, STORY)) == ()
    assert set(knowledge.without_page(2).scripts) == {1}


def test_the_script_of_nearly_all_pages_is_that_of_the_project():
    pages = [page(number, STORY) for number in range(4)]
    assert knowledge_of(pages).script is Script.SIMPLIFIED
    assert knowledge_of(pages[:2]).script is None


@pytest.mark.parametrize(("at", "first", "last"), [(0, 0, NEAR - 1), (NEAR + 1, NEAR, NEAR + 3)])
def test_what_comes_back_is_counted_in_the_pages_beside(at, first, last):
    pages = [page(number, f"渡口{number}") for number in range(NEAR + 4)]
    keys = [other.key for other in around(pages, at).near]
    assert keys == [number for number in range(first, last + 1) if number != at]


def test_a_page_that_is_typed_on_is_counted_as_it_stands():
    surroundings = around([page(1, STORY), page(2, SCHOOL)], 1)
    readings = Readings()
    first, again = (surroundings.context(page(1, text), readings).recurrence for text in (STORY, STORY * 2))
    assert again._cells.sum() > first._cells.sum()
    anew = surroundings.context(page(1, STORY), readings).recurrence
    assert (anew._cells == first._cells).all()


def test_a_page_by_itself_has_nothing_beside_it():
    assert around([page(1, STORY)], 1).context(page(1, STORY), Readings()).recurrence is None


# In a project


def test_what_pages_tell_is_kept_for_the_next_opening(project_of):
    project = project_of(STORY, SCHOOL)
    assert [kept for _, kept, _ in project.read_traits(0, 100)] == [None, None]
    made = know(project)
    project.close()
    project = Project.open(project.path)
    read = project.read_traits(0, 100)
    assert [(kept.imprint.tolist(), kept.script) for _, kept, _ in read] == [
        (one.imprint.tolist(), one.script) for one in made.values()
    ]
    assert [number for number, _, _ in project.read_traits(1, 100)] == [2]
    project.close()


def test_damaged_knowledge_is_made_anew(project_of):
    project = project_of(STORY)
    know(project)
    with closing(sqlite3.connect(project.path)) as other, other:
        other.execute("UPDATE trait SET imprint = x'00'")
    assert project.read_traits(0, 100) == [(1, None, STORY)]


def test_findings_made_before_the_others_were_known_are_shown_but_made_again(project_of):
    project = project_of(STORY, SCHOOL)
    project.check(1, [])
    assert project.kept_findings(1) == []
    assert not project.is_checked(1)
    know(project)
    project.keep_findings(1, project.fingerprint(1), [], alone=False)
    assert project.is_checked(1)


def test_a_change_on_one_page_makes_no_other_old(project_of):
    project = project_of(STORY, STORY)
    know(project)
    for number in (1, 2):
        project.check(number, [])
    edit = Edit(0, "青渚", "青洲")
    project.perform(ReplaceText({2: (edit,)}, message("录入后又复原")))
    assert (project.is_checked(1), project.is_checked(2)) == (True, False)


def test_a_page_that_was_checked_is_known_as_it_stands(project_of):
    project = project_of(STORY, SCHOOL)
    know(project)
    assert project.surroundings(1).base.others == ()
    project.perform(ReplaceText({2: (Edit(0, SCHOOL, STORY),)}, message("录入后又复原")))
    project.check(2, [])
    assert [other.key for other in project.surroundings(1).base.others] == [2]


def test_new_pages_are_taken_up_by_knowing_all_anew(project_of):
    project = project_of(STORY)
    know(project)
    project.add_pages([])
    assert project.is_known
    project.add_pages([Source("二", SCHOOL.encode(), "utf-8", SCHOOL, "二.txt")])
    assert not project.is_known
