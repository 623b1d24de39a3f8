from dataclasses import replace

import pytest

from core.commands.editing import TypeText
from core.commands.judging import DismissFindings
from core.commands.tagging import SetRole, SignOff
from core.detectors.detector import all_detectors
from core.document.page import Source
from core.document.role import Role
from core.errors import RefusedError
from core.merging.three_way import Choice
from core.project.knowledge import ProjectKnowledge
from core.project.project import Project
from core.project.reimporting import matched_by_content, matched_by_name, new_text, take_text
from core.store.witness_texts import WitnessKind
from core.text.span import Span

BAD = "渡囗今日通航\n\n早晨有雾，船末到。潮水退去，灯火渐少。\n"
BETTER = "渡口今日通航\n\n早晨有雾，船未到。潮水退去，灯火渐多。\n"


def source(text, name="青渚时报-01", path=None):
    return Source(name, text.encode(), "utf-8", text, path or f"{name}.txt")


@pytest.fixture
def project(project_of):
    return project_of(BAD)


@pytest.fixture
def correct(project, typing):
    def act(removed, inserted):
        edit = typing(project.state(1).text, removed, inserted)
        project.perform(TypeText(1, replace(edit), burst=False))

    return act


def reread(project, text, **chosen):
    new = new_text(project.page(1), project.witnesses.base(1), project.state(1).text, source(text))
    choices = dict.fromkeys(new.merged.conflicts, chosen["choice"]) if chosen else {}
    return new, take_text(project.witnesses, project.perform, new, choices)


def test_a_page_that_nobody_touched_reads_like_the_new_text(project):
    new, _ = reread(project, BETTER)
    assert project.state(1).text == BETTER
    assert (new.kept, new.agreed, new.merged.conflicts) == (0, 0, [])
    assert project.verify().problems == ()


def test_corrections_stay_conflicts_are_listed_and_nothing_is_written_over(project, correct):
    correct("末", "未")
    correct("退", "褪")
    correct("渐少", "渐稀")
    new, _ = reread(project, BETTER)
    assert project.state(1).text == BETTER.replace("退", "褪").replace("渐多", "渐稀")
    assert (new.kept, new.agreed) == (1, 1)
    assert [(one.my_reading, one.their_reading) for one in new.merged.conflicts] == [("稀", "多")]


def test_a_conflict_is_read_as_the_editor_chose(project, correct):
    correct("渐少", "渐稀")
    reread(project, BETTER, choice=Choice.THEIRS)
    assert project.state(1).text == BETTER


def test_it_is_one_step_that_is_undone_and_done_again(project, correct):
    correct("末", "未")
    before = project.state(1)
    reread(project, BETTER)
    after = project.state(1)
    project.undo()
    assert project.state(1) == before
    assert project.witnesses.base(1).text == BAD
    project.redo()
    assert project.state(1) == after
    assert project.witnesses.base(1).text == BETTER
    assert project.verify().problems == ()


def test_the_next_text_is_compared_with_the_one_taken_up_last(project, correct):
    reread(project, BETTER)
    correct("渐多", "渐繁")
    best = BETTER.replace("早晨", "清晨")
    new, _ = reread(project, best)
    assert new.kept == 1
    assert new.merged.conflicts == []
    assert project.state(1).text == best.replace("渐多", "渐繁")


def test_the_text_a_page_was_made_of_until_now_is_its_witness(project):
    reread(project, BETTER)
    (earlier,) = project.witnesses.of(1)
    assert earlier.text == BAD
    assert isinstance(earlier.key, str)
    project.undo()
    (later,) = project.witnesses.of(1)
    assert later.text == BETTER


def test_the_same_text_again_is_nothing_new_and_the_old_one_can_be_taken_up_again(project):
    reread(project, BETTER)
    assert new_text(project.page(1), project.witnesses.base(1), BETTER, source(BETTER)) is None
    reread(project, BAD)
    assert project.state(1).text == BAD


def test_what_was_set_by_hand_stays_and_signatures_do_not(project):
    title = Span(0, 6)
    project.perform(SetRole(1, title, Role.CAPTION))
    project.perform(SignOff(1))
    reread(project, BETTER)
    state = project.state(1)
    (piece,) = state.layout.pieces_in(title)
    assert state.layout.pieces[piece].role is Role.CAPTION
    assert state.round == 0


def test_a_dismissed_finding_stays_dismissed(project, finding_at):
    project.perform(DismissFindings(1, (finding_at(BAD, "潮水"),)))
    reread(project, BETTER)
    assert project.findings.checked(1, [finding_at(BETTER, "潮水")]).settled == {0}


def test_a_page_that_was_changed_meanwhile_is_refused(project, correct):
    new = new_text(project.page(1), project.witnesses.base(1), BAD, source(BETTER))
    correct("末", "未")
    with pytest.raises(RefusedError, match="已经变了"):
        take_text(project.witnesses, project.perform, new)


def test_all_of_it_is_there_when_the_project_is_opened_again(project, correct):
    correct("退", "褪")
    reread(project, BETTER)
    before, path = project.state(1), project.path
    project.close()
    again = Project.open(path)
    assert again.state(1) == before
    assert again.witnesses.base(1).text == BETTER
    again.close()


def test_a_page_is_found_by_path_before_name_and_by_a_name_only_where_it_is_the_only_one(project_of):
    project = project_of("甲", "乙")
    records = project.pages()
    one, other = source("丙"), source("丁", "青渚时报-01", "别处/青渚时报-01.txt")
    stranger = source("戊", "海沙晚报")
    matched = matched_by_name(records, [other, one, stranger])
    assert matched.pages == {1: one}
    assert set(matched.left) == {other, stranger}
    twins = [records[0], replace(records[1], name=records[0].name)]
    assert matched_by_name(twins, [other]).left == (other,)


def test_a_page_is_found_by_what_it_says(project_of):
    first = "".join(chr(0x4E00 + number * 7 % 3000) for number in range(400))
    second = "".join(chr(0x5E00 + number * 11 % 3000) for number in range(400))
    damaged = "".join("囗" if number % 40 == 0 else character for number, character in enumerate(second))
    again, stranger = source(damaged, "另一引擎"), source("甲乙丙丁" * 30, "无关")
    matched = matched_by_content([(1, first), (2, second)], [stranger, again])
    assert matched.pages == {2: again}
    assert matched.left == (stranger,)
    assert matched_by_content([(1, first), (2, first)], [source(first)]).pages == {}


def test_a_second_reading_is_a_witness_and_changes_nothing(project):
    before = project.state(1)
    project.witnesses.add([(1, source(BETTER))], WitnessKind.ENGINE)
    assert project.state(1) == before
    assert [view.text for view in project.witnesses.of(1)] == [BETTER]
    assert project.witnesses.counts() == {1: 1}
    assert project.verify().problems == ()


def test_what_another_engine_read_otherwise_is_asked_about_and_an_earlier_import_is_not(project_of):
    story = (
        "青渚渡口昨日恢复通航，首班渡船载着三十名乘客驶向对岸。船工沈阿满说，芦洲村的渡口停了七个月，"
        "如今渡船换成了电动的，乘客再也闻不到柴油味。他每天要开十六班，天黑才收工回家。"
    )
    project = project_of(story.replace("乘客再也", "乘各再也"))
    project.witnesses.add([(1, source(story, path="甲引擎/青渚时报-01.txt"))], WitnessKind.ENGINE)
    earlier = story.replace("电动", "电功")
    project.witnesses.add([(1, source(earlier, path="旧/青渚时报-01.txt"))], WitnessKind.IMPORT)
    (finding,) = [
        one for one in project.findings.check(1, all_detectors()).findings if one.rule == "witness-variant"
    ]
    assert finding.span.of(project.state(1).text) == "各"
    assert finding.suggestions[0].text == "客"
    assert "甲引擎" in str(finding.message)
    assert finding.related == ()


def test_findings_are_old_when_another_reading_has_come(project):
    detectors = all_detectors()
    project.findings.know(ProjectKnowledge.of({}))
    project.findings.check(1, detectors)
    assert project.findings.is_checked(1)
    project.witnesses.add([(1, source(BETTER))], WitnessKind.ENGINE)
    assert not project.findings.is_checked(1)


def test_what_the_new_text_brought_is_no_correction(project, correct):
    correct("退", "褪")
    reread(project, BETTER)
    correct("渐多", "渐繁")
    made = project.export_page(1).corrections
    assert [(one.wrong, one.right) for one in made] == [("退", "褪"), ("渐多", "渐繁")]
    assert [one.span.of(project.state(1).text) for one in made] == ["褪", "渐繁"]
    assert [one.edit.inserted for one in project.rounds.of(1)[0].corrections] == ["褪", "繁"]


def test_a_text_that_was_added_by_mistake_can_go_and_the_base_of_the_page_cannot(project):
    (record,) = project.witnesses.add([(1, source("灯火"))], WitnessKind.ENGINE)
    project.witnesses.remove(record.id)
    assert project.witnesses.of(1) == []
    reread(project, BETTER)
    project.undo()
    taken = project.witnesses.records(1)[-1]
    with pytest.raises(RefusedError, match="底子"):
        project.witnesses.remove(taken.id)
    project.redo()
    assert project.state(1).text == BETTER


def test_a_page_whose_text_is_lost_is_seen_and_verify_says_what_is_missing(project):
    reread(project, BETTER)
    with project._store.transaction(durable=False) as connection:
        connection.execute("DELETE FROM witness WHERE kind = 'import' AND id > 1")
    assert project.state(1).text == BETTER
    assert project.witnesses.shown_base(1) == BAD
    (problem,) = project.verify().problems
    assert "不在工程里" in str(problem)
