"""What is one character off a form: how it slipped, and which of several such readings of a place holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt

from core.text.characters import is_han
from core.text.span import Span


class Slip(Enum):
    """How a text differs from a set form."""

    OTHER = "other"
    MISSING = "missing"
    ADDED = "added"
    SWAPPED = "swapped"


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A stretch `[start, end)` of a text that is one slip off `form` (folded).

    `at` counts from the start of the form to the first character that differs; `at_end`: it is the first or
    the last, or reaches there.
    """

    start: int
    end: int
    form: str
    slip: Slip
    at: int
    at_end: bool

    @property
    def differing(self) -> Span:
        """What differs, in the text: where a character is missing, those on either side of it."""
        at = self.start + self.at
        if self.slip is Slip.MISSING:
            return Span(at - 1, at + 1)
        return Span(at, at + 1 + (self.slip is Slip.SWAPPED))


def slip_between(found: str, form: str) -> tuple[Slip, int] | None:
    """Return the one slip that makes `found` of `form` and where it is, None where it takes more or none.

    Only Han characters slip.
    """
    if found == form or abs(len(found) - len(form)) > 1:
        return None
    at, least = 0, min(len(found), len(form))
    while at < least and found[at] == form[at]:
        at += 1
    if len(found) == len(form):
        if found[at + 1 :] == form[at + 1 :]:
            return (Slip.OTHER, at) if is_han(found[at]) and is_han(form[at]) else None
        swapped = found[at : at + 2] == form[at + 1 : at + 2] + form[at]
        if swapped and found[at + 2 :] == form[at + 2 :] and is_han(found[at]) and is_han(form[at]):
            return Slip.SWAPPED, at
        return None
    if len(found) < len(form):
        return (Slip.MISSING, at) if found[at:] == form[at + 1 :] and is_han(form[at]) else None
    return (Slip.ADDED, at) if found[at + 1 :] == form[at:] and is_han(found[at]) else None


def compared(text: str, start: int, end: int, forms: Iterable[str]) -> Iterator[NearMiss]:
    """Yield how a stretch of a text slipped from one of `forms`, unless only an end is lost or added."""
    found = text[start:end]
    for form in forms:
        slip = slip_between(found, form)
        if slip is None:
            continue
        kind, at = slip
        if kind in (Slip.MISSING, Slip.ADDED) and not 0 < at < len(form) - (kind is Slip.MISSING):
            # A form whose first or last character is missing is mostly another word.
            continue
        last = at + (kind is Slip.SWAPPED)
        yield NearMiss(start, end, form, kind, at, at == 0 or last == len(form) - 1)


def reach_of(standing: Iterable[tuple[int, int]], length: int) -> npt.NDArray[np.intp]:
    """Return for each place how far the forms reach that stand in the text and begin there or before."""
    reach = np.zeros(length + 1, dtype=np.intp)
    for start, end in standing:
        reach[start] = max(reach[start], end)
    return np.maximum.accumulate(reach)


def is_held(miss: NearMiss, reach: npt.NDArray[np.intp]) -> bool:
    """Say whether what differs lies in a listed form that stands there as it is."""
    return bool(reach[miss.differing.start] >= miss.differing.end)


def best(misses: Iterable[NearMiss], length: int) -> list[NearMiss]:
    """Keep the longest form at each place, of equals the one that differs inside."""
    kept: list[NearMiss] = []
    taken = bytearray(length)
    for miss in sorted(misses, key=_rank):
        if not any(taken[miss.start : miss.end]):
            taken[miss.start : miss.end] = b"\1" * (miss.end - miss.start)
            kept.append(miss)
    return sorted(kept, key=lambda miss: miss.start)


def _rank(miss: NearMiss) -> tuple[int, bool, bool, int, str, int]:
    # 滨河大木桥 is 滨河大桥 with one more, though its first four characters are that with another at the end.
    swapped = miss.slip is Slip.SWAPPED
    return -len(miss.form), not swapped, miss.at_end, miss.start, miss.form, -miss.end
