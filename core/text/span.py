"""A stretch of text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The half-open stretch `[start, end)` of a text, in code points; `0 <= start <= end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """Every span is true, an empty one too: test `len(span)` to ask for emptiness."""
        return True

    def of(self, text: str) -> str:
        """Return the characters of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Say whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def holds(self, position: int) -> bool:
        """Say whether the character at `position` is inside."""
        return self.start <= position < self.end

    def moved(self, by: int) -> Span:
        """Return the span `by` code points further on."""
        return Span(self.start + by, self.end + by)
