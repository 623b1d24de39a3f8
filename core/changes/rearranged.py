"""What became of the pieces of a page between two states: moved, joined to what they follow, parted.

Reading order alone counts. Articles that are merged, split or put into another order leave it as it is, and
so does a boundary that goes up or down.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import zip_longest
from statistics import median_low

from core.document.layout import Layout, PieceId
from core.document.role import BESIDE_THE_TEXT
from core.text.span import Span


class Rearranging(Enum):
    """What was done."""

    MOVED = auto()
    JOINED = auto()
    PARTED = auto()


@dataclass(frozen=True, slots=True)
class Rearranged:
    """Pieces that were moved together, or the one that was joined or parted, as they stood before.

    `spans` are where their text stands (code points of the text before), `place` is where it is to be read
    now: behind the character before that position.
    """

    what: Rearranging
    pieces: tuple[PieceId, ...]
    spans: tuple[Span, ...]
    place: int


def rearranged(before: Layout, after: Layout) -> tuple[Rearranged, ...]:
    """List how the reading of the pieces that are in both layouts differs, in the order of the text."""
    if before.articles is after.articles and before.pieces is after.pieces:
        return ()
    known = [piece for _, article in before for piece in article.pieces if piece in after.pieces]
    places = {piece: at for at, piece in enumerate(known)}
    read = _in_order_of_before(after, places)
    stay = _longest_rising([places[piece] for piece in read])
    moved = {piece for piece in read if places[piece] not in stay}
    found = [*_moves(before, read, places, moved), *_joins(before, after, read, moved)]
    return tuple(sorted(found, key=lambda one: (one.spans[0].start, one.what.value)))


def _in_order_of_before(after: Layout, places: dict[PieceId, int]) -> list[PieceId]:
    """Return the pieces as they are read now, articles in the order in which they stood before."""
    articles = [[piece for piece in article.pieces if piece in places] for _, article in after]
    held = [pieces for pieces in articles if pieces]
    held.sort(key=lambda pieces: median_low(sorted(places[piece] for piece in pieces)))
    return [piece for pieces in held for piece in pieces]


def _longest_rising(numbers: Sequence[int]) -> frozenset[int]:
    """Return a longest rising row of `numbers`, which are all different."""
    ends: list[int] = []
    at_end: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_left(ends, number)
        if length == len(ends):
            ends.append(number)
            at_end.append(at)
        else:
            ends[length], at_end[length] = number, at
        before.append(at_end[length - 1] if length else -1)
    row = set()
    at = at_end[-1] if at_end else -1
    while at >= 0:
        row.add(numbers[at])
        at = before[at]
    return frozenset(row)


def _moves(
    before: Layout, read: Sequence[PieceId], places: dict[PieceId, int], moved: Collection[PieceId]
) -> Iterator[Rearranged]:
    """Yield runs of moved pieces that were read together before and still are."""
    staying = next((piece for piece in read if piece not in moved), None)
    place = 0 if staying is None else before.spans[staying].start
    run: list[PieceId] = []
    for piece, following in zip_longest(read, read[1:]):
        if piece not in moved:
            place = before.spans[piece].end
            continue
        run.append(piece)
        if following not in moved or places[following] != places[piece] + 1:
            yield Rearranged(Rearranging.MOVED, tuple(run), tuple(before.spans[one] for one in run), place)
            run = []


def _joins(
    before: Layout, after: Layout, read: Sequence[PieceId], moved: Collection[PieceId]
) -> Iterator[Rearranged]:
    """Yield the pieces that go on with what they follow now and did not, or the other way round.

    Of what was moved, and of what follows it, the new neighbour says all.
    """
    last: PieceId | None = None
    for piece in read:
        joins = after.pieces[piece].joins_previous
        if last is not None and piece not in moved and last not in moved:
            span = before.spans[piece]
            if joins is not before.pieces[piece].joins_previous:
                what = Rearranging.JOINED if joins else Rearranging.PARTED
                yield Rearranged(what, (piece,), (span,), before.spans[last].end)
        if after.pieces[piece].role not in BESIDE_THE_TEXT:
            last = piece
