"""The list of corrections behind a page's sheets: number, place, what was and is, why, who, when."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from core.messages import Message, message
from core.proofs.drawing import MARGIN, Frame, rule, sheet_of
from core.proofs.grid import set_in_lines, words_of
from core.proofs.sheet import Face, Ink, Point, Sheet, Stroke, Words
from core.text.lines import in_one_line

TOP, BOTTOM, EM, LINE, ROOM = 18.0, 279.0, 2.7, 3.7, 1.4
WIDTHS = (9.0, 9.0, 39.0, 39.0, 17.0, 27.0, 16.0, 24.0)
"""How wide the columns are (millimetres)."""

TICKED = MARGIN + sum(WIDTHS) + 1.0
"""Where the boxes stand that whoever checks the corrected text (核红) ticks off."""

MOST_LINES = 40
"""A longer text is cut: a sheet must hold a row."""


class Entry(NamedTuple):
    """One row of the list, its cells as they are shown."""

    number: str
    line: str
    wrong: str
    right: str
    kind: str
    why: str
    who: str
    when: str


def listed(frame: Frame, entries: Sequence[Entry], say: Callable[[Message], str]) -> Iterator[Sheet]:
    """Yield the sheets that hold `entries`; none where there are none."""
    head = Entry(
        say(message("号")),
        say(message("行")),
        say(message("原文")),
        say(message("改为")),
        say(message("类别")),
        say(message("依据")),
        say(message("校者")),
        say(message("时间")),
    )
    rows = [_cells(entry) for entry in entries]
    while rows:
        parts = [*frame.running(), *_row(_cells(head), TOP, Face.BOLD)]
        parts += words_of(say(message("核")), TICKED, TOP, EM, Face.BOLD)
        y = TOP + LINE + ROOM
        parts.append(rule(y - ROOM / 2, Ink.ROUND, 0.25))
        taken = 0
        for cells in rows:
            height = max(map(len, cells)) * LINE + ROOM
            if taken and y + height > BOTTOM:
                break
            parts += [*_row(cells, y, Face.TEXT), _box(y), rule(y + height - ROOM / 2, Ink.GREY, 0.1)]
            y += height
            taken += 1
        rows = rows[taken:]
        yield sheet_of(frame.round, parts)


def _box(y: float) -> Stroke:
    left, right, bottom = TICKED, TICKED + EM, y + EM
    corners = (Point(left, y), Point(right, y), Point(right, bottom), Point(left, bottom))
    return Stroke(corners, closed=True, ink=Ink.GREY, width=0.15)


def _cells(entry: Entry) -> list[list[str]]:
    return [_lines(cell, width) for cell, width in zip(entry, WIDTHS, strict=True)]


def _lines(cell: str, width: float) -> list[str]:
    shown = in_one_line(cell) or "—"
    lines = [span.of(shown) for span in set_in_lines(shown, (width - 2.0) / EM)]
    return lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], "……"]


def _row(cells: list[list[str]], y: float, face: Face) -> Iterator[Words | Stroke]:
    lefts = accumulate(WIDTHS, initial=MARGIN)
    for at, (lines, left) in enumerate(zip(cells, lefts, strict=False)):
        ink = Ink.ROUND if at in (0, 3) and face is Face.TEXT else Ink.BLACK
        for number, line in enumerate(lines):
            yield from words_of(line, left, y + number * LINE, EM, face, ink)
