"""What might have been printed instead of a symbol: proposed by many, weighed, and the best kept."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.detectors.characters.doubtful import Doubtful
from core.detectors.characters.groups import Group, Kind
from core.detectors.characters.odd_places import Odd
from core.detectors.characters.rivals import ALIKE, EXPECTED, MISREAD, beside
from core.language.alternatives import Alternatives
from core.language.gram_table import Counts
from core.language.language import LIKEST, Language
from core.language.misreadings import NOTHING
from core.language.stream import Places
from core.language.symbols import Codes
from core.language.windows import joint, windows_of

MODELLED = 24
"""How many symbols are proposed by the model of contexts, beside what looks alike and what is misread so."""

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

RARE_ALIKE = 0.45
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


def replaced(doubtful: Doubtful, language: Language) -> Group:
    """List what might have been printed instead of what stands in the places."""
    odd = doubtful.odd
    known = language.alternatives.of(odd.seen)
    proposed = _usual(doubtful, known, language).with_others(_rare(doubtful, known, language))
    places = odd.places[proposed.owners]
    windows = windows_of(odd.stream, places, 1, proposed.symbols[:, None], language.grams)
    both = joint(windows, language.smoothing)
    gain = both.sum(axis=1) * 0.5 + proposed.likeness * 26.0 + proposed.chances * 1.4
    gain += proposed.backing * MISREAD
    is_rare = language.vocabulary.ids(proposed.symbols) == len(language.vocabulary)
    usual, rare = np.flatnonzero(~is_rare), np.flatnonzero(is_rare)
    best = usual[_best(proposed.owners[usual], gain[usual], KEPT)]
    rows = np.sort(np.concatenate((best, rare[_best(proposed.owners[rare], gain[rare], KEPT_RARE)])))
    kept = proposed.of(rows)
    return Group(
        Kind.REPLACE,
        kept.owners,
        windows.of(rows),
        both[rows],
        kept.symbols,
        kept.likeness,
        kept.chances,
    )


def _usual(doubtful: Doubtful, known: Alternatives, language: Language) -> _Proposed:
    """Propose symbols of the vocabulary: its rivals, and what the model expects."""
    odd, size = doubtful.odd, len(language.vocabulary)
    codes = np.append(language.vocabulary.codes, np.uint32(NOTHING))
    rivals = doubtful.rivals
    modelled = language.proposable_of(greatest(doubtful.chances[:, :-1], MODELLED))
    alike = _likeness(odd, language.drawn_codes[modelled], language)
    engines = _misread(odd, codes[modelled], language)
    expected = np.take_along_axis(doubtful.chances, modelled, axis=1) * np.float32(EXPECTED)
    bits = alike * ALIKE + engines * MISREAD + beside(odd, modelled, language) + expected
    bits[(modelled == size) | (modelled == rivals.ids[:, :1])] = -np.inf
    ids = np.concatenate((rivals.ids[:, 1:], modelled), axis=1)
    symbols = codes[ids]
    misread = np.concatenate((known.misread, engines), axis=1)
    backing = misread + _named(odd, symbols, language)
    score = np.concatenate((rivals.bits[:, 1:], bits), axis=1) + (backing - misread) * MISREAD
    likeness = np.concatenate((known.likeness, alike), axis=1)
    order = np.argsort(-score, axis=1)[:, :WEIGHED]
    ids, symbols, likeness, backing, score = (
        np.take_along_axis(values, order, axis=1) for values in (ids, symbols, likeness, backing, score)
    )
    at = np.nonzero(np.isfinite(score) & ~_said_before(ids))
    return _Proposed(at[0], symbols[at], likeness[at], doubtful.chances[at[0], ids[at]], backing[at])


def _rare(doubtful: Doubtful, known: Alternatives, language: Language) -> _Proposed:
    """Propose characters outside the vocabulary: what is misread so or looks alike, what words have there."""
    odd = doubtful.odd
    worded, bits = language.rare.beside(odd.stream.codes[odd.places - 1], odd.stream.codes[odd.places + 1])
    backing = known.misread + _named(odd, known.codes, language)
    rank = language.rare.shares(known.codes) + known.likeness * 26.0 + backing * MISREAD
    rank[:, :LIKEST][known.likeness[:, :LIKEST] < RARE_ALIKE] = -np.inf
    told = language.rare.shares(worded) + bits
    best = [
        np.take_along_axis(proposed, np.argsort(-values, axis=1)[:, :RARE], axis=1)
        for proposed, values in ((known.codes, rank), (worded, told))
    ]
    proposed = np.concatenate(best, axis=1)
    shares = language.rare.shares(proposed)
    at = np.nonzero(np.isfinite(shares) & (proposed != odd.own[:, None]) & ~_said_before(proposed))
    said = ((worded[:, None, :] == proposed[:, :, None]) * bits[:, None, :]).sum(axis=2)
    likeness = _likeness(odd, proposed, language)
    backing = _misread(odd, proposed, language) + _named(odd, proposed, language)
    backing += said * np.float32(BESIDE / MISREAD)
    return _Proposed(at[0], proposed[at], likeness[at], (doubtful.chances[:, -1:] + shares)[at], backing[at])


def _likeness(odd: Odd, drawn: Codes, language: Language) -> Counts:
    """Return how alike what stands in the places and `drawn` (places, symbols) look."""
    again = np.repeat(odd.seen, drawn.shape[1])
    return language.likeness.shape(again, drawn.ravel()).reshape(drawn.shape)


def _misread(odd: Odd, printed: Codes, language: Language) -> Counts:
    """Return how often engines read so where each of `printed` (places, symbols) is."""
    again = np.repeat(odd.seen, printed.shape[1])
    chances = language.misreadings.chances(again, printed.ravel())
    return np.asarray(chances.sum(axis=1).reshape(printed.shape), dtype=np.float32)


def _named(odd: Odd, printed: Codes, language: Language) -> Counts:
    """Return how often names have each of `printed` (places, symbols) there, as bits of misreading."""
    parts = odd.reading.name_parts[odd.read_at]
    named = np.zeros(printed.shape, dtype=np.float32)
    rows = np.flatnonzero(parts)
    named[rows] = language.names.logs(printed[rows], parts[rows, None]) * np.float32(NAMED / MISREAD)
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
