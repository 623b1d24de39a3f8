"""What several witnesses have and the base has lost: put into it, so that they are aligned there too."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from core.collation.aligned import Aligned
from core.collation.differences import WHOLE, Edit, edits_between
from core.collation.witnesses import WitnessGroup


@dataclass(frozen=True, slots=True)
class _Additions:
    """What is put into the base: `texts` before the characters at `places`."""

    places: Sequence[int]
    texts: Sequence[str]
    sums: Sequence[int]

    @classmethod
    def of(cls, added: Mapping[int, str]) -> _Additions:
        places = sorted(added)
        sums = accumulate((len(added[place]) for place in places), initial=0)
        return cls(places, [added[place] for place in places], list(sums))

    def before(self, position: int) -> int:
        """Return where a character of the base is now."""
        return position + self.sums[bisect_right(self.places, position)]

    def behind(self, position: int) -> int:
        """Return where the end of what is before a character of the base is now."""
        return position + self.sums[bisect_left(self.places, position)]

    def put_into(self, base: str) -> str:
        parts, last = [], 0
        for place, text in zip(self.places, self.texts, strict=True):
            parts += [base[last:place], text]
            last = place
        return "".join([*parts, base[last:]])


def with_additions(group: WitnessGroup, aligned: Sequence[Aligned]) -> tuple[str, list[Aligned]]:
    """Return the base with all lines that it has lost and two witnesses or more have, all aligned with it."""
    held: dict[int, dict[int, str]] = {}
    for part in aligned:
        text = group.witnesses[part.witness].text.text
        for edit in part.edits:
            if edit.start == edit.end and edit.growth >= WHOLE:
                held.setdefault(edit.start, {})[part.witness] = text[edit.other_start : edit.other_end]
    added = {place: max(texts.values(), key=len) for place, texts in held.items() if len(texts) > 1}
    base = group.witnesses[group.base].text.text
    if not added:
        return base, list(aligned)
    additions = _Additions.of(added)
    texts = [witness.text.text for witness in group.witnesses]
    return additions.put_into(base), [_with(part, additions, texts[part.witness]) for part in aligned]


def _with(part: Aligned, additions: _Additions, text: str) -> Aligned:
    edits = [it for edit in part.edits for it in _moved(edit, additions, text)]
    edits += _lost(part, additions)
    edits.sort(key=lambda edit: (edit.start, edit.end))
    start, end = additions.before(part.start), additions.behind(part.end)
    return Aligned(part.witness, start, end, part.other_start, tuple(edits))


def _moved(edit: Edit, additions: _Additions, text: str) -> Iterator[Edit]:
    """Yield an edit where it is now; one that adds what is in the base now tells how it differs from that."""
    if edit.start < edit.end:
        start, end = additions.before(edit.start), additions.behind(edit.end)
        yield Edit(start, end, edit.other_start, edit.other_end)
    elif edit.start not in additions.places:
        place = additions.before(edit.start)
        yield Edit(place, place, edit.other_start, edit.other_end)
    else:
        added = additions.texts[additions.places.index(edit.start)]
        place, own = additions.behind(edit.start), text[edit.other_start : edit.other_end]
        for one in edits_between(added, own):
            yield one.moved(place, edit.other_start)


def _lost(part: Aligned, additions: _Additions) -> Iterator[Edit]:
    """Yield what a part has lost of the additions: those inside it where it has nothing of its own."""
    for place, text in zip(additions.places, additions.texts, strict=True):
        inside = part.start < place < part.end
        if inside and not any(edit.start <= place <= edit.end and _says(edit, place) for edit in part.edits):
            start, there = additions.behind(place), part.at(place, after=False)
            yield Edit(start, start + len(text), there, there)


def _says(edit: Edit, place: int) -> bool:
    """Say whether an edit reaches over a place, or adds something right there."""
    return edit.start < place < edit.end or edit.start == edit.end == place
