"""Comparing many hashes with many others."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]

_BITS = 16
_REST = np.uint64(64 - _BITS)


def beginnings_of(hashes: Hashes) -> npt.NDArray[np.bool_]:
    """Return how any of `hashes` begin, for who asks `begin_alike` more than once."""
    held = np.zeros(1 << _BITS, dtype=np.bool_)
    held[hashes >> _REST] = True
    return held


def begin_alike(hashes: Hashes, beginnings: npt.NDArray[np.bool_]) -> npt.NDArray[np.intp]:
    """Return the numbers of all `hashes` that begin like some others, whose `beginnings` are given."""
    return np.flatnonzero(beginnings[hashes >> _REST])


def perhaps_among(hashes: Hashes, others: Hashes) -> npt.NDArray[np.intp]:
    """Return the numbers of all `hashes` that are among `others`, and of some that only begin alike.

    Where most are not among them this takes a tenth of the time of looking each up in an ordered list.
    """
    return begin_alike(hashes, beginnings_of(others))
