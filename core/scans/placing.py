"""Finding out which stretch of a page's text each box of its scan became."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from core.scans.boxes import Box
from core.text.span import Span

_BLOCK = re.compile("[^\\n]*\\S[^\\n]*(?:\\n[^\\n]*\\S[^\\n]*)*")
_AT_LEAST = 0.3
_MOST_PAIRS = 250_000


def placed(boxes: Sequence[Box], text: str) -> tuple[Box, ...]:
    """Return `boxes` with their spans in `text`, which is raw OCR text.

    Engines leave an empty line between what they read box by box, in the order of the boxes. So blocks of
    lines and boxes are paired in order: one by one where they are equally many, else by how alike they are
    in what they say and how many lines they have. Boxes that say themselves where their text is keep it, if
    it is inside `text`; a box that no block is like has no span.
    """
    if any(box.span for box in boxes):
        return tuple(
            replace(box, span=None) if box.span and box.span.end > len(text) else box for box in boxes
        )
    blocks = [Span(*found.span()) for found in _BLOCK.finditer(text)]
    if len(blocks) == len(boxes):
        partners: dict[int, int] = dict(zip(range(len(boxes)), range(len(blocks)), strict=True))
    elif len(blocks) * len(boxes) <= _MOST_PAIRS:
        partners = _paired(boxes, [block.of(text) for block in blocks])
    else:
        partners = {}
    return tuple(
        replace(box, span=blocks[partners[number]] if number in partners else None)
        for number, box in enumerate(boxes)
    )


def _gain(box: Box, block: str) -> float:
    """Return how much speaks for a block of lines being what a box holds; below 0: more speaks against it."""
    if box.text:
        # 12 ms that only pages with a scan should pay for.
        from rapidfuzz.distance import Indel

        alike = Indel.normalized_similarity("".join(box.text.split()), "".join(block.split()))
        # The same words say more than the same number of lines.
        return 2 * (alike - _AT_LEAST)
    if box.lines is None:
        return 0.5 - _AT_LEAST
    lines = block.count("\n") + 1
    return min(lines, box.lines) / max(lines, box.lines) - _AT_LEAST


def _paired(boxes: Sequence[Box], blocks: Sequence[str]) -> dict[int, int]:
    """Return the block of each box, both in order, so that those paired are as alike as can be."""
    gains = [[_gain(box, block) for block in blocks] for box in boxes]
    best = [[0.0] * (len(blocks) + 1) for _ in range(len(boxes) + 1)]
    for row, gain_of in enumerate(gains):
        for column, gain in enumerate(gain_of):
            best[row + 1][column + 1] = max(
                best[row][column] + gain, best[row][column + 1], best[row + 1][column]
            )
    pairs: dict[int, int] = {}
    row, column = len(boxes), len(blocks)
    while row and column:
        here = best[row][column]
        if here == best[row - 1][column]:
            row -= 1
        elif here == best[row][column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            pairs[row] = column
    return pairs
