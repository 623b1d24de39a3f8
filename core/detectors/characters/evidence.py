"""What speaks for each hypothesis about a text, as figures a ranker can weigh."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.detectors.characters.groups import Kind
from core.language.recurrence import LENGTHS, Recurrence
from core.language.stream import Places
from core.language.symbols import Codes
from core.language.vocabulary import Vocabulary
from core.text.hashes import Hashes

OF_PAGE = 2 * len(LENGTHS) + 1
"""How many figures say what comes back in the pages: of the hypothesis, of what stands there, on its page."""


@dataclass(frozen=True)
class Evidence:
    """What speaks for each hypothesis about some places, apart from what comes back in the pages.

    `places` are positions in a reading. `owners` (hypotheses) number the places and ascend; `symbols` are new
    code points, 0 for none; `features` has a row for each hypothesis. `hashes` (hypotheses, COLUMNS) are
    those of the sequences around the change, by which they can be found in the pages.
    """

    places: Places
    owners: Places
    kinds: npt.NDArray[np.int8]
    symbols: Codes
    features: npt.NDArray[np.float32]
    hashes: Hashes

    def of(self, rows: Places) -> Evidence:
        """Return some of the hypotheses, in their order; of each place there must be one."""
        return Evidence(
            self.places,
            self.owners[rows],
            self.kinds[rows],
            self.symbols[rows],
            self.features[rows],
            self.hashes[rows],
        )

    def between(self, start: int, end: int) -> Evidence:
        """Return the evidence about the places from `start` to `end`, counted from `start`."""
        first, last = np.searchsorted(self.places, (start, end)).tolist()
        top, bottom = np.searchsorted(self.owners, (first, last)).tolist()
        rows = slice(top, bottom)
        return Evidence(
            self.places[first:last] - start,
            self.owners[rows] - first,
            self.kinds[rows],
            self.symbols[rows],
            self.features[rows],
            self.hashes[rows],
        )


@dataclass(frozen=True)
class Ballot:
    """All hypotheses of all places, those of a place side by side, with all that speaks for them.

    `places`, `owners`, `kinds` and `symbols` are those of the evidence; `features` has a row for each.
    """

    places: Places
    owners: Places
    kinds: npt.NDArray[np.int8]
    symbols: Codes
    features: npt.NDArray[np.float32]

    @property
    def starts(self) -> Places:
        """Where the hypotheses of each place begin."""
        return starts_of(self.owners)


def starts_of(owners: Places) -> Places:
    """Return where each place begins in a row of hypotheses that its number owns."""
    return np.flatnonzero(np.diff(owners, prepend=-1))


def joined(parts: Sequence[Evidence], offsets: Sequence[int]) -> Evidence:
    """Put evidence about several stretches of a reading together; each begins at its offset."""
    counts = np.cumsum([0] + [len(part.places) for part in parts])[:-1]
    return Evidence(
        np.concatenate([part.places + offset for part, offset in zip(parts, offsets, strict=True)]),
        np.concatenate([part.owners + count for part, count in zip(parts, counts.tolist(), strict=True)]),
        np.concatenate([part.kinds for part in parts]),
        np.concatenate([part.symbols for part in parts]),
        np.concatenate([part.features for part in parts]),
        np.concatenate([part.hashes for part in parts]),
    )


def ballot(evidence: Evidence, recurrence: Recurrence, page: Codes, vocabulary: Vocabulary) -> Ballot:
    """Add to the evidence what comes back in the pages, and on the very one, whose symbols are `page`."""
    itself = (evidence.kinds == Kind.KEEP).astype(np.float32)
    columns = []
    first = 0
    for length in LENGTHS:
        width = length + 1
        counts = recurrence.counts(evidence.hashes[:, first : first + width]).max(axis=1) - itself
        columns.append(np.log2(1.0 + np.maximum(counts, 0.0)) / 5)
        first += width
    recurring = np.stack(columns, axis=1).astype(np.float32)
    recurring[evidence.kinds == Kind.OTHER] = 0.0
    own = recurring[evidence.kinds == Kind.KEEP]
    liking = _liking(evidence, page, vocabulary)
    features = np.concatenate((evidence.features, recurring, own[evidence.owners], liking), axis=1)
    return Ballot(evidence.places, evidence.owners, evidence.kinds, evidence.symbols, features)


def _liking(evidence: Evidence, page: Codes, vocabulary: Vocabulary) -> npt.NDArray[np.float32]:
    """Return how much oftener the page has each symbol than others have: (hypotheses, 1), 0 for none.

    What was said once is said again (a cache model: Kuhn and De Mori 1990).
    """
    kept = evidence.kinds == Kind.KEEP
    symbols = np.where(kept, page[evidence.places[evidence.owners]], evidence.symbols)
    size = len(vocabulary)
    counts = np.bincount(vocabulary.ids(page), minlength=size + 1)[:size]
    expected = vocabulary.counts * (len(page) / float(vocabulary.counts.sum()))
    ids = vocabulary.ids(symbols)
    known = np.minimum(ids, size - 1)
    liking = np.log2((np.maximum(counts[known] - kept, 0) + 0.5) / (expected[known] + 0.5)) / 5
    said = (kept | np.isin(evidence.kinds, (Kind.REPLACE, Kind.INSERT))) & (ids < size)
    return np.where(said, liking, 0.0).astype(np.float32)[:, None]
