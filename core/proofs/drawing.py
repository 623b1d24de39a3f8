"""Sheets of text with marks as words and strokes, and what stands at the head and foot of every sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from core.proofs.anchors import RINGED, Drawn
from core.proofs.grid import width_of_text, words_of
from core.proofs.mark import MarkKind
from core.proofs.paging import NOTE_EM, NOTE_LINE, NOTE_ROOM, MarkedSheet, Note, PlacedRow
from core.proofs.rows import BETWEEN_ARTICLES, TEXT_LEFT, TEXT_RIGHT, Rows, fits
from core.proofs.sheet import HEIGHT, WIDTH, Face, Ink, Point, Sheet, Stroke, Words
from core.proofs.signs import rings, signs, told_rings

MARGIN = 12.0
"""Where head, foot and list begin and end (millimetres from the edges)."""

SMALL, NUMBER = 2.6, 2.0
"""The sizes of head and foot and of running numbers, in millimetres."""

_SIGNED_WIDE = {MarkKind.DELETE: 5.4, MarkKind.SWAP: 5.4, MarkKind.INSERT: 0.9}
"""How far the sign at the end of a leader reaches into the margin."""

_TOLD = frozenset({MarkKind.JOIN, MarkKind.BREAK, MarkKind.MOVE, MarkKind.TARGET, MarkKind.TOLD})
"""Marks whose notes are instructions, not text to be set."""


@dataclass(frozen=True)
class Frame:
    """What all sheets of a page share: the names of the page and of the round, and the lines of its head."""

    page: str
    round_name: str
    round: int
    head: tuple[str, ...]
    traditional: bool = False

    def opening(self) -> Iterator[Words | Stroke]:
        """Yield the head of the first sheet."""
        yield from words_of(self.round_name, MARGIN, 11.0, 6.6, Face.BOLD, Ink.ROUND)
        left = MARGIN + width_of_text(self.round_name) * 6.6 + 5.0
        name = fits(self.page, WIDTH - MARGIN - left, 4.6)
        yield from words_of(name, left, 12.7, 4.6, Face.BOLD)
        for at, line in enumerate(self.head):
            said = fits(line, WIDTH - 2 * MARGIN, SMALL + 0.3)
            yield from words_of(said, MARGIN, 21.0 + at * 5.0, SMALL + 0.3, Face.SANS)
        yield rule(33.0, Ink.ROUND, 0.4)

    def running(self) -> Iterator[Words | Stroke]:
        """Yield the head of the other sheets."""
        said = fits(f"{self.round_name}　{self.page}", WIDTH - 2 * MARGIN, SMALL)
        yield from words_of(said, MARGIN, 9.5, SMALL, Face.SANS, Ink.GREY)
        yield rule(13.5, Ink.GREY, 0.15)

    def closed(self, sheet: Sheet, count: str) -> Sheet:
        """Return `sheet` with its foot, in the forms of the page's script."""
        right = WIDTH - MARGIN - width_of_text(count) * SMALL
        foot = words_of(count, right, HEIGHT - 13.0, SMALL, Face.SANS, Ink.GREY)
        return replace(sheet, words=(*sheet.words, *foot), traditional=self.traditional)


def rule(y: float, ink: Ink, width: float) -> Stroke:
    """Return a line from margin to margin."""
    return Stroke((Point(MARGIN, y), Point(WIDTH - MARGIN, y)), ink=ink, width=width)


def sheet_of(round_number: int, parts: Iterable[Words | Stroke]) -> Sheet:
    """Return a sheet with these words and strokes."""
    held = list(parts)
    words = tuple(part for part in held if isinstance(part, Words))
    return Sheet(round_number, words, tuple(part for part in held if isinstance(part, Stroke)))


def drawn(frame: Frame, rows: Rows, sheets: Iterable[MarkedSheet]) -> list[Sheet]:
    """Return the sheets of text with all their marks."""
    made = list(sheets)
    ringed = [note.drawn for sheet in made for note in sheet.notes if note.drawn.kind in RINGED]
    return [
        sheet_of(frame.round, [*_head(frame, is_first=not at), *_body(rows.text, sheet, ringed)])
        for at, sheet in enumerate(made)
    ]


def _head(frame: Frame, *, is_first: bool) -> Iterator[Words | Stroke]:
    return frame.opening() if is_first else frame.running()


def _body(text: str, sheet: MarkedSheet, ringed: Sequence[Drawn]) -> Iterator[Words | Stroke]:
    tops = [row.top for row in sheet.rows.values()]
    for row in sheet.rows.values():
        yield from _row(text, row, is_first=row.top == tops[0])
    yield from rings(sheet.rows, ringed)
    yield from signs(sheet)
    for note in sheet.notes:
        yield from _note(note)


def _row(text: str, placed: PlacedRow, *, is_first: bool) -> Iterator[Words | Stroke]:
    row = placed.row
    if row.opens and not is_first:
        y = placed.top - BETWEEN_ARTICLES / 2 - 1.2
        middle = (TEXT_LEFT + TEXT_RIGHT) / 2
        yield Stroke((Point(middle - 12, y), Point(middle + 12, y)), ink=Ink.GREY, width=0.15)
    if row.number is not None:
        number = str(row.number)
        right = TEXT_LEFT - 1.6
        left = right - width_of_text(number) * NUMBER
        yield from words_of(number, left, placed.top + (row.em - NUMBER) / 2, NUMBER, Face.SANS, Ink.GREY)
    yield from words_of(row.span.of(text), row.left, placed.top, row.em, row.face)


def _note(note: Note) -> Iterator[Words | Stroke]:
    drawn_, box = note.drawn, note.box
    signed = _SIGNED_WIDE.get(drawn_.kind, 0.0) + 0.5
    widest = max((width_of_text(line) for line in note.lines), default=0.0) * NOTE_EM
    to_left = drawn_.to_left
    left = box.right - signed - widest if to_left else box.left + signed
    for at, line in enumerate(note.lines):
        y = box.top + NOTE_ROOM / 2 + at * NOTE_LINE + (NOTE_LINE - NOTE_EM) / 2
        if drawn_.kind in _TOLD:
            y -= 0.3
            yield from told_rings(left, y, NOTE_EM, round(width_of_text(line)))
        yield from words_of(line, left, y, NOTE_EM, Face.TEXT, Ink.ROUND)
    number = str(note.mark.number)
    wide = width_of_text(number) * NUMBER
    x = left - wide - 0.7 if to_left else left + widest + 0.7
    yield from words_of(number, x, box.top + NOTE_ROOM / 2, NUMBER, Face.SANS, Ink.ROUND)
