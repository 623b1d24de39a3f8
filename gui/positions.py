"""Where Qt's positions and the core's meet: UTF-16 units here, code points there, and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from core.text.edit import Edit
from core.text.span import Span

_Places = npt.NDArray[np.int64]


def utf16_length(text: str) -> int:
    """Count the UTF-16 units of `text`; a lone surrogate is one."""
    return len(text) + len(_wide_places(text))


class Utf16Index:
    """Converts positions of one text both ways; a text of the basic plane alone costs nothing.

    The index is immutable: `after` gives the one of the changed text, without reading that text again.
    """

    __slots__ = ("_units", "_wide", "length", "units")

    def __init__(self, length: int, wide: _Places) -> None:
        self.length = length
        """How many code points the text has."""
        self.units = length + len(wide)
        """How many UTF-16 units the text has."""
        self._wide = wide
        # A character beyond the basic plane ends one unit later for each of its kind up to and with it.
        self._units = wide + np.arange(len(wide))

    @classmethod
    def of(cls, text: str) -> Utf16Index:
        """Build the index of `text`."""
        return cls(len(text), _wide_places(text))

    def unit(self, position: int) -> int:
        """Return the UTF-16 position of the code point `position`."""
        if not len(self._wide):
            return position
        return position + int(self._wide.searchsorted(position, side="left"))

    def code_point(self, unit: int) -> int:
        """Return the code point at the UTF-16 position `unit`; inside a pair, that of its character."""
        if not len(self._wide):
            return unit
        passed = int(self._units.searchsorted(unit, side="left"))
        inside = passed > 0 and unit == int(self._units[passed - 1]) + 1
        return unit - passed if not inside else int(self._wide[passed - 1])

    def unit_span(self, span: Span) -> tuple[int, int]:
        """Return the UTF-16 positions of the ends of `span`."""
        return self.unit(span.start), self.unit(span.end)

    def after(self, edits: Sequence[Edit]) -> Utf16Index:
        """Return the index of the text as it stands after the ordered simultaneous `edits`."""
        growth = sum(edit.growth for edit in edits)
        wide = self._wide
        if len(wide) or any(len(_wide_places(edit.inserted)) for edit in edits):
            parts: list[_Places] = []
            position = moved = 0
            for edit in edits:
                parts += (
                    _between(wide, position, edit.start) + moved,
                    _wide_places(edit.inserted) + (edit.start + moved),
                )
                position = edit.end
                moved += edit.growth
            parts.append(wide[wide.searchsorted(position, side="left") :] + moved)
            wide = np.concatenate(parts)
        return Utf16Index(self.length + growth, wide)


def _between(wide: _Places, start: int, end: int) -> _Places:
    first, last = wide.searchsorted((start, end), side="left").tolist()
    return wide[first:last]


def _wide_places(text: str) -> _Places:
    """Return where `text` has characters beyond the basic plane, in code points."""
    # The common answer is "nowhere", and max() of a short text is the quickest way to it.
    if len(text) < 64 and (not text or max(text) <= "\uffff"):
        return _NOWHERE
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    return np.flatnonzero(points > 0xFFFF).astype(np.int64)


_NOWHERE: _Places = np.zeros(0, dtype=np.int64)
