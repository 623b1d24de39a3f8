"""Deciding about findings: taking a suggestion, dismissing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.changes.state import PROJECT_SHEET, PageState
from core.commands.command import PagePlan, Pages, Plan, arranged, edited
from core.commands.editing import typing_sentence
from core.document.finding import Finding
from core.document.relocating import relocated
from core.document.verdict import Decision, Verdict, judge
from core.errors import refused
from core.messages import message
from core.text.edit import Edit, trimmed
from core.text.edit import replace as replacement
from core.text.span import Span


@dataclass(frozen=True)
class AcceptSuggestion:
    """Put a suggestion of a finding in the place of its span and remember that it was taken."""

    page: int
    finding: Finding
    choice: int = 0

    def plan(self, pages: Pages) -> Plan:
        """Plan the edit and the verdict. Raises RefusedError where there is no such suggestion."""
        if self.choice >= len(self.finding.suggestions):
            raise refused("这处疑点没有可采用的建议")
        state = pages.state(self.page)
        if self.finding.suggestions[self.choice].moves:
            layout, what = relocated(state.layout, state.text, self.finding)
            return arranged(self.page, state, layout, "accept", what, f"rule:{self.finding.rule}")
        edit = _correction(state.text, self.finding, self.choice)
        if edit is None:
            raise refused("文字已经是建议的样子")
        return _accepted(self.page, state, [(self.finding, edit)])


@dataclass(frozen=True)
class AcceptSuggestions:
    """Take the first suggestion of each of several findings of a page as one step.

    Findings without one stay open, and so do those that reach into one before them: their text will be
    another. So do those that move something: each of them is a gesture of its own.
    """

    page: int
    findings: tuple[Finding, ...]

    def plan(self, pages: Pages) -> Plan:
        """Plan the edits and verdicts. Raises RefusedError where no finding has a suggestion to take."""
        state = pages.state(self.page)
        taken: list[tuple[Finding, Edit]] = []
        for finding in sorted(self.findings, key=lambda finding: finding.span):
            corrects = finding.suggestions and not finding.suggestions[0].moves
            edit = _correction(state.text, finding, 0) if corrects else None
            if edit is not None and (not taken or _is_behind(finding.span, taken[-1][0].span)):
                taken.append((finding, edit))
        if not taken:
            raise refused("选中的疑点都没有可采用的建议")
        return _accepted(self.page, state, taken)


def _correction(text: str, finding: Finding, choice: int) -> Edit | None:
    return trimmed(replacement(text, finding.span, finding.suggestions[choice].text))


def _is_behind(span: Span, other: Span) -> bool:
    return span.start >= other.end and span.start > other.start


def _accepted(page: int, state: PageState, taken: Sequence[tuple[Finding, Edit]]) -> Plan:
    """Return the plan that makes the edits and remembers what they were for; each lies in its finding."""
    edits = tuple(edit for _, edit in taken)
    given: list[tuple[Verdict, Span]] = []
    growth = 0
    for finding, edit in taken:
        start = finding.span.start + growth
        growth += edit.growth
        given.append((judge(state.text, finding, Decision.ACCEPTED), Span(start, finding.span.end + growth)))
    after = edited(state, edits)
    after = replace(after, verdicts=after.verdicts.with_verdicts(given))
    what = typing_sentence(edits) if len(edits) == 1 else message("采用 {count} 处建议", count=len(edits))
    rules = sorted({finding.rule for finding, _ in taken})
    return Plan("accept", what, "rule:" + ",".join(rules), {page: PagePlan(after, edits)})


@dataclass(frozen=True)
class DismissFindings:
    """Settle findings of a page without changing the text, here or for the same text in the whole project."""

    page: int
    findings: tuple[Finding, ...]
    everywhere: bool = False

    def plan(self, pages: Pages) -> Plan:
        """Plan the verdicts. Raises RefusedError where no finding is chosen."""
        if not self.findings:
            raise refused("没有选中疑点")
        text = pages.state(self.page).text
        if self.everywhere:
            sheet, decision = PROJECT_SHEET, Decision.DISMISSED_EVERYWHERE
        else:
            sheet, decision = self.page, Decision.DISMISSED
        held = pages.state(sheet)
        # What holds everywhere has no place; all other verdicts stay with the text they were given for.
        given = [
            (judge(text, finding, decision), Span(0, 0) if self.everywhere else finding.span)
            for finding in self.findings
        ]
        what = message(
            "处处忽略 {count} 处疑点" if self.everywhere else "忽略 {count} 处疑点", count=len(self.findings)
        )
        rules = sorted({finding.rule for finding in self.findings})
        after = replace(held, verdicts=held.verdicts.with_verdicts(given))
        return Plan("dismiss", what, "rule:" + ",".join(rules), {sheet: PagePlan(after)})
