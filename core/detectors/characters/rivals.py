"""What speaks for the symbol of a place and for those that it may be a misreading of."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.detectors.characters.odd_places import Odd
from core.language.gram_table import Counts
from core.language.language import Language
from core.language.network import Matrix
from core.language.stream import Places
from core.language.vocabulary import Ids

ALIKE = 20.0
MISREAD = 0.5
EXPECTED = 1.2
"""What a full likeness in looks is worth, a bit of what engines misread, a unit of what the model says."""

_BESIDE = 0.5
_COMMON = 0.5
"""What a bit of the counts with a neighbour is worth, and how much less it tells of a common symbol."""

FARTHEST = 60.0
"""No symbol is further ahead of its rivals than this."""


@dataclass(frozen=True)
class Rivals:
    """The symbol of each place and the `alternatives` of what was read there: (places, 1 + alternatives).

    `ids` are those of the vocabulary; `bits` speak for each, -inf for what is no rival.
    """

    ids: Ids
    bits: Matrix

    def of(self, rows: Places) -> Rivals:
        """Return those of some places."""
        return Rivals(self.ids[rows], self.bits[rows])

    def in_context(self, chances: Matrix) -> Rivals:
        """Return them with what the model of contexts says of every symbol (places, symbols + 1)."""
        expected = np.take_along_axis(chances, self.ids, axis=1)
        return Rivals(self.ids, np.asarray(self.bits + expected * np.float32(EXPECTED)))

    @property
    def lead(self) -> Counts:
        """By how much the best rival leads what stands there (bits), for each place."""
        ahead = self.bits[:, 1:].max(axis=1) - self.bits[:, 0]
        return np.asarray(np.maximum(ahead, -FARTHEST), dtype=np.float32)


def rivals_of(odd: Odd, language: Language) -> Rivals:
    """Return the symbols of the places and their rivals, as looks, engines and neighbours speak for them."""
    known = language.alternatives.of(odd.seen)
    own = language.vocabulary.ids(odd.own)[:, None]
    read_right = language.misreadings.chances(odd.seen, odd.own).sum(axis=1, keepdims=True)
    ids = np.concatenate((own, known.ids), axis=1)
    looks = np.concatenate((np.ones_like(read_right), known.likeness), axis=1) * ALIKE
    engines = np.concatenate((read_right, known.misread), axis=1) * MISREAD
    bits = np.asarray(looks + engines + beside(odd, ids, language), dtype=np.float32)
    bits[:, 1:][(known.ids == own) | (known.ids == len(language.vocabulary))] = -np.inf
    return Rivals(ids, bits)


def beside(odd: Odd, ids: Ids, language: Language) -> Counts:
    """Return what the neighbours of each place say of symbols (places, any), in bits."""
    vocabulary = language.vocabulary
    left, right = (vocabulary.ids(odd.stream.codes[odd.places + offset])[:, None] for offset in (-1, 1))
    known = np.minimum(ids, len(vocabulary) - 1)
    counted = language.neighbours.beside(left, known, right) - vocabulary.logs[known] * _COMMON
    return np.asarray(counted * _BESIDE, dtype=np.float32)
