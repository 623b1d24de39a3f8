"""What may have been printed where a character was read: by its looks, and by what engines do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from threading import Lock

import numpy as np
import numpy.typing as npt

from core.language.likeness import Values
from core.language.symbols import Codes
from core.language.vocabulary import Ids

_LAST = 0x30000
"""Code points from here on are all one: nothing looks like any of them."""


@dataclass(frozen=True)
class Alternatives:
    """Symbols side by side, a row for each character that was read: first those that look most like it.

    `codes` are filled up with zeros; `ids` are those of the vocabulary, its size for what is never proposed.
    `likeness` (0 to 1) is that of what was read, `misread` how often engines do so (bits, both ways added).
    """

    codes: Codes
    ids: Ids
    likeness: Values
    misread: Values

    def of(self, rows: npt.NDArray[np.integer]) -> Alternatives:
        """Return some of the rows, or one more than once."""
        return Alternatives(self.codes[rows], self.ids[rows], self.likeness[rows], self.misread[rows])

    def with_more(self, more: Alternatives) -> Alternatives:
        """Return these rows, then `more`."""
        names = [field.name for field in fields(self)]
        return Alternatives(*(np.concatenate((getattr(self, name), getattr(more, name))) for name in names))


class AlternativeTable:
    """The alternatives of every character that was ever asked for; several threads may ask."""

    def __init__(self, work_out: Callable[[Codes], Alternatives]) -> None:
        """Let `work_out` tell the alternatives of characters, of each once."""
        self._work_out = work_out
        self._lock = Lock()
        self._rows = np.full(_LAST + 1, -1, dtype=np.int32)
        self._held = work_out(np.zeros(0, dtype=np.uint32))

    def of(self, read: Codes) -> Alternatives:
        """Return the alternatives of each of `read`."""
        known = np.minimum(read, np.uint32(_LAST))
        with self._lock:
            new = np.unique(known[self._rows[known] < 0])
            if len(new):
                before = len(self._held.codes)
                self._held = self._held.with_more(self._work_out(new))
                self._rows[new] = np.arange(before, before + len(new))
            held, rows = self._held, self._rows[known]
        return held.of(rows)
