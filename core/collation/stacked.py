"""A sentence and what the witnesses have in its place, character under character."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Levenshtein

from core.collation.page_collation import PageCollation, PageVariant, Passage
from core.collation.stacked_line import STOP, Line, base_line, witness_line
from core.collation.substance import said
from core.document.page import PageView
from core.text.folding import fold
from core.text.span import Span

LONGEST = 200
"""So much of a sentence is shown on either side of a place (code points)."""

_LINES = re.compile(r"\s*\n\s*")


ADDED = 40
"""So much of the beginning and end of what is added is shown (columns)."""

MORE = "…"
"""Stands for what is left out between them."""


class Difference(StrEnum):
    """In what a character differs from the one of the page that stands above it."""

    NONE = ""
    WORDS = "words"
    MARK = "mark"
    FORM = "form"
    ABSENT = "absent"
    """The witness does not carry this part of the sentence."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One character of a witness, "" where it has none; `place` is where it stands on its page."""

    character: str
    place: int | None
    difference: Difference


@dataclass(frozen=True, slots=True)
class Row:
    """What one witness has; the number is its own in the group. All rows of a stack have as many cells."""

    witness: int
    page: PageView
    cells: tuple[Cell, ...]

    @property
    def span(self) -> Span:
        """The stretch of its page from the first to the last character that is shown."""
        places = [cell.place for cell in self.cells if cell.place is not None]
        return Span(min(places), max(places) + 1)

    def place_at(self, column: int) -> int:
        """Return where on its page what stands in a column is, or what comes before it."""
        before = [cell.place for cell in self.cells[: column + 1] if cell.place is not None]
        return before[-1] if before else self.span.start


@dataclass(frozen=True, slots=True)
class Stack:
    """A sentence of the page (`span`) in its first row, those of the witnesses below it.

    `columns` says of each column which of `variants` it belongs to.
    """

    span: Span
    rows: tuple[Row, ...]
    variants: tuple[PageVariant, ...]
    columns: tuple[int | None, ...]


def stack_at(collation: PageCollation, position: int) -> Stack | None:
    """Stack the sentence at a position; None where no other page has it."""
    passage = collation.passage_at(position)
    if passage is None:
        return None
    span = sentence_at(collation.page, position)
    base = passage.group.base
    lines = {base: base_line(passage.own.text, base, span)}
    for number in range(len(passage.group.witnesses)):
        line = None if number == base else witness_line(passage, number, lines[base])
        if line is not None:
            lines[number] = line
    return _stacked(collation, passage, span, lines) if len(lines) > 1 else None


def sentence_at(page: PageView, position: int) -> Span:
    """Return the sentence of `page` in which a position lies; torn lines of a paragraph are no end of it."""
    text, layout = page.text, page.layout
    low, high = max(0, position - LONGEST), min(len(text), position + LONGEST)
    joined = {layout.spans[key].start for key, piece in layout.pieces.items() if piece.joins_previous}
    ends = {low, high, *(found.end() for found in STOP.finditer(text, low, high))}
    ends |= {found.end() for found in _LINES.finditer(text, low, high)} - joined
    start = max(end for end in ends if end <= position)
    end = min((end for end in ends if end > position), default=high)
    held = text[start:end]
    if not held.strip() and start > low:
        return sentence_at(page, start - 1)
    return Span(start + len(held) - len(held.lstrip()), start + len(held.rstrip()))


def _stacked(collation: PageCollation, passage: Passage, span: Span, lines: dict[int, Line]) -> Stack:
    base = lines[passage.group.base]
    strips: dict[int, list[Cell]] = {number: [] for number in lines}
    for place in range(base.first, base.last + 1):
        _stack_between(lines, base, place, strips)
        if place < base.last:
            own = base.character(place)
            for number, line in lines.items():
                strips[number].append(_cell(line, line.characters.get(place), own, line.has(place)))
    rows = tuple(Row(number, passage.views[number], tuple(cells)) for number, cells in strips.items())
    found = tuple(
        one
        for one in collation.variants
        if one.passage is passage and span.start <= one.span.end and one.span.start <= span.end
    )
    columns = _columns(rows, found)
    shown = tuple(one for at, one in enumerate(found) if at in columns)
    numbers = {at: shown.index(one) for at, one in enumerate(found) if at in columns}
    return Stack(span, rows, shown, tuple(None if at is None else numbers[at] for at in columns))


def _stack_between(lines: dict[int, Line], base: Line, place: int, strips: dict[int, list[Cell]]) -> None:
    """Stack what stands before a character of the base; the longest says how wide it is."""
    held = {number: line.before.get(place, ()) for number, line in lines.items()}
    columns: list[_Column] = []
    for number in sorted(held, key=lambda number: (-len(held[number]), number)):
        columns = _with_line(columns, number, lines[number].read(held[number]))
    for column in _shortened(columns):
        at = column.places.get(base.witness)
        own = None if at is None else base.text[held[base.witness][at]]
        for number, line in lines.items():
            at = column.places.get(number)
            there = line.has(place) or line.has(place - 1)
            if number in column.more:
                strips[number].append(Cell(MORE, None, Difference.WORDS))
            else:
                strips[number].append(_cell(line, None if at is None else held[number][at], own, there))


@dataclass(frozen=True, slots=True)
class _Column:
    """A character and the numbers of those that stand in one column with it, by witness."""

    character: str
    places: Mapping[int, int]
    more: frozenset[int] = frozenset()
    """Witnesses that have more here than is shown."""

    def with_place(self, number: int, at: int) -> _Column:
        return _Column(self.character, {**self.places, number: at})


def _shortened(columns: list[_Column]) -> list[_Column]:
    """Leave the middle of a long addition out: a lost column would be all that is seen of a sentence."""
    if len(columns) <= 2 * ADDED:
        return columns
    left = frozenset(number for column in columns[ADDED:-ADDED] for number in column.places)
    return [*columns[:ADDED], _Column(MORE, {}, left), *columns[-ADDED:]]


def _with_line(columns: list[_Column], number: int, text: str) -> list[_Column]:
    """Put what one more witness has under the columns there are; what fits under none opens a new one.

    A mark never stands under a word: they are no readings of the same.
    """
    whole = "".join(column.character for column in columns)
    made: list[_Column] = []
    for step in Levenshtein.opcodes(fold(text), fold(whole)):
        over = list(columns[step.dest_start : step.dest_end])
        for at in range(step.src_start, step.src_end):
            fits = bool(over) and said(over[0].character) is said(text[at])
            made.append(over.pop(0).with_place(number, at) if fits else _Column(text[at], {number: at}))
        made += over
    return made


def _cell(line: Line, place: int | None, own: str | None, there: bool) -> Cell:
    character = "" if place is None else line.text[place]
    return Cell(character, place, _difference(character, own or "", there))


def _difference(character: str, own: str, there: bool) -> Difference:
    if not character and not there:
        return Difference.ABSENT
    if character == own:
        return Difference.NONE
    if character and own and fold(character) == fold(own):
        return Difference.FORM
    return Difference.WORDS if said(character) or said(own) else Difference.MARK


def _columns(rows: Sequence[Row], found: Sequence[PageVariant]) -> list[int | None]:
    """Say of each column to which variant it belongs, if to any; of two the shorter."""
    columns: list[int | None] = [None] * len(rows[0].cells)
    for number, one in sorted(enumerate(found), key=lambda numbered: -len(numbered[1].span)):
        held = [at for row in rows for at in _held(row, one)]
        for at in range(min(held), max(held) + 1) if held else ():
            columns[at] = number
    return columns


def _held(row: Row, one: PageVariant) -> list[int]:
    """Return the columns in which a witness has what it reads at a variant."""
    reading = one.reading_of(row.witness)
    if reading is None:
        return []
    having = one.readings[reading]
    start, end = having.spans[having.witnesses.index(row.witness)]
    return [at for at, cell in enumerate(row.cells) if cell.place is not None and start <= cell.place < end]
