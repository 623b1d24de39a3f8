"""Pages in printed form: headlines by their own block, paragraphs out of printed lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.segmentation import page_marks
from core.segmentation.blocks import Block, page_measure
from core.segmentation.measure import INDENT
from core.segmentation.open_lines import is_name
from core.segmentation.page_language import PageLanguage
from core.segmentation.printed_columns import KEPT_APART, Column
from core.segmentation.printed_heads import MOST_HEADLINE_LINES, headline_blocks
from core.segmentation.shapes import Shape, shape_of
from core.segmentation.units import Unit, unit_of

PLAIN_COLUMN = 5
"""How many lines a block needs to have a measure of its own."""
_PARTS_OF_HEADLINES = frozenset({Shape.BYLINE, Shape.NUMBERED, Shape.SUBTITLE, Shape.DATE})


def printed_units(blocks: Sequence[Block], language: PageLanguage) -> list[Unit]:
    """Make units of a page in printed form."""
    measures = _measures(blocks)
    seams = pairwise(blocks)
    language.weigh((above.fragments[-1].text, below.fragments[0].text) for above, below in seams)
    heads = headline_blocks(blocks, measures, language)
    units: list[Unit] = []
    column = Column(language)
    for number, block in enumerate(blocks):
        if number == 0 and _is_masthead(block):
            units.append(unit_of(block.fragments, Shape.FURNITURE))
        elif heads[number]:
            units += column.units()
            column = Column(language, below_headline=True)
            units.append(
                unit_of(
                    block.fragments, _headline_shape(block, under_headline=number > 0 and heads[number - 1])
                )
            )
        else:
            column.add(block.fragments, measures[number])
    return units + column.units()


def _measures(blocks: Sequence[Block]) -> list[float]:
    """Return the measure of the column that each block stands in."""
    found: list[float] = []
    near = page_measure(blocks)
    for block in blocks:
        found.append(_measure_of(block, near))
        near = found[-1]
    return found


def _measure_of(block: Block, near: float) -> float:
    """Return the measure of a block: its own where that is plain, else what it stands near."""
    own = block.measure
    plain = own is not None and len(block.fragments) >= PLAIN_COLUMN and abs(own - near) > 1.5 * INDENT
    return own if plain and own is not None else near


def _is_masthead(block: Block) -> bool:
    text = "".join(fragment.text for fragment in block.fragments)
    return len(block.fragments) <= MOST_HEADLINE_LINES and bool(page_marks.FURNITURE.search(text))


def _headline_shape(block: Block, *, under_headline: bool) -> Shape:
    text = " ".join(fragment.text for fragment in block.fragments)
    shape = Shape.BYLINE if under_headline and is_name(text) else shape_of(text)
    return shape if shape in KEPT_APART | _PARTS_OF_HEADLINES else Shape.HEADLINE
