"""Everything about a page that an editor can change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from core.document.finding import Finding
from core.document.layout import Layout
from core.document.verdict import Decision, Verdict, content_digest, context_of
from core.text.edit import Edits
from core.text.span import Span
from core.text.span_table import Hold, SpanTable

PROJECT_SHEET = 0
"""The page number of the sheet that holds what is decided for the whole project; it has no text."""


@dataclass(frozen=True)
class Verdicts:
    """The verdicts given on one page, each anchored to a span that moves with edits."""

    given: Mapping[int, Verdict] = field(default_factory=lambda: MappingProxyType({}))
    spans: SpanTable = field(default_factory=lambda: SpanTable.of({}))
    next_id: int = 1

    def with_verdict(self, verdict: Verdict, span: Span) -> Verdicts:
        """Return the verdicts with one more, anchored at `span`."""
        given = {**self.given, self.next_id: verdict}
        return Verdicts(given, self.spans.patched({self.next_id: span}), self.next_id + 1)

    def moved(self, edits: Edits) -> Verdicts:
        """Return the verdicts as they stand after `edits` to the text."""
        return replace(self, spans=self.spans.moved(edits, Hold.STAYS))


@dataclass(frozen=True)
class PageState:
    """A page as it stands: its text, its articles, the verdicts on its findings, the round it is signed for.

    `round` counts 校次: 0 not signed, 1 一校, 2 二校, 3 三校.
    """

    text: str = ""
    layout: Layout = field(default_factory=Layout)
    verdicts: Verdicts = field(default_factory=Verdicts)
    round: int = 0


def is_settled(finding: Finding, page: PageState, project: Verdicts) -> bool:
    """Say whether an editor has already decided about `finding`, here or for the whole project.

    A verdict on the page holds where rule and suspect text are the same and it is anchored right here, or the
    text on one side is still what it was: a re-import moves everything, an edit nearby changes one side.
    """
    content = content_digest(finding.span.of(page.text))
    for verdict in project.given.values():
        everywhere = verdict.decision is Decision.DISMISSED_EVERYWHERE
        if everywhere and (verdict.rule, verdict.content) == (finding.rule, content):
            return True
    sides: tuple[str, str] | None = None
    for key, verdict in page.verdicts.given.items():
        if (verdict.rule, verdict.content) != (finding.rule, content):
            continue
        if page.verdicts.spans[key] == finding.span:
            return True
        sides = sides or context_of(page.text, finding.span)
        if verdict.before == sides[0] or verdict.after == sides[1]:
            return True
    return False
