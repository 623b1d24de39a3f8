"""Deciding about findings: taking a suggestion, dismissing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.changes.state import PROJECT_SHEET
from core.commands.command import PagePlan, Pages, Plan, edited
from core.commands.editing import typing_sentence
from core.document.finding import Finding
from core.document.verdict import Decision, judge
from core.errors import refused
from core.messages import message
from core.text.edit import replace as replacement
from core.text.edit import trimmed
from core.text.span import Span


@dataclass(frozen=True)
class AcceptSuggestion:
    """Put a suggestion of a finding in the place of its span and remember that it was taken."""

    page: int
    finding: Finding
    choice: int = 0

    def plan(self, pages: Pages) -> Plan:
        """Plan the edit and the verdict. Raises RefusedError where there is no such suggestion."""
        finding = self.finding
        if self.choice >= len(finding.suggestions):
            raise refused("这处疑点没有可采用的建议")
        state = pages.state(self.page)
        suggested = finding.suggestions[self.choice].text
        edit = trimmed(replacement(state.text, finding.span, suggested))
        if edit is None:
            raise refused("文字已经是建议的样子")
        verdict = judge(state.text, finding, Decision.ACCEPTED)
        after = edited(state, (edit,))
        anchor = Span(finding.span.start, finding.span.start + len(suggested))
        after = replace(after, verdicts=after.verdicts.with_verdicts([(verdict, anchor)]))
        what = typing_sentence((edit,))
        return Plan("accept", what, f"rule:{finding.rule}", {self.page: PagePlan(after, (edit,))})


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
