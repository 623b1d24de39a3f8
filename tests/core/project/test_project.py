import pytest

from core.commands.editing import ReplaceText, TypeText
from core.commands.judging import AcceptSuggestion, DismissFindings
from core.commands.tagging import SetRole, SignOff
from core.document.page import Source
from core.document.role import Role
from core.messages import message
from core.project.project import Project
from core.text.edit import Edit
from core.text.span import Span

TEXT = "## 度口今日通航\n\n本报讯(记者 林晓禾)朝水退去。"


@pytest.fixture
def project(project_of):
    return project_of(TEXT, "船来了。")


def reopened(project: Project) -> Project:
    project.close()
    return Project.open(project.path)


def replace(project: Project, wrong: str, right: str, page: int = 1) -> None:
    start = project.state(page).text.index(wrong)
    project.perform(ReplaceText({page: (Edit(start, wrong, right),)}, message("录入后又复原")))


def test_a_project_is_the_same_after_a_restart(project, finding_at):
    replace(project, "度", "渡")
    project.perform(SetRole(1, Span(0, 0), Role.KICKER))
    project.perform(SignOff(1))
    project.perform(DismissFindings(1, (finding_at(project.state(1).text, "林晓禾"),)))
    project.undo()
    before = [project.state(page) for page in (1, 2)], project.can_undo, project.can_redo
    project = reopened(project)
    assert ([project.state(page) for page in (1, 2)], project.can_undo, project.can_redo) == before
    project.close()


def test_the_raw_text_stays_what_it_was(project):
    replace(project, "度", "渡")
    assert project.raw_text(1) == TEXT
    assert [(one.removed, one.inserted) for one in project.differences(1)] == [("度", "渡")]


def test_the_record_of_a_page_follows_its_steps(project):
    assert not project.page(1).touched
    project.perform(SignOff(1))
    assert (project.page(1).round, project.page(1).touched, project.page(2).touched) == (1, True, False)
    project.undo()
    assert project.page(1).round == 0


def test_pages_of_any_encoding_are_read_again_as_they_were(project_of):
    project = project_of()
    project.add_pages([Source("一", "潮\r\n水".encode("gb18030"), "gb18030", "潮\n水", "一.txt")])
    project = reopened(project)
    assert project.state(1).text == "潮\n水"
    project.close()


def test_half_a_character_does_no_harm(project):
    replace(project, "潮水" if "潮水" in TEXT else "朝水", "潮\ud842水")
    project = reopened(project)
    assert "潮\ud842水" in project.state(1).text
    assert project.verify().problems == ()
    project.close()


# Findings


def test_findings_are_kept_for_the_page_as_it_stands(project, finding_at):
    findings = [finding_at(TEXT, "度口"), finding_at(TEXT, "朝水")]
    assert project.findings.kept(1) is None
    project.findings.keep(1, project.findings.fingerprint(1), findings)
    assert project.findings.kept(1) == findings
    assert project.page(1).open_findings == 2
    replace(project, "度", "渡")
    assert project.findings.kept(1) is None
    project.undo()
    assert project.findings.kept(1) == findings


def test_findings_of_a_page_that_has_changed_meanwhile_are_not_kept(project, finding_at):
    fingerprint = project.findings.fingerprint(1)
    replace(project, "度", "渡")
    project.findings.keep(1, fingerprint, [finding_at(TEXT, "朝水")])
    assert project.findings.kept(1) is None


def test_a_verdict_settles_a_finding_and_undo_brings_it_back(project, finding_at):
    findings = [finding_at(TEXT, "度口"), finding_at(TEXT, "朝水")]
    project.findings.keep(1, project.findings.fingerprint(1), findings)
    project.perform(DismissFindings(1, (findings[0],)))
    assert project.findings.kept(1) == findings
    assert project.findings.checked(1, findings).open == findings[1:]
    assert project.page(1).open_findings == 1
    project.undo()
    assert project.findings.checked(1, findings).open == findings
    assert project.page(1).open_findings == 2


def test_what_is_settled_stays_so_after_edits_elsewhere_and_a_restart(project, finding_at):
    project.perform(DismissFindings(1, (finding_at(TEXT, "朝水"),)))
    replace(project, "度口今日", "渡口昨天")
    project = reopened(project)
    assert project.findings.checked(1, [finding_at(project.state(1).text, "朝水")]).open == []
    project.close()


def test_dismissed_everywhere_is_dismissed_on_all_pages(project, finding_at):
    project.perform(DismissFindings(1, (finding_at(TEXT, "。"),), everywhere=True))
    assert project.findings.checked(2, [finding_at("船来了。", "。")]).open == []


# Corrections, export, statistics


def corrections(project: Project, page: int = 0):
    text = project.state(page + 1).text
    made = list(project.export_pages())[page].corrections
    return [(one.wrong, one.right, one.why, one.span.of(text) if one.span else None) for one in made]


def test_corrections_are_the_edits_in_force_and_where_they_stand_now(project, finding_at):
    project.perform(TypeText(1, Edit(3, "度", "渡")))
    project.perform(AcceptSuggestion(1, finding_at(project.state(1).text, "朝水", "潮水")))
    project.perform(TypeText(1, Edit(0, "## ", "")))
    replace(project, "今日", "昨天")
    project.undo()
    assert corrections(project) == [
        ("度", "渡", "typed", "渡"),
        ("朝", "潮", "rule:odd", "潮"),
        ("## ", "", "typed", ""),
    ]
    assert corrections(project, 1) == []


def test_what_was_done_again_has_the_ground_it_had(project, finding_at):
    project.perform(AcceptSuggestion(1, finding_at(TEXT, "朝水", "潮水")))
    project.undo()
    assert corrections(project) == []
    project.redo()
    assert corrections(project) == [("朝", "潮", "rule:odd", "潮")]


def test_of_a_correction_that_was_corrected_nothing_is_left(project):
    replace(project, "度口", "渡口")
    replace(project, "渡口今日", "码头")
    assert corrections(project) == [("度口", "渡口", "hand", None), ("渡口今日", "码头", "hand", "码头")]


def test_an_export_sees_what_is_done_while_it_goes_on(project):
    replace(project, "船", "舟", page=2)
    pages = project.export_pages()
    next(pages)
    replace(project, "来", "去", page=2)
    (second,) = pages
    assert [one.right for one in second.corrections] == ["舟", "去"]


def test_an_export_knows_where_a_page_came_from(project):
    project.perform(SignOff(2))
    first, second = project.export_pages()
    assert (first.name, first.text, first.encoding) == ("青渚时报-01", TEXT, "utf-8")
    assert (first.digest, second.round) == (project.page(1).digest, 1)


def test_statistics(project):
    replace(project, "朝水", "潮水")
    replace(project, "船", "舟", page=2)
    project.perform(SignOff(2))
    figures = project.statistics()
    characters = len(TEXT) + 4
    assert (figures.characters, figures.signed) == (characters, (1, 1, 0, 0))
    assert {why: count.errors for why, count in figures.grounds.items()} == {"hand": 2}
    assert figures.rate == pytest.approx(10_000 * 2 / characters)
    assert [len(page.errors) for page in figures.pages] == [1, 1]


def test_an_empty_project_has_no_errors(project_of):
    assert project_of().statistics().rate == 0


# Scans


def test_a_scan_is_remembered_by_its_place_beside_the_project(project, tmp_path):
    picture = tmp_path / "scans" / "01.png"
    picture.parent.mkdir()
    picture.write_bytes(b"picture")
    project.attach_scan(1, picture)
    assert project.page(1).scan_path == "scans/01.png"
    project.attach_scan(1, None)
    assert project.page(1).scan_digest is None


def test_a_scan_that_cannot_be_read_keeps_no_page_out(project, tmp_path):
    lost = Source("三", b"3", "utf-8", "3", "3.txt", str(tmp_path / "lost.png"))
    added = project.add_pages([lost, Source("四", b"4", "utf-8", "4", "4.txt")])
    assert [project.page(page).scan_path for page in added.pages] == [None, None]
    assert [str(error.path) for error in added.unread] == [lost.scan]
