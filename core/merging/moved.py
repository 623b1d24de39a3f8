"""Passages that another text has elsewhere: corrections made in them follow.

Another engine reads the columns of a page in another order as often as not. Place by place such a passage is
gone here, where somebody has corrected it, and new there: that would be a conflict, and the passage stand on
the page twice. Where every correction in it is found again there, it is none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from core.merging.comparing import edits_between
from core.merging.three_way import Merge, Place, Side
from core.text.edit import Edit, Edits, apply_edits, in_order
from core.text.span import Span

LEAST = 12
"""A conflict about fewer characters is about the characters, not about where they stand."""

CONTEXTS = ((8, 8), (5, 5), (10, 0), (0, 10))
"""How many characters before and behind a correction, white space aside, tell where it belongs."""


def with_moves(base: str, mine: str, theirs: str, merged: Merge) -> Merge:
    """Return `merged` without the conflicts about passages that `theirs` has elsewhere.

    There their reading has my corrections. A conflict stays as it is where one of the corrections in it is
    not found again, by what stands around it, at one place only.
    """
    passages = [conflict for conflict in merged.conflicts if len(conflict.was) >= LEAST]
    if not passages:
        return merged
    corrections = edits_between(base, mine)
    sought = _Sought(base, _squeezed(theirs), merged)
    homes: dict[Place, Edits] = {}
    moved: set[Place] = set()
    for conflict in passages:
        inside = [edit for edit in corrections if conflict.base.covers(edit.span)]
        found = sought.homes(inside, conflict)
        more = None if found is None else _together(homes, found)
        if more is not None:
            homes |= more
            moved.add(conflict)
    return Merge(tuple(_settled(place, homes, moved) for place in merged.places)) if moved else merged


def _together(homes: Mapping[Place, Edits], found: Sequence[tuple[Place, Edit]]) -> dict[Place, Edits] | None:
    """Return the edits of the places in `found`, with those before; None where two of them meet."""
    more: dict[Place, Edits] = {}
    try:
        for home, edit in found:
            held = more.get(home, homes.get(home, ()))
            more[home] = held if edit in held else in_order((*held, edit))
    except ValueError:
        return None
    return more


def _settled(place: Place, homes: Mapping[Place, Edits], moved: set[Place]) -> Place:
    side = Side.THEIRS if place in moved else place.side
    return replace(place, side=side, their_reading=apply_edits(place.their_reading, homes.get(place, ())))


@dataclass(frozen=True, slots=True)
class _Squeezed:
    """A text without white space; `places` are the code points its characters come from."""

    text: str
    places: tuple[int, ...]


def _squeezed(text: str) -> _Squeezed:
    places = tuple(place for place, character in enumerate(text) if not character.isspace())
    return _Squeezed("".join(text[place] for place in places), places)


@dataclass(frozen=True, slots=True)
class _Sought:
    """Looks for corrections of `base` in another text, whose changed places are those of `merged`."""

    base: str
    theirs: _Squeezed
    merged: Merge

    def homes(self, corrections: Sequence[Edit], conflict: Place) -> list[tuple[Place, Edit]] | None:
        """Return where each correction belongs in the other text, as an edit of the reading of that place.

        That is a place that only they changed, or the `conflict` itself. None where one of them is not found.
        """
        found: list[tuple[Place, Edit]] = []
        for edit in corrections:
            span = self._span(edit)
            home = None if span is None else self._place(span, conflict)
            if span is None or home is None:
                return None
            start = span.start - home.theirs.start
            removed = home.their_reading[start : start + len(span)]
            if removed != edit.inserted:
                found.append((home, Edit(start, removed, edit.inserted)))
        return found

    def _span(self, edit: Edit) -> Span | None:
        """Return where the other text has what was corrected, or what it was corrected to."""
        for before, behind in CONTEXTS:
            head = _squeezed(self.base[max(0, edit.start - 4 * before - 1) : edit.start]).text
            tail = _squeezed(self.base[edit.end : edit.end + 4 * behind + 1]).text
            head, tail = head[len(head) - min(before, len(head)) :], tail[:behind]
            for reading in (edit.removed, edit.inserted):
                span = self._only(head, _squeezed(reading).text, tail)
                if span is not None:
                    return span
        return None

    def _only(self, head: str, reading: str, tail: str) -> Span | None:
        """Return the place of `reading` between `head` and `tail` where there is just one."""
        text, wanted = self.theirs.text, head + reading + tail
        at = text.find(wanted)
        if len(wanted) < len(reading) + 5 or at < 0 or text.find(wanted, at + 1) >= 0:
            return None
        start, end = at + len(head), at + len(head) + len(reading)
        if start == end:
            place = self.theirs.places[start - 1] + 1 if start else 0
            return Span(place, place)
        return Span(self.theirs.places[start], self.theirs.places[end - 1] + 1)

    def _place(self, span: Span, conflict: Place) -> Place | None:
        """Return the place in which a stretch of theirs lies, where their reading will stand."""
        will_stand = (one for one in self.merged.places if one.side is Side.THEIRS or one is conflict)
        return next((one for one in will_stand if one.theirs.covers(span)), None)
