"""Where the characters of a paragraph come from: stretches of a page and what was corrected there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.exporters.critical_note import CriticalNote
from core.exporters.exporter import Correction
from core.text.span import Span


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """The text of one page, what was corrected on it, and what other pages read."""

    text: str
    corrections: tuple[Correction, ...] = ()
    apparatus: tuple[CriticalNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A stretch of a page that a paragraph, or a part of it, was read from."""

    leaf: Leaf
    span: Span

    def positions(self) -> Iterator[int]:
        """Yield where on the page its characters stand, white space left out (code points)."""
        text = self.leaf.text
        return (at for at in range(self.span.start, self.span.end) if not text[at].isspace())

    def corrections(self) -> list[Correction]:
        """List the corrections that touch it, a deletion at its very end too."""
        start, end = self.span.start, self.span.end
        return [
            made
            for made in self.leaf.corrections
            if made.span is not None and made.span.start <= end and start <= made.span.end
        ]

    def notes(self) -> list[CriticalNote]:
        """List the notes to it, those too whose place goes on in another source."""
        span = self.span
        return [
            note
            for note in self.leaf.apparatus
            if span.overlaps(note.span) or (not note.span and span.start <= note.span.start <= span.end)
        ]

    def without_start(self, count: int) -> Source:
        """Return it without its first `count` characters that are no white space."""
        if not count:
            return self
        kept = list(self.positions())[count:]
        return replace(self, span=Span(kept[0] if kept else self.span.end, self.span.end))

    def without_end(self, count: int) -> Source:
        """Return it without its last `count` characters that are no white space."""
        if not count:
            return self
        kept = list(self.positions())[:-count]
        return replace(self, span=Span(self.span.start, kept[-1] + 1 if kept else self.span.start))
