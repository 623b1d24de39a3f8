"""Comparing many hashes with many others."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]

_BITS = 16
_REST = np.uint64(64 - _BITS)


def perhaps_among(hashes: Hashes, others: Hashes) -> npt.NDArray[np.intp]:
    """Return the numbers of all `hashes` that are among `others`, and of some that only begin alike.

    Where most are not among them this takes a tenth of the time of looking each up in an ordered list.
    """
    held = np.zeros(1 << _BITS, dtype=np.bool_)
    held[others >> _REST] = True
    return np.flatnonzero(held[hashes >> _REST])
