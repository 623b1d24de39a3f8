"""How far the editor of a round agrees with the one of the round before, who read the same page."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from core.changes.page_round import PageRound, RoundCorrection
from core.text.span import Span


class Reading(NamedTuple):
    """What `second` did with the corrections that `first` had made in the round before.

    `kept`, `changed` and `taken_back` count corrections of `first`; `added` those of `second` elsewhere.
    """

    first: str
    second: str
    pages: int
    kept: int
    changed: int
    taken_back: int
    added: int

    @property
    def share(self) -> float | None:
        """The share of the first one's corrections that the second let stand; None where there are none."""
        total = self.kept + self.changed + self.taken_back
        return self.kept / total if total else None


def readings(rounds: Sequence[PageRound]) -> tuple[Reading, ...]:
    """Return a reading for each two editors of rounds of one page that follow each other."""
    found: dict[tuple[str, str], Counter[str]] = {}
    for before, after in pairwise(rounds):
        for first, second, what in _judged(before, after):
            if first != second:
                found.setdefault((first, second), Counter())[what] += 1
    return tuple(
        Reading(*who, 1, counts["kept"], counts["changed"], counts["taken_back"], counts["added"])
        for who, counts in found.items()
    )


def together(pages: Iterable[Reading]) -> tuple[Reading, ...]:
    """Return the readings of many pages as one for each two editors, those with most pages first."""
    sums: dict[tuple[str, str], list[int]] = {}
    for first, second, *counts in pages:
        held = sums.setdefault((first, second), [0] * len(counts))
        sums[first, second] = [one + more for one, more in zip(held, counts, strict=True)]
    made = (Reading(*who, *counts) for who, counts in sums.items())
    return tuple(sorted(made, key=lambda reading: (-reading.pages, reading.first, reading.second)))


def _judged(before: PageRound, after: PageRound) -> Iterator[tuple[str, str, str]]:
    """Yield, for each correction of either round, who made it, who read it, and what became of it."""
    reader = _reader(after)
    if reader is None:
        return
    untouched = set(range(len(after.corrections)))
    growth = 0
    for made in before.corrections:
        edit = made.edit
        place = Span(edit.start + growth, edit.start + growth + len(edit.inserted))
        growth += edit.growth
        touching = _touching(after.corrections, place)
        untouched -= set(touching)
        if not touching:
            yield made.who, reader, "kept"
            continue
        then = after.corrections[touching[0]]
        yield made.who, then.who, "taken_back" if _takes_back(then, made, place) else "changed"
    author = _reader(before)
    if author is not None:
        for number in untouched:
            yield author, after.corrections[number].who, "added"


def _touching(corrections: Sequence[RoundCorrection], place: Span) -> list[int]:
    """List which of the ordered `corrections` touch a place in the text before them."""
    number = bisect_left(corrections, place.start, key=lambda made: made.edit.end)
    found = []
    while number < len(corrections) and corrections[number].edit.start <= place.end:
        if _touches(corrections[number].edit.span, place):
            found.append(number)
        number += 1
    return found


def _reader(done: PageRound) -> str | None:
    """Return who read a round: whoever signed it, else who corrected most; None where nobody did anything."""
    if done.signed_by is not None:
        return done.signed_by
    editors = Counter(made.who for made in done.corrections)
    return editors.most_common(1)[0][0] if editors else None


def _touches(span: Span, place: Span) -> bool:
    """Say whether the two share a character; what has none is touched by what begins or ends there."""
    if len(span) and len(place):
        return span.overlaps(place)
    return span.start <= place.end and place.start <= span.end


def _takes_back(then: RoundCorrection, made: RoundCorrection, place: Span) -> bool:
    same_place = then.edit.span == place
    return same_place and then.edit.inserted == made.edit.removed
