"""Which pages of two projects are the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.store.rows import PageRecord


@dataclass(frozen=True)
class SamePages:
    """The pages of another copy by those of this one; `only_mine` and `only_theirs` are on one side alone."""

    theirs: Mapping[int, int]
    only_mine: tuple[str, ...]
    only_theirs: tuple[str, ...]

    @property
    def mine(self) -> dict[int, int]:
        """The pages of this project by those of the other copy."""
        return {theirs: mine for mine, theirs in self.theirs.items()}


def same_pages(mine: Sequence[PageRecord], theirs: Sequence[PageRecord]) -> SamePages:
    """Find the pages that were imported from the same bytes; several such go by path, then by order."""
    waiting: dict[str, list[PageRecord]] = defaultdict(list)
    for record in theirs:
        waiting[record.digest].append(record)
    found: dict[int, int] = {}
    left: list[PageRecord] = []
    for record in mine:
        held = next((one for one in waiting[record.digest] if one.path == record.path), None)
        if held is None:
            left.append(record)
        else:
            found[record.id] = held.id
            waiting[record.digest].remove(held)
    alone = []
    for record in left:
        if waiting[record.digest]:
            found[record.id] = waiting[record.digest].pop(0).id
        else:
            alone.append(record.name)
    return SamePages(found, tuple(alone), tuple(one.name for rest in waiting.values() for one in rest))
