"""The evidence for and against each hypothesis, as figures a ranker can weigh."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.detectors.characters.hypotheses import Group, Kind, Odd, joint
from core.language.gram_table import Counts
from core.language.language import Language
from core.language.recurrence import LENGTHS, Recurrence
from core.language.stream import ORDER, Places
from core.language.symbols import DIGIT, LETTER, Codes, codes_of
from core.language.windows import Windows

WORD_LENGTHS = (2, 3, 4)
"""The lengths of dictionary words looked for (symbols)."""

_AROUND = (-6, -5, -4, -3, -2, 2, 3, 4, 5, 6)
"""The neighbours whose surprise tells whether a whole passage is unusual."""


@dataclass(frozen=True)
class Ballot:
    """All hypotheses of all places, those of a place side by side.

    `owners` ascend. `symbols` are the new code points, 0 for none. `features` has a row for each.
    """

    owners: Places
    kinds: npt.NDArray[np.int8]
    symbols: Codes
    features: npt.NDArray[np.float32]

    @property
    def starts(self) -> Places:
        """Where the hypotheses of each place begin."""
        return np.flatnonzero(np.concatenate(([True], self.owners[1:] != self.owners[:-1])))


def ballot(odd: Odd, groups: Sequence[Group], language: Language, recurrence: Recurrence) -> Ballot:
    """Put the evidence of all `groups` together; the first must be that of what stands there."""
    kept = groups[0]
    own = _of_windows(kept, language, recurrence, itself=1)
    of_places = _of_places(odd, kept, own, language)
    base = joint(kept.windows, language)
    owners, kinds, new, rows = [], [], [], []
    for group in groups:
        recurring = own if group is kept else _of_windows(group, language, recurrence, itself=0)
        rows.append(_of_group(group, kept, base, language, odd.own, recurring))
        owners.append(group.owners)
        kinds.append(np.full(len(group.owners), group.kind, dtype=np.int8))
        new.append(group.symbols)
    count = len(odd.places)
    other = np.zeros((count, rows[0].shape[1]), dtype=np.float32)
    other[:, Kind.OTHER] = 1.0
    owners.append(np.arange(count))
    kinds.append(np.full(count, Kind.OTHER, dtype=np.int8))
    new.append(np.zeros(count, dtype=np.uint32))
    whole = np.concatenate(owners)
    order = np.argsort(whole, kind="stable")
    whole = whole[order]
    features = np.concatenate((np.concatenate([*rows, other])[order], of_places[whole]), axis=1)
    return Ballot(whole, np.concatenate(kinds)[order], np.concatenate(new)[order], features)


def _of_group(
    group: Group, kept: Group, base: Counts, language: Language, own: Codes, recurring: Counts
) -> npt.NDArray[np.float32]:
    """Return what is said of the hypotheses of one kind: (hypotheses, features)."""
    count = len(group.owners)
    kind = np.zeros((count, len(Kind)), dtype=np.float32)
    kind[:, group.kind] = 1.0
    gain = joint(group.windows, language) - base[group.owners]
    ids = language.vocabulary.ids(group.symbols)
    proposed = group.symbols > 0
    frequency = np.where(
        proposed, language.vocabulary.logs[np.minimum(ids, len(language.vocabulary) - 1)], 0.0
    )
    chances = group.chances
    single = np.stack(
        (
            gain[:, 0] / 10,
            gain[:, 1] / 10,
            group.likeness,
            group.likeness <= 0,
            language.likeness.sound(own[group.owners], group.symbols) * proposed,
            frequency / 10,
            proposed & _is_han(group.symbols),
            (chances - kept.chances[group.owners]) / 4,
            chances / 4,
            np.exp(chances),
        ),
        axis=1,
    )
    return np.concatenate((kind, single, recurring), axis=1).astype(np.float32)


def _of_windows(
    group: Group, language: Language, recurrence: Recurrence, itself: int
) -> npt.NDArray[np.float32]:
    """Return what counts, dictionary and pages say of each window."""
    windows = group.windows
    figures = []
    for length in range(2, ORDER + 1):
        counts = windows.touching(length)
        figures += [counts.max(axis=1) / 10, counts.mean(axis=1) / 10]
    words = [language.words.log2(windows.hashes(length)).max(axis=1) for length in WORD_LENGTHS]
    figures += [logs / 10 for logs in words] + [logs > 0 for logs in words]
    figures += [_recurring(windows, length, recurrence, itself) for length in LENGTHS]
    return np.stack(figures, axis=1).astype(np.float32)


def _recurring(windows: Windows, length: int, recurrence: Recurrence, itself: int) -> Counts:
    """Return how often the best-known sequence stands elsewhere in the pages."""
    counts = recurrence.counts(windows.hashes(length)).max(axis=1) - itself
    return np.asarray(np.log2(1.0 + np.maximum(counts, 0.0)) / 5, dtype=np.float32)


def _of_places(odd: Odd, kept: Group, own: Counts, language: Language) -> npt.NDArray[np.float32]:
    """Return what is the same for all hypotheses of a place: (places, features)."""
    last = len(odd.surprise) - 1
    around = (
        np.stack([odd.surprise[np.clip(odd.places + offset, 0, last)] for offset in _AROUND], axis=1) / 10
    )
    base = joint(kept.windows, language)
    ids = np.minimum(language.vocabulary.ids(odd.own), len(language.vocabulary) - 1)
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
            language.vocabulary.logs[ids] / 10,
            _is_han(odd.own),
            odd.reading.names[odd.places - _edge(odd)],
            odd.own == ord(DIGIT),
            odd.own == ord(LETTER),
        ),
        axis=1,
    )
    return np.concatenate((single, own), axis=1).astype(np.float32)


def _edge(odd: Odd) -> int:
    """Return how many boundaries the stream has before the reading."""
    return (len(odd.stream.codes) - len(odd.reading.codes)) // 2


def _is_han(codes: Codes) -> npt.NDArray[np.bool_]:
    return np.asarray((codes >= codes_of("一")[0]) & (codes <= codes_of("鿿")[0]))
