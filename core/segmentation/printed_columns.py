"""The printed lines under one headline made into paragraphs, and into what stands between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from core.segmentation import marks
from core.segmentation.fragments import Fragment
from core.segmentation.measure import INDENT, print_width
from core.segmentation.open_lines import is_name
from core.segmentation.page_language import PageLanguage
from core.segmentation.printed_lines import paragraph_starts
from core.segmentation.shapes import Shape, shape_of
from core.segmentation.units import Unit, unit_of

KEPT_APART = frozenset({Shape.FURNITURE, Shape.JUMP, Shape.CREDIT, Shape.CLOSING, Shape.TABLE})
"""What is no part of a paragraph, wherever it stands in a column."""

_UNDER_HEADLINES = frozenset({Shape.BYLINE, Shape.DATE, Shape.SALUTATION})
_TOP_LINES = 3
"""In so many lines under a headline stand its byline and its date."""

_LEAST_ROWS = 5
_SURELY_ON = 2.0
_READS_ON = 0.5
"""A line that reads on in the next better than this is no heading."""


class Column:
    """Lines that are read one behind the other, and the measures of their columns."""

    def __init__(self, language: PageLanguage, *, below_headline: bool = False) -> None:
        self._language = language
        self._below_headline = below_headline
        self._lines: list[Fragment] = []
        self._measures: list[float] = []

    def add(self, lines: Sequence[Fragment], measure: float) -> None:
        """Add the lines of a block."""
        self._lines += lines
        self._measures += [measure] * len(lines)

    def units(self) -> list[Unit]:
        """Part the lines into paragraphs and what stands between them."""
        shapes = self._shapes()
        units: list[Unit] = []
        start = 0
        for end, shape in enumerate([*shapes, Shape.FURNITURE]):
            if shape is None:
                continue
            units += self._paragraphs(start, end)
            if end < len(self._lines):
                units.append(unit_of([self._lines[end]], shape))
            start = end + 1
        return units

    def _shapes(self) -> list[Shape | None]:
        """Return the shape of every line that stands apart, None for lines of paragraphs."""
        found: list[Shape | None] = []
        looks = [shape_of(line.text) for line in self._lines]
        for number, (line, shape) in enumerate(zip(self._lines, looks, strict=True)):
            apart = shape in KEPT_APART and marks.WORD.search(line.text) is not None
            found.append(shape if apart or (shape is Shape.BARE_DATE and self._is_short(number)) else None)
        self._mark_tops(found)
        self._mark_signatures(found)
        self._mark_tables(found)
        self._mark_numbered(found, looks)
        return found

    def _mark_tops(self, shapes: list[Shape | None]) -> None:
        """Mark the byline and the date that stand under a headline."""
        for number in range(min(_TOP_LINES, len(shapes)) if self._below_headline else 0):
            if shapes[number] is Shape.JUMP:
                continue
            text = self._lines[number].text
            shape = Shape.BYLINE if is_name(text) else shape_of(text)
            if shape not in _UNDER_HEADLINES or not self._is_short(number):
                return
            shapes[number] = shape

    def _mark_signatures(self, shapes: list[Shape | None]) -> None:
        """Mark the line over a date that stands alone: who signed."""
        for number in range(1, len(shapes)):
            signed = shapes[number] is Shape.BARE_DATE and shapes[number - 1] is None
            if signed and self._is_short(number - 1) and not self._lines[number - 1].ends_sentence:
                shapes[number - 1] = Shape.BYLINE

    def _mark_numbered(self, shapes: list[Shape | None], looks: Sequence[Shape]) -> None:
        """Mark lines that number a section: they stand between sentences and do not read on."""
        for number, look in enumerate(looks):
            if shapes[number] is None and look is Shape.NUMBERED and self._is_between(number):
                shapes[number] = Shape.NUMBERED

    def _mark_tables(self, shapes: list[Shape | None]) -> None:
        """Mark runs of lines most of which name chapters."""
        start = 0
        for end in range(len(shapes) + 1):
            in_run = end < len(shapes) and shapes[end] in {None, Shape.TABLE}
            if in_run and not self._lines[end].ends_sentence:
                continue
            rows = [number for number in range(start, end) if self._is_row(number, shapes)]
            if len(rows) >= _LEAST_ROWS and 2 * len(rows) >= rows[-1] + 1 - rows[0]:
                shapes[rows[0] : end] = [Shape.TABLE] * (end - rows[0])
            start = end + 1

    def _is_row(self, number: int, shapes: Sequence[Shape | None]) -> bool:
        return shapes[number] is Shape.TABLE or marks.CHAPTER.match(self._lines[number].text) is not None

    def _is_short(self, number: int) -> bool:
        """Say whether a line falls well short of its column, or is followed by a blank line."""
        return print_width(self._lines[number].raw) < self._measures[number] - INDENT

    def _paragraphs(self, start: int, end: int) -> list[Unit]:
        """Join printed lines into paragraphs; what may go on elsewhere at a column end is left apart."""
        lines = self._lines[start:end]
        begins = paragraph_starts(lines, self._measures[start:end])
        cuts = [
            number
            for number, line in enumerate(lines)
            if begins[number] or (not line.adjacent and self._is_doubtful(lines[number - 1], line))
        ]
        units = []
        for first, last in pairwise([*cuts, len(lines)]):
            unit = self._paragraph(lines[first:last], start + first, begins=first > 0 and begins[first])
            follows = None if begins[first] else lines[first - 1].start
            units.append(replace(unit, follows=follows))
        return units

    def _is_doubtful(self, above: Fragment, below: Fragment) -> bool:
        """Say whether a paragraph that reaches a column's end may go on elsewhere than in the next column."""
        if self._language.language is None or above.ends_sentence:
            return False
        return self._language.reads_on(above.text, below.text) < _SURELY_ON

    def _paragraph(self, lines: Sequence[Fragment], number: int, *, begins: bool) -> Unit:
        unit = unit_of(lines, begins=begins)
        if unit.shape is Shape.OPEN and not self._is_heading(unit, number):
            return unit_of(lines, Shape.PROSE, begins=begins)
        return unit

    def _is_heading(self, unit: Unit, number: int) -> bool:
        """Say whether a lone short line between two paragraphs is the heading of the lower one."""
        return len(unit.fragments) == 1 and self._is_short(number) and self._is_between(number)

    def _is_between(self, number: int) -> bool:
        """Say whether a sentence has ended above a line, and the line does not read on in the next."""
        if number + 1 >= len(self._lines) or self._language.language is None:
            return False
        if number and not self._lines[number - 1].ends_sentence:
            return False
        return self._language.reads_on(self._lines[number].text, self._lines[number + 1].text) < _READS_ON
