"""From the boxes of a scan to the places of the lines of the page's text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from core.printed.area import Area
from core.printed.placed import PlacedLine
from core.scans.boxes import Box
from core.text.span import Span

NARROWEST = 0.5
"""How wide a character is at least, in heights of its line: the space between lines hardly passes that."""

_LINE = re.compile("[^\n]*[^\\s][^\n]*")


def placed_lines(boxes: Sequence[Box], text: str) -> Iterator[PlacedLine]:
    """Yield where each line of `text` that a box holds is printed; the spans of the boxes are in `text`.

    Where a box says of as many lines as it became where they stand, that is it. Else lines that fill the box,
    or are as many as were printed in it, are equally high. Others are paragraphs in one line: the box is
    parted by how much text each has, so each gets all that it was printed in.
    """
    for box in boxes:
        if box.span is None:
            continue
        lines = [Span(*found.span()) for found in _LINE.finditer(text, box.span.start, box.span.end)]
        areas = box.line_areas
        if len(areas) != len(lines):
            lengths = [len(line) for line in lines]
            areas = _parted(box.area, [1] * len(lines) if _are_printed(box, lengths) else lengths)
        yield from (PlacedLine(line, area) for line, area in zip(lines, areas, strict=True))


def _are_printed(box: Box, lengths: Sequence[int]) -> bool:
    """Say whether lines of these lengths (characters) are those that were printed in `box`."""
    if box.lines == len(lengths):
        return True
    height = box.area.height / max(1, len(lengths))
    return max(lengths, default=0) * height * NARROWEST <= box.area.width


def _parted(area: Area, shares: Sequence[int]) -> tuple[Area, ...]:
    whole = sum(shares)
    ends = [area.top + area.height * end / whole for end in accumulate(shares)]
    tops = [area.top, *ends][: len(ends)]
    return tuple(replace(area, top=top, bottom=end) for top, end in zip(tops, ends, strict=True))
