"""How wide a line is in print, and the measure of the column it stands in. The unit is one Han character."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_NARROW = re.compile(
    # A pattern that begins with one class runs over what is none of it five times as fast as a choice does.
    r"[0-9A-Za-z.%+\-:/ \u3000](?:(?<=[0-9A-Za-z])|(?<=[0-9A-Za-z][.%+\-:/])(?=[0-9A-Za-z]|$)|(?<=[0-9]%)"
    r"|(?<=\w[ \u3000])[ \u3000]*(?=\w))"
)
"""A letter or digit, a mark inside a number or word, a blank between words."""

INDENT = 2.0
"""What the first line of a paragraph is indented by, in characters."""

TOLERANCE = 1.6
"""How far a full line may fall short of its column: a mark that must not begin a line, a character lost."""


def print_width(line: str) -> float:
    """Return the width of a line as it was printed.

    Letters and digits take half a character, marks a whole one (engines write full-width marks as half-width
    ones with a space beside them), a space between words a half.
    """
    narrow = _NARROW.findall(line)
    blanks = len(line) - sum(map(len, line.split()))
    wide_blanks = sum(1 for found in narrow if found.isspace())
    return len(line) - blanks - 0.5 * (len(narrow) - wide_blanks) + 0.5 * wide_blanks


def column_measure(widths: Sequence[float]) -> float | None:
    """Return the measure that most of `widths` fill or nearly fill; None for fewer than three lines."""
    if len(widths) < 3:
        return None
    counts = Counter(round(width) for width in widths)
    best = max(counts, key=lambda measure: (counts[measure] + 0.7 * counts[measure - 1], measure))
    return float(best)


def fills(width: float, measure: float) -> bool:
    """Say whether a line of `width` reaches from edge to edge of its column."""
    return measure - TOLERANCE <= width <= measure + TOLERANCE


def set_share(widths: Sequence[float], measure: float) -> float:
    """Return which part of the lines fill the column, or would but for the indent of a paragraph, 0 to 1."""
    indented = measure - INDENT
    lines = sum(fills(width, measure) or fills(width, indented) for width in widths)
    return lines / len(widths) if widths else 0.0
