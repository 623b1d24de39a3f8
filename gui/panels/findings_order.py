"""Findings in the order and the groups that the editor asked for, as arrays of row numbers.

A list can hold the findings of a whole project: what they are sorted and grouped by is kept in arrays, page
by page, so that none of this takes longer than a blink.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

RowNumbers = npt.NDArray[np.int64]

FindingKey = tuple[int, int]
"""What a finding is known by: its page, and its number there."""


class FindingRow(NamedTuple):
    """A finding as the list shows it.

    `before` and `after` are the text on either side of `suspect`; `suggestion` is None where the rule has
    none, "" where it says to delete; `line` is the number of the text's line as people count. `article` is
    the place of its article among those of the page, below 0 where it lies in none; `title` is that
    article's name, `page_name` that of the page.
    """

    page: int
    number: int
    rule: str
    rule_title: str
    suspect: str
    suggestion: str | None
    confidence: float
    before: str
    after: str
    line: int
    article: int
    title: str
    page_name: str

    @property
    def key(self) -> FindingKey:
        """What the finding is known by."""
        return self.page, self.number

    @property
    def pair(self) -> tuple[str, ...]:
        """What it shares with others of its pair."""
        suggested = () if self.suggestion is None else (self.suggestion,)
        return (self.rule, self.suspect, *suggested)


class Grouping(Enum):
    """What findings stand together by."""

    RULE = "rule"
    PAIR = "pair"
    ARTICLE = "article"
    NONE = "none"


NAMED = frozenset({Grouping.RULE, Grouping.ARTICLE})
"""Groups whose members share a name and nothing else: their headings show that name."""


class Sorting(Enum):
    """What comes first."""

    PLACE = "place"
    CONFIDENCE = "confidence"


_OUTSIDE = 1 << 30
"""Behind all articles of a page."""

_LINE = (1 << 32) - 1
"""The part of a place that is the line."""


@dataclass(frozen=True)
class FindingTable:
    """Rows, page after page in the order of the pages, and what they are sorted, grouped and found by.

    `places` are ordinals of pages with the lines below them, `articles` ordinals of pages with the articles
    below them; `rules` and `pairs` are hashes.
    """

    rows: Sequence[FindingRow]
    pages: RowNumbers
    numbers: RowNumbers
    places: RowNumbers
    articles: RowNumbers
    confidences: npt.NDArray[np.float64]
    rules: RowNumbers
    pairs: RowNumbers

    @staticmethod
    def of(rows: Sequence[FindingRow]) -> FindingTable:
        """Return the table of one page."""

        def numbers(values: list[int]) -> RowNumbers:
            return np.array(values, dtype=np.int64)

        return FindingTable(
            tuple(rows),
            numbers([row.page for row in rows]),
            numbers([row.number for row in rows]),
            numbers([row.line for row in rows]),
            numbers([row.article if row.article >= 0 else _OUTSIDE for row in rows]),
            np.array([row.confidence for row in rows], dtype=np.float64),
            numbers([hash(row.rule) for row in rows]),
            numbers([hash(row.pair) for row in rows]),
        )

    @staticmethod
    def joined(tables: Sequence[FindingTable]) -> FindingTable:
        """Put the tables of pages one behind the other."""
        if not tables:
            return FindingTable.of(())
        sizes = [len(table) for table in tables]
        page = np.repeat(np.arange(len(tables), dtype=np.int64) << 32, sizes)
        return FindingTable(
            tuple(chain.from_iterable(table.rows for table in tables)),
            np.concatenate([table.pages for table in tables]),
            np.concatenate([table.numbers for table in tables]),
            np.concatenate([table.places for table in tables]) + page,
            np.concatenate([table.articles for table in tables]) + page,
            np.concatenate([table.confidences for table in tables]),
            np.concatenate([table.rules for table in tables]),
            np.concatenate([table.pairs for table in tables]),
        )

    def __len__(self) -> int:
        return len(self.rows)

    def find(self, key: FindingKey) -> int | None:
        """Return the number of the row of a finding."""
        return _first((self.pages == key[0]) & (self.numbers == key[1]))

    def find_same(self, row: FindingRow) -> int | None:
        """Return the number of the row that says what `row` said before a check that has numbered anew.

        It stands in the same surroundings; where one side of them has changed, hardly a line further on.
        """
        alike = (self.pages == row.page) & (self.pairs == hash(row.pair))
        number = _first(alike & (self.numbers == row.number) & (self.places & _LINE == row.line))
        if number is not None:
            return number
        near = ((_distance(self.rows[at], row), at) for at in np.flatnonzero(alike).tolist())
        (differing, lines), found = min(near, default=((2, 0), 0))
        return found if differing == 0 or (differing == 1 and lines <= 1) else None

    def group_codes(self, grouping: Grouping) -> RowNumbers:
        """Return for every row what it shares with its group."""
        codes = {Grouping.RULE: self.rules, Grouping.PAIR: self.pairs, Grouping.ARTICLE: self.articles}
        return codes.get(grouping, np.zeros(len(self), dtype=np.int64))


def _distance(one: FindingRow, other: FindingRow) -> tuple[int, int]:
    differing = (one.before[-4:] != other.before[-4:]) + (one.after[:4] != other.after[:4])
    return differing, abs(one.line - other.line)


def _first(hit: npt.NDArray[np.bool_]) -> int | None:
    found = np.flatnonzero(hit)
    return int(found[0]) if len(found) else None


@dataclass(frozen=True)
class Arrangement:
    """Rows in their order, group after group.

    `order` holds numbers of rows; group number g is `order[ends[g - 1] : ends[g]]`; `codes` tells what the
    members of each group share, so that a group can be found again later.
    """

    order: RowNumbers
    ends: RowNumbers
    codes: RowNumbers

    @property
    def sizes(self) -> RowNumbers:
        """How many members each group has."""
        return np.diff(self.ends, prepend=0)

    def start(self, group: int) -> int:
        """Return where a group begins in `order`."""
        return int(self.ends[group - 1]) if group else 0

    def row(self, group: int, member: int) -> int:
        """Return the number of the row that is a member of a group."""
        return int(self.order[self.start(group) + member])

    def place_of(self, row: int) -> int:
        """Return where a row stands in `order`."""
        return int(np.flatnonzero(self.order == row)[0])


def arranged(table: FindingTable, grouping: Grouping, sorting: Sorting) -> Arrangement:
    """Sort the rows, and part them into groups.

    A group stands where its first member would; articles stand as on their page, what is in none behind them.
    """
    if not len(table):
        nothing = np.empty(0, dtype=np.int64)
        return Arrangement(nothing, nothing, nothing)
    # Remarks about a whole page come before its first line: they are on line 0.
    keys = (table.places,) if sorting is Sorting.PLACE else (table.places, -table.confidences)
    order = np.lexsort(keys).astype(np.int64)
    codes, first, members, sizes = np.unique(
        table.group_codes(grouping)[order], return_index=True, return_inverse=True, return_counts=True
    )
    shown = np.arange(len(codes)) if grouping is Grouping.ARTICLE else np.argsort(first)
    rank = np.empty(len(codes), dtype=np.int64)
    rank[shown] = np.arange(len(codes))
    by_group = np.argsort(rank[members.reshape(-1)], kind="stable")
    return Arrangement(order[by_group], np.cumsum(sizes[shown]), codes[shown])
