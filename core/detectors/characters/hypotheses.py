"""What might have been printed in the places that read oddly."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from core.detectors.characters.readings import Reading
from core.language.context_model import REACH, Matrix, padded
from core.language.gram_table import Counts
from core.language.language import Language
from core.language.misreadings import NOTHING
from core.language.stream import SIDE, Places, Stream, stream_of
from core.language.symbols import BOUNDARY, Codes, codes_of, is_han_code
from core.language.windows import Windows, backward, forward, windows_of

ODD = 20.0
"""How surprising a symbol must be for its place to be looked at (bits, both ways added)."""

GAP = 22.0
"""How badly two neighbours must go together for a symbol to be missed between them (bits, both ways added).

Of symbols left out of news seven in ten leave such a gap, and one place in twenty-five has it anyway.
"""

DASH_READ = ord("一")
ODD_DASH = 12.0
"""A dash that was read as 一 looks like a number, and needs to surprise less."""

LIKEST = 50
MODELLED = 24
"""How many symbols are proposed by their looks and by the model of contexts, beside what is misread so."""

MISREAD = 0.5
"""What a bit of what engines misread is worth in choosing what is weighed."""

NAMED = 1.0
"""And what a bit of how common a character is where a name has it."""

WEIGHED = 22
KEPT = 12
"""How many proposals of a place are weighed by all counts, and how many of those are kept."""

MISSING = 8
"""How many symbols are tried between two."""


class Kind(IntEnum):
    """What would mend a place; INSERT puts a symbol before it."""

    KEEP = 0
    REPLACE = 1
    REMOVE = 2
    INSERT = 3
    SWAP = 4
    OTHER = 5


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

    `places` are positions in `stream`; `surprise` and `gaps` have one figure a position of it (bits): how
    much its symbol surprises, and how badly it goes with the one before it. `chances` are what the model of
    contexts says of every symbol of the vocabulary: (places, symbols).
    """

    reading: Reading
    stream: Stream
    places: Places
    surprise: Counts
    gaps: Counts
    surprises: npt.NDArray[np.bool_]
    chances: Matrix

    @property
    def own(self) -> Codes:
        """The symbols that stand in the places."""
        return self.stream.codes[self.places]

    @property
    def seen(self) -> Codes:
        """The code points that stand in the places on the page."""
        return codes_of(self.reading.text)[self.places - SIDE]

    @property
    def surprising(self) -> Odd:
        """The places whose own symbols are odd, without those where only a gap is."""
        here = self.surprises
        return replace(
            self, places=self.places[here], surprises=self.surprises[here], chances=self.chances[here]
        )


def odd_places(reading: Reading, language: Language, least: float = ODD) -> Odd:
    """Find the places of `reading` that may be wrong.

    Their symbols surprise by at least `least` bits, stand twice, or may be dashes that were read as 一 (these
    need to surprise by ODD_DASH bits only); or there is a gap of at least GAP bits before them.
    """
    stream = stream_of(reading.codes, language.grams)
    places = np.arange(SIDE, len(stream.codes) - SIDE)
    places = places[stream.codes[places] != ord(BOUNDARY)]
    windows = windows_of(stream, places, 1, stream.codes[places][:, None], language.grams)
    ahead, back = np.zeros((2, len(stream.codes)), dtype=np.float32)
    ahead[places] = -forward(windows, language.smoothing)[:, 0]
    back[places] = -backward(windows, language.smoothing)[:, -1]
    surprise = ahead + back
    gaps = np.where(back[:-1] > 0, ahead[1:] + back[:-1], 0)
    gaps = np.concatenate((gaps[:1], gaps)).astype(np.float32)
    twice = stream.codes[places] == stream.codes[places - 1]
    dash = (stream.codes[places] == DASH_READ) & (surprise[places] >= ODD_DASH)
    surprises = (surprise[places] >= least) | (twice & is_han_code(stream.codes[places])) | dash
    odd = surprises | (gaps[places] >= GAP)
    places = places[odd]
    chances = language.context_model.log_chances(padded(reading.codes), places - SIDE + REACH)
    return Odd(reading, stream, places, surprise, gaps, surprises[odd], chances)


def hypotheses(odd: Odd, language: Language) -> list[Group]:
    """List what might have been printed in each of the places, the symbol that stands there first."""
    numbers = np.flatnonzero(odd.surprises)
    surprising = odd.surprising
    of_symbols = [
        _replaced(surprising, language),
        _removed(surprising, language),
        _swapped(surprising, language),
    ]
    return [
        _kept(odd, language),
        *(replace(group, owners=numbers[group.owners]) for group in of_symbols),
        _inserted(odd, language),
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
    """Try symbols in the gaps before the places."""
    numbers = np.flatnonzero(odd.gaps[odd.places] >= GAP)
    places = odd.places[numbers]
    chances = language.context_model.log_chances_before(padded(odd.reading.codes), places - SIDE + REACH)
    proposed = _greatest(chances, MISSING)
    rows, column = np.nonzero(language.proposable[proposed])
    symbols = proposed[rows, column]
    owners, new = numbers[rows], language.vocabulary.codes[symbols]
    middle = np.stack((new, odd.own[owners]), axis=1)
    windows = windows_of(odd.stream, odd.places[owners], 1, middle, language.grams)
    none = np.zeros(len(owners), dtype=np.float32)
    return Group(Kind.INSERT, owners, windows, new, none, chances[rows, symbols])


def _replaced(odd: Odd, language: Language) -> Group:
    vocabulary = language.vocabulary
    size = len(vocabulary)
    left = vocabulary.ids(odd.stream.codes[odd.places - 1])
    right = vocabulary.ids(odd.stream.codes[odd.places + 1])
    own = vocabulary.ids(odd.own)
    seen = odd.seen
    alike = vocabulary.ids(language.likest(seen)[:, :LIKEST])
    misread = _proposable(vocabulary.ids(language.misreadings.printed_for(seen)), language)
    modelled = _proposable(_greatest(odd.chances, MODELLED), language)
    proposed = np.concatenate((alike, misread, modelled), axis=1)
    again = np.repeat(seen, proposed.shape[1])
    likeness = language.likeness.shape(again, language.drawn_codes[proposed].ravel()).reshape(proposed.shape)
    printed = np.append(vocabulary.codes, np.uint32(NOTHING))[proposed]
    backing = language.misreadings.chances(again, printed.ravel()).sum(axis=1).reshape(proposed.shape)
    parts = odd.reading.name_parts[odd.places - SIDE]
    backing += language.names.logs(printed, parts[:, None]) * np.float32(NAMED / MISREAD)
    known = np.minimum(proposed, size - 1)
    chances = np.take_along_axis(odd.chances, known, axis=1)
    beside = language.neighbours.beside(left[:, None], known, right[:, None]) - vocabulary.logs[known] * 0.5
    score = beside * 0.5 + likeness * 20.0 + chances * 1.2 + backing * MISREAD
    score[(proposed == size) | (proposed == own[:, None])] = -np.inf
    order = np.argsort(-score, axis=1)[:, :WEIGHED]
    proposed, likeness, chances, backing, score = (
        np.take_along_axis(values, order, axis=1) for values in (proposed, likeness, chances, backing, score)
    )
    usable = np.isfinite(score) & ~_said_before(proposed)
    owners, column = np.nonzero(usable)
    new = vocabulary.codes[proposed[owners, column]]
    windows = windows_of(odd.stream, odd.places[owners], 1, new[:, None], language.grams)
    likeness, chances, backing = likeness[owners, column], chances[owners, column], backing[owners, column]
    gain = joint(windows, language).sum(axis=1) * 0.5 + likeness * 26.0 + chances * 1.4 + backing * MISREAD
    kept = _best(owners, gain, KEPT)
    return Group(Kind.REPLACE, owners[kept], windows.of(kept), new[kept], likeness[kept], chances[kept])


def _proposable(ids: npt.NDArray[np.integer], language: Language) -> npt.NDArray[np.integer]:
    """Return numbers of symbols, that of none for those that are never proposed."""
    size = len(language.vocabulary)
    return np.where(np.append(language.proposable, False)[ids], ids, size)


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
