"""What is known of an odd place before anything is proposed for it, as figures."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.detectors.characters.odd_places import Odd
from core.detectors.characters.rivals import Rivals
from core.language.gram_table import Counts
from core.language.language import Language
from core.language.names import Part
from core.language.network import Matrix
from core.language.stream import ORDER
from core.language.symbols import DIGIT, LETTER, is_han_code
from core.language.windows import Windows, joint, windows_at

WORD_LENGTHS = (2, 3, 4)
"""The lengths of dictionary words looked for (symbols)."""

BY_COUNTS, BY_CONTEXT = 36, 6
OF_WINDOWS, ENGINES = 14, 4
"""How many figures there are by what was counted (the last of these of windows, then of engines) and by the
context."""

_AROUND = (-6, -5, -4, -3, -2, 2, 3, 4, 5, 6)
"""The neighbours whose surprise tells whether a whole passage is unusual."""


def by_counts(odd: Odd, rivals: Rivals, language: Language) -> Matrix:
    """Return what counts, dictionary and misreadings say of each place: (places, BY_COUNTS)."""
    windows = windows_at(odd.stream, odd.places)
    own, left, right = (odd.stream.codes[odd.places + offset] for offset in (0, -1, 1))
    parts = odd.reading.name_parts[odd.read_at]
    single = (
        *joint(windows, language.smoothing).T / 10,
        *_around(odd),
        odd.surprise[odd.places - 1] / 10,
        odd.surprise[odd.places + 1] / 10,
        odd.gaps[odd.places] / 10,
        odd.gaps[odd.places + 1] / 10,
        own == left,
        own == right,
        language.vocabulary.logs_of(own) / 10,
        is_han_code(own),
        odd.reading.names[odd.read_at],
        parts == Part.SURNAME,
        parts == Part.GIVEN,
        own == ord(DIGIT),
        own == ord(LETTER),
    )
    engines = (
        *language.misreadings.chances(odd.seen, own).T / 10,
        language.names.logs(own, parts) / 10,
        rivals.lead / 10,
    )
    columns = (np.stack(single, axis=1), of_windows([windows], language)[0], np.stack(engines, axis=1))
    return np.concatenate(columns, axis=1).astype(np.float32)


def by_context(chances: Matrix, own: Counts, rivals: Rivals, fitting: Counts) -> Matrix:
    """Return what the model of contexts says of each place: (places, BY_CONTEXT).

    `chances` are what it says of every symbol, `own` of those that stand there, `fitting` of the likeliest
    that may be missing before them (natural logarithms); `rivals` speak with it.
    """
    entropy = -np.einsum("ij,ij->i", np.exp(chances), chances)
    ahead = np.count_nonzero(chances > own[:, None], axis=1)
    figures = (fitting / 4, rivals.lead / 10, own / 4, entropy / 4, chances.max(axis=1) / 4, ahead**0.25)
    return np.stack(figures, axis=1).astype(np.float32)


def of_windows(windows: Sequence[Windows], language: Language) -> list[Matrix]:
    """Return what counts and dictionary say of windows of several kinds: (windows, OF_WINDOWS) for each."""
    hashes = [some.hashes(WORD_LENGTHS) for some in windows]
    logs = language.words.log2(np.concatenate([np.zeros(0, dtype=np.uint64), *map(np.ravel, hashes)]))
    told = np.split(logs, np.cumsum([some.size for some in hashes], dtype=np.intp))
    return [
        _of_windows(some, found.reshape(held.shape))
        for some, held, found in zip(windows, hashes, told, strict=False)
    ]


def _of_windows(windows: Windows, of_words: Counts) -> Matrix:
    figures = []
    for length in range(2, ORDER + 1):
        counts = windows.touching(length)
        figures += [counts.max(axis=1) / 10, counts.mean(axis=1) / 10]
    starts = np.cumsum([0, *(windows.starts_of(length) for length in WORD_LENGTHS[:-1])])
    words = np.maximum.reduceat(of_words, starts, axis=1)
    return np.concatenate((np.stack(figures, axis=1), words / 10, words > 0), axis=1, dtype=np.float32)


def _around(odd: Odd) -> tuple[Counts, Counts, Counts]:
    """Return how surprising the neighbours are: on average ahead and behind, and at most."""
    last = len(odd.surprise) - 1
    around = odd.surprise[np.clip(odd.places[:, None] + np.array(_AROUND), 0, last)] / 10
    half = len(_AROUND) // 2
    return around[:, :half].mean(axis=1), around[:, half:].mean(axis=1), around.max(axis=1)
