"""What an editor has chosen about checking: how strict, which rules, which conventions."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum


class Level(StrEnum):
    """How sure a detector must be before an editor is asked."""

    LENIENT = "lenient"
    NORMAL = "normal"
    STRICT = "strict"

    @property
    def threshold(self) -> float:
        """The least confidence that is shown (0 to 1)."""
        return {Level.LENIENT: 0.6, Level.NORMAL: 0.3, Level.STRICT: 0.12}[self]


class Era(StrEnum):
    """When a paper was printed: before 1949 the marks and many glyphs were others."""

    MODERN = "modern"
    REPUBLICAN = "republican"


class Region(StrEnum):
    """Whose conventions a paper follows."""

    MAINLAND = "mainland"
    TAIWAN = "taiwan"
    HONG_KONG = "hong_kong"


@dataclass(frozen=True, slots=True)
class Conventions:
    """By which rules of its time and place a paper was written."""

    era: Era = Era.MODERN
    region: Region = Region.MAINLAND


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """The level, the rules switched off (by name), and the conventions of the paper."""

    level: Level = Level.NORMAL
    off: frozenset[str] = field(default_factory=frozenset)
    conventions: Conventions = field(default_factory=Conventions)

    @property
    def widest(self) -> CheckOptions:
        """The same conventions with every rule at the strictest level: all that can be found by them."""
        return replace(self, level=Level.STRICT, off=frozenset())

    def least(self, asks_from: float) -> float:
        """Return the least confidence that is shown of a rule which asks from so much of a level."""
        return self.level.threshold * asks_from
