"""Symbols of the vocabulary that might have been printed in a place, and what is known of each there.

Looks, engines and the model of contexts propose many; which few are worth reading with their neighbours a
network tells, trained by packaging/language/choice.py.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.detectors.characters.doubtful import Doubtful
from core.detectors.characters.odd_places import Odd
from core.detectors.characters.rivals import beside
from core.language.alternatives import Alternatives
from core.language.gram_table import Counts
from core.language.language import Language
from core.language.likeness import SHAPE_FLOOR
from core.language.network import Matrix
from core.language.symbols import Codes
from core.language.vocabulary import Ids

MODELLED = 24
"""How many symbols are proposed by the model of contexts, beside what looks alike and what is misread so."""

FIGURES = 8
"""How many figures there are of each candidate."""

STRIDE = 8
"""How many columns are first told by the greatest of them, where the greatest of thousands are wanted."""


@dataclass(frozen=True)
class Candidates:
    """Symbols side by side, a row for each place: (places, candidates).

    `ids` are those of the vocabulary, its size where none is. `likeness` (0 to 1) is that of what was read,
    `chances` are natural logarithms. `figures` (places, candidates, FIGURES) are what is known of each.
    """

    ids: Ids
    likeness: Counts
    chances: Matrix
    figures: Matrix


def candidates_of(doubtful: Doubtful, known: Alternatives, language: Language) -> Candidates:
    """Return what might have been printed in the places but for rare characters; `known` are alternatives."""
    odd, size = doubtful.odd, len(language.vocabulary)
    modelled = language.proposable_of(greatest(doubtful.chances[:, :-1], MODELLED))
    ids = np.concatenate((known.ids, modelled), axis=1)
    ids[(ids == doubtful.rivals.ids[:, :1]) | said_before(ids)] = size
    symbols = np.append(language.vocabulary.codes, np.uint32(0))[ids]
    likeness = np.concatenate(
        (known.likeness, likeness_of(odd, language.drawn_codes[modelled], language)), axis=1
    )
    misread = np.concatenate(
        (known.misread, misread_of(odd, symbols[:, known.ids.shape[1] :], language)), axis=1
    )
    chances = np.take_along_axis(doubtful.chances, ids, axis=1)
    named = odd.reading.name_parts[odd.read_at][:, None] > 0
    figures = (
        likeness,
        likeness <= SHAPE_FLOOR,
        misread / 4,
        chances / 4,
        beside(odd, ids, language) / 4,
        named_of(odd, symbols, language) / 4,
        np.append(language.vocabulary.logs, np.float32(0))[ids] / 4,
        np.broadcast_to(named, ids.shape),
    )
    return Candidates(ids, likeness, chances, np.stack(figures, axis=2).astype(np.float32))


def likeness_of(odd: Odd, drawn: Codes, language: Language) -> Counts:
    """Return how alike what stands in the places and `drawn` (places, symbols) look."""
    again = np.repeat(odd.seen, drawn.shape[1])
    return language.likeness.shape(again, drawn.ravel()).reshape(drawn.shape)


def misread_of(odd: Odd, printed: Codes, language: Language) -> Counts:
    """Return how often engines read so where each of `printed` (places, symbols) is (bits)."""
    again = np.repeat(odd.seen, printed.shape[1])
    chances = language.misreadings.chances(again, printed.ravel())
    return np.asarray(chances.sum(axis=1).reshape(printed.shape), dtype=np.float32)


def named_of(odd: Odd, printed: Codes, language: Language) -> Counts:
    """Return how often names have each of `printed` (places, symbols) there (bits), 0 where none stands."""
    parts = odd.reading.name_parts[odd.read_at]
    named = np.zeros(printed.shape, dtype=np.float32)
    rows = np.flatnonzero(parts)
    named[rows] = language.names.logs(printed[rows], parts[rows, None])
    return named


def greatest(values: npt.NDArray[np.floating], most: int) -> npt.NDArray[np.int64]:
    """Return the columns of the `most` greatest values of each row, in any order.

    They are among those STRIDE columns each whose greatest are the greatest: less is compared so.
    """
    width = values.shape[1]
    groups = -(-width // STRIDE)
    if groups <= most:
        return np.argpartition(values, width - most, axis=1)[:, -most:]
    heads = values[:, :groups].copy()
    for start in range(groups, width, groups):
        some = values[:, start : start + groups]
        np.maximum(heads[:, : some.shape[1]], some, out=heads[:, : some.shape[1]])
    best = np.argpartition(heads, groups - most, axis=1)[:, -most:]
    columns = (best[:, :, None] + np.arange(STRIDE) * groups).reshape(len(values), most * STRIDE)
    held = np.take_along_axis(values, np.minimum(columns, width - 1), axis=1)
    held[columns >= width] = -np.inf
    rows = np.argpartition(held, held.shape[1] - most, axis=1)[:, -most:]
    return np.take_along_axis(columns, rows, axis=1)


def said_before(values: npt.NDArray[np.integer]) -> npt.NDArray[np.bool_]:
    """Say of each value whether it stands further left in its row already."""
    order = np.argsort(values, axis=1, kind="stable")
    ordered = np.take_along_axis(values, order, axis=1)
    again = np.zeros(values.shape, dtype=np.bool_)
    np.put_along_axis(again, order[:, 1:], ordered[:, 1:] == ordered[:, :-1], axis=1)
    return again
