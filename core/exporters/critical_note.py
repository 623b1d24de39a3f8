"""What other pages read where a page differs from them: a note of the critical apparatus."""

from __future__ import annotations

from dataclasses import dataclass

from core.messages import Message
from core.text.span import Span


@dataclass(frozen=True, slots=True)
class NotedReading:
    """A reading of other pages: its text, "" where they have nothing, and the names of those pages.

    `preferred`: there is a reason to think that it is what was to be printed.
    """

    text: str
    witnesses: tuple[str, ...]
    preferred: bool = False


@dataclass(frozen=True, slots=True)
class CriticalNote:
    """A place of a page where others read otherwise; `span` is what the page has (code points).

    `witnesses` are the other pages that read as this one does, `why` what speaks for one of the readings.
    """

    span: Span
    readings: tuple[NotedReading, ...]
    why: Message
    witnesses: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All pages that are named."""
        return (*self.witnesses, *(name for reading in self.readings for name in reading.witnesses))
