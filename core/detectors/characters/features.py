"""The evidence for and against each hypothesis, as figures a ranker can weigh."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.detectors.characters.groups import Group, Kind, joint
from core.detectors.characters.odd_places import Odd
from core.language.gram_table import Counts, Hashes
from core.language.language import Language
from core.language.names import Part
from core.language.recurrence import LENGTHS, Recurrence
from core.language.stream import ORDER, Places
from core.language.symbols import DIGIT, LETTER, Codes, is_han_code
from core.language.vocabulary import Vocabulary
from core.language.windows import Windows

WORD_LENGTHS = (2, 3, 4)
"""The lengths of dictionary words looked for (symbols)."""

COLUMNS = sum(length + 1 for length in LENGTHS)
"""How many sequences of the LENGTHS touch a change of two symbols."""

_AROUND = (-6, -5, -4, -3, -2, 2, 3, 4, 5, 6)
"""The neighbours whose surprise tells whether a whole passage is unusual."""


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
        return np.flatnonzero(np.diff(self.owners, prepend=-1))


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


def evidence_of(odd: Odd, groups: Sequence[Group], language: Language) -> Evidence:
    """Put together what speaks for all `groups`; the first must be that of what stands there."""
    kept = groups[0]
    own = _of_windows(kept, language)
    of_places = _of_places(odd, kept, own, language)
    base = joint(kept.windows, language)
    count = len(odd.places)
    rows = [_of_group(group, kept, base, language, odd) for group in groups]
    other = np.zeros((count, rows[0].shape[1]), dtype=np.float32)
    other[:, Kind.OTHER] = 1.0
    owners = np.concatenate([*(group.owners for group in groups), np.arange(count)])
    kinds = [np.full(len(group.owners), group.kind, dtype=np.int8) for group in groups]
    order = np.argsort(owners, kind="stable")
    owners = owners[order]
    none = np.zeros((count, COLUMNS), dtype=np.uint64)
    return Evidence(
        odd.places - _edge(odd),
        owners,
        np.concatenate([*kinds, np.full(count, Kind.OTHER, dtype=np.int8)])[order],
        np.concatenate([*(group.symbols for group in groups), np.zeros(count, dtype=np.uint32)])[order],
        np.concatenate((np.concatenate([*rows, other])[order], of_places[owners]), axis=1),
        np.concatenate([*(_hashes(group.windows) for group in groups), none])[order],
    )


def _hashes(windows: Windows) -> Hashes:
    """Return the hashes of the sequences that touch the change, each length filled up to its COLUMNS."""
    columns = []
    for length in LENGTHS:
        hashes = windows.hashes(length)
        filling = np.repeat(hashes[:, :1], length + 1 - hashes.shape[1], axis=1)
        columns += [hashes, filling]
    return np.concatenate(columns, axis=1)


def _of_group(
    group: Group, kept: Group, base: Counts, language: Language, odd: Odd
) -> npt.NDArray[np.float32]:
    """Return what is said of the hypotheses of one kind: (hypotheses, features)."""
    count = len(group.owners)
    kind = np.zeros((count, len(Kind)), dtype=np.float32)
    kind[:, group.kind] = 1.0
    gain = joint(group.windows, language) - base[group.owners]
    proposed = group.symbols > 0
    frequency = language.vocabulary.logs_of(group.symbols)
    chances = group.chances
    single = np.stack(
        (
            gain[:, 0] / 10,
            gain[:, 1] / 10,
            group.likeness,
            group.likeness <= 0,
            language.likeness.sound(odd.own[group.owners], group.symbols) * proposed,
            frequency / 10,
            proposed & is_han_code(group.symbols),
            (chances - kept.chances[group.owners]) / 4,
            chances / 4,
            np.exp(chances),
        ),
        axis=1,
    )
    columns = (kind, single, _misread(group, odd, language), _named(group, odd, language))
    return np.concatenate((*columns, _of_windows(group, language)), axis=1).astype(np.float32)


def _named(group: Group, odd: Odd, language: Language) -> npt.NDArray[np.float32]:
    """Return how common the symbol is where a name has it, 0 where no name stands: (hypotheses, 1)."""
    if group.kind not in (Kind.KEEP, Kind.REPLACE):
        return np.zeros((len(group.owners), 1), dtype=np.float32)
    standing = odd.own[group.owners] if group.kind is Kind.KEEP else group.symbols
    parts = odd.reading.name_parts[odd.places[group.owners] - _edge(odd)]
    return language.names.logs(standing, parts)[:, None] / np.float32(10)


def _misread(group: Group, odd: Odd, language: Language) -> npt.NDArray[np.float32]:
    """Return how often that was printed where engines read so, and the other way round: (hypotheses, 2).

    What is lost or swapped is not asked for: models of language lose any character, whatever it looks like.
    """
    if group.kind in (Kind.INSERT, Kind.SWAP):
        return np.zeros((len(group.owners), 2), dtype=np.float32)
    seen = odd.seen[group.owners]
    printed = odd.own[group.owners] if group.kind is Kind.KEEP else group.symbols
    return language.misreadings.chances(seen, printed) / np.float32(10)


def _of_windows(group: Group, language: Language) -> npt.NDArray[np.float32]:
    """Return what counts and dictionary say of each window."""
    windows = group.windows
    figures = []
    for length in range(2, ORDER + 1):
        counts = windows.touching(length)
        figures += [counts.max(axis=1) / 10, counts.mean(axis=1) / 10]
    words = [language.words.log2(windows.hashes(length)).max(axis=1) for length in WORD_LENGTHS]
    figures += [logs / 10 for logs in words] + [logs > 0 for logs in words]
    return np.stack(figures, axis=1).astype(np.float32)


def _of_places(odd: Odd, kept: Group, own: Counts, language: Language) -> npt.NDArray[np.float32]:
    """Return what is the same for all hypotheses of a place: (places, features)."""
    last = len(odd.surprise) - 1
    around = (
        np.stack([odd.surprise[np.clip(odd.places + offset, 0, last)] for offset in _AROUND], axis=1) / 10
    )
    base = joint(kept.windows, language)
    odds = np.exp(odd.chances)
    single = np.stack(
        (
            kept.chances / 4,
            -(odds * odd.chances).sum(axis=1) / 4,
            odd.chances.max(axis=1) / 4,
            (odd.chances > kept.chances[:, None]).sum(axis=1) ** 0.25,
            base[:, 0] / 10,
            base[:, 1] / 10,
            around[:, :5].mean(axis=1),
            around[:, 5:].mean(axis=1),
            around.max(axis=1),
            odd.surprise[odd.places - 1] / 10,
            odd.surprise[odd.places + 1] / 10,
            odd.gaps[odd.places] / 10,
            odd.gaps[odd.places + 1] / 10,
            odd.own == odd.stream.codes[odd.places - 1],
            odd.own == odd.stream.codes[odd.places + 1],
            language.vocabulary.logs_of(odd.own) / 10,
            is_han_code(odd.own),
            odd.reading.names[odd.places - _edge(odd)],
            odd.reading.name_parts[odd.places - _edge(odd)] == Part.SURNAME,
            odd.reading.name_parts[odd.places - _edge(odd)] == Part.GIVEN,
            odd.own == ord(DIGIT),
            odd.own == ord(LETTER),
        ),
        axis=1,
    )
    return np.concatenate((single, own), axis=1).astype(np.float32)


def _edge(odd: Odd) -> int:
    """Return how many boundaries the stream has before the reading."""
    return (len(odd.stream.codes) - len(odd.reading.codes)) // 2
