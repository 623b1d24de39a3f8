"""While a page is removed it is in nothing that is listed, checked, counted, searched or written."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from core.commands.editing import TypeText
from core.commands.linking import LinkArticles
from core.commands.removing import RemovePages
from core.commands.tagging import SignOff
from core.document.page import Source
from core.errors import RefusedError
from core.exporters.choosing import export_files, wanted
from core.exporters.exporter import Need, exporter
from core.exporters.options import ExportOptions
from core.exporters.writing import write_export
from core.project.apparatus import all_known
from core.project.project import Project
from core.project.recovery import recover
from core.project.reimporting import matched_by_name
from core.project.restoring import restore
from core.text.edit import Edit

STORY = (
    "本报讯（记者 林晓禾）五月的江面上，第一班渡船在晨雾里离开了青渚码头，船上坐满了赶集的乡亲。"
    "老船工说，这条航线停了整整三年，如今码头修好了，水也深了，往后每天都有六班船。"
)
SLIP = STORY.replace("晨雾", "晨务")
NOW = datetime(2031, 5, 4, tzinfo=UTC)


def name(page):
    return f"青渚时报-0{page}"


def remove(project, *pages):
    return project.perform(RemovePages({page: name(page) for page in pages}))


@pytest.fixture
def project(project_of):
    return project_of(f"# 渡口今日通航\n\n{STORY}", f"# 渡口通航\n\n{SLIP}", "# 两岸同庆\n\n灯火通明。")


def known(project):
    project.findings.know(all_known(project.findings.read_traits))


def test_lists_are_without_it(project):
    remove(project, 2)
    assert [page.id for page in project.pages()] == [1, 3]
    assert [page.id for page in project.some_pages([1, 2])] == [1]
    assert [listing.page for listing in project.findings.listing(0, 10).pages] == [1, 3]
    assert [one.page for one in project.findings.read_traits(0, 10)] == [1, 3]
    assert [page.name for page in project.export_pages()] == [name(1), name(3)]
    assert [page.name for page in project.statistics().pages] == [name(1), name(3)]


def test_what_it_told_the_others_is_forgotten_and_known_again_with_it(project):
    known(project)
    project.findings.check(1, ())
    assert project.findings.is_checked(1)
    assert [view.key for view in project.findings.with_witnesses(1)[1]] == [2]
    remove(project, 2)
    assert not project.findings.is_known
    known(project)
    assert project.findings.with_witnesses(1)[1] == []
    assert not project.findings.is_checked(1)
    project.undo()
    known(project)
    assert [view.key for view in project.findings.with_witnesses(1)[1]] == [2]


def test_the_apparatus_notes_nothing_that_it_reads(project):
    assert project.critical_notes(1)
    remove(project, 2)
    assert project.critical_notes(1) == ()


def test_a_check_that_comes_too_late_lets_it_tell_nothing(project):
    fingerprint = project.findings.fingerprint(2)
    remove(project, 2)
    known(project)
    assert project.findings.surroundings(2).base.others == ()
    project.findings.keep(2, fingerprint, [], alone=False)
    assert project.findings.with_witnesses(1)[1] == []


def test_its_file_can_be_imported_again_as_a_new_page(project):
    raw = project.raw_text(2).encode()
    again = Source(name(2), raw, "utf-8", raw.decode(), f"{name(2)}.txt")
    assert project.add_pages([again]).known == [again]
    remove(project, 2)
    assert project.add_pages([again, again]).pages == [4]
    assert [(page.id, page.position) for page in project.pages()] == [(1, 1), (3, 3), (4, 4)]
    project.undo()
    assert [page.id for page in project.pages()] == [1, 2, 3, 4]
    assert project.verify().problems == ()


def test_a_project_with_a_page_twice_can_be_made_again_of_its_export(project, tmp_path):
    raw = project.raw_text(2).encode()
    remove(project, 2)
    project.add_pages([Source(name(2), raw, "utf-8", raw.decode(), f"{name(2)}.txt")])
    project.undo()
    lines, options = exporter("jsonl"), ExportOptions()
    pages = project.export_pages(wanted(lines, options))
    (exported,) = write_export(export_files(lines, pages, options), tmp_path / "out", overwrite=True)
    assert restore(exported, tmp_path / "again.jiaochou", "", NOW) == 4


def test_an_export_tells_of_no_link_to_it(project):
    first, third = (project.state(page).layout.order[0] for page in (1, 3))
    project.perform(LinkArticles([((1, first), (3, third))]))
    remove(project, 3)
    page = project.export_page(1, frozenset({Need.HISTORY}))
    assert page.layout.articles[first].linked_to is None
    assert page.continuations == {first: ()}
    project.undo()
    assert project.export_page(1).layout.articles[first].linked_to.page == 3


def test_other_copies_and_new_texts_are_held_against_the_pages_that_are_there(project, tmp_path):
    copy = tmp_path / "copy.jiaochou"
    project.perform(TypeText(3, Edit(0, "", "新")))
    project.close_burst()
    shutil.copy(project.path, copy)
    shutil.copy(f"{project.path}-wal", f"{copy}-wal")
    remove(project, 2)
    with closing(Project.open(copy)) as other:
        assert other.versions.beside(project.pages()).pages.only_theirs == (name(2),)
        remove(other, 3)
        beside = other.versions.beside(project.pages())
        assert (beside.pages.only_mine, beside.pages.only_theirs) == ((name(3),), (name(2),))
        other.undo()
        # Gone and back again is no news.
        beside = other.versions.beside(project.pages())
        version = beside.version(project.page(3), project.versions.own(3))
        assert version is None or not version.versions.taken({}, lambda link: link).changes(project.state(3))
    again = Source(name(2), b"x", "utf-8", "x", f"{name(2)}.txt")
    assert matched_by_name(project.pages(), [again]).left == (again,)


def test_no_step_on_it_can_be_gone_to(project):
    typed = project.perform(TypeText(2, Edit(0, "", "新"))).step
    removed = remove(project, 2).step
    for step in (typed, removed):
        with pytest.raises(RefusedError, match="撤销移除"):
            project.place_of_step(step)
    both = remove(project, 1).step
    project.undo()
    assert project.place_of_step(both) == (1, 0)


def test_it_is_proved_like_the_others_and_not_counted(project):
    remove(project, 2)
    project.perform(SignOff(1))
    told = []
    proved = project.verify(lambda done, total: told.append((done, total)))
    assert (proved.pages, proved.problems, told[-1]) == (2, (), (4, 4))
    project._store.connection.execute("UPDATE page SET raw = x'31' WHERE id = 2")
    assert [str(problem) for problem in project.verify().problems] == [f"{name(2)}：导入时的原始字节已被改动"]


@pytest.mark.parametrize(
    "damage", ["", "DELETE FROM change WHERE page_id = 2", "UPDATE page SET raw = x'31' WHERE id = 2"]
)
def test_what_is_recovered_is_removed_as_before(project, tmp_path, damage):
    project.perform(TypeText(2, Edit(0, "", "新")))
    project.state(2)
    remove(project, 2)
    project.close()
    with closing(sqlite3.connect(project.path)) as connection, connection:
        connection.execute(damage or "SELECT 1")
    target = tmp_path / "recovered.jiaochou"
    recovery = recover(project.path, target, "", NOW)
    assert recovery.pages == 2
    with closing(Project.open(target)) as recovered:
        assert [page.id for page in recovered.pages()] == [1, 3]
        assert [page.id for page in recovered.removed_pages()] == [2]
        if not damage:
            recovered.undo()
            assert [page.id for page in recovered.pages()] == [1, 2, 3]
