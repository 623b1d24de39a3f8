"""Findings in the order and the groups that the editor asked for, as arrays of row numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt

RowNumbers = npt.NDArray[np.int64]
GroupKey = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding as the list shows it.

    `index` is what it is known by to whoever gave it; `before` and `after` are the text on either side of
    `suspect`; `suggestion` is None where the rule has none, "" where it says to delete; `line` is the number
    of the text's line as people count; `article` names the article it lies in.
    """

    index: int
    rule: str
    rule_title: str
    suspect: str
    suggestion: str | None
    confidence: float
    before: str
    after: str
    line: int
    article: str


class Grouping(Enum):
    """What findings stand together by."""

    RULE = "rule"
    PAIR = "pair"
    NONE = "none"


class Sorting(Enum):
    """What comes first."""

    PLACE = "place"
    CONFIDENCE = "confidence"


@dataclass(frozen=True)
class Arrangement:
    """Rows in their order, group after group.

    `order` holds numbers of rows; group number g is `order[ends[g - 1] : ends[g]]`; `groups` tells a group's
    number by what its members share, so that a group can be found again later.
    """

    order: RowNumbers
    ends: RowNumbers
    groups: Mapping[GroupKey, int]

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


NOTHING = Arrangement(np.empty(0, np.int64), np.empty(0, np.int64), {})
"""No rows at all."""


def arranged(rows: Sequence[FindingRow], grouping: Grouping, sorting: Sorting) -> Arrangement:
    """Sort `rows`, and part them into groups; a group stands where its first member would."""
    if not rows:
        return NOTHING
    order = _order(rows, sorting)
    if grouping is Grouping.NONE:
        return Arrangement(order, np.array([len(order)]), {(): 0})
    groups: dict[GroupKey, int] = {}
    keys = [_key(rows[row], grouping) for row in order.tolist()]
    group_of = np.array([groups.setdefault(key, len(groups)) for key in keys], dtype=np.int64)
    ends = np.cumsum(np.bincount(group_of, minlength=len(groups)))
    return Arrangement(order[np.argsort(group_of, kind="stable")], ends, groups)


def _order(rows: Sequence[FindingRow], sorting: Sorting) -> RowNumbers:
    lines = np.array([row.line for row in rows], dtype=np.int64)
    if sorting is Sorting.PLACE:
        return np.argsort(lines, kind="stable").astype(np.int64)
    confidence = np.array([row.confidence for row in rows], dtype=np.float64)
    return np.lexsort((lines, -confidence)).astype(np.int64)


def _key(row: FindingRow, grouping: Grouping) -> GroupKey:
    if grouping is Grouping.RULE:
        return (row.rule,)
    suggested = () if row.suggestion is None else (row.suggestion,)
    return (row.rule, row.suspect, *suggested)
