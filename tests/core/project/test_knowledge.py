"""What pages tell each other: kept, taken up again, and never so strict that one key makes all pages old."""

import sqlite3
from contextlib import closing

import pytest

from core.commands.editing import ReplaceText
from core.commands.tagging import SignOff
from core.detectors.detector import Context
from core.detectors.rules import odd_forms
from core.document.page import PageView, Source
from core.lexicon.lexicon import SIGNED
from core.lexicon.term import Kind, Term
from core.messages import message
from core.project.knowledge import NEAR, Readings, knowledge_of, traits_of
from core.project.project import Project
from core.text.edit import Edit
from core.text.script import Script

STORY = "青渚的渡船清早离了码头，船工说今年水浅，要绕过北边那片沙洲才靠得了岸，赶集的人只好多等半个时辰。"
NAME = Term(Kind.PERSON, "林晓禾")
SCHOOL = "山里的小学收到一箱旧书，孩子们围着书架坐了一圈，校长念起寄书人的信来，念到最后大家都不说话了。"


def page(key, text):
    return PageView(key, str(key), text)


def around(pages, key):
    by_key = {one.key: one for one in pages}
    read = by_key.__getitem__
    return knowledge_of(pages).surroundings(by_key[key], list(by_key), read, read, Context())


def know(project):
    made = {number: kept or traits_of(text) for number, kept, text, _ in project.findings.read_traits(0, 100)}
    project.findings.keep_traits(made)
    project.findings.know(knowledge_of(project.view(number) for number in made))
    return made


def test_pages_that_share_text_are_looked_at_and_others_are_not():
    pages = [page(1, STORY), page(2, SCHOOL), page(3, "街口。" + STORY)]
    assert [other.key for other in around(pages, 1).base.others] == [3]
    assert around(pages, 2).base.others == ()


def test_a_page_that_has_changed_or_gone_is_known_as_it_is():
    knowledge = knowledge_of([page(1, STORY), page(2, SCHOOL)])
    assert knowledge.with_page(page(2, STORY)).index.pages_sharing(page(1, STORY)) == (2,)
    assert knowledge.with_page(page(2, STORY)).without_page(2).index.pages_sharing(page(1, STORY)) == ()
    assert set(knowledge.without_page(2).told) == {1}


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
    assert (again._cells == surroundings.context(page(1, STORY * 2), Readings()).recurrence._cells).all()
    anew = surroundings.context(page(1, STORY), readings).recurrence
    assert (anew._cells == first._cells).all()


def test_a_page_by_itself_has_nothing_beside_it():
    assert around([page(1, STORY)], 1).context(page(1, STORY), Readings()).recurrence is None


def test_the_terms_of_the_others_are_known_and_its_own_are_not():
    pages = [page(number, f"市长林晓禾说，这是第{number}天。") for number in range(4)]
    lexicon = around(pages, 1).base.lexicon
    assert lexicon.count(NAME) == 3
    assert lexicon.settled.kinds == {"林晓禾": Kind.PERSON}


@pytest.mark.parametrize("signed", [frozenset(), frozenset({2})])
def test_the_terms_of_a_signed_page_weigh_more(signed):
    pages = [page(1, STORY), page(2, "市长林晓禾说。")]
    assert knowledge_of(pages, signed).lexicon.count(NAME) == (SIGNED if signed else 1)


def test_terms_follow_their_page():
    knowledge = knowledge_of([page(1, STORY), page(2, SCHOOL)])
    named = knowledge.with_page(page(2, "市长林晓禾说。"))
    assert named.lexicon.count(NAME) == 1
    assert named.with_page(page(2, "市长林晓禾说。"), signed=True).lexicon.count(NAME) == SIGNED
    assert named.with_page(page(2, SCHOOL)).lexicon.count(NAME) == 0
    assert named.without_page(2).lexicon.count(NAME) == 0
    assert named.with_page(page(2, "市长林晓禾说。")) is named


# In a project


def test_what_pages_tell_is_kept_for_the_next_opening(project_of):
    project = project_of(STORY, SCHOOL)
    assert [one.traits for one in project.findings.read_traits(0, 100)] == [None, None]
    made = know(project)
    project.close()
    project = Project.open(project.path)
    read = project.findings.read_traits(0, 100)
    assert [(one.traits.imprint.tolist(), one.traits.told) for one in read] == [
        (one.imprint.tolist(), one.told) for one in made.values()
    ]
    assert [one.page for one in project.findings.read_traits(1, 100)] == [2]
    project.close()


def test_damaged_knowledge_is_made_anew(project_of):
    project = project_of(STORY)
    know(project)
    with closing(sqlite3.connect(project.path)) as other, other:
        other.execute("UPDATE trait SET imprint = x'00'")
    assert project.findings.read_traits(0, 100) == [(1, None, STORY, False)]


def test_findings_made_before_the_others_were_known_are_shown_but_made_again(project_of):
    project = project_of(STORY, SCHOOL)
    project.findings.check(1, [])
    assert project.findings.kept(1) == []
    assert not project.findings.is_checked(1)
    know(project)
    project.findings.keep(1, project.findings.fingerprint(1), [], alone=False)
    assert project.findings.is_checked(1)


def test_a_change_on_one_page_makes_none_old_that_shares_nothing_with_it(project_of):
    project = project_of(SCHOOL, STORY)
    know(project)
    for number in (1, 2):
        project.findings.check(number, [])
    edit = Edit(0, "青渚", "青洲")
    project.perform(ReplaceText({2: (edit,)}, message("录入后又复原")))
    assert (project.findings.is_checked(1), project.findings.is_checked(2)) == (True, False)


def test_a_page_that_was_checked_is_known_as_it_stands(project_of):
    project = project_of(STORY, SCHOOL)
    know(project)
    assert project.findings.surroundings(1).base.others == ()
    project.perform(ReplaceText({2: (Edit(0, SCHOOL, STORY),)}, message("录入后又复原")))
    project.findings.check(2, [])
    assert [other.key for other in project.findings.surroundings(1).base.others] == [2]


def test_findings_are_old_only_where_terms_of_others_have_a_say_on_the_page(project_of):
    named = "市长林晓禾说，渡口通航。林晓禾还说，水浅。"
    project = project_of(named, "通讯员林骁禾报道。", SCHOOL, "")
    know(project)
    for number in (1, 2, 3, 4):
        project.findings.check(number, [])
    project.perform(ReplaceText({4: (Edit(0, "", named),)}, message("录入后又复原")))
    project.findings.check(4, [])
    know(project)
    assert [project.findings.is_checked(number) for number in (1, 2, 3, 4)] == [True, False, True, True]
    project.findings.keep(2, project.findings.fingerprint(2), [], alone=False)
    assert project.findings.is_checked(2)


def test_what_other_pages_call_a_person_is_looked_up_when_one_is_checked(project_of):
    named = "市长林晓禾说，渡口通航。林晓禾还说，水浅。市长林晓禾走了。"
    project = project_of(named, named, "通讯员林骁禾报道。")
    know(project)
    (found,) = project.findings.check(3, [odd_forms]).findings
    assert found.suggestions[0].text == "晓"


def test_terms_that_are_damaged_are_made_anew(project_of):
    project = project_of(STORY)
    know(project)
    with closing(sqlite3.connect(project.path)) as other, other:
        other.execute("UPDATE trait SET terms = 'nobody'")
    assert project.findings.read_traits(0, 100) == [(1, None, STORY, False)]


def test_a_signature_weighs_when_the_page_is_checked_again(project_of):
    project = project_of("市长林晓禾说。", STORY)
    know(project)
    project.perform(SignOff(1, forward=True))
    project.findings.keep(1, project.findings.fingerprint(1), [], alone=False)
    assert project.findings.surroundings(2).base.lexicon.count(NAME) == SIGNED
    assert project.findings.read_traits(0, 1)[0].traits.told.signed


def test_new_pages_are_taken_up_by_knowing_all_anew(project_of):
    project = project_of(STORY)
    know(project)
    project.add_pages([])
    assert project.findings.is_known
    project.add_pages([Source("二", SCHOOL.encode(), "utf-8", SCHOOL, "二.txt")])
    assert not project.findings.is_known


def test_a_change_on_a_witness_makes_findings_old_until_it_is_taken_back(project_of):
    project = project_of(STORY + SCHOOL, STORY + SCHOOL)
    project.perform(ReplaceText({2: (Edit(0, "", "渡口。"),)}, message("录入后又复原")))
    know(project)
    project.findings.check(1, [])
    project.perform(ReplaceText({2: (Edit(3, "青渚", "青洲"),)}, message("录入后又复原")))
    assert not project.findings.is_checked(1)
    project.undo()
    assert project.findings.is_checked(1)


def test_a_witness_that_changes_while_a_page_is_checked_makes_its_findings_old(project_of):
    project = project_of(STORY + SCHOOL, STORY + SCHOOL)
    know(project)
    project.findings.surroundings(1)
    project.perform(ReplaceText({2: (Edit(0, "青渚", "青洲"),)}, message("录入后又复原")))
    project.findings.keep(1, project.findings.fingerprint(1), [], alone=False)
    assert not project.findings.is_checked(1)
    project.findings.check(1, [])
    project.findings.surroundings(1)
    project.findings.keep(1, project.findings.fingerprint(1), [], alone=False)
    assert project.findings.is_checked(1)


def test_findings_hang_on_figures_of_other_pages_only_where_these_are_a_digit_off():
    moved = "到昨天为止，全市搬迁上岸渔民12840户，大家都住上了新房。"
    here, knowledge = page(1, moved), knowledge_of([page(1, moved), page(2, SCHOOL)])
    before = knowledge.near_slips(here)
    assert knowledge.with_page(page(2, SCHOOL + moved)).near_slips(here) == before
    assert knowledge.with_page(page(2, moved.replace("12840", "12340"))).near_slips(here) != before
