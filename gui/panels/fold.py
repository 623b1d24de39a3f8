"""Which line of a list shows what, when some of its groups have a heading and some are folded.

A tree view asks its model about every row it may show, three or four times; with seventy thousand findings
that takes a second. A table asks only about the rows in sight, so lists with groups are tables here, and
this is the arithmetic between the lines of the table and the members of the groups.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]

HEADING = -1
"""The member number of a group's heading."""


class Fold:
    """Groups of members, shown one under the other; a group without a heading is always open."""

    def __init__(
        self,
        sizes: Sequence[int] | Numbers,
        headed: Sequence[bool] | npt.NDArray[np.bool_],
        opened: Sequence[bool] | npt.NDArray[np.bool_],
    ) -> None:
        self._sizes = np.array(sizes, dtype=np.int64)
        self._headed = np.array(headed, dtype=bool)
        self._opened = np.array(opened, dtype=bool) | ~self._headed
        self._count()

    def _count(self) -> None:
        shown = self._headed + np.where(self._opened, self._sizes, 0)
        self._ends = np.cumsum(shown)

    def __len__(self) -> int:
        """Return how many lines are shown."""
        return int(self._ends[-1]) if len(self._ends) else 0

    @property
    def groups(self) -> int:
        """How many groups there are."""
        return len(self._sizes)

    def size(self, group: int) -> int:
        """Return how many members a group has."""
        return int(self._sizes[group])

    def headed(self, group: int) -> bool:
        """Say whether a group has a heading."""
        return bool(self._headed[group])

    def opened(self, group: int) -> bool:
        """Say whether the members of a group are shown."""
        return bool(self._opened[group])

    def turned(self, *, opened: bool) -> Numbers:
        """Return the groups with a heading that are open, or those that are folded."""
        return np.flatnonzero(self._headed & (self._opened == opened))

    def first_line(self, group: int) -> int:
        """Return the line a group begins at."""
        return int(self._ends[group - 1]) if group else 0

    def at(self, line: int) -> tuple[int, int]:
        """Return the group that `line` belongs to and the member it shows, `HEADING` for the heading."""
        group = int(np.searchsorted(self._ends, line, side="right"))
        return group, line - self.first_line(group) - int(self._headed[group])

    def at_all(self, lines: Numbers) -> tuple[Numbers, Numbers]:
        """Return the groups that `lines` belong to and the members they show, as `at` does for one."""
        groups = np.searchsorted(self._ends, lines, side="right")
        starts = np.concatenate(([0], self._ends))[groups]
        return groups, lines - starts - self._headed[groups]

    def line_of(self, group: int, member: int) -> int:
        """Return the line that shows a member; where its group is folded, that of the heading."""
        if not self._opened[group]:
            return self.first_line(group)
        return self.first_line(group) + member + int(self._headed[group])

    def set_opened(self, group: int, opened: bool) -> None:
        """Open or fold a group that has a heading."""
        self._opened[group] = opened or not self._headed[group]
        self._count()
