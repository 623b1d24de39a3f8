"""The figures that speak for each hypothesis: what is known of it, and of how it would read."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from core.detectors.characters.doubtful import Doubtful
from core.detectors.characters.evidence import Evidence
from core.detectors.characters.groups import Group, Kind
from core.detectors.characters.odd_places import Odd
from core.detectors.characters.place_figures import ENGINES, OF_WINDOWS, of_windows
from core.language.language import Language
from core.language.recurrence import LENGTHS
from core.language.symbols import is_han_code
from core.language.windows import Windows
from core.text.hashes import Hashes

COLUMNS = sum(length + 1 for length in LENGTHS)
"""How many sequences of the LENGTHS touch a change of two symbols."""

OF_PLACE = slice(2, -ENGINES)
"""The figures of a place that go with every hypothesis; gaps, rivals and engines are said of each by itself.

(With the lead of the best rival among them the ranker found more of the made damage, and less of the real.)
"""


def evidence_of(doubtful: Doubtful, groups: Sequence[Group], language: Language) -> Evidence:
    """Put together what speaks for all `groups`; the first must be that of what stands there."""
    kept = groups[0]
    count = len(doubtful.odd.places)
    of_place = doubtful.figures[:, OF_PLACE]
    told = [of_place[:, -OF_WINDOWS:], *of_windows([group.windows for group in groups[1:]], language)]
    rows = [
        np.concatenate((_of_group(group, kept, doubtful.odd, language), of_window), axis=1)
        for group, of_window in zip(groups, told, strict=True)
    ]
    other = np.zeros((count, rows[0].shape[1]), dtype=np.float32)
    other[:, Kind.OTHER] = 1.0
    owners = np.concatenate([*(group.owners for group in groups), np.arange(count)])
    kinds = [np.full(len(group.owners), group.kind, dtype=np.int8) for group in groups]
    order = np.argsort(owners, kind="stable")
    owners = owners[order]
    none = np.zeros((count, COLUMNS), dtype=np.uint64)
    return Evidence(
        doubtful.odd.read_at,
        owners,
        np.concatenate([*kinds, np.full(count, Kind.OTHER, dtype=np.int8)])[order],
        np.concatenate([*(group.symbols for group in groups), np.zeros(count, dtype=np.uint32)])[order],
        np.concatenate((np.concatenate([*rows, other])[order], of_place[owners]), axis=1),
        np.concatenate([*(_hashes(group.windows) for group in groups), none])[order],
    )


def _hashes(windows: Windows) -> Hashes:
    """Return the hashes of the sequences that touch the change, each length filled up to its COLUMNS."""
    hashes = windows.hashes(LENGTHS)
    starts = np.cumsum([0, *(windows.starts_of(length) for length in LENGTHS)])
    columns = [
        np.minimum(np.arange(start, start + length + 1), end - 1)
        for length, start, end in zip(LENGTHS, starts, starts[1:], strict=False)
    ]
    return hashes[:, np.concatenate(columns)]


def _of_group(group: Group, kept: Group, odd: Odd, language: Language) -> npt.NDArray[np.float32]:
    """Return what is said of the hypotheses of one kind: (hypotheses, features)."""
    count = len(group.owners)
    kind = np.zeros((count, len(Kind)), dtype=np.float32)
    kind[:, group.kind] = 1.0
    gain = group.joint - kept.joint[group.owners]
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
    return np.concatenate(columns, axis=1).astype(np.float32)


def _named(group: Group, odd: Odd, language: Language) -> npt.NDArray[np.float32]:
    """Return how common the symbol is where a name has it, 0 where no name stands: (hypotheses, 1)."""
    if group.kind not in (Kind.KEEP, Kind.REPLACE):
        return np.zeros((len(group.owners), 1), dtype=np.float32)
    standing = odd.own[group.owners] if group.kind is Kind.KEEP else group.symbols
    parts = odd.reading.name_parts[odd.read_at[group.owners]]
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
