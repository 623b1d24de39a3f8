import shutil
from contextlib import closing

import pytest

from core.changes.state import PROJECT_SHEET
from core.commands.editing import TypeText
from core.commands.judging import DismissFindings
from core.commands.tagging import SetRole, SignOff
from core.document.role import Role
from core.merging.three_way import Choice
from core.project.other_copy import take_version
from core.project.project import Project
from core.project.same_pages import same_pages
from core.store.witness_texts import WitnessKind
from core.text.edit import Edit
from core.text.span import Span

FIRST = "渡囗今日通航\n\n早晨有雾，船末到。潮水退去，灯火渐少。\n"
SECOND = "海沙湾修堤\n\n堤上的人很多。\n"


def correct(project, page, removed, inserted):
    text = project.state(page).text
    project.perform(TypeText(page, Edit(text.index(removed), removed, inserted), burst=False))


@pytest.fixture
def mine(project_of):
    return project_of(FIRST, SECOND)


@pytest.fixture
def theirs(mine, tmp_path, clock):
    """Opens a copy of the project as it stands now, in which another editor works."""
    opened = []

    def copy():
        mine.close_burst()
        mine._store.read("PRAGMA wal_checkpoint(TRUNCATE)")
        path = tmp_path / "别处.jiaochou"
        shutil.copyfile(mine.path, path)
        opened.append(Project.open(path, "宋听潮", clock))
        return opened[0]

    yield copy
    for project in opened:
        project.close()


def compare(mine, other, page):
    copy = other.versions.beside(mine.pages())
    record = None if page == PROJECT_SHEET else mine.page(page)
    return copy.version(record, mine.versions.own(page)), copy.pages


def take(mine, other, page=1, choice=None):
    version, pages = compare(mine, other, page)
    chosen = dict.fromkeys(version.versions.text.conflicts, choice) if choice else {}
    return take_version(mine.witnesses, mine.perform, version, pages, chosen)


def test_what_only_the_other_did_is_taken_over_as_one_step_with_their_name(mine, theirs):
    other = theirs()
    correct(mine, 1, "囗", "口")
    correct(other, 1, "末", "未")
    outcome = take(mine, other)
    assert mine.state(1).text == FIRST.replace("囗", "口").replace("末", "未")
    step = mine.steps(limit=1)[0]
    assert (step.id, step.why) == (outcome.step, "editor:宋听潮")
    assert "宋听潮" in str(step.what)
    mine.undo()
    assert mine.state(1).text == FIRST.replace("囗", "口")
    assert mine.verify().problems == ()


def test_what_was_corrected_before_the_copy_was_made_is_common(mine, theirs):
    correct(mine, 1, "囗", "口")
    other = theirs()
    correct(mine, 1, "渐少", "渐稀")
    correct(other, 1, "渐少", "渐多")
    version, _ = compare(mine, other, 1)
    assert version.versions.base.text == FIRST.replace("囗", "口")
    (place,) = version.versions.text.places
    assert (place.was, place.my_reading, place.their_reading) == ("少", "稀", "多")


def test_the_same_correction_made_by_both_is_no_common_past_but_an_agreement(mine, theirs):
    other = theirs()
    correct(mine, 1, "囗", "口")
    correct(other, 1, "囗", "口")
    version, _ = compare(mine, other, 1)
    assert version.versions.base.text == FIRST
    assert version.agreement.same == 1


def test_a_conflict_stays_mine_and_their_version_is_a_witness(mine, theirs):
    other = theirs()
    correct(mine, 1, "渐少", "渐稀")
    correct(other, 1, "渐少", "渐多")
    assert take(mine, other) is None
    (record,) = mine.witnesses.records(1)
    assert record.kind is WitnessKind.EDITOR
    assert mine.witnesses.of(1)[0].text == FIRST.replace("渐少", "渐多")
    assert mine.state(1).text == FIRST.replace("渐少", "渐稀")


@pytest.mark.parametrize(
    ("choice", "text"),
    [(Choice.THEIRS, FIRST.replace("渐少", "渐多")), (Choice.NEITHER, FIRST)],
)
def test_a_conflict_is_read_as_it_was_chosen(mine, theirs, choice, text):
    other = theirs()
    correct(mine, 1, "渐少", "渐稀")
    correct(other, 1, "渐少", "渐多")
    take(mine, other, choice=choice)
    assert mine.state(1).text == text


def test_a_page_the_other_left_alone_is_not_looked_at(mine, theirs):
    other = theirs()
    correct(mine, 1, "囗", "口")
    correct(other, 2, "很多", "甚多")
    assert compare(mine, other, 1)[0] is None


def test_roles_verdicts_and_signatures_of_a_page_only_they_worked_on_come_along(mine, theirs, finding_at):
    other = theirs()
    other.perform(SetRole(1, Span(0, 6), Role.CAPTION))
    other.perform(DismissFindings(1, (finding_at(FIRST, "潮水"),)))
    other.perform(SignOff(1))
    take(mine, other)
    state = mine.state(1)
    assert state.layout == other.state(1).layout
    assert state.round == 1
    assert mine.findings.checked(1, [finding_at(FIRST, "潮水")]).settled == {0}


def test_what_they_dismissed_everywhere_is_dismissed_here(mine, theirs, finding_at):
    other = theirs()
    other.perform(DismissFindings(1, (finding_at(FIRST, "潮水"),), everywhere=True))
    take(mine, other, PROJECT_SHEET)
    assert len(mine.dismissed_everywhere.given) == 1


def test_a_correction_without_articles_written_down_is_compared_without_them(mine, theirs):
    other = theirs()
    correct(other, 2, "很多", "甚多")
    version, _ = compare(mine, other, 2)
    assert not version.versions.arranged_apart
    assert take(mine, other, 2) is not None
    assert mine.state(2).text == SECOND.replace("很多", "甚多")


def test_pages_are_the_same_where_their_bytes_are(project_of):
    mine = project_of(FIRST, SECOND)
    theirs = project_of("别的一版", SECOND, FIRST, name="他.jiaochou")
    pages = same_pages(mine.pages(), theirs.pages())
    assert pages.theirs == {1: 3, 2: 2}
    assert pages.mine == {3: 1, 2: 2}
    assert (pages.only_mine, pages.only_theirs) == ((), ("青渚时报-01",))


def test_two_projects_made_apart_of_the_same_pages_are_compared_from_the_import(project_of):
    mine = project_of(FIRST)
    with closing(project_of("别的一版", FIRST, name="他.jiaochou")) as theirs:
        correct(mine, 1, "囗", "口")
        correct(theirs, 2, "末", "未")
        take(mine, theirs)
    assert mine.state(1).text == FIRST.replace("囗", "口").replace("末", "未")
