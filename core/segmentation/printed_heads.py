"""Which blocks of a page in printed form are headlines: short, open, unlike the column, over a story."""

from __future__ import annotations

from collections.abc import Sequence

from core.segmentation import marks
from core.segmentation.blocks import Block
from core.segmentation.measure import INDENT, fills
from core.segmentation.open_lines import is_name
from core.segmentation.page_language import PageLanguage
from core.segmentation.shapes import Shape, shape_of

MOST_HEADLINE_LINES = 4
_TOPS = frozenset({Shape.BYLINE, Shape.DATE, Shape.SUBTITLE, Shape.SALUTATION})
_READS_ON = 1.4
"""From so much language evidence on a block goes on in the next, or the one before in it."""

_PARTS_AS_WELL = 2.0


def headline_blocks(blocks: Sequence[Block], measures: Sequence[float], language: PageLanguage) -> list[bool]:
    """Say of each block whether it is a headline; `measures` are those of the columns they stand in.

    Judged from the foot of the page up: what stands over a headline or a byline may be one too.
    """
    found = [False] * len(blocks)
    for number in range(len(blocks) - 1, -1, -1):
        found[number] = _is_headline(blocks, measures, number, found, language)
    return found


def _is_headline(
    blocks: Sequence[Block],
    measures: Sequence[float],
    number: int,
    known: Sequence[bool],
    language: PageLanguage,
) -> bool:
    block, measure = blocks[number], measures[number]
    lines = block.fragments
    text = "".join(fragment.text for fragment in lines)
    if len(lines) > MOST_HEADLINE_LINES or lines[-1].ends_sentence or _is_body(text):
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
    if text.startswith("--"):
        score += 1.0
    if number + 1 < len(blocks):
        below = blocks[number + 1]
        over_headline = known[number + 1]
        score += _PARTS_AS_WELL if over_headline else _story_begins(below, measures[number + 1])
        if not over_headline and language.reads_on(text, below.fragments[0].text) >= _READS_ON:
            score -= 1.5
    return score + _story_ended(blocks, measures, number, language) > 0


def _is_body(text: str) -> bool:
    return "。" in text or any(start.match(text) for start in (marks.STORY, marks.ARTICLE))


def _story_begins(block: Block, measure: float) -> float:
    """Return how surely a block is the beginning of a story (below 0: the middle of one)."""
    first = block.fragments[0]
    if marks.STORY.match(first.text) or marks.JUMP_FROM.match(first.text):
        return 3.0
    if shape_of(first.text) in _TOPS or is_name(first.text):
        return 2.5
    if marks.CHAPTER.match(first.text):
        return 1.5
    indented = abs(block.widths[0] - (measure - INDENT)) < 1.1
    return 1.0 if indented or first.indent >= 2 else -1.5


def _story_ended(
    blocks: Sequence[Block], measures: Sequence[float], number: int, language: PageLanguage
) -> float:
    """Return how surely the text above has ended (below 0: it goes on)."""
    if number == 0 or blocks[number - 1].fragments[-1].ends_sentence:
        return 1.0
    above = blocks[number - 1].fragments[-1]
    if shape_of(above.text) in {Shape.JUMP, Shape.CREDIT, Shape.CLOSING, Shape.FURNITURE}:
        return 1.0
    if language.language is not None:
        reads_on = language.reads_on(above.text, blocks[number].fragments[0].text)
        return -1.5 if reads_on >= _READS_ON else 0.5 - reads_on
    return -0.5 if len(above.raw) < measures[number - 1] - 2 * INDENT else -1.5
