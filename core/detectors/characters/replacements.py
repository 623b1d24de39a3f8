"""What might have been printed instead of a symbol: proposed by many, weighed, and the best kept."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.detectors.characters.groups import Group, Kind, joint
from core.detectors.characters.odd_places import Odd
from core.language.gram_table import Counts
from core.language.language import Language
from core.language.misreadings import NOTHING
from core.language.stream import SIDE, Places
from core.language.symbols import Codes
from core.language.windows import windows_of

LIKEST = 50
MODELLED = 24
"""How many symbols are proposed by their looks and by the model of contexts, beside what is misread so."""

MISREAD = 0.5
"""What a bit of what engines misread is worth in choosing what is weighed."""

NAMED = 1.0
"""And what a bit of how common a character is where a name has it."""

STRIDE = 8
"""How many columns are first told by the greatest of them, where the greatest of thousands are wanted."""

WEIGHED = 22
KEPT = 12
"""How many proposals of a place are weighed by all counts, and how many of those are kept."""

RARE = 3
KEPT_RARE = 2
"""How many rare characters are weighed with them as misread so, and as many as words have there; how many of
these are kept, for the counts know none of them."""

ALIKE = 0.45
"""How alike a rare character must look where no word has it beside its neighbours."""

BESIDE = 1.0
"""What a bit of that is worth in choosing."""


@dataclass(frozen=True)
class _Proposed:
    """Symbols proposed for places: side by side, a row each; `owners` number the places and ascend.

    `backing` (bits) is what engines misread and names have.
    """

    owners: Places
    symbols: Codes
    likeness: Counts
    chances: Counts
    backing: Counts

    def of(self, rows: Places) -> _Proposed:
        """Return some of them."""
        return _Proposed(
            self.owners[rows], self.symbols[rows], self.likeness[rows], self.chances[rows], self.backing[rows]
        )

    def with_others(self, others: _Proposed) -> _Proposed:
        """Return both, by their places."""
        together = _Proposed(
            np.concatenate((self.owners, others.owners)),
            np.concatenate((self.symbols, others.symbols)),
            np.concatenate((self.likeness, others.likeness)),
            np.concatenate((self.chances, others.chances)),
            np.concatenate((self.backing, others.backing)),
        )
        return together.of(np.argsort(together.owners, kind="stable"))


def replaced(odd: Odd, language: Language) -> Group:
    """List what might have been printed instead of what stands in the places."""
    proposed = _usual(odd, language).with_others(_rare(odd, language))
    places = odd.places[proposed.owners]
    windows = windows_of(odd.stream, places, 1, proposed.symbols[:, None], language.grams)
    gain = joint(windows, language).sum(axis=1) * 0.5 + proposed.likeness * 26.0 + proposed.chances * 1.4
    gain += proposed.backing * MISREAD
    is_rare = language.vocabulary.ids(proposed.symbols) == len(language.vocabulary)
    usual, rare = np.flatnonzero(~is_rare), np.flatnonzero(is_rare)
    best = usual[_best(proposed.owners[usual], gain[usual], KEPT)]
    rows = np.sort(np.concatenate((best, rare[_best(proposed.owners[rare], gain[rare], KEPT_RARE)])))
    kept = proposed.of(rows)
    return Group(Kind.REPLACE, kept.owners, windows.of(rows), kept.symbols, kept.likeness, kept.chances)


def _usual(odd: Odd, language: Language) -> _Proposed:
    """Propose symbols of the vocabulary: what looks alike, what is misread so, what the model expects."""
    vocabulary = language.vocabulary
    size = len(vocabulary)
    left = vocabulary.ids(odd.stream.codes[odd.places - 1])
    right = vocabulary.ids(odd.stream.codes[odd.places + 1])
    own = vocabulary.ids(odd.own)
    alike = vocabulary.ids(language.likest(odd.seen)[:, :LIKEST])
    misread = _proposable(vocabulary.ids(language.misreadings.printed_for(odd.seen)), language)
    modelled = _proposable(greatest(odd.chances[:, :-1], MODELLED), language)
    proposed = np.concatenate((alike, misread, modelled), axis=1)
    likeness = _likeness(odd, language.drawn_codes[proposed], language)
    backing = _backing(odd, np.append(vocabulary.codes, np.uint32(NOTHING))[proposed], language)
    known = np.minimum(proposed, size - 1)
    chances = np.take_along_axis(odd.chances, known, axis=1)
    beside = language.neighbours.beside(left[:, None], known, right[:, None]) - vocabulary.logs[known] * 0.5
    score = beside * 0.5 + likeness * 20.0 + chances * 1.2 + backing * MISREAD
    score[(proposed == size) | (proposed == own[:, None])] = -np.inf
    order = np.argsort(-score, axis=1)[:, :WEIGHED]
    proposed, likeness, chances, backing, score = (
        np.take_along_axis(values, order, axis=1) for values in (proposed, likeness, chances, backing, score)
    )
    at = np.nonzero(np.isfinite(score) & ~_said_before(proposed))
    return _Proposed(at[0], vocabulary.codes[proposed[at]], likeness[at], chances[at], backing[at])


def _rare(odd: Odd, language: Language) -> _Proposed:
    """Propose characters outside the vocabulary: what is misread so or looks alike, what words have there."""
    beside, bits = language.rare.beside(odd.stream.codes[odd.places - 1], odd.stream.codes[odd.places + 1])
    misread = language.misreadings.printed_for(odd.seen)
    alike = np.concatenate((misread, language.likest(odd.seen)[:, :LIKEST]), axis=1)
    likeness = _likeness(odd, alike, language)
    rank = language.rare.shares(alike) + likeness * 26.0 + _backing(odd, alike, language) * MISREAD
    rank[:, misread.shape[1] :][likeness[:, misread.shape[1] :] < ALIKE] = -np.inf
    told = language.rare.shares(beside) + bits
    best = [
        np.take_along_axis(proposed, np.argsort(-values, axis=1)[:, :RARE], axis=1)
        for proposed, values in ((alike, rank), (beside, told))
    ]
    proposed = np.concatenate(best, axis=1)
    shares = language.rare.shares(proposed)
    at = np.nonzero(np.isfinite(shares) & (proposed != odd.own[:, None]) & ~_said_before(proposed))
    said = ((beside[:, None, :] == proposed[:, :, None]) * bits[:, None, :]).sum(axis=2)
    likeness = _likeness(odd, proposed, language)
    backing = _backing(odd, proposed, language) + said * np.float32(BESIDE / MISREAD)
    return _Proposed(at[0], proposed[at], likeness[at], (odd.chances[:, -1:] + shares)[at], backing[at])


def _likeness(odd: Odd, drawn: Codes, language: Language) -> Counts:
    """Return how alike what stands in the places and `drawn` (places, symbols) look."""
    again = np.repeat(odd.seen, drawn.shape[1])
    return language.likeness.shape(again, drawn.ravel()).reshape(drawn.shape)


def _backing(odd: Odd, printed: Codes, language: Language) -> Counts:
    """Return how often engines read so where each of `printed` (places, symbols) is, and names have it."""
    again = np.repeat(odd.seen, printed.shape[1])
    misread = language.misreadings.chances(again, printed.ravel()).sum(axis=1).reshape(printed.shape)
    parts = odd.reading.name_parts[odd.places - SIDE]
    return np.asarray(misread + language.names.logs(printed, parts[:, None]) * np.float32(NAMED / MISREAD))


def _proposable(ids: npt.NDArray[np.integer], language: Language) -> npt.NDArray[np.integer]:
    """Return numbers of symbols, that of none for those that are never proposed."""
    size = len(language.vocabulary)
    return np.where(np.append(language.proposable, False)[ids], ids, size)


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


def _said_before(values: npt.NDArray[np.integer]) -> npt.NDArray[np.bool_]:
    """Say of each value whether it stands further left in its row already."""
    order = np.argsort(values, axis=1, kind="stable")
    ordered = np.take_along_axis(values, order, axis=1)
    again = np.zeros(values.shape, dtype=np.bool_)
    np.put_along_axis(again, order[:, 1:], ordered[:, 1:] == ordered[:, :-1], axis=1)
    return again


def _best(owners: Places, gain: Counts, most: int) -> Places:
    """Return the rows of the `most` greatest gains of each owner, in order; `owners` ascend."""
    order = np.lexsort((-gain, owners))
    sorted_owners = owners[order]
    first = np.searchsorted(sorted_owners, sorted_owners)
    return np.sort(order[np.arange(len(order)) - first < most])
