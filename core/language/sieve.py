"""Which odd places are worth weighing: of twenty that the counts doubt, the ranker doubts one.

Two small networks look before it does: one by the counts alone, before the model of contexts is asked, the
other by its answer, before anything is proposed (a cascade, as of Viola and Jones 2001). They were trained by
packaging/language/sieve.py to tell how much the ranker would doubt a place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.language.network import Matrix, Network

WRONG, MISSING = 0, 1
"""What may be amiss in a place: its symbol, or one before it that is not there."""


@dataclass(frozen=True)
class Mesh:
    """What is less likely than `least` (logarithms of odds: of WRONG, of MISSING) falls through."""

    network: Network
    least: Matrix

    def __call__(self, figures: Matrix) -> npt.NDArray[np.bool_]:
        """Say of each place what of it is held back: (places, 2)."""
        return np.asarray(self.network(figures) >= self.least)


@dataclass(frozen=True)
class Sieve:
    """What is told `by_counts`, and then, with that, `by_context`."""

    by_counts: Mesh
    by_context: Mesh

    @classmethod
    def of(cls, held: Mapping[str, Matrix]) -> Sieve:
        """Return the sieve whose weights are in `held`."""
        return cls(*(Mesh(Network.of(held, name), held[f"{name}least"]) for name in ("counts_", "context_")))

    @classmethod
    def holding_all(cls, by_counts: int, by_context: int) -> Sieve:
        """Return a sieve that nothing falls through, for so many figures."""
        none = np.zeros(2, dtype=np.float32)
        layers = (((np.zeros((figures, 2), dtype=np.float32), none),) for figures in (by_counts, by_context))
        return cls(*(Mesh(Network(layer), none) for layer in layers))
