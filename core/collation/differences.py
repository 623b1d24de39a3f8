"""How one text is changed into another that says nearly the same: few edits, each of a whole reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from core.collation.chains import Chain


@dataclass(frozen=True, slots=True)
class Edit:
    """`[start, end)` of one text is `[other_start, other_end)` of another, and reads otherwise."""

    start: int
    end: int
    other_start: int
    other_end: int

    @property
    def growth(self) -> int:
        """How much longer the other text is here."""
        return self.other_end - self.other_start - self.end + self.start

    def moved(self, by: int, other_by: int) -> Edit:
        """Return the edit further on in either text."""
        return Edit(self.start + by, self.end + by, self.other_start + other_by, self.other_end + other_by)


WHOLE = 20
"""Where one text is so much longer than the other, one line or more was lost as a whole."""

SWAPPED = 40
"""So many characters may lie between words in their place and where they are put: fewer for few."""

_LIKE, _LIKE_FROM = 0.8, 5

SCATTERED = 12
"""So many changes in a row may be the pieces of one loss, cut up by characters that agree by chance."""


def edits_of(chain: Chain, one: str, other: str) -> list[Edit]:
    """Return where the two texts of a chain differ, in order; between changes they agree."""
    found: list[Edit] = []
    start, there = chain.start, chain.other_start
    for run in chain.runs:
        found += _between(one, other, Edit(start, run.start, there, run.other_start))
        start, there = run.start + run.length, run.other_start + run.length
    found += _between(one, other, Edit(start, chain.end, there, chain.other_end))
    placed = [
        _first_place(one, other, change, low) for change, low in _with_lows(chain.start, _joined(found))
    ]
    return _with_swaps(one, other, placed)


def edits_between(one: str, other: str) -> list[Edit]:
    """Return where two texts differ, in order."""
    return _joined([*_between(one, other, Edit(0, len(one), 0, len(other)))])


def _between(one: str, other: str, gap: Edit) -> Iterator[Edit]:
    """Yield the changes of a gap between two runs."""
    mine, theirs = one[gap.start : gap.end], other[gap.other_start : gap.other_end]
    if mine == theirs:
        return
    found = _around_loss(mine, theirs) if abs(gap.growth) >= WHOLE else _small(mine, theirs)
    for piece in found:
        yield piece.moved(gap.start, gap.other_start)


def _around_loss(one: str, other: str) -> list[Edit]:
    """Return the edits where a line or more was lost at once: what is left stands before it and behind."""
    if len(other) > len(one):
        return [Edit(it.other_start, it.other_end, it.start, it.end) for it in _around_loss(other, one)]
    lost = len(one) - len(other)
    costs = [
        Levenshtein.distance(one[:at], other[:at]) + Levenshtein.distance(one[at + lost :], other[at:])
        for at in range(len(other) + 1)
    ]
    at = costs.index(min(costs))
    behind = (it.moved(at + lost, at) for it in _small(one[at + lost :], other[at:]))
    return _joined([*_small(one[:at], other[:at]), Edit(at, at + lost, at, at), *behind])


def _small(one: str, other: str) -> list[Edit]:
    pieces = [
        Edit(step.src_start, step.src_end, step.dest_start, step.dest_end)
        for step in Levenshtein.opcodes(one, other)
        if step.tag != "equal"
    ]
    return list(_gathered(one, other, pieces))


def _gathered(one: str, other: str, pieces: Sequence[Edit]) -> Iterator[Edit]:
    """Yield changes, those that are pieces of one loss or addition as one."""
    at = 0
    while at < len(pieces):
        for last in range(min(at + SCATTERED, len(pieces) - 1), at, -1):
            whole = _as_one(one, other, pieces[at], pieces[last])
            if whole is not None:
                yield whole
                at = last
                break
        else:
            yield pieces[at]
        at += 1


def _as_one(one: str, other: str, first: Edit, last: Edit) -> Edit | None:
    """Return what does the same as all changes from `first` to `last` by a loss or an addition alone."""
    mine, theirs = one[first.start : last.end], other[first.other_start : last.other_end]
    least = min(len(mine), len(theirs))
    ahead = _shared(mine, theirs)
    behind = min(_shared(mine[::-1], theirs[::-1]), least - ahead)
    if ahead + behind < least or len(mine) == len(theirs):
        return None
    return Edit(first.start + ahead, last.end - behind, first.other_start + ahead, last.other_end - behind)


def _shared(one: str, other: str) -> int:
    """Return with how many characters both texts begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, pair in pairs if pair[0] != pair[1]), min(len(one), len(other)))


def _joined(changes: Sequence[Edit]) -> list[Edit]:
    """Join changes that touch."""
    joined: list[Edit] = []
    for change in changes:
        last = joined[-1] if joined else None
        if last is not None and (last.end, last.other_end) == (change.start, change.other_start):
            joined[-1] = Edit(last.start, change.end, last.other_start, change.other_end)
        else:
            joined.append(change)
    return joined


def _with_swaps(one: str, other: str, edits: Sequence[Edit]) -> list[Edit]:
    """Join a loss and an addition of the same words a little further on: two words or lines were swapped."""
    found: list[Edit] = []
    at = 0
    while at < len(edits):
        first = last = edits[at]
        near = min(SWAPPED, 2 * (first.end - first.start + first.other_end - first.other_start) + 4)
        for number in range(at + 1, len(edits)):
            if edits[number].start - first.end > near:
                break
            if _swaps(one, other, first, edits[number]):
                last, at = edits[number], number
                break
        found.append(Edit(first.start, last.end, first.other_start, last.other_end))
        at += 1
    return found


def _swaps(one: str, other: str, first: Edit, last: Edit) -> bool:
    removed = one[first.start : first.end] or one[last.start : last.end]
    added = other[first.other_start : first.other_end] or other[last.other_start : last.other_end]
    lost_first = first.other_start == first.other_end and last.start == last.end
    added_first = first.start == first.end and last.other_start == last.other_end
    if not (lost_first or added_first) or min(len(removed), len(added)) < 2:
        return False
    return removed == added or (
        len(removed) >= _LIKE_FROM and Levenshtein.normalized_similarity(removed, added) >= _LIKE
    )


def _with_lows(low: int, changes: Sequence[Edit]) -> Iterator[tuple[Edit, int]]:
    """Yield each change with where the one before it ends."""
    for change in changes:
        yield change, low
        low = change.end


def _first_place(one: str, other: str, change: Edit, low: int) -> Edit:
    """Shift a loss or an addition to the first place where it does the same, so that all have it there."""
    start, end, there, there_end = change.start, change.end, change.other_start, change.other_end
    while start > low + 1 and start == end and other[there - 1] == other[there_end - 1]:
        start, end, there, there_end = start - 1, end - 1, there - 1, there_end - 1
    while start > low + 1 and there == there_end and one[start - 1] == one[end - 1]:
        start, end, there, there_end = start - 1, end - 1, there - 1, there_end - 1
    return Edit(start, end, there, there_end)
