"""How often a sequence of characters stands in ordinary newspaper text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice

import numpy as np

from core.glossary.teaching import Counts
from core.language.gram_table import GramTable, mixed, powers, sums_of
from core.language.stream import ORDER
from core.language.symbols import codes_of, symbols
from core.text.span import Span


def counts_in(grams: GramTable) -> Counts:
    """Return the counts of `grams` as a function; a sequence too long to be counted was seen 0 times."""

    def count(form: str) -> float:
        codes = codes_of(symbols(form))
        if not 0 < len(codes) <= ORDER:
            return 0.0
        return float(2.0 ** grams.log2(mixed(sums_of(codes, len(codes)), len(codes)))[0]) - 1.0

    return count


def highest_counts(grams: GramTable, text: str, spans: Sequence[Span], length: int) -> list[float]:
    """Return how often the commonest sequence of `length` characters around each of `spans` was counted.

    A sequence is around a span where it holds all of it. All are looked up at once.
    """
    if not spans:
        return []
    codes = codes_of(symbols(text)).astype(np.uint64)
    starts = [range(max(0, it.end - length), min(it.start, len(codes) - length) + 1) for it in spans]
    places = np.fromiter(chain.from_iterable(starts), dtype=np.int64)
    if not len(places):
        return [0.0] * len(spans)
    with np.errstate(over="ignore"):
        sums = (codes[places[:, None] + np.arange(length)] * powers(length)).sum(axis=1, dtype=np.uint64)
    logs = iter(grams.log2(mixed(sums, length)).tolist())
    return [max((2.0**log - 1.0 for log in islice(logs, len(held))), default=0.0) for held in starts]
