"""A round of a page as people see it: who corrected what, when and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.changes.rearranged import Rearranged
from core.changes.state import PageState
from core.document.counting import error_weight
from core.document.error_kind import ErrorKind, error_kind
from core.document.layout import Layout
from core.document.role import HEADLINE_ROLES
from core.messages import Message, message
from core.text.edit import Edit
from core.text.span import Span


@dataclass(frozen=True, slots=True)
class RoundCorrection:
    """What was corrected at one place in a round: the edit of the text before it, by whom, when and why.

    `why` is the ground in the form of a step's, such as `rule:doubled-word`.
    """

    edit: Edit
    who: str
    when: datetime
    why: str
    in_headline: bool

    @property
    def kind(self) -> ErrorKind:
        """What sort of error it mended."""
        return error_kind(self.edit.removed, self.edit.inserted)

    @property
    def weight(self) -> float:
        """What the error counts by the rules of the field."""
        return error_weight(self.edit.removed, self.edit.inserted, in_headline=self.in_headline)


@dataclass(frozen=True, slots=True)
class RoundRearrangement:
    """Pieces that were moved, joined or parted in a round, by whom, when and why. It counts as no error."""

    what: Rearranged
    who: str
    when: datetime
    why: str


@dataclass(frozen=True)
class PageRound:
    """One round of a page with who corrected what; `signed_by` and `signed_at` are None while it is open."""

    number: int
    start: PageState
    end: PageState
    corrections: tuple[RoundCorrection, ...]
    signed_by: str | None = None
    signed_at: datetime | None = None
    rearrangements: tuple[RoundRearrangement, ...] = ()


def headlines_of(layout: Layout) -> list[Span]:
    """List where headlines stand."""
    return [layout.spans[key] for key, piece in layout.pieces.items() if piece.role in HEADLINE_ROLES]


def in_headline(edit: Edit, headlines: Sequence[Span]) -> bool:
    """Say whether an edit is made in one of the `headlines`, or at its end."""
    return any(span.holds(edit.start) or span.end == edit.start for span in headlines)


def round_name(number: int) -> Message:
    """Return what a round is called."""
    names = (message("一校"), message("二校"), message("三校"), message("三校以后"))
    return names[min(number, len(names)) - 1]
