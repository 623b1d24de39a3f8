"""Marks: which stretches of a page are drawn as suspect, and how. Data only, nothing is painted here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from core.document.finding import Finding, PageKey
from core.text.edit import Edits
from core.text.span import Span
from core.text.span_table import Hold, SpanTable


class MarkKind(Enum):
    """How a mark is drawn; the kinds differ in shape, not only in colour."""

    CHARACTER = "character"
    """A wavy line: wrong, missing or doubled characters, and whatever has no kind of its own."""
    REPEAT = "repeat"
    """A ground: text that stands on the page twice."""
    SCRIPT = "script"
    """A solid line: characters of the other script."""
    PUNCTUATION = "punctuation"
    """Dots."""


_KIND_BY_WORD = (
    (MarkKind.REPEAT, ("repeat", "duplicate")),
    (MarkKind.SCRIPT, ("script",)),
    (MarkKind.PUNCTUATION, ("punctuation", "quote", "bracket", "title-mark", "full-stop", "space")),
)


def mark_kind(rule: str) -> MarkKind:
    """Return how findings of `rule` are marked, by the words in its name."""
    for kind, words in _KIND_BY_WORD:
        if any(word in rule for word in words):
            return kind
    return MarkKind.CHARACTER


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch; an empty one marks the place between two characters. `strength` is from 0 to 1."""

    span: Span
    kind: MarkKind
    strength: float = 1.0


def marks_of(findings: Iterable[Finding], page: PageKey) -> list[Mark]:
    """Return the marks of the `findings` on `page`; both copies of a repeat are marked.

    Remarks on the whole page have no mark.
    """
    marks: list[Mark] = []
    for finding in findings:
        if finding.page_level:
            continue
        kind = mark_kind(finding.rule)
        marks.append(Mark(finding.span, kind, finding.confidence))
        if kind is MarkKind.REPEAT:
            marks += (
                Mark(place.span, kind, finding.confidence) for place in finding.related if place.page == page
            )
    return marks


class MarkTable:
    """The marks of one page, quick to move under edits and to ask for a stretch."""

    __slots__ = ("_looks", "_spans")

    def __init__(self, marks: Sequence[Mark] = ()) -> None:
        self._looks = [(mark.kind, mark.strength) for mark in marks]
        self._spans = SpanTable.of(enumerate(mark.span for mark in marks))

    def __len__(self) -> int:
        return len(self._spans)

    def within(self, span: Span) -> Iterator[Mark]:
        """Yield the marks that reach into `span`, empty ones at its ends too."""
        table = self._spans
        hit = np.flatnonzero((table.starts <= span.end) & (table.ends >= span.start))
        rows = zip(
            table.keys[hit].tolist(), table.starts[hit].tolist(), table.ends[hit].tolist(), strict=True
        )
        return (Mark(Span(start, end), *self._looks[key]) for key, start, end in rows)

    def after(self, edits: Edits) -> MarkTable:
        """Return the marks as they stand after `edits`; those whose own characters changed are gone.

        They speak of a text that is no more; the next check of the page says what holds of the new one.
        """
        if not len(self._spans):
            return self
        spans = self._spans
        touched = spans.touched(edits)
        if touched:
            kept = ~np.isin(spans.keys, touched)
            spans = SpanTable(spans.keys[kept], spans.starts[kept], spans.ends[kept])
        table = MarkTable()
        table._looks = self._looks
        table._spans = spans.moved(edits, Hold.STAYS)
        return table
