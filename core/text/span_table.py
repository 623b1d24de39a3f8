"""Many spans at once, kept right under edits.

A page can carry thousands of pieces and findings, and every key pressed moves those behind it. As arrays they
move in microseconds; as objects it would take longer than the key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum

import numpy as np
import numpy.typing as npt

from core.text.edit import Edit
from core.text.span import Span

Positions = npt.NDArray[np.int64]


class Hold(Enum):
    """What text typed at the very edge of a span does to it."""

    GROWS = "grows"
    """The span takes it in: typing at the end of a paragraph belongs to the paragraph."""
    STAYS = "stays"
    """The span keeps to its own characters: a finding is about what it marked, nothing else."""


class SpanTable:
    """An immutable table from a key (a whole number) to a `Span`, ordered by key."""

    __slots__ = ("ends", "keys", "starts")

    def __init__(self, keys: Positions, starts: Positions, ends: Positions) -> None:
        self.keys = keys
        self.starts = starts
        self.ends = ends

    @classmethod
    def of(cls, spans: Mapping[int, Span] | Iterable[tuple[int, Span]]) -> SpanTable:
        """Build a table from keys and their spans."""
        rows = sorted(spans.items() if isinstance(spans, Mapping) else spans)
        if not rows:
            # A correction on a thousand pages makes thousands of tables of nothing.
            nothing = np.zeros(0, dtype=np.int64)
            return cls(nothing, nothing, nothing)
        flat = np.array([(key, span.start, span.end) for key, span in rows], dtype=np.int64).reshape(-1, 3)
        return cls(flat[:, 0].copy(), flat[:, 1].copy(), flat[:, 2].copy())

    def __len__(self) -> int:
        return len(self.keys)

    def __iter__(self) -> Iterator[int]:
        return iter(self.keys.tolist())

    def __contains__(self, key: int) -> bool:
        row = int(np.searchsorted(self.keys, key))
        return row < len(self.keys) and bool(self.keys[row] == key)

    def __getitem__(self, key: int) -> Span:
        row = int(np.searchsorted(self.keys, key))
        if row >= len(self.keys) or self.keys[row] != key:
            raise KeyError(key)
        return Span(int(self.starts[row]), int(self.ends[row]))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SpanTable):
            return NotImplemented
        return (
            np.array_equal(self.keys, other.keys)
            and np.array_equal(self.starts, other.starts)
            and np.array_equal(self.ends, other.ends)
        )

    __hash__ = None  # type: ignore[assignment]  # holds arrays

    def __repr__(self) -> str:
        return f"SpanTable({dict(self.items())})"

    def items(self) -> Iterator[tuple[int, Span]]:
        """Yield keys and spans in the order of the keys."""
        rows = zip(self.keys.tolist(), self.starts.tolist(), self.ends.tolist(), strict=True)
        return ((key, Span(start, end)) for key, start, end in rows)

    def overlapping(self, span: Span) -> list[int]:
        """List the keys of the spans that share a character with `span`."""
        hit = (self.starts < span.end) & (self.ends > span.start)
        return [int(key) for key in self.keys[hit]]

    def patched(self, changed: Mapping[int, Span | None]) -> SpanTable:
        """Return the table with the `changed` keys set, or dropped where they map to None."""
        if not changed:
            return self
        kept = ~_among(self.keys, np.array(sorted(changed), dtype=np.int64))
        new = SpanTable.of({key: span for key, span in changed.items() if span is not None})
        keys = np.concatenate((self.keys[kept], new.keys))
        order = np.argsort(keys)
        starts = np.concatenate((self.starts[kept], new.starts))[order]
        return SpanTable(keys[order], starts, np.concatenate((self.ends[kept], new.ends))[order])

    def changed_to(self, after: SpanTable) -> dict[int, Span | None]:
        """Return what `patched` needs to turn this table into `after`."""
        if after is self or not (len(self.keys) or len(after.keys)):
            return {}
        if np.array_equal(self.keys, after.keys):
            # Nearly always so: typing moves spans, it neither makes nor drops any.
            changed: dict[int, Span | None] = {}
            new = (self.starts != after.starts) | (self.ends != after.ends)
        else:
            changed = dict.fromkeys(self.keys[~_among(self.keys, after.keys)].tolist())
            new = ~_among(after.keys, self.keys)
            if len(self.keys):
                mine = np.minimum(np.searchsorted(self.keys, after.keys), len(self.keys) - 1)
                new |= (self.starts[mine] != after.starts) | (self.ends[mine] != after.ends)
        changed.update(SpanTable(after.keys[new], after.starts[new], after.ends[new]).items())
        return changed

    def touched(self, edits: Sequence[Edit]) -> list[int]:
        """List the keys of the spans whose own characters `edits` change, insertions inside included."""
        hit = np.zeros(len(self.keys), dtype=bool)
        for edit in edits:
            hit |= (self.starts < edit.end) & (self.ends > edit.start)
            if not edit.removed:
                hit |= (self.starts < edit.start) & (self.ends > edit.start)
        return [int(key) for key in self.keys[hit]]

    def moved(self, edits: Sequence[Edit], hold: Hold) -> SpanTable:
        """Return the table as it stands after the ordered simultaneous `edits`.

        An edit across the edge of two growing spans gives its new text to the earlier one. A span whose
        characters are all removed becomes empty where they stood.
        """
        if not edits or not len(self.keys):
            return self
        moving = _Moving(edits)
        grows = hold is Hold.GROWS
        starts = moving.position(self.starts, after_insertion=not grows)
        if grows:
            # Where one span ends and the next begins, what is typed between goes to the one before.
            ending = (self.ends > self.starts) & _among(self.ends, moving.insertions)
            taken = np.flatnonzero(_among(self.starts, np.sort(self.ends[ending])))
            if len(taken):
                starts[taken] = moving.position(self.starts[taken], after_insertion=True)
        ends = moving.position(self.ends, after_insertion=grows)
        return SpanTable(self.keys, starts, np.maximum(starts, ends))


def _among(values: Positions, members: Positions) -> npt.NDArray[np.bool_]:
    """Say which of `values` are among the sorted `members`; many times faster than np.isin for a few."""
    if not len(members):
        return np.zeros(len(values), dtype=bool)
    if len(members) == 1:
        same: npt.NDArray[np.bool_] = values == members[0]
        return same
    found: npt.NDArray[np.bool_] = (
        members[np.minimum(np.searchsorted(members, values), len(members) - 1)] == values
    )
    return found


class _Moving:
    """The arrays that carry positions over one set of simultaneous edits."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.starts = np.array([edit.start for edit in edits], dtype=np.int64)
        self.ends = np.array([edit.end for edit in edits], dtype=np.int64)
        growth = np.array([edit.growth for edit in edits], dtype=np.int64)
        self.growth_before = np.concatenate(([0], np.cumsum(growth)))
        self.insertions = self.starts[self.starts == self.ends]

    def position(self, positions: Positions, *, after_insertion: bool) -> Positions:
        """Carry `positions` over; inside a removed stretch they go behind what replaced it."""
        # Only near the edits it takes thought, and a key pressed is one edit among thousands of positions.
        moved = np.where(positions > self.ends[-1], positions + self.growth_before[-1], positions)
        near = np.flatnonzero((positions >= self.starts[0]) & (positions <= self.ends[-1]))
        if len(near):
            moved[near] = self._near(positions[near], after_insertion=after_insertion)
        return moved

    def _near(self, positions: Positions, *, after_insertion: bool) -> Positions:
        # Edits that end at or before a position are passed; pure insertions right at it may count as either.
        passed = np.searchsorted(self.ends, positions, side="right")
        if not after_insertion:
            # Deletions side by side, taken back, are several insertions at one place.
            before = np.searchsorted(self.insertions, positions, side="left")
            passed = passed - (np.searchsorted(self.insertions, positions, side="right") - before)
        moved: Positions = positions + self.growth_before[passed]
        following = np.minimum(passed, len(self.starts) - 1)
        inside = (self.starts[following] < positions) & (positions < self.ends[following])
        behind = self.ends[following] + self.growth_before[np.minimum(passed + 1, len(self.starts))]
        return np.where(inside, behind, moved)
