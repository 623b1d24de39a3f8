"""What might have been printed in the places that read oddly."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.detectors.characters.groups import Group, Kind
from core.detectors.characters.odd_places import GAP, Odd
from core.detectors.characters.replacements import greatest, replaced
from core.language.context_model import REACH, padded
from core.language.gram_table import Counts
from core.language.language import Language
from core.language.stream import SIDE
from core.language.symbols import BOUNDARY
from core.language.windows import windows_of

MISSING = 8
"""How many symbols are tried between two."""


def hypotheses(odd: Odd, language: Language) -> list[Group]:
    """List what might have been printed in each of the places, the symbol that stands there first."""
    numbers = np.flatnonzero(odd.surprises)
    surprising = odd.surprising
    of_symbols = [
        replaced(surprising, language),
        _removed(surprising, language),
        _swapped(surprising, language),
    ]
    return [
        _kept(odd, language),
        *(replace(group, owners=numbers[group.owners]) for group in of_symbols),
        _inserted(odd, language),
    ]


def _own_chances(odd: Odd, language: Language) -> Counts:
    """Return what the model says of the symbols that stand there."""
    return language.chances_of(odd.chances, np.arange(len(odd.places)), odd.own)


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
    proposed = greatest(chances[:, :-1], MISSING)
    rows, column = np.nonzero(language.proposable[proposed])
    symbols = proposed[rows, column]
    owners, new = numbers[rows], language.vocabulary.codes[symbols]
    middle = np.stack((new, odd.own[owners]), axis=1)
    windows = windows_of(odd.stream, odd.places[owners], 1, middle, language.grams)
    none = np.zeros(len(owners), dtype=np.float32)
    return Group(Kind.INSERT, owners, windows, new, none, chances[rows, symbols])
