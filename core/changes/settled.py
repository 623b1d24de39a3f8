"""Which findings an editor has already decided about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.changes.state import PageState, Verdicts
from core.document.finding import Finding
from core.document.verdict import Decision, content_digest, content_of, context_of
from core.text.span import Span


def settled_findings(findings: Sequence[Finding], page: PageState, project: Verdicts) -> frozenset[int]:
    """Return the numbers of those of `findings`, made for `page` as it stands, that are settled.

    A finding is settled where it was dismissed everywhere (`project`), or dismissed at its very place. Where
    the judged text has gone from the place the verdict was given for (cut and put elsewhere, imported anew),
    the verdict holds wherever the same text has the same context on one side. An accepted suggestion settles
    nothing: what is found after it is a new error, such as the third copy of a paragraph.
    """
    if not page.verdicts.given and not project.given:
        return frozenset()
    dismissed = _dismissed(page)
    everywhere = {
        (verdict.rule, verdict.content)
        for verdict in project.given.values()
        if verdict.decision is Decision.DISMISSED_EVERYWHERE
    }
    settled: set[int] = set()
    for number, finding in enumerate(findings):
        subject = (finding.rule, content_of(page.text, finding))
        here = dismissed.get(subject)
        if subject in everywhere or (here is not None and here.holds(finding, page.text)):
            settled.add(number)
    return frozenset(settled)


@dataclass
class _Dismissed:
    """Where one subject was dismissed on a page, and the contexts of those that have lost their place."""

    anchors: set[Span] = field(default_factory=set)
    befores: set[str] = field(default_factory=set)
    afters: set[str] = field(default_factory=set)

    def holds(self, finding: Finding, text: str) -> bool:
        if finding.page_level or finding.span in self.anchors:
            return True
        if not self.befores:
            return False
        before, after = context_of(text, finding.span)
        return before in self.befores or after in self.afters


def _dismissed(page: PageState) -> dict[tuple[str, str], _Dismissed]:
    found: dict[tuple[str, str], _Dismissed] = defaultdict(_Dismissed)
    for key, verdict in page.verdicts.given.items():
        if verdict.decision is not Decision.DISMISSED:
            continue
        here = found[verdict.rule, verdict.content]
        anchor = page.verdicts.spans[key]
        here.anchors.add(anchor)
        if verdict.content and content_digest(anchor.of(page.text)) != verdict.content:
            here.befores.add(verdict.before)
            here.afters.add(verdict.after)
    return found
