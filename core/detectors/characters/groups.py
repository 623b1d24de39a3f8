"""Hypotheses about what was printed, those of one kind together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from core.language.gram_table import Counts
from core.language.stream import Places
from core.language.symbols import Codes
from core.language.windows import Windows


class Kind(IntEnum):
    """What would mend a place; INSERT puts a symbol before it."""

    KEEP = 0
    REPLACE = 1
    REMOVE = 2
    INSERT = 3
    SWAP = 4
    OTHER = 5


@dataclass(frozen=True)
class Group:
    """Hypotheses of one kind: for each the place it speaks of (by number), how it would read, and its symbol.

    `symbols` are code points, 0 where none is new. `likeness` (0 to 1) is that of what stands there.
    `joint` is that of the windows. `chances` are what the model of contexts says: natural logarithms.
    """

    kind: Kind
    owners: Places
    windows: Windows
    joint: Counts
    symbols: Codes
    likeness: Counts
    chances: Counts
