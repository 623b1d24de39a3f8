"""What engines take for what: counted where they read sheets whose text is known.

Counted by packaging/language/misreadings.py, packed by misread_table.py. How alike two characters look says
what might be confused; this says what is, what is lost and what is seen where nothing was printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.language.symbols import Codes, codes_of, symbols

NOTHING = 0
"""Stands for nothing printed, or nothing read."""

UNSEEN, UNSEEN_OF = 0.2, 2.0
"""What a pair that was never counted counts, and what is added to all counts of a character."""

UNPRINTED = 10.0
"""How often a character that was printed on no sheet, but read, counts as printed and read as it is.

Otherwise it would be taken for a misreading wherever it stands.
"""

MOST = 32
"""How many symbols are proposed for what was read."""

_DIGITS = frozenset("0123456789")

RAREST = -8.5
"""Less likely than this (log2) nothing is: that a pair was never met in some hundred readings says little."""

Values = npt.NDArray[np.float32]


@dataclass(frozen=True)
class MisreadCounts:
    """How often `read` stood where `printed` was (code points, NOTHING for none).

    `counts` is (pairs, engines, 2): what each of `engines` read on either half of its sheets.
    """

    engines: tuple[str, ...]
    read: Codes
    printed: Codes
    counts: npt.NDArray[np.uint32]


def load_misread_counts(path: Path) -> MisreadCounts:
    """Read the counts in `path`."""
    with np.load(path) as held:
        return MisreadCounts(
            tuple(str(name) for name in held["engines"]), held["read"], held["printed"], held["counts"]
        )


@dataclass(frozen=True, eq=False)
class Misreadings:
    """Pairs of characters by what was read (as it stood there) and what was printed (as a symbol).

    `_keys` ascend, `_counts` belong to them. `_most` has a row for each code point of `_read` (ascending):
    the symbols that were most often printed where it was read wrongly, in this order, filled up with zeros.
    `_digits` says for a character which digit was most often printed where it was read.
    """

    _keys: npt.NDArray[np.uint64]
    _counts: Values
    _read: Codes
    _read_totals: Values
    _printed: Codes
    _printed_totals: Values
    _most: Codes
    _digits: Mapping[str, str]

    @classmethod
    def of(cls, counted: MisreadCounts, halves: tuple[int, ...] = (0, 1)) -> Misreadings:
        """Add up what all engines read on some `halves` of their sheets."""
        weights = counted.counts[:, :, list(halves)].sum(axis=(1, 2)).astype(np.float64)
        seen = weights > 0
        ever_read, ever_printed = counted.read[seen], _folded(counted.printed[seen])
        unprinted = np.unique(ever_read[~np.isin(_folded(ever_read), ever_printed) & (ever_read != NOTHING)])
        keys = np.concatenate((_keys(ever_read, ever_printed), _keys(unprinted, _folded(unprinted))))
        told = np.concatenate((weights[seen], np.full(len(unprinted), UNPRINTED)))
        keys, places = np.unique(keys, return_inverse=True)
        counts = np.asarray(np.bincount(places, told), dtype=np.float64)
        read, printed = keys >> np.uint64(32), keys & np.uint64(0xFFFFFFFF)
        read_codes, of_read = np.unique(read, return_inverse=True)
        printed_codes, of_printed = np.unique(printed, return_inverse=True)
        return cls(
            keys,
            counts.astype(np.float32),
            read_codes.astype(np.uint32),
            np.bincount(of_read, counts).astype(np.float32),
            printed_codes.astype(np.uint32),
            np.bincount(of_printed, counts).astype(np.float32),
            _most_printed(of_read, read, printed, counts),
            _digits_read(counted, weights),
        )

    def chances(self, read: Codes, printed: Codes) -> Values:
        """Return for each pair log2 of P(printed | read) and of P(read | printed): (pairs, 2).

        `printed` are symbols, `read` code points as they stand on the page; NOTHING stands for none. No
        logarithm is below RAREST.
        """
        counts = _looked_up(self._keys, self._counts, _keys(read, printed)) + np.float32(UNSEEN)
        totals = np.stack(
            (
                _looked_up(self._read, self._read_totals, read),
                _looked_up(self._printed, self._printed_totals, printed),
            ),
            axis=1,
        )
        logs = np.log2(counts[:, None] / (totals + np.float32(UNSEEN_OF)))
        return np.asarray(np.maximum(logs, RAREST), dtype=np.float32)

    def printed_for(self, read: Codes) -> Codes:
        """Return the symbols most often printed where each of `read` was read wrongly: (codes, MOST)."""
        rows = np.minimum(np.searchsorted(self._read, read), len(self._read) - 1)
        return np.where((self._read[rows] == read)[:, None], self._most[rows], np.uint32(NOTHING))

    def digit_for(self, read: str) -> str | None:
        """Return the digit that was most often printed where `read` was read; None where none ever was."""
        return self._digits.get(read)


def _digits_read(counted: MisreadCounts, weights: npt.NDArray[np.float64]) -> dict[str, str]:
    digits = {}
    for row in np.argsort(weights, kind="stable").tolist():
        read, printed = chr(counted.read[row]), chr(counted.printed[row])
        if printed in _DIGITS and read not in _DIGITS and weights[row]:
            digits[read] = printed
    return digits


def _keys(read: Codes, printed: Codes) -> npt.NDArray[np.uint64]:
    return (read.astype(np.uint64) << np.uint64(32)) | printed.astype(np.uint64)


def _folded(codes: Codes) -> Codes:
    return codes_of(symbols("".join(map(chr, codes.tolist()))))


def _looked_up(
    keys: npt.NDArray[np.unsignedinteger], values: Values, wanted: npt.NDArray[np.unsignedinteger]
) -> Values:
    """Return the value of each of `wanted`, 0 where it is not among the ascending `keys`."""
    places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[places] == wanted, values[places], np.float32(0))


def _most_printed(
    of_read: npt.NDArray[np.int64],
    read: npt.NDArray[np.uint64],
    printed: npt.NDArray[np.uint64],
    counts: npt.NDArray[np.float64],
) -> Codes:
    """Return a row for each code point that was read: what was printed instead, most often first."""
    right = _folded(read.astype(np.uint32)) == printed
    usable = np.flatnonzero(~right & (printed != NOTHING))
    order = usable[np.lexsort((-counts[usable], of_read[usable]))]
    owners = of_read[order]
    ranks = np.arange(len(order)) - np.searchsorted(owners, owners)
    table = np.zeros((int(of_read[-1]) + 1, MOST), dtype=np.uint32)
    kept = ranks < MOST
    table[owners[kept], ranks[kept]] = printed[order[kept]]
    return table
