"""What the gutter says of each line, prepared so that painting only looks it up."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from core.document.layout import Layout
from core.document.role import Role
from core.text.edit import Edits
from core.text.span import Span
from core.text.span_table import Hold, SpanTable


@dataclass(frozen=True, slots=True)
class GutterRow:
    """One piece as the gutter shows it.

    `article` is the place of its article in reading order, counted from 0, None for furniture. `joined_to` is
    the number of the row whose sentence this one goes on with, None where it goes on with nothing.
    """

    span: Span
    role: Role
    article: int | None
    joined_to: int | None = None


def gutter_rows(layout: Layout) -> list[GutterRow]:
    """Return the rows of a page's pieces, from top to bottom."""
    places = layout.in_page_order()
    row_of = {piece: row for row, piece in enumerate(places)}
    article_of: dict[int, int] = {}
    joined_to: dict[int, int] = {}
    for number, (_, article) in enumerate(layout):
        article_of.update(dict.fromkeys(article.pieces, number))
        for before, piece in pairwise(article.pieces):
            if layout.pieces[piece].joins_previous:
                joined_to[piece] = row_of[before]
    spans = dict(layout.spans.items())
    return [
        GutterRow(spans[piece], layout.pieces[piece].role, article_of.get(piece), joined_to.get(piece))
        for piece in places
    ]


class RowTable:
    """The rows of one page, sorted, quick to move under edits."""

    __slots__ = ("_rows", "_spans")

    def __init__(self, rows: Iterable[GutterRow] = ()) -> None:
        self._rows = list(rows)
        # The keys are the numbers of the rows, so a row of the table is found by its number.
        self._spans = SpanTable.of(enumerate(row.span for row in self._rows))

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, number: int) -> GutterRow:
        """Return a row as it was given, with its span as it is now; `row` and `span` are quicker."""
        row = self._rows[number]
        return GutterRow(self.span(number), row.role, row.article, row.joined_to)

    def row(self, number: int) -> GutterRow:
        """Return a row as it was given; its span may have moved since."""
        return self._rows[number]

    def span(self, number: int) -> Span:
        """Return where a row lies now."""
        return Span(int(self._spans.starts[number]), int(self._spans.ends[number]))

    def of_roles(self, roles: Collection[Role]) -> set[tuple[Span, Role]]:
        """Return where the rows of some roles lie."""
        return {(self.span(number), row.role) for number, row in enumerate(self._rows) if row.role in roles}

    def within(self, span: Span) -> range:
        """Return the numbers of the rows that may reach into `span`."""
        first = self._number(span.start)
        if first and self._spans.ends[first - 1] > span.start:
            first -= 1
        return range(first, max(first, self._number(max(span.end, span.start + 1))))

    def around(self, position: int) -> tuple[int | None, int | None]:
        """Return the numbers of the last row that begins before `position` and of the next one."""
        following = self._number(position)
        return (following - 1 if following else None, following if following < len(self._rows) else None)

    def after(self, edits: Edits) -> RowTable:
        """Return the rows as they stand after `edits`."""
        table = RowTable()
        table._rows = self._rows
        table._spans = self._spans.moved(edits, Hold.GROWS)
        return table

    def in_article(self, numbers: range, article: int | None) -> RowTable:
        """Return the rows with those of `numbers` in another article."""
        table = RowTable()
        table._rows = list(self._rows)
        for number in numbers:
            table._rows[number] = replace(self._rows[number], article=article)
        table._spans = self._spans
        return table

    def _number(self, position: int) -> int:
        """Return the number of the first row that begins at `position` or behind it."""
        return int(self._spans.starts.searchsorted(position, side="left"))


def group_at(rows: RowTable, position: int) -> tuple[int | None] | None:
    """Return the article at `position` in a tuple, whose content is None for furniture; None: no row is near.

    A blank line belongs to what is above it.
    """
    above, below = rows.around(position + 1)
    number = above if above is not None else below
    return None if number is None else (rows.row(number).article,)
