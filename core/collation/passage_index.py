"""Which pages of a project share text: an index of sampled pieces, small enough for ten thousand pages.

Of every eight pieces of text in a row the one with the least hash is kept (winnowing), so that two texts that
share a long enough stretch keep the same pieces of it wherever it begins; a misread character costs only
the pieces it stands in. Ten thousand pages of 6,000 characters take 140 MB and answer in 3 ms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from core.document.finding import PageKey
from core.document.page import PageView
from core.text.characters import HAN
from core.text.folding import fold

PIECE = 8
"""Length of a sampled piece (code points that say something: no marks, no blanks)."""

WINDOW = 8
"""Of so many pieces in a row one is kept: a shared stretch of `PIECE + WINDOW - 1` shows for certain."""

LEAST_SHARED = 3
"""So many sampled pieces two pages must share: about 25 characters, 33 at the most."""

WITNESS = 6
"""Pages with a passage in common that makes them witnesses (60 characters) share so many, damage or not."""

STANDING = 24
"""What stands on more pages than this is furniture or a set phrase and says nothing."""

STANDING_SHARE = 0.02
"""The same as a share of all pages, where that is more."""

MOST = 12
"""So many pages are named at the most, those that share most."""

LOOSE = 64
"""So many pages, and a thirty-second of the others, may be changed before the table is put in order again."""

Imprint = npt.NDArray[np.uint32]
"""The sampled pieces of a text as hashes, sorted, each once. The same on every machine; may be stored."""

_Numbers = npt.NDArray[np.uint32]
_NOT_SAID = re.compile(f"[^{HAN}0-9A-Za-z]+")
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_NOTHING: Imprint = np.zeros(0, dtype=np.uint32)


def imprint_of(text: str) -> Imprint:
    """Sample a text. Script, width, marks, blanks and line ends make no difference."""
    return _sampled(_said([text], None))


def _said(texts: Sequence[str], _: None) -> list[str]:
    return [_NOT_SAID.sub("", fold(text)) for text in texts]


def _sampled(said: Iterable[str]) -> Imprint:
    """Sample what a text says, given in parts."""
    points = np.frombuffer("".join(said).encode("utf-32-le"), dtype=np.uint32)
    count = len(points) - PIECE + 1
    if count < 1:
        return _NOTHING
    hashes = np.zeros(count, dtype=np.uint64)
    for offset in range(PIECE):
        hashes = (hashes + points[offset : offset + count]) * _FACTOR
        hashes ^= hashes >> np.uint64(29)
    pieces = (hashes >> np.uint64(32)).astype(np.uint32)
    if count > WINDOW:
        windows = count - WINDOW + 1
        pieces = np.minimum.reduce([pieces[ahead : ahead + windows] for ahead in range(WINDOW)])
    # Windows in a row mostly keep the same piece.
    return np.unique(pieces[np.append(True, pieces[1:] != pieces[:-1])])


def imprint_of_page(page: PageView) -> Imprint:
    """Sample the text of a page; several who look at it ask for that."""
    return page.once(_imprint_of_page)


def _imprint_of_page(page: PageView) -> Imprint:
    return _sampled(page.each(_said, page.text.split("\n"), None))


def shared_of(one: Imprint, two: Imprint) -> int:
    """Count the pieces that two imprints have in common."""
    return len(np.intersect1d(one, two, assume_unique=True))


@dataclass(frozen=True, slots=True)
class _Table:
    """All imprints in one row, sorted by piece, with the number of the page each piece stands on."""

    pieces: Imprint = field(default_factory=lambda: _NOTHING)
    numbers: _Numbers = field(default_factory=lambda: _NOTHING)

    def holders(self, imprint: Imprint, standing: int) -> _Numbers:
        """Return the page number of every piece of `imprint` that stands on at most `standing` pages."""
        starts = np.searchsorted(self.pieces, imprint, side="left")
        counts = np.searchsorted(self.pieces, imprint, side="right") - starts
        telling = (counts > 0) & (counts <= standing)
        starts, counts = starts[telling], counts[telling]
        ahead = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        found: _Numbers = self.numbers[np.repeat(starts, counts) + ahead]
        return found


@dataclass(frozen=True, slots=True)
class PassageIndex:
    """Which pages share text. A value: adding and taking away pages gives another index.

    `imprints` are all pages with what was sampled of them. `_table` holds the pages in `_numbered`; those of
    `_loose` were changed or added since and are looked at one by one.
    """

    imprints: Mapping[PageKey, Imprint] = field(default_factory=dict)
    _table: _Table = field(default_factory=_Table)
    _numbered: tuple[PageKey, ...] = ()
    _loose: frozenset[PageKey] = frozenset()

    @staticmethod
    def of(pages: Iterable[PageView]) -> PassageIndex:
        """Index `pages`; about five million characters a second."""
        return PassageIndex.of_imprints({page.key: imprint_of(page.text) for page in pages})

    @staticmethod
    def of_imprints(imprints: Mapping[PageKey, Imprint]) -> PassageIndex:
        """Index pages that have been sampled before."""
        numbered = tuple(imprints)
        if not numbered:
            return PassageIndex()
        pieces = np.concatenate([imprints[key] for key in numbered])
        sizes = [len(imprints[key]) for key in numbered]
        # One sort of both at once: the piece above, the page below.
        rows = pieces.astype(np.uint64) << np.uint64(32)
        rows |= np.repeat(np.arange(len(numbered), dtype=np.uint64), sizes)
        rows.sort()
        table = _Table((rows >> np.uint64(32)).astype(np.uint32), rows.astype(np.uint32))
        return PassageIndex(imprints, table, numbered)

    def with_page(self, page: PageView) -> PassageIndex:
        """Return the index with `page` as it stands now."""
        imprint = imprint_of_page(page)
        known = self.imprints.get(page.key)
        if known is not None and np.array_equal(known, imprint):
            return self
        return self._changed({**self.imprints, page.key: imprint}, page.key)

    def without_page(self, key: PageKey) -> PassageIndex:
        """Return the index without a page; one that is not there is no matter."""
        if key not in self.imprints:
            return self
        return self._changed({other: it for other, it in self.imprints.items() if other != key}, key)

    def _changed(self, imprints: Mapping[PageKey, Imprint], key: PageKey) -> PassageIndex:
        loose = self._loose | {key}
        if len(loose) > LOOSE + len(imprints) // 32:
            return PassageIndex.of_imprints(imprints)
        return replace(self, imprints=imprints, _loose=loose)

    def pages_sharing(
        self, page: PageView, most: int = MOST, least: int = LEAST_SHARED
    ) -> tuple[PageKey, ...]:
        """Name the other pages that share text with `page`, those that share most first, at most `most`.

        They share at least `least` pieces. What stands on many pages does not count. `page` itself need not
        be indexed, and is never named.
        """
        imprint = imprint_of_page(page)
        standing = max(STANDING, int(STANDING_SHARE * len(self.imprints)))
        holders = self._table.holders(imprint, standing)
        shared: dict[PageKey, int] = {}
        for number, count in zip(*np.unique(holders, return_counts=True), strict=True):
            key = self._numbered[number]
            if key not in self._loose:
                shared[key] = int(count)
        for key in self._loose:
            other = self.imprints.get(key)
            if other is not None:
                shared[key] = shared_of(imprint, other)
        shared.pop(page.key, None)
        ranked = sorted((key for key in shared if shared[key] >= least), key=lambda key: -shared[key])
        return tuple(ranked[:most])
