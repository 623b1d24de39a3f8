"""Marks: which stretches of a page are drawn as suspect, and how. Data only, nothing is painted here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

import numpy as np

from core.document.finding import Finding, PageKey
from core.text.edit import Edits
from core.text.span import Span


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
    FOUND = "found"
    """A ground of its own: what somebody looks for."""


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
    """The marks of one page in the order of the text, quick to move under edits and to look up."""

    __slots__ = ("_ends", "_looks", "_numbers", "_starts")

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        in_order = sorted(marks, key=lambda mark: mark.span)
        self._looks = [(mark.kind, mark.strength) for mark in in_order]
        self._numbers = np.arange(len(in_order))
        self._starts = np.array([mark.span.start for mark in in_order], dtype=np.int64)
        self._ends = np.array([mark.span.end for mark in in_order], dtype=np.int64)

    def __len__(self) -> int:
        return len(self._starts)

    def within(self, start: int, end: int) -> Iterator[tuple[int, int, MarkKind, float]]:
        """Yield start, end, kind and strength of the marks that reach into `[start, end]`, edges included.

        Plain values, because painting asks for hundreds of them at every key.
        """
        last = int(self._starts.searchsorted(end, side="right"))
        hit = np.flatnonzero(self._ends[:last] >= start)
        for number, begin, finish in zip(
            self._numbers[hit].tolist(), self._starts[hit].tolist(), self._ends[hit].tolist(), strict=True
        ):
            yield begin, finish, *self._looks[number]

    def after(self, edits: Edits) -> MarkTable:
        """Return the marks as they stand after `edits`; those whose own characters changed are gone.

        They speak of a text that is no more; the next check of the page says what holds of the new one.
        """
        if not len(self):
            return self
        numbers, starts, ends = self._numbers, self._starts, self._ends
        for edit in reversed(edits):
            behind = int(starts.searchsorted(edit.end, side="left"))
            kept = ends[:behind] <= edit.start
            numbers = np.concatenate((numbers[:behind][kept], numbers[behind:]))
            starts = np.concatenate((starts[:behind][kept], starts[behind:] + edit.growth))
            ends = np.concatenate((ends[:behind][kept], ends[behind:] + edit.growth))
        table = MarkTable()
        table._looks, table._numbers, table._starts, table._ends = self._looks, numbers, starts, ends
        return table
