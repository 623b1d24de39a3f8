"""What might have been printed in the places that read oddly."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from core.detectors.characters.readings import Reading
from core.language.context_model import REACH, Matrix, padded
from core.language.gram_table import Counts
from core.language.language import Language
from core.language.stream import SIDE, Places, Stream, stream_of
from core.language.symbols import BOUNDARY, Codes, codes_of, is_han_code
from core.language.windows import Windows, backward, forward, windows_of

ODD = 20.0
"""How surprising a symbol must be for its place to be looked at (bits, both ways added)."""

TORN = 26.0
"""How surprising a place must be for a symbol to be missed behind it, before one that surprises nobody."""

DASH_READ = ord("一")
ODD_DASH = 12.0
"""A dash that was read as 一 looks like a number, and needs to surprise less."""

LIKEST = 50
MODELLED = 24
"""How many symbols are proposed by their looks and by the model of contexts."""

WEIGHED = 22
KEPT = 12
"""How many proposals of a place are weighed by all counts, and how many of those are kept."""

MISSING = 6
"""How many symbols are tried between two."""


class Kind(IntEnum):
    """What would mend a place: INSERT puts a symbol before it, APPEND one behind."""

    KEEP = 0
    REPLACE = 1
    REMOVE = 2
    INSERT = 3
    SWAP = 4
    OTHER = 5
    APPEND = 6


@dataclass(frozen=True)
class Group:
    """Hypotheses of one kind: for each the place it speaks of (by number), how it would read, and its symbol.

    `symbols` are code points, 0 where none is new. `likeness` (0 to 1) is that of what stands there.
    `chances` are what the model of contexts says: natural logarithms.
    """

    kind: Kind
    owners: Places
    windows: Windows
    symbols: Codes
    likeness: Counts
    chances: Counts


@dataclass(frozen=True)
class Odd:
    """The places of a reading that read oddly.

    `places` are positions in `stream`; `surprise` has one figure a position of it (bits), `chances` what the
    model of contexts says of every symbol of the vocabulary: (places, symbols).
    """

    reading: Reading
    stream: Stream
    places: Places
    surprise: Counts
    chances: Matrix

    @property
    def own(self) -> Codes:
        """The symbols that stand in the places."""
        return self.stream.codes[self.places]


def odd_places(reading: Reading, language: Language, least: float = ODD) -> Odd:
    """Find the places of `reading` whose symbols surprise by at least `least` bits, or stand twice.

    Where a dash may have been read as 一, ODD_DASH bits are enough.
    """
    stream = stream_of(reading.codes, language.grams)
    places = np.arange(SIDE, len(stream.codes) - SIDE)
    places = places[stream.codes[places] != ord(BOUNDARY)]
    windows = windows_of(stream, places, 1, stream.codes[places][:, None], language.grams)
    ahead = forward(windows, language.smoothing)[:, 0]
    back = backward(windows, language.smoothing)[:, -1]
    surprise = np.zeros(len(stream.codes), dtype=np.float32)
    surprise[places] = -(ahead + back)
    twice = stream.codes[places] == stream.codes[places - 1]
    dash = (stream.codes[places] == DASH_READ) & (surprise[places] >= ODD_DASH)
    odd = places[(surprise[places] >= least) | (twice & is_han_code(stream.codes[places])) | dash]
    chances = language.context_model.log_chances(padded(reading.codes), odd - SIDE + REACH)
    return Odd(reading, stream, odd, surprise, chances)


def hypotheses(odd: Odd, language: Language) -> list[Group]:
    """List what might have been printed in each of the places, the symbol that stands there first."""
    return [
        _kept(odd, language),
        _replaced(odd, language),
        _removed(odd, language),
        _inserted(odd, language),
        _appended(odd, language),
        _swapped(odd, language),
    ]


def joint(windows: Windows, language: Language) -> Counts:
    """Return log2 of the probability of the change and its neighbours: forward and backward, (places, 2)."""
    reach = SIDE - 1
    ahead = forward(windows, language.smoothing)[:, : windows.middle + reach]
    back = backward(windows, language.smoothing)[:, SIDE - reach :]
    return np.stack((ahead.sum(axis=1), back.sum(axis=1)), axis=1)


def _own_chances(odd: Odd, language: Language) -> Counts:
    """Return what the model says of the symbols that stand there; rare ones share what is left."""
    ids = language.vocabulary.ids(odd.own)
    known = ids < len(language.vocabulary)
    rows = np.arange(len(ids))
    return np.where(known, odd.chances[rows, np.where(known, ids, 0)], odd.chances.min(axis=1, initial=0.0))


def _kept(odd: Odd, language: Language) -> Group:
    count = len(odd.places)
    windows = windows_of(odd.stream, odd.places, 1, odd.own[:, None], language.grams)
    ones = np.ones(count, dtype=np.float32)
    return Group(
        Kind.KEEP,
        np.arange(count),
        windows,
        np.zeros(count, dtype=np.uint32),
        ones,
        _own_chances(odd, language),
    )


def _removed(odd: Odd, language: Language) -> Group:
    count = len(odd.places)
    windows = windows_of(odd.stream, odd.places, 1, np.zeros((count, 0), dtype=np.uint32), language.grams)
    none = np.zeros(count, dtype=np.float32)
    return Group(
        Kind.REMOVE,
        np.arange(count),
        windows,
        np.zeros(count, dtype=np.uint32),
        none,
        _own_chances(odd, language),
    )


def _swapped(odd: Odd, language: Language) -> Group:
    behind = odd.stream.codes[odd.places + 1]
    owners = np.flatnonzero((behind != ord(BOUNDARY)) & (behind != odd.own))
    middle = np.stack((behind[owners], odd.own[owners]), axis=1)
    windows = windows_of(odd.stream, odd.places[owners], 2, middle, language.grams)
    none = np.zeros(len(owners), dtype=np.float32)
    chances = _own_chances(odd, language)[owners]
    return Group(Kind.SWAP, owners, windows, behind[owners], none, chances)


def _inserted(odd: Odd, language: Language) -> Group:
    owners, new, chances = _missing(odd, odd.places, language)
    middle = np.stack((new, odd.own[owners]), axis=1)
    windows = windows_of(odd.stream, odd.places[owners], 1, middle, language.grams)
    return Group(Kind.INSERT, owners, windows, new, np.zeros(len(owners), dtype=np.float32), chances)


def _appended(odd: Odd, language: Language) -> Group:
    """Try symbols behind the places, but for those before another odd one: it has them already."""
    behind = odd.places + 1
    known = np.isin(behind, odd.places) | (odd.stream.codes[behind] == ord(BOUNDARY))
    numbers = np.flatnonzero((odd.surprise[odd.places] >= TORN) & ~known)
    owners, new, chances = _missing(odd, behind[numbers], language)
    owners = numbers[owners]
    middle = np.stack((odd.own[owners], new), axis=1)
    windows = windows_of(odd.stream, odd.places[owners], 1, middle, language.grams)
    return Group(Kind.APPEND, owners, windows, new, np.zeros(len(owners), dtype=np.float32), chances)


def _missing(odd: Odd, places: Places, language: Language) -> tuple[Places, Codes, Counts]:
    """Return what may be missing before `places`: for each proposal the number of its place, and chances."""
    chances = language.context_model.log_chances_before(padded(odd.reading.codes), places - SIDE + REACH)
    proposed = _greatest(chances, MISSING)
    owners, column = np.nonzero(language.proposable[proposed])
    symbols = proposed[owners, column]
    return owners, language.vocabulary.codes[symbols], chances[owners, symbols]


def _replaced(odd: Odd, language: Language) -> Group:
    vocabulary = language.vocabulary
    size = len(vocabulary)
    left = vocabulary.ids(odd.stream.codes[odd.places - 1])
    right = vocabulary.ids(odd.stream.codes[odd.places + 1])
    own = vocabulary.ids(odd.own)
    printed = codes_of(odd.reading.text)[odd.places - SIDE]
    alike = vocabulary.ids(language.likest(printed)[:, :LIKEST])
    modelled = _greatest(odd.chances, MODELLED)
    proposed = np.concatenate((alike, np.where(language.proposable[modelled], modelled, size)), axis=1)
    likeness = language.likeness.shape(
        np.repeat(printed, proposed.shape[1]), language.drawn_codes[proposed].ravel()
    ).reshape(proposed.shape)
    known = np.minimum(proposed, size - 1)
    chances = np.take_along_axis(odd.chances, known, axis=1)
    beside = language.neighbours.beside(left[:, None], known, right[:, None]) - vocabulary.logs[known] * 0.5
    score = beside * 0.5 + likeness * 20.0 + chances * 1.2
    score[(proposed == size) | (proposed == own[:, None])] = -np.inf
    order = np.argsort(-score, axis=1)[:, :WEIGHED]
    proposed, likeness, chances, score = (
        np.take_along_axis(values, order, axis=1) for values in (proposed, likeness, chances, score)
    )
    usable = np.isfinite(score) & ~_said_before(proposed)
    owners, column = np.nonzero(usable)
    new = vocabulary.codes[proposed[owners, column]]
    windows = windows_of(odd.stream, odd.places[owners], 1, new[:, None], language.grams)
    likeness, chances = likeness[owners, column], chances[owners, column]
    gain = joint(windows, language).sum(axis=1) * 0.5 + likeness * 26.0 + chances * 1.4
    kept = _best(owners, gain, KEPT)
    return Group(Kind.REPLACE, owners[kept], windows.of(kept), new[kept], likeness[kept], chances[kept])


def _greatest(values: npt.NDArray[np.generic], most: int) -> npt.NDArray[np.int64]:
    """Return the columns of the `most` greatest values of each row, in any order."""
    return np.argpartition(values, values.shape[1] - most, axis=1)[:, -most:]


def _said_before(values: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
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
