"""How far witnesses speak for themselves: two readings of one engine's habit count less than those of two."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from core.collation.variants import Variant

SHARED = 0.25
"""How much of their errors two witnesses of which nothing is known are taken to have in common."""

SURE = 4
"""That is believed as if it had been seen in so many places."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How often two witnesses of a group that stand against most others do so with the same reading."""

    _alike: Mapping[tuple[int, int], float] = field(default_factory=dict)

    @staticmethod
    def of(found: Sequence[Variant]) -> Habits:
        """Count in all variants with more than two witnesses, but for what stands against as many."""
        together: dict[tuple[int, int], int] = {}
        alone: dict[int, int] = {}
        for variant in found:
            many = max(len(reading.witnesses) for reading in variant.readings)
            for reading in variant.readings:
                if len(reading.witnesses) == many:
                    continue
                for witness in reading.witnesses:
                    alone[witness] = alone.get(witness, 0) + 1
                for pair in combinations(reading.witnesses, 2):
                    together[pair] = together.get(pair, 0) + 1
        alike = {}
        for one, other in combinations(sorted(alone), 2):
            both = together.get((one, other), 0)
            either = alone[one] + alone[other] - both
            alike[one, other] = (both + SURE * SHARED) / (either + SURE)
        return Habits(alike)

    def voices(self, witnesses: Collection[int]) -> float:
        """Return as how many witnesses that know nothing of each other some of them count."""
        ordered = sorted(witnesses)
        return sum(
            1 - max((self._alike.get((before, one), SHARED) for before in ordered[:at]), default=0.0)
            for at, one in enumerate(ordered)
        )
