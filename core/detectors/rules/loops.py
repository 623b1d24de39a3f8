"""Phrases that a reading engine said over and over, one right after the other."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from core.detectors.detector import Context, Rule
from core.detectors.weights import weight_of
from core.document.finding import Finding, Place, Suggestion
from core.document.page import PageView
from core.messages import message
from core.text.characters import is_han
from core.text.span import Span

RULES = (Rule("repeated-phrase", message("循环重复的词句")),)

LONGEST = 40
"""Loops of up to this many characters are looked for; longer ones are passages."""

TWICE_IS_ENOUGH = 5
"""A phrase this long is suspect when it is said twice on end; a shorter one, three times."""

_Flags = npt.NDArray[np.bool_]


def detect(page: PageView, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - a page is its own context
    """Yield, for each loop, all that follows its first round."""
    points = np.frombuffer(page.text.encode("utf-32-le"), dtype=np.uint32)
    taken = np.zeros(len(points), dtype=bool)
    for period in range(2, LONGEST + 1):
        rounds = 2 if period >= TWICE_IS_ENOUGH else 3
        for start, length in _runs(points[period:] == points[:-period], period * (rounds - 1)):
            whole = Span(start, start + length + period)
            phrase = page.text[start : start + period]
            if not taken[whole.start : whole.end].any() and _is_speech(phrase):
                taken[whole.start : whole.end] = True
                yield _finding(page, whole, period)


def _runs(alike: _Flags, least: int) -> Iterator[tuple[int, int]]:
    """Yield start and length of the stretches of at least `least` true flags."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], alike.view(np.int8), [0]))))
    starts, ends = edges[::2], edges[1::2]
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        if end - start >= least:
            yield start, end - start


def _is_speech(phrase: str) -> bool:
    """Say whether a phrase is of words: rows of dots, figures, table rules and one laughing 哈 are not."""
    han = sum(map(is_han, phrase))
    return "\n" not in phrase and 2 * han > len(phrase) and len(set(phrase)) > 1


def _finding(page: PageView, whole: Span, period: int) -> Finding:
    rounds = len(whole) // period
    first = Span(whole.start, whole.start + period)
    later = Span(first.end, whole.start + rounds * period)
    sure = 0.9 if rounds > 2 else min(0.9, 0.45 + 0.05 * period)
    return Finding(
        "repeated-phrase",
        later,
        message("“{phrase}”接连出现{rounds}次", phrase=first.of(page.text), rounds=rounds),
        (Suggestion("", round(sure, 3)),),
        round(sure, 3),
        weight_of(len(later)),
        related=(Place(page.key, first),),
    )
