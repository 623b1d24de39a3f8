"""What might have been printed in the places that are doubted."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.detectors.characters.candidates import greatest
from core.detectors.characters.doubtful import Doubtful
from core.detectors.characters.groups import Group, Kind
from core.detectors.characters.replacements import replaced
from core.language.language import Language
from core.language.stream import Places
from core.language.symbols import BOUNDARY, Codes
from core.language.windows import joint, windows_at, windows_of

MISSING = 8
"""How many symbols are tried between two."""


def hypotheses(doubtful: Doubtful, language: Language) -> list[Group]:
    """List what might have been printed in each of the places, the symbol that stands there first."""
    groups = [_kept(doubtful, language)]
    numbers = np.flatnonzero(doubtful.odd.wrong)
    if len(numbers):
        wrong = doubtful.of(numbers)
        of_symbols = replaced(wrong, language), _removed(wrong, language), _swapped(wrong, language)
        groups += (replace(group, owners=numbers[group.owners]) for group in of_symbols)
    if doubtful.odd.missing.any():
        groups.append(_inserted(doubtful, language))
    return groups


def _kept(doubtful: Doubtful, language: Language) -> Group:
    odd = doubtful.odd
    windows = windows_at(odd.stream, odd.places)
    return Group(
        Kind.KEEP,
        np.arange(len(odd.places)),
        windows,
        joint(windows, language.smoothing),
        np.zeros(len(odd.places), dtype=np.uint32),
        np.ones(len(odd.places), dtype=np.float32),
        doubtful.own,
    )


def _removed(doubtful: Doubtful, language: Language) -> Group:
    owners = np.arange(len(doubtful.odd.places))
    nothing, none = np.zeros((len(owners), 0), dtype=np.uint32), np.zeros(len(owners), dtype=np.uint32)
    return _changed(Kind.REMOVE, owners, 1, nothing, none, doubtful, language)


def _swapped(doubtful: Doubtful, language: Language) -> Group:
    odd = doubtful.odd
    behind = odd.stream.codes[odd.places + 1]
    owners = np.flatnonzero((behind != ord(BOUNDARY)) & (behind != odd.own))
    middle = np.stack((behind[owners], odd.own[owners]), axis=1)
    return _changed(Kind.SWAP, owners, 2, middle, behind[owners], doubtful, language)


def _changed(
    kind: Kind,
    owners: Places,
    consumed: int,
    middle: Codes,
    symbols: Codes,
    doubtful: Doubtful,
    language: Language,
) -> Group:
    """Return what puts `middle` where `consumed` symbols stand: what is there is as likely as it was."""
    odd = doubtful.odd
    windows = windows_of(odd.stream, odd.places[owners], consumed, middle, language.grams)
    unlike = np.zeros(len(owners), dtype=np.float32)
    both = joint(windows, language.smoothing)
    return Group(kind, owners, windows, both, symbols, unlike, doubtful.own[owners])


def _inserted(doubtful: Doubtful, language: Language) -> Group:
    """Try symbols in the gaps before the places."""
    odd = doubtful.odd
    numbers = np.flatnonzero(odd.missing)
    chances = doubtful.before[doubtful.gap_rows[numbers]]
    proposed = greatest(chances[:, :-1], MISSING)
    rows, column = np.nonzero(language.proposable[proposed])
    symbols = proposed[rows, column]
    owners, new = numbers[rows], language.vocabulary.codes[symbols]
    middle = np.stack((new, odd.own[owners]), axis=1)
    group = _changed(Kind.INSERT, owners, 1, middle, new, doubtful, language)
    return replace(group, chances=chances[rows, symbols])
