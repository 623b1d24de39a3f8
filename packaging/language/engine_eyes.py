"""Damage as engines were seen to do it, drawn from the second half of what was counted (misread_table.py).

The first half is what is known of engines while the ranker learns: so it is not told in advance what it
will meet.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from core.detectors.characters.place_figures import BY_CONTEXT, BY_COUNTS
from core.language.language import Language
from core.language.misreadings import NOTHING, MisreadCounts, Misreadings
from core.language.sieve import Sieve
from core.language.symbols import is_han_code, symbols
from core.text.characters import is_han

KNOWN, DRAWN_FROM = 0, 1
"""The halves of the counts."""

FEW = 20.0
"""How many times a character counts as printed and read as well as others are: few were printed often."""


class HalfKnowing(Language):
    """The language, with what only one half of the sheets says of engines."""

    @cached_property
    def misreadings(self) -> Misreadings:
        """What engines take for what, by the first half of their sheets."""
        return Misreadings.of(self.misread_counts, (KNOWN,))


class AllDoubting(HalfKnowing):
    """The same, and nothing falls through the sieve."""

    @cached_property
    def sieve(self) -> Sieve:
        """A sieve that holds all."""
        return Sieve.holding_all(BY_COUNTS, BY_CONTEXT + BY_COUNTS)


@dataclass(frozen=True)
class EngineEye:
    """One engine: how often it misreads each character, as what, and what it sees where nothing is.

    `readings` holds for each character what it was taken for ("" lost) and how often. `added` says how many
    characters it adds for each that it misreads. What was never `printed` is rare: of such characters it
    misreads the share `of_rare`.
    """

    shares: dict[str, float]
    mean: float
    printed: frozenset[str]
    of_rare: float
    readings: dict[str, tuple[list[str], npt.NDArray[np.float64]]]
    additions: tuple[list[str], npt.NDArray[np.float64]]
    added: float

    def rates(self, text: str, rate: float) -> npt.NDArray[np.float64]:
        """Return how likely each character of `text` is misread if a share `rate` of them all is."""
        shares = np.array([self._share(character) for character in text])
        return np.minimum(shares * rate / max(float(shares.mean()), self.mean / 4), 0.7)

    def misread(self, character: str, random: np.random.Generator) -> str | None:
        """Return what a character is taken for; None for one that was never printed."""
        held = self.readings.get(character)
        return None if held is None else _drawn(held, random)

    def _share(self, character: str) -> float:
        is_rare = character not in self.printed and is_han(character)
        return self.of_rare if is_rare else self.shares.get(character, 0.0)

    def addition(self, random: np.random.Generator) -> str:
        """Return a character that is not there."""
        return _drawn(self.additions, random)


def _drawn(held: tuple[list[str], npt.NDArray[np.float64]], random: np.random.Generator) -> str:
    readings, counts = held
    return readings[int(random.choice(len(readings), p=counts / counts.sum()))]


def engine_eyes(language: Language) -> list[EngineEye]:
    """Return an eye for every engine that was counted."""
    counted = language.misread_counts
    return [_eye(counted, number) for number in range(len(counted.engines))]


def _eye(counted: MisreadCounts, engine: int) -> EngineEye:
    counts = counted.counts[:, engine, DRAWN_FROM].astype(np.float64)
    totals: dict[str, float] = {}
    wrong: dict[str, dict[str, float]] = {}
    for read, printed, count in zip(counted.read.tolist(), counted.printed.tolist(), counts, strict=True):
        if not count:
            continue
        here, there = ("" if code == NOTHING else chr(code) for code in (printed, read))
        totals[here] = totals.get(here, 0.0) + count
        if _counts(here, there):
            readings = wrong.setdefault(here, {})
            readings[there] = readings.get(there, 0.0) + count
    extra = wrong.pop("", {})
    misread = sum(sum(readings.values()) for readings in wrong.values())
    mean = misread / sum(totals[character] for character in totals if _damaged(character))
    shares = {
        character: (sum(readings.values()) + FEW * mean) / (totals[character] + FEW)
        for character, readings in wrong.items()
    }
    seldom = sorted(filter(_damaged, totals), key=totals.__getitem__)[: len(totals) // 2]
    of_seldom = sum(sum(wrong.get(character, {}).values()) for character in seldom)
    return EngineEye(
        shares,
        mean,
        frozenset(totals),
        of_seldom / sum(totals[character] for character in seldom),
        {character: _list(readings) for character, readings in wrong.items()},
        _list(extra),
        sum(extra.values()) / misread,
    )


def _damaged(character: str) -> bool:
    return bool(character) and (bool(is_han_code(np.array([ord(character)]))[0]) or character in "%—")


def _counts(here: str, there: str) -> bool:
    """Say whether a pair is damage, of Han characters and the like, and more than one of form."""
    if here and not _damaged(here):
        return False
    if not here and not _damaged(there) and not there.isalnum():
        return False
    return symbols(here) != symbols(there)


def _list(readings: dict[str, float]) -> tuple[list[str], npt.NDArray[np.float64]]:
    return list(readings), np.array(list(readings.values()))
