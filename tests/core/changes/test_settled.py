from dataclasses import replace

import pytest

from core.changes.settled import settled_findings
from core.changes.state import PageState, Verdicts
from core.commands.command import edited
from core.document.verdict import Decision, judge
from core.text.edit import Edit
from core.text.span import Span

TEXT = "渡口今日通航，渡口今日通航。\n潮水退去，船来了，人也散了。"


@pytest.fixture
def judged(finding_at):
    """A page on which one finding was decided about."""

    def build(subject: str, decision: Decision = Decision.DISMISSED, copy: int = 0) -> PageState:
        finding = finding_at(TEXT, subject, copy=copy)
        given = [(judge(TEXT, finding, decision), finding.span)]
        return PageState(TEXT, verdicts=Verdicts().with_verdicts(given))

    return build


@pytest.fixture
def is_settled(finding_at):
    def ask(page: PageState, subject: str, copy: int = 0, rule: str = "odd") -> bool:
        finding = finding_at(page.text, subject, copy=copy, rule=rule)
        return bool(settled_findings([finding], page, Verdicts()))

    return ask


def test_a_dismissed_finding_is_settled(judged, is_settled):
    page = judged("潮水")
    assert is_settled(page, "潮水")
    assert not is_settled(page, "潮")
    assert not is_settled(page, "潮水", rule="other")


def test_it_stays_settled_after_edits_elsewhere_and_beside_it(judged, is_settled):
    page = judged("潮水")
    assert is_settled(edited(page, (Edit(0, "渡口今日", "今天的渡口"),)), "潮水")
    assert is_settled(edited(page, (Edit(14, "\n", "新的一段"), Edit(17, "退去", "涨了"))), "潮水")


def test_the_same_text_at_another_place_is_another_finding(judged, is_settled):
    page = judged("渡口今日通航", copy=1)
    assert is_settled(page, "渡口今日通航", copy=1)
    assert not is_settled(page, "渡口今日通航")


def test_even_where_both_stand_in_the_same_words(finding_at):
    text = "船工把缆绳系在石墩上，走了。\n" * 2
    finding = finding_at(text, "，", copy=1)
    page = PageState(
        text, verdicts=Verdicts().with_verdicts([(judge(text, finding, Decision.DISMISSED), finding.span)])
    )
    both = [finding_at(text, "，"), finding]
    assert settled_findings(both, page, Verdicts()) == {1}


def test_a_changed_text_is_a_new_finding(judged, is_settled):
    assert not is_settled(edited(judged("潮水"), (Edit(15, "潮水", "朝水"),)), "朝水")


def test_cut_and_put_elsewhere_it_is_known_by_what_stands_around_it(judged, is_settled):
    page = judged("潮水")
    cut = edited(page, (Edit(15, "潮水退去，船来了，人也散了。", ""),))
    put = edited(cut, (Edit(0, "", "潮水退去，船来了，人也散了。\n"),))
    assert is_settled(put, "潮水")


def test_imported_anew_it_is_known_by_what_stands_around_it(judged, is_settled):
    page = judged("潮水")
    again = replace(page, text="新刊头\n" + TEXT)
    assert is_settled(again, "潮水")


def test_an_accepted_suggestion_settles_nothing_that_is_found_later(judged, is_settled, finding_at):
    text = "一段话。\n一段话。\n一段话。\n"
    third = finding_at(text, "一段话。\n", copy=2)
    given = [(judge(text, third, Decision.ACCEPTED), Span(10, 10))]
    page = edited(PageState(text), (Edit(10, "一段话。\n", ""),))
    page = replace(page, verdicts=Verdicts().with_verdicts(given))
    assert not is_settled(page, "一段话。\n", copy=1)


def test_dismissed_everywhere_holds_on_every_page(finding_at):
    verdict = judge(TEXT, finding_at(TEXT, "渡口"), Decision.DISMISSED_EVERYWHERE)
    project = Verdicts().with_verdicts([(verdict, Span(0, 0))])
    other = PageState("新的渡口")
    assert settled_findings([finding_at(other.text, "渡口")], other, project) == {0}


def test_a_remark_about_the_page_stays_settled_whatever_is_edited(finding_at):
    remark = replace(finding_at(TEXT, "，"), page_level=True)
    given = [(judge(TEXT, remark, Decision.DISMISSED), remark.span)]
    page = edited(PageState(TEXT, verdicts=Verdicts().with_verdicts(given)), (Edit(6, "，", "、"),))
    later = replace(finding_at(page.text, "。"), page_level=True)
    assert settled_findings([later], page, Verdicts()) == {0}


def test_findings_are_named_by_their_number(judged, finding_at):
    page = judged("潮水")
    findings = [finding_at(TEXT, "渡口"), finding_at(TEXT, "潮水"), finding_at(TEXT, "船")]
    assert settled_findings(findings, page, Verdicts()) == {1}
