"""Two texts that began as one: what only one side changed, what both changed alike, what both changed apart.

Changes count as apart where they are to different characters. Where they meet at the same characters, or one
puts something in at the edge of what the other changed, nobody can know that both together are meant: that is
a conflict, with both readings, and nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from core.merging.comparing import edits_between
from core.text.edit import Edit, Edits
from core.text.span import Span


class Side(StrEnum):
    """Who changed a place of the common text."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"
    """Both, and alike."""
    CONFLICT = "conflict"
    """Both, each otherwise."""


class Choice(StrEnum):
    """What is to stand where two readings are in conflict."""

    MINE = "mine"
    THEIRS = "theirs"
    NEITHER = "neither"
    """What stood there before either of them."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the common text that somebody changed, and how all three read there.

    `base`, `mine` and `theirs` say where it is in each text, `was`, `my_reading` and `their_reading` what
    stands there.
    """

    side: Side
    base: Span
    mine: Span
    theirs: Span
    was: str
    my_reading: str
    their_reading: str

    def reading(self, choice: Choice) -> str:
        """Return what is read here where the choice is this."""
        return {
            Choice.MINE: self.my_reading,
            Choice.THEIRS: self.their_reading,
            Choice.NEITHER: self.was,
        }[choice]

    @property
    def turned(self) -> Place:
        """The place as the other side sees it."""
        side = {Side.MINE: Side.THEIRS, Side.THEIRS: Side.MINE}.get(self.side, self.side)
        return Place(side, self.base, self.theirs, self.mine, self.was, self.their_reading, self.my_reading)


NOTHING_CHOSEN: Mapping[Place, Choice] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Merge:
    """Two versions brought together: every changed place, in the order of the text."""

    places: tuple[Place, ...]

    def of(self, side: Side) -> list[Place]:
        """List the places that `side` changed."""
        return [place for place in self.places if place.side is side]

    @property
    def conflicts(self) -> list[Place]:
        """The places that both changed, each otherwise."""
        return self.of(Side.CONFLICT)

    def edits(self, chosen: Mapping[Place, Choice] = NOTHING_CHOSEN) -> Edits:
        """Return the edits that bring into my text what only they changed.

        Conflicts are read as `chosen`, and as I have them where nothing is said about them.
        """
        made = []
        for place in self.places:
            choice = chosen.get(place, Choice.MINE) if place.side is Side.CONFLICT else Choice.THEIRS
            reading = place.reading(choice)
            if place.side in (Side.THEIRS, Side.CONFLICT) and reading != place.my_reading:
                made.append(Edit(place.mine.start, place.my_reading, reading))
        return tuple(made)


def merge(base: str, mine: str, theirs: str) -> Merge:
    """Bring together two versions of `base`, which are changed independently of each other."""
    return Merge(tuple(_places(base, edits_between(base, mine), edits_between(base, theirs))))


@dataclass(slots=True)
class _Run:
    """Edits of both sides that meet, and what of the base they cover together."""

    start: int
    end: int
    mine: list[Edit]
    theirs: list[Edit]


def _places(base: str, mine: Edits, theirs: Edits) -> Iterator[Place]:
    my_growth = their_growth = 0
    for run in _runs(mine, theirs):
        was = base[run.start : run.end]
        readings = _read(was, run.start, run.mine), _read(was, run.start, run.theirs)
        for offset, one, my_reading, their_reading in _parted(was, *readings):
            start = run.start + offset
            yield Place(
                _side(one, my_reading, their_reading),
                Span(start, start + len(one)),
                Span(start + my_growth, start + my_growth + len(my_reading)),
                Span(start + their_growth, start + their_growth + len(their_reading)),
                one,
                my_reading,
                their_reading,
            )
            my_growth += len(my_reading) - len(one)
            their_growth += len(their_reading) - len(one)


def _parted(was: str, mine: str, theirs: str) -> list[tuple[int, str, str, str]]:
    """Take a stretch that both changed apart into characters, where no character was changed two ways."""
    whole = [(0, was, mine, theirs)]
    if _side(was, mine, theirs) is not Side.CONFLICT or not len(was) == len(mine) == len(theirs):
        return whole
    characters = list(zip(was, mine, theirs, strict=True))
    if any(_side(*each) is Side.CONFLICT for each in characters):
        return whole
    return [(at, *each) for at, each in enumerate(characters) if len(set(each)) > 1]


def _runs(mine: Edits, theirs: Edits) -> Iterator[_Run]:
    """Yield the edits of both sides from left to right, those together that meet."""
    marked = [(edit, True) for edit in mine] + [(edit, False) for edit in theirs]
    run: _Run | None = None
    for edit, is_mine in sorted(marked, key=lambda one: (one[0].start, one[0].end)):
        if run is None or not _meets(run, edit, is_mine=is_mine):
            if run is not None:
                yield run
            run = _Run(edit.start, edit.end, [], [])
        (run.mine if is_mine else run.theirs).append(edit)
        run.end = max(run.end, edit.end)
    if run is not None:
        yield run


def _meets(run: _Run, edit: Edit, *, is_mine: bool) -> bool:
    """Say whether an edit overlaps a run, or meets its edge so that their order would be a guess."""
    if edit.start != run.end:
        return edit.start < run.end
    others = run.theirs if is_mine else run.mine
    last = next((one for one in reversed(others) if one.end == edit.start), None)
    return last is not None and not (_keeps_length(last) and _keeps_length(edit))


def _keeps_length(edit: Edit) -> bool:
    return len(edit.removed) == len(edit.inserted)


def _read(was: str, start: int, edits: Sequence[Edit]) -> str:
    parts: list[str] = []
    position = 0
    for edit in edits:
        parts += (was[position : edit.start - start], edit.inserted)
        position = edit.end - start
    return "".join([*parts, was[position:]])


def _side(was: str, mine: str, theirs: str) -> Side:
    if mine == theirs:
        return Side.BOTH
    if theirs == was:
        return Side.MINE
    return Side.THEIRS if mine == was else Side.CONFLICT
