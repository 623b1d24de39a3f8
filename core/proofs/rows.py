"""The text of a page in rows, as it is set on proof sheets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from core.document.layout import Layout
from core.document.role import HEADLINE_ROLES, Role
from core.proofs.grid import places_in, set_in_lines, width_of_text
from core.proofs.sheet import Face
from core.text.lines import Lines
from core.text.span import Span

TEXT_LEFT, EM, MEASURE = 46.0, 3.7, 32
"""Where the text begins, how large it is (五号, in millimetres), and how many characters a row holds."""

TEXT_RIGHT = TEXT_LEFT + EM * MEASURE
TITLE_EM = 5.2
BLANK = 2.2
"""How much an empty line parts what stands above and below it (millimetres)."""

BETWEEN_ARTICLES = 5.0

_BOLD = HEADLINE_ROLES | {Role.HEADING}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the characters of `span` (code points) from `left` on, each `em` millimetres wide and high.

    `number` counts the lines of the page from 1, None where the row goes on with the line before it. `ahead`
    is what it keeps away from the row above, beside what stands between any two. `opens`: an article begins.
    """

    span: Span
    em: float
    face: Face
    left: float
    places: tuple[float, ...]
    number: int | None
    ahead: float = 0.0
    opens: bool = False

    @property
    def right(self) -> float:
        """Where its last character ends."""
        return self.places[-1]

    def place(self, position: int) -> float:
        """Return the left edge of the character at `position`, the nearest edge for one outside the row."""
        return self.places[min(max(0, position - self.span.start), len(self.span))]


class Rows:
    """All rows of a page, at least one; blank lines have none."""

    def __init__(self, text: str, layout: Layout) -> None:
        self.text = text
        self._rows = list(_rows(text, layout)) or [
            Row(Span(0, 0), EM, Face.TEXT, TEXT_LEFT, (TEXT_LEFT,), None)
        ]
        self._starts = [row.span.start for row in self._rows]

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, number: int) -> Row:
        return self._rows[number]

    def row_at(self, position: int) -> int:
        """Return the number of the row that holds `position`; what is in a blank line is in the row above."""
        return max(0, bisect_right(self._starts, position) - 1)

    def fragments(self, span: Span) -> list[tuple[int, float, float]]:
        """List the rows that `span` reaches into, each with the left and right edge of what is in it.

        What holds no character of any row is a place: one row, and both edges are the same.
        """
        found = []
        for number in range(self.row_at(span.start), self.row_at(max(span.start, span.end - 1)) + 1):
            row = self._rows[number]
            left, right = row.place(span.start), row.place(span.end)
            if right > left:
                found.append((number, left, right))
        if found:
            return found
        number = self.row_at(span.start)
        place = self._rows[number].place(span.start)
        return [(number, place, place)]


def _rows(text: str, layout: Layout) -> Iterator[Row]:
    lines = Lines(text)
    owners = layout.owners()
    owner: int | None = None
    ahead, is_first = 0.0, True
    for line, span in enumerate(lines.spans()):
        words = span.of(text)
        if not words.strip():
            ahead = BLANK
            continue
        pieces = layout.pieces_in(span)
        piece = layout.pieces[pieces[0]] if pieces else None
        here = owners.get(pieces[0]) if pieces else None
        opens = not is_first and here != owner
        role = Role.OTHER if piece is None or here is None else piece.role
        em, face = TITLE_EM if role is Role.TITLE else EM, Face.BOLD if role in _BOLD else Face.TEXT
        begins = role is Role.BODY and piece is not None and not piece.joins_previous
        indent = 2.0 if begins and not words[0].isspace() else 0.0
        measure = (TEXT_RIGHT - TEXT_LEFT) / em
        for at, part in enumerate(set_in_lines(words, measure, indent)):
            left = TEXT_LEFT + (indent * em if at == 0 else 0.0)
            held = part.moved(span.start)
            gap = 0.0 if at else BETWEEN_ARTICLES if opens else ahead
            number = None if at else line + 1
            places = places_in(held.of(text), left, em)
            yield Row(held, em, face, left, places, number, gap, opens and not at)
        owner, ahead, is_first = here, 0.0, False


def fits(text: str, width: float, em: float) -> str:
    """Return `text`, cut and with an ellipsis where it is wider than `width` millimetres."""
    if width_of_text(text) * em <= width:
        return text
    end = len(text)
    while end and width_of_text(text[:end]) * em + em > width:
        end -= 1
    return f"{text[:end]}…"
