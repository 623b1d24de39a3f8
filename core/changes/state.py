"""Everything about a page that an editor can change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from core.document.layout import Layout
from core.document.verdict import Verdict
from core.text.edit import Edits
from core.text.span import Span
from core.text.span_table import Hold, SpanTable

PROJECT_SHEET = 0
"""The page number of the sheet that holds what is decided for the whole project; it has no text."""


ROUNDS = 3
"""How many rounds of proofreading (校次) a page can be signed for."""


@dataclass(frozen=True)
class Verdicts:
    """The verdicts given on one page, each anchored to a span that moves with edits."""

    given: Mapping[int, Verdict] = field(default_factory=lambda: MappingProxyType({}))
    spans: SpanTable = field(default_factory=lambda: SpanTable.of({}))
    next_id: int = 1

    def with_verdicts(self, given: Iterable[tuple[Verdict, Span]]) -> Verdicts:
        """Return the verdicts with those `given` behind them, each anchored at its span."""
        added = dict(enumerate(given, self.next_id))
        verdicts = {key: verdict for key, (verdict, _) in added.items()}
        spans = self.spans.patched({key: span for key, (_, span) in added.items()})
        return Verdicts({**self.given, **verdicts}, spans, self.next_id + len(added))

    def moved(self, edits: Edits) -> Verdicts:
        """Return the verdicts as they stand after `edits` to the text."""
        spans = self.spans.moved(edits, Hold.STAYS)
        return self if spans is self.spans else replace(self, spans=spans)


@dataclass(frozen=True)
class PageState:
    """A page as it stands: its text, its articles, the verdicts on its findings, the round it is signed for.

    `round` counts 校次: 0 not signed, 1 一校, 2 二校, 3 三校. A page that was `removed` from the project
    keeps all it had, so that it can come back; only nobody sees it.
    """

    text: str = ""
    layout: Layout = field(default_factory=Layout)
    verdicts: Verdicts = field(default_factory=Verdicts)
    round: int = 0
    removed: bool = False

    @property
    def linked_layout(self) -> Layout:
        """Its articles for whoever follows links to them: a link to a page that was removed leads nowhere."""
        return Layout() if self.removed else self.layout
