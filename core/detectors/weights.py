"""What an error counts by 报纸期刊质量管理规定 (2020)."""

from __future__ import annotations

PUNCTUATION = 0.1
"""A punctuation mark."""

CHARACTER = 1.0
"""A wrong, missing or extra character."""


def weight_of(characters: int) -> float:
    """Return what `characters` wrong, missing or extra characters in a row count."""
    if characters <= 1:
        return CHARACTER
    return 2.0 if characters <= 5 else 4.0
