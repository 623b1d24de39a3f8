"""Pages in printed form: headlines by their own block, paragraphs out of printed lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.segmentation import marks, page_marks
from core.segmentation.blocks import Block, page_measure
from core.segmentation.fragments import Fragment
from core.segmentation.measure import INDENT, fills
from core.segmentation.printed_lines import paragraph_starts
from core.segmentation.shapes import Shape, shape_of
from core.segmentation.units import Unit, unit_of

MOST_HEADLINE_LINES = 4
PLAIN_COLUMN = 5
"""How many lines a block needs to have a measure of its own."""
_KEPT_APART = frozenset({Shape.FURNITURE, Shape.JUMP, Shape.CREDIT, Shape.CLOSING, Shape.TABLE})
"""What is no part of a paragraph, wherever it stands in a column."""


def printed_units(blocks: Sequence[Block]) -> list[Unit]:
    """Make units of a page in printed form."""
    common = page_measure(blocks)
    units: list[Unit] = []
    lines: list[Fragment] = []
    measures: list[float] = []
    for number, block in enumerate(blocks):
        near = measures[-1] if measures else common
        if number == 0 and _is_masthead(block):
            units.append(unit_of(block.fragments, Shape.FURNITURE))
        elif _is_headline(blocks, number, near, lines):
            units += _paragraphs(lines, measures)
            lines, measures = [], []
            units.append(unit_of(block.fragments, _headline_shape(block)))
        else:
            lines += block.fragments
            measures += [_measure_of(block, near)] * len(block.fragments)
    return units + _paragraphs(lines, measures)


def _measure_of(block: Block, near: float) -> float:
    """Return the measure of a block: its own where that is plain, else what it stands near."""
    own = block.measure
    plain = own is not None and len(block.fragments) >= PLAIN_COLUMN and abs(own - near) > 1.5 * INDENT
    return own if plain and own is not None else near


def _is_masthead(block: Block) -> bool:
    text = "".join(fragment.text for fragment in block.fragments)
    return len(block.fragments) <= MOST_HEADLINE_LINES and bool(page_marks.FURNITURE.search(text))


def _headline_shape(block: Block) -> Shape:
    shape = shape_of(" ".join(fragment.text for fragment in block.fragments))
    return shape if shape in _KEPT_APART | {Shape.BYLINE, Shape.NUMBERED} else Shape.HEADLINE


def _is_headline(blocks: Sequence[Block], number: int, near: float, above: Sequence[Fragment]) -> bool:
    """Say whether a block is a headline: short, open, unlike the column, and with a story beneath."""
    block = blocks[number]
    lines = block.fragments
    measure = _measure_of(block, near)
    text = "".join(fragment.text for fragment in lines)
    if len(lines) > MOST_HEADLINE_LINES or marks.STORY.match(text) or lines[-1].ends_sentence or "。" in text:
        return False
    score = 0.0
    if max(block.widths) > measure + INDENT:
        score += 2.0
    elif len(lines) > 1 and any(fills(width, measure) for width in block.widths):
        score -= 1.0
    if len(lines) == 1 and block.widths[0] < measure - INDENT:
        # A column of one line that neither fills it nor ends a sentence would be torn on both sides.
        score += 0.7
    if any(mark in text for mark in ",;"):
        score -= 0.7
    if number + 1 < len(blocks):
        score += _story_begins(blocks[number + 1], near)
    return score + _story_ended(above, measure) > 0


def _story_begins(block: Block, near: float) -> float:
    """Return how surely a block is the beginning of a story (below 0: the middle of one)."""
    if marks.STORY.match(block.fragments[0].text):
        return 3.0
    indented = abs(block.widths[0] - (_measure_of(block, near) - INDENT)) < 1.1
    return 1.0 if indented or block.fragments[0].indent >= 2 else -1.5


def _story_ended(above: Sequence[Fragment], measure: float) -> float:
    """Return how surely the text above has ended (below 0: it goes on)."""
    if not above or above[-1].ends_sentence:
        return 1.0
    return -0.5 if len(above[-1].raw) < measure - 2 * INDENT else -1.5


def _paragraphs(lines: Sequence[Fragment], measures: Sequence[float]) -> list[Unit]:
    """Part the lines of one article's body into paragraphs and what stands between them."""
    shapes = [shape_of(line.text) for line in lines]
    units: list[Unit] = []
    start = 0
    for end in range(len(lines) + 1):
        if end < len(lines) and not _stands_apart(lines[end], shapes[end]):
            continue
        units += _joined(lines[start:end], measures[start:end])
        if end < len(lines):
            units.append(unit_of([lines[end]], shapes[end]))
        start = end + 1
    return units


def _stands_apart(line: Fragment, shape: Shape) -> bool:
    return shape in _KEPT_APART and marks.WORD.search(line.text) is not None


def _joined(lines: Sequence[Fragment], measures: Sequence[float]) -> list[Unit]:
    """Join the printed lines of a run of text into paragraphs."""
    starts = [number for number, begins in enumerate(paragraph_starts(lines, measures)) if begins]
    return [_paragraph(lines[start:end], begins=start > 0) for start, end in pairwise([*starts, len(lines)])]


def _paragraph(lines: Sequence[Fragment], *, begins: bool) -> Unit:
    unit = unit_of(lines, begins=begins)
    return unit_of(lines, Shape.PROSE, begins=begins) if unit.shape is Shape.OPEN else unit
