"""A Bloom filter (Bloom 1970) of hashes: it answers "not there" for nearly all of them at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.text.hashes import Hashes

_ROOM = 32
"""How many places there are to a hash, of which each takes two."""

_PRIMES = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)


@dataclass(frozen=True)
class BloomFilter:
    """Which of 2**`bits` places are taken by the hashes that were put in."""

    taken: npt.NDArray[np.bool_]
    bits: int

    @classmethod
    def of(cls, hashes: Hashes) -> BloomFilter:
        """Put hashes in."""
        bits = (_ROOM * max(len(hashes), 1)).bit_length()
        taken = np.zeros(1 << bits, dtype=np.bool_)
        for prime in _PRIMES:
            taken[_places(hashes, bits, prime)] = True
        return cls(taken, bits)

    def passed(self, hashes: Hashes) -> npt.NDArray[np.intp]:
        """Return the numbers of all hashes that are in it, and of about one in 300 that are not."""
        first, second = _PRIMES
        numbers = np.flatnonzero(self.taken[_places(hashes, self.bits, first)])
        return numbers[self.taken[_places(hashes[numbers], self.bits, second)]]


def _places(hashes: Hashes, bits: int, prime: np.uint64) -> npt.NDArray[np.intp]:
    return ((hashes * prime) >> np.uint64(64 - bits)).view(np.int64)
