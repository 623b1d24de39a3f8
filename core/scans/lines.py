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

_LINE = re.compile("[^\n]*[^\\s][^\n]*")


def placed_lines(boxes: Sequence[Box], text: str) -> Iterator[PlacedLine]:
    """Yield where each line of `text` that a box holds is printed; the spans of the boxes are in `text`.

    Where a box says of as many lines as it became where they stand, that is it. Else it is parted from top to
    bottom by how much text each line has: a paragraph in one line then gets all that it was printed in.
    """
    for box in boxes:
        if box.span is None:
            continue
        lines = [Span(*found.span()) for found in _LINE.finditer(text, box.span.start, box.span.end)]
        areas = box.line_areas if len(box.line_areas) == len(lines) else _parted(box.area, lines)
        yield from (PlacedLine(line, area) for line, area in zip(lines, areas, strict=True))


def _parted(area: Area, lines: Sequence[Span]) -> tuple[Area, ...]:
    whole = sum(map(len, lines))
    ends = [area.top + area.height * end / whole for end in accumulate(map(len, lines))]
    tops = [area.top, *ends][: len(ends)]
    return tuple(replace(area, top=top, bottom=end) for top, end in zip(tops, ends, strict=True))
