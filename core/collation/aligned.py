"""A witness laid along the base: which stretches go together, and where they read otherwise."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from core.collation.differences import Edit, edits_of
from core.collation.witnesses import WitnessGroup


@dataclass(frozen=True, slots=True)
class Aligned:
    """A chain of a witness with the places where it differs from the base."""

    witness: int
    start: int
    end: int
    other_start: int
    edits: tuple[Edit, ...]

    def at(self, position: int, after: bool) -> int:
        """Return where `position` of the base is in the witness; `after` an edit there, or before it."""
        if after:
            number = bisect_right(self.edits, position, key=lambda edit: edit.end)
        else:
            number = sum(1 for edit in self.edits if edit.end <= position and edit.start < position)
        if not number:
            return self.other_start + position - self.start
        edit = self.edits[number - 1]
        return edit.other_end + position - edit.end


def align(group: WitnessGroup) -> list[Aligned]:
    """Align every witness of `group` with the base, the base with itself too."""
    base = group.witnesses[group.base].text.text
    return [
        Aligned(
            number, chain.start, chain.end, chain.other_start, tuple(edits_of(chain, base, witness.text.text))
        )
        for number, witness in enumerate(group.witnesses)
        for chain in witness.chains
    ]
