"""Which of two copies stands where it belongs: the one whose neighbours speak of the same things."""

from __future__ import annotations

from collections.abc import Sequence

from core.detectors.units import Repeat
from core.text.folding import fold
from core.text.span import Span

AROUND = 600
"""How much text on either side of a copy is its neighbourhood (code points)."""

CLEARLY = 2
"""So many times as many shared words, and a few more, show that the earlier copy is the misplaced one."""

_LEAST_MORE = 6


def first_is_misplaced(text: str, repeat: Repeat, copies: Sequence[Span]) -> bool:
    """Say whether the earlier copy is the one to go: its neighbours say much less of what it says itself.

    `copies` are all stretches of the page that stand on it twice; they are nobody's neighbours. An engine
    that reads in circles writes the wrong copy later, so without clear evidence it is the later one.
    """
    words = _words(repeat.second.key)
    around_first = _around(text, repeat.first.span, copies)
    around_second = _around(text, repeat.second.span, copies)
    first = sum(word in around_first and word not in around_second for word in words)
    second = sum(word in around_second and word not in around_first for word in words)
    return second >= CLEARLY * first + _LEAST_MORE


def _around(text: str, span: Span, copies: Sequence[Span]) -> str:
    """Return what stands around a place, folded, with line ends in the place of all copies."""
    start, end = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    kept = list(text[start:end])
    for copy in copies:
        low, high = max(copy.start, start), min(copy.end, end)
        if low < high:
            kept[low - start : high - start] = "\n" * (high - low)
    return fold("".join(kept))


def _words(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1) if text[at : at + 2].isalpha()}
