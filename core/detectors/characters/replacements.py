"""What might have been printed instead of a symbol: of all that is proposed the few that are weighed."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from core.detectors.characters.candidates import (
    candidates_of,
    likeness_of,
    named_of,
    said_before,
)
from core.detectors.characters.doubtful import Doubtful
from core.detectors.characters.groups import Group, Kind
from core.detectors.characters.rivals import MISREAD
from core.language.alternatives import Alternatives
from core.language.gram_table import Counts
from core.language.language import LIKEST, Language
from core.language.stream import Places
from core.language.symbols import Codes
from core.language.windows import joint, windows_of

KEPT = 10
"""How many proposals of a place are weighed by all counts: among so many is the right one where it is among
any, but for three times of a hundred."""

RARE, WORDED = 1, 2
"""How many rare characters are weighed with them as misread so, and how many as words have there."""

RARE_ALIKE = 0.45
"""How alike a rare character must look where no word has it beside its neighbours."""

ALIKE = 26.0
"""What a full likeness in looks is worth in choosing among rare ones."""


@dataclass(frozen=True)
class _Proposed:
    """Symbols proposed for places: side by side, a row each; `owners` number the places and ascend."""

    owners: Places
    symbols: Codes
    likeness: Counts
    chances: Counts

    def with_others(self, others: _Proposed) -> _Proposed:
        """Return both, by their places."""
        order = np.argsort(np.concatenate((self.owners, others.owners)), kind="stable")
        names = [field.name for field in fields(self)]
        return _Proposed(
            *(np.concatenate((getattr(self, name), getattr(others, name)))[order] for name in names)
        )


def replaced(doubtful: Doubtful, language: Language) -> Group:
    """List what might have been printed instead of what stands in the places."""
    odd = doubtful.odd
    known = language.alternatives.of(odd.seen)
    proposed = _usual(doubtful, known, language).with_others(_rare(doubtful, known, language))
    places = odd.places[proposed.owners]
    windows = windows_of(odd.stream, places, 1, proposed.symbols[:, None], language.grams)
    return Group(
        Kind.REPLACE,
        proposed.owners,
        windows,
        joint(windows, language.smoothing),
        proposed.symbols,
        proposed.likeness,
        proposed.chances,
    )


def _usual(doubtful: Doubtful, known: Alternatives, language: Language) -> _Proposed:
    """Propose symbols of the vocabulary."""
    tried = candidates_of(doubtful, known, language)
    worth = language.choice(tried.figures)[:, :, 0]
    worth[tried.ids == len(language.vocabulary)] = -np.inf
    order = np.argsort(-worth, axis=1)[:, :KEPT]
    at, column = np.nonzero(np.isfinite(np.take_along_axis(worth, order, axis=1)))
    best = at, order[at, column]
    return _Proposed(
        at, language.vocabulary.codes[tried.ids[best]], tried.likeness[best], tried.chances[best]
    )


def _rare(doubtful: Doubtful, known: Alternatives, language: Language) -> _Proposed:
    """Propose characters outside the vocabulary: what is misread so or looks alike, what words have there."""
    odd = doubtful.odd
    worded, bits = language.rare.beside(odd.stream.codes[odd.places - 1], odd.stream.codes[odd.places + 1])
    backing = known.misread * MISREAD + named_of(odd, known.codes, language)
    rank = language.rare.shares(known.codes) + known.likeness * ALIKE + backing
    rank[:, :LIKEST][known.likeness[:, :LIKEST] < RARE_ALIKE] = -np.inf
    told = language.rare.shares(worded) + bits
    proposed = np.concatenate((_best(known.codes, rank, RARE), _best(worded, told, WORDED)), axis=1)
    shares = language.rare.shares(proposed)
    is_new = np.isfinite(shares) & (proposed != odd.own[:, None]) & ~said_before(proposed)
    likeness = likeness_of(odd, proposed, language)
    chances = doubtful.chances[:, -1:] + shares
    return _Proposed(np.nonzero(is_new)[0], proposed[is_new], likeness[is_new], chances[is_new])


def _best(values: Codes, worth: Counts, most: int) -> Codes:
    """Return the `most` of each row that are worth most, the best first."""
    return np.take_along_axis(values, np.argsort(-worth, axis=1)[:, :most], axis=1)
