"""Findings kept in a project: what hides them, and how those of all pages are listed without their texts."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.commands.editing import ReplaceText
from core.commands.judging import DismissFindings
from core.detectors.options import CheckOptions, Level
from core.document.finding import Finding, Suggestion
from core.glossary.entry import Entry, Glossary
from core.messages import message
from core.project.knowledge import ProjectKnowledge
from core.project.listing import OUTSIDE, ListedFinding, decode_listed, encode_listed
from core.text.edit import Edit
from core.text.span import Span

TEXT = "# 度口今日通航\n\n朝水退去，渡船来了。"


@pytest.fixture
def project(project_of):
    project = project_of(TEXT, "船来了。", "船走了。")
    project.findings.know(ProjectKnowledge())
    return project


def keep(project, page, *findings):
    project.findings.keep(page, project.findings.fingerprint(page), list(findings), alone=False)


def listed(project):
    """Return what is listed of each page, None where nothing is known of it, and whether it is checked."""
    part = project.findings.listing(0, 10)
    assert part.complete
    pages = {}
    for page in part.pages:
        waiting = part.waiting(page)
        shown = None if waiting is None else [row.suspect for row in part.shown(waiting)]
        pages[page.page] = (shown, page.checked)
    return pages


def test_level_and_switches_only_hide_findings(project, finding_at):
    sure, unsure = (replace(finding_at(TEXT, "渡"), confidence=at) for at in (0.7, 0.2))
    keep(project, 1, sure, unsure)
    assert project.findings.checked(1, project.findings.kept(1)).open == [sure]
    project.taught.keep_options(CheckOptions(Level.STRICT))
    checked = project.findings.checked(1, project.findings.kept(1))
    assert checked.open == [sure, unsure]
    assert [checked.count_at(level) for level in Level] == [1, 1, 2]
    assert project.page(1).open_findings == 2
    project.taught.keep_options(CheckOptions(off=frozenset({sure.rule})))
    assert project.findings.checked(1, project.findings.kept(1)).open == []
    assert project.page(1).open_findings == 0


def test_a_rule_that_asks_sooner_is_shown_sooner(project, finding_at):
    keep(project, 1, replace(finding_at(TEXT, "渡"), confidence=0.1, asks_from=1 / 3))
    assert listed(project)[1] == (["渡"], True)
    project.taught.keep_options(CheckOptions(Level.LENIENT))
    assert listed(project)[1] == ([], True)


def test_a_list_tells_all_that_is_shown_of_a_finding(project):
    said = message("已经是这样了")
    odd = Finding("odd", Span(2, 3), said, (Suggestion("渡", 0.9),), 0.8)
    keep(project, 1, odd, Finding("drift", Span(0, 0), said, page_level=True))
    part = project.findings.listing(0, 10)
    row, remark = part.waiting(part.pages[0])
    assert (row.suspect, row.suggestion, row.before, row.after) == ("度", "渡", "# ", "口今日通航")
    assert (row.line, row.article, row.title) == (1, 0, "度口今日通航")
    assert (remark.remark, remark.line, remark.article) == (said, 0, OUTSIDE)


def test_pages_that_have_changed_or_were_not_looked_at_are_not_listed(project, finding_at):
    keep(project, 1, finding_at(TEXT, "渡"))
    keep(project, 2, finding_at("船来了。", "船"))
    assert listed(project) == {1: (["渡"], True), 2: (["船"], True), 3: (None, False)}
    edit = Edit(0, "船", "舟")
    project.perform(ReplaceText({2: (edit,)}, message("录入后又复原")))
    assert listed(project)[2] == (None, False)
    project.undo()
    assert listed(project)[2] == (["船"], True)


def test_another_glossary_leaves_the_list_and_says_that_it_is_old(project, finding_at):
    keep(project, 1, finding_at(TEXT, "渡"))
    project.taught.keep_glossary(Glossary((Entry("青渚港"),)))
    assert listed(project)[1] == (["渡"], False)


def test_what_is_dismissed_is_not_listed_until_it_comes_back(project, finding_at):
    findings = [finding_at(TEXT, "渡"), finding_at(TEXT, "船")]
    keep(project, 1, *findings)
    keep(project, 2, finding_at("船来了。", "船"))
    project.perform(DismissFindings(1, (findings[0],)))
    project.findings.checked(1, findings)
    assert listed(project)[1] == (["船"], True)
    project.perform(DismissFindings(1, (findings[1],), everywhere=True))
    assert [rows for rows, _ in listed(project).values()] == [[], [], None]
    project.undo()
    project.undo()
    project.findings.checked(1, findings)
    assert [rows for rows, _ in listed(project).values()] == [["渡", "船"], ["船"], None]


def test_a_damaged_list_is_none(project, finding_at):
    keep(project, 1, finding_at(TEXT, "渡"))
    project._store.keep_listed(1, "[[1]]", 1)
    part = project.findings.listing(0, 1)
    assert (part.waiting(part.pages[0]), part.complete) == (None, False)


texts = st.text(st.characters() | st.just("\ud842"), max_size=6)
rows = st.builds(
    ListedFinding,
    st.integers(0, 99),
    texts,
    st.floats(0, 1),
    st.floats(0, 1),
    texts,
    texts,
    st.none() | texts,
    texts,
    texts,
    st.integers(0, 99),
    st.integers(-1, 9),
    texts,
    st.none() | st.builds(message, st.just("已经是这样了")),
)


@given(st.lists(rows, max_size=4))
def test_a_list_is_read_as_it_was_written(listed):
    assert decode_listed(encode_listed(listed)) == listed
