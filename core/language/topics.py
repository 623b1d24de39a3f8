"""What stretches of a page speak of: the rare words they share."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np

from core.language.gram_table import mixed, sums_of
from core.language.language import Language
from core.language.symbols import codes_of, is_han_code, symbols

Words = Mapping[str, float]
"""Pairs of Han characters, and how much each tells (bits by which it is rarer than the commonest)."""

_TELLS_NOTHING = 16.0
"""A pair that was counted two to the power of this many times tells nothing."""

_NO_WORD = re.compile("[的了是在和与为不有着把被让就也都要这那一二三四五六七八九十]")

ALIKE = 0.07
"""Texts of two stories share less of what their words tell than this, parts of one story more."""

_PER_SHARE = 20.0
_NAMED = 0.25
"""From this share on a headline is made of words of the text below it and not of the text above."""


class Topics:
    """The telling words of texts, each looked up once."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._known: dict[str, Words] = {}

    def words(self, text: str) -> Words:
        """Return the telling words of a text."""
        if text not in self._known:
            self._known[text] = self._look_up(text)
        return self._known[text]

    def _look_up(self, text: str) -> Words:
        folded = symbols(text)
        codes = codes_of(folded)
        if len(codes) < 2:
            return {}
        han = is_han_code(codes)
        logs = self._language.grams.log2(mixed(sums_of(codes, 2), 2))
        telling = np.flatnonzero(han[:-1] & han[1:] & (logs < _TELLS_NOTHING))
        pairs = ((folded[at : at + 2], _TELLS_NOTHING - float(logs[at])) for at in telling.tolist())
        return {pair: weight for pair, weight in pairs if not _NO_WORD.search(pair)}


def share(of: Words, other: Words) -> float:
    """Return how much of what the words of one text tell another tells too, 0 to 1."""
    total = sum(of.values())
    return sum(weight for word, weight in of.items() if word in other) / total if total else 0.0


def new_story_score(headline: Words, below: Words, above: Words) -> float:
    """Return how surely another story begins with a headline, from -2.5 (a heading) to 2.5."""
    apart = (ALIKE - share(below, above)) * _PER_SHARE
    named = 2.0 * (share(headline, below) - share(headline, above) - _NAMED)
    return max(-2.0, min(1.2, apart)) + max(-0.5, min(1.3, named))
