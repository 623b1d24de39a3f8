"""The odd places that are worth weighing, with what the model of contexts says of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from core.detectors.characters.odd_places import Odd, odd_places
from core.detectors.characters.place_figures import by_context, by_counts
from core.detectors.characters.readings import Reading
from core.detectors.characters.rivals import Rivals, rivals_of
from core.language.context_model import REACH, Matrix, padded
from core.language.gram_table import Counts
from core.language.language import Language
from core.language.sieve import MISSING, WRONG
from core.language.stream import Places


@dataclass(frozen=True)
class Doubtful:
    """Odd places, their rivals, and what the model of contexts says there.

    `chances` are those of every symbol of the vocabulary, last of all others together: (places, symbols + 1);
    `own` those of what stands there (natural logarithms). `before` are those of what may be missing before a
    place where one may be, in the row that `gap_rows` gives. `figures` have a row a place: those by context,
    then those by counts.
    """

    odd: Odd
    rivals: Rivals
    chances: Matrix
    own: Counts
    before: Matrix
    gap_rows: Places
    figures: Matrix

    def of(self, rows: Places) -> Doubtful:
        """Return some of the places."""
        return Doubtful(
            self.odd.of(rows),
            self.rivals.of(rows),
            self.chances[rows],
            self.own[rows],
            self.before,
            self.gap_rows[rows],
            self.figures[rows],
        )


def doubtful_places(reading: Reading, language: Language) -> Doubtful:
    """Find the places of `reading` that the ranker may doubt; the sieve of `language` lets the others go."""
    odd = odd_places(reading, language)
    rivals = rivals_of(odd, language)
    counted = by_counts(odd, rivals, language)
    odd, rows = _held(odd, language.sieve.by_counts(counted))
    at = odd.read_at + REACH
    chances, before = language.context_model.log_chances_around(padded(reading.codes), at, at[odd.missing])
    own = language.chances_of(chances, np.arange(len(odd.places)), odd.own)
    rivals = rivals.of(rows).in_context(chances)
    fitting = np.zeros_like(own)
    fitting[odd.missing] = before[:, :-1].max(axis=1)
    figures = np.concatenate((by_context(chances, own, rivals, fitting), counted[rows]), axis=1)
    doubtful = Doubtful(odd, rivals, chances, own, before, np.cumsum(odd.missing) - 1, figures)
    odd, rows = _held(odd, language.sieve.by_context(figures))
    return replace(doubtful.of(rows), odd=odd)


def _held(odd: Odd, held: npt.NDArray[np.bool_]) -> tuple[Odd, Places]:
    """Return the places of which anything is held back (places, 2), and which rows they were."""
    wrong, missing = odd.wrong & held[:, WRONG], odd.missing & held[:, MISSING]
    rows = np.flatnonzero(wrong | missing)
    return replace(odd, wrong=wrong, missing=missing).of(rows), rows
