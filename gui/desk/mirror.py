"""The current page as the window shows it: as new as the last key, a moment ahead of the project file."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from core.changes.state import PageState
from core.detectors.options import Level
from core.document.finding import Finding
from core.document.layout import ArticleId, Layout
from core.project.kept import Checked
from core.text.edit import Edits, apply_edits
from core.text.span_table import Hold, SpanTable


@dataclass
class PageMirror:
    """Text, articles and findings of the page on screen.

    Findings are numbered as they came from the last check; `spans` and `related` move with every key, while
    the findings themselves keep the places where they were found. A finding whose own characters were edited
    is gone until the page is checked again. `checked` is False until the findings are those of some state of
    this page.
    """

    page: int
    text: str
    layout: Layout
    round: int = 0
    arranged: bool = True
    """Whether its articles are there; a page that is seen for the first time is shown before they are."""
    findings: Sequence[Finding] = ()
    spans: SpanTable = field(default_factory=lambda: SpanTable.of({}))
    related: SpanTable = field(default_factory=lambda: SpanTable.of({}))
    """Other places of findings on this page; those of one are numbered in a row from its `first_related`."""
    first_related: dict[int, int] = field(default_factory=dict)
    at_level: Mapping[Level, int] = field(default_factory=dict)
    """How many findings the last check would show at each level."""
    checked: bool = False
    edition: int = 0
    """Counts the changes to text and articles: tells whether a check that ran meanwhile is still of use."""

    def edit(self, edits: Edits) -> None:
        """Follow edits that the editor has made; what the store says of the articles comes later."""
        self.text = apply_edits(self.text, edits)
        self.layout = self.layout.moved(edits)
        gone = self.spans.touched(edits)
        self.spans = self.spans.patched(dict.fromkeys(gone)).moved(edits, Hold.STAYS)
        self.related = self.related.moved(edits, Hold.STAYS)
        self.edition += 1

    def settle(self, state: PageState) -> bool:
        """Take over what a step made of the page; return whether articles changed more than their places."""
        same = (
            state.layout.articles == self.layout.articles
            and state.layout.pieces == self.layout.pieces
            and state.layout.order == self.layout.order
            and state.layout.furniture == self.layout.furniture
        )
        # Where articles come that were not there yet, nothing was found on the page that is of no use now.
        if not same and self.arranged:
            self.edition += 1
        self.layout = state.layout
        self.arranged = True
        self.round = state.round
        return not same

    def judge(self, checked: Checked, held: int | None = None) -> None:
        """Take over findings; those that are settled, or that the level hides, are not shown.

        The one numbered `held` is what the editor looks at: it stays where it is even where a new check
        would have put something else there, and whoever takes its place comes with the check after.
        """
        kept = self.finding(held) if held is not None and held in self.spans else None
        if kept is not None and checked.can_show(kept):
            checked = checked.with_held(kept)
        self.findings = checked.findings
        self.spans = SpanTable.of({number: checked.findings[number].span for number in checked.waiting})
        self.at_level = {level: checked.count_at(level) for level in Level}
        places = [(number, place) for number, one in enumerate(checked.findings) for place in one.related]
        self.related = SpanTable.of(
            {at: place.span for at, (_, place) in enumerate(places) if place.page == self.page}
        )
        self.first_related = {number: at for at, (number, _) in reversed(list(enumerate(places)))}
        self.checked = True

    def settled(self, numbers: Iterable[int]) -> None:
        """Drop findings that have been decided about, before the store says so."""
        self.spans = self.spans.patched(dict.fromkeys(numbers))

    @property
    def open(self) -> list[int]:
        """The numbers of the findings that wait for a decision, in the order of their places."""
        rows = sorted(zip(self.spans.starts.tolist(), self.spans.keys.tolist(), strict=True))
        return [number for _, number in rows]

    def finding(self, number: int) -> Finding:
        """Return a finding where it stands now. Raises KeyError where it is settled or edited away."""
        found, span = self.findings[number], self.spans[number]
        if not found.related:
            return found if span == found.span else replace(found, span=span)
        places = (
            replace(place, span=self.related[at]) if at in self.related else place
            for at, place in enumerate(found.related, self.first_related.get(number, 0))
        )
        return replace(found, span=span, related=tuple(places))

    def still_open(self, numbers: Iterable[int]) -> dict[int, Finding]:
        """Return those of `numbers` that wait for a decision; the others were decided about meanwhile."""
        return {number: self.finding(number) for number in numbers if number in self.spans}

    @property
    def end(self) -> int:
        """The position behind the text and all its findings."""
        return len(self.text) + 1

    def next_open(self, position: int, *, forward: bool = True, around: bool = True) -> int | None:
        """Return the nearest open finding that starts behind `position`, or before it.

        `around`: behind the last comes the first. Remarks about the whole page stand in the list but are not
        stopped at.
        """
        stops = [number for number in self.open if not self.findings[number].page_level]
        if not stops:
            return None
        starts = [self.spans[number].start for number in stops]
        at = bisect_left(starts, position + 1) if forward else bisect_left(starts, position) - 1
        if not around and not 0 <= at < len(stops):
            return None
        return stops[at % len(stops)]

    def findings_by_article(self) -> dict[ArticleId, int]:
        """Count the open findings of each article."""
        table, owners = self.layout.spans, self.layout.owners()
        order = np.lexsort((table.ends, table.starts))
        rows = np.searchsorted(table.starts[order], self.spans.starts, side="right") - 1
        pieces = table.keys[order][rows[rows >= 0]].tolist()
        return dict(Counter(owners[piece] for piece in pieces if piece in owners))
