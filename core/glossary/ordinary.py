"""How often a sequence of characters stands in ordinary newspaper text."""

from __future__ import annotations

from core.glossary.teaching import Counts
from core.language.gram_table import GramTable, mixed, sums_of
from core.language.stream import ORDER
from core.language.symbols import codes_of, symbols


def counts_in(grams: GramTable) -> Counts:
    """Return the counts of `grams` as a function; a sequence too long to be counted was seen 0 times."""

    def count(form: str) -> float:
        codes = codes_of(symbols(form))
        if not 0 < len(codes) <= ORDER:
            return 0.0
        return float(2.0 ** grams.log2(mixed(sums_of(codes, len(codes)), len(codes)))[0]) - 1.0

    return count
