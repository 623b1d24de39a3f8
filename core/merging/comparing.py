"""How one text became another: the edits between them, character by character and always the same."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel, Levenshtein, Opcodes

from core.text.edit import Edit, Edits, common_prefix, common_suffix
from core.text.span import Span

GRAM = 12
"""So many characters in a row that stand once in either text hold the texts together."""

MOST_PAIRS = 400_000_000
"""Stretches of which more pairs of characters can be made are compared in less memory (here: 50 MB)."""

TELLING = 4
"""A line of fewer characters says too little to hold two texts together."""

Pair = tuple[Span, Span]


def edits_between(before: str, after: str) -> Edits:
    """Return the ordered edits that turn `before` into `after`; no two of them touch.

    Lines that are alike, then runs of characters that stand once in both, are held fast, and only what lies
    between is compared character by character. What is put in or taken out where it might as well be a little
    further left is put there, so that two people who did the same are seen to have done the same.
    """
    found: list[Edit] = []
    for one, other in _unlike(before, after):
        for part in _opcodes(one.of(before), other.of(after)):
            if part.tag != "equal":
                start = one.start + part.src_start
                removed = before[start : one.start + part.src_end]
                _add(
                    found,
                    Edit(start, removed, after[other.start + part.dest_start : other.start + part.dest_end]),
                )
    return _leftmost(before, found)


def _opcodes(before: str, after: str) -> Opcodes:
    # The most characters kept is what people mean, and a line end is never changed into a character then. But
    # that takes a bit for each pair of characters.
    small = len(before) * len(after) <= MOST_PAIRS
    return Indel.opcodes(before, after) if small else Levenshtein.opcodes(before, after)


def _add(found: list[Edit], edit: Edit) -> None:
    """Add an edit behind the others; where it touches the last one the two become one."""
    if found and found[-1].end == edit.start:
        last = found.pop()
        edit = Edit(last.start, last.removed + edit.removed, last.inserted + edit.inserted)
    found.append(edit)


def _unlike(before: str, after: str) -> Iterator[Pair]:
    """Yield the stretches of both texts between what is held fast."""
    # Whole lines: a line that was put in must not share its last mark with the line before it.
    start = before.rfind("\n", 0, common_prefix(before, after)) + 1
    tail = common_suffix(before, after, min(len(before), len(after)) - start)
    end = before.find("\n", len(before) - tail) if tail else -1
    tail = len(before) - end - 1 if end >= 0 else 0
    whole = Span(start, len(before) - tail), Span(start, len(after) - tail)
    for one, other in _between_lines(before, after, *whole):
        yield from _between_grams(before, after, one, other)


def _between_lines(before: str, after: str, one: Span, other: Span) -> Iterator[Pair]:
    mine, theirs = one.of(before).splitlines(keepends=True), other.of(after).splitlines(keepends=True)
    here, there = _starts(mine, one.start), _starts(theirs, other.start)
    row = there_row = 0
    for block in Indel.opcodes(mine, theirs).as_matching_blocks():
        lines = mine[block.a : block.a + block.size]
        # An empty line is like any other: it holds nothing together.
        if lines and not any(len(line.strip()) >= TELLING for line in lines):
            continue
        if block.a > row or block.b > there_row:
            yield Span(here[row], here[block.a]), Span(there[there_row], there[block.b])
        row, there_row = block.a + block.size, block.b + block.size


def _starts(lines: Sequence[str], start: int) -> list[int]:
    starts = [start]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return starts


def _between_grams(before: str, after: str, one: Span, other: Span) -> Iterator[Pair]:
    """Yield what lies between runs of characters that both stretches have once, in the same order."""
    if min(len(one), len(other)) <= 2 * GRAM:
        yield one, other
        return
    here, there = _once(one.of(before)), _once(other.of(after))
    anchors = sorted((place, there[gram]) for gram, place in here.items() if gram in there)
    start, there_start = one.start, other.start
    for place, there_place in _rising(anchors):
        if place + one.start >= start and there_place + other.start >= there_start:
            reached, there_reached = one.start + place, other.start + there_place
            if reached > start or there_reached > there_start:
                yield Span(start, reached), Span(there_start, there_reached)
            start, there_start = reached + GRAM, there_reached + GRAM
    yield Span(start, one.end), Span(there_start, other.end)


def _once(text: str) -> dict[str, int]:
    """Return the runs of `GRAM` characters that `text` has just once, and where."""
    grams = [text[place : place + GRAM] for place in range(len(text) - GRAM + 1)]
    counts = Counter(grams)
    return {gram: place for place, gram in enumerate(grams) if counts[gram] == 1}


def _rising(anchors: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest part of ordered `anchors` whose second places rise as well."""
    tails: list[int] = []
    last: list[int] = []
    behind: list[int] = []
    for number, (_, place) in enumerate(anchors):
        row = bisect_left(tails, place)
        behind.append(last[row - 1] if row else -1)
        if row == len(tails):
            tails.append(place)
            last.append(number)
        else:
            tails[row], last[row] = place, number
    kept: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        kept.append(anchors[number])
        number = behind[number]
    return kept[::-1]


def _leftmost(before: str, edits: Sequence[Edit]) -> Edits:
    """Move each insertion and each deletion as far to the left as it means the same, but no whole lines."""
    moved: list[Edit] = []
    for edit in edits:
        moving = edit.inserted or edit.removed
        start = edit.start
        if not (edit.inserted and edit.removed) and ("\n" not in moving or not moving.strip("\n")):
            least = moved[-1].end + 1 if moved else 0
            while start > least and before[start - 1] == moving[-1]:
                moving = moving[-1] + moving[:-1]
                start -= 1
        moved.append(
            edit
            if start == edit.start
            else Edit(start, moving if edit.removed else "", moving if edit.inserted else "")
        )
    return tuple(moved)
