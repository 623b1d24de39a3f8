"""Phrases that a reading engine said over and over, one right after the other."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.detectors.by_line import found_in_row
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

SLIPS_FROM = 6
SLIPS_TO = 30
SLIPPED = 0.2
"""Between these lengths a phrase said twice may differ in such a share of its characters, one at a time."""

ONE_CHARACTER = 5
"""A single character is suspect when it is said this often on end."""

_SOUNDS = frozenset("哈呵嘿嘻呜啊咚哗轰嗡唰沙零〇一二三四五六七八九十百千万亿某")
"""Characters that are rightly said over and over: laughter and noise, and numerals."""

_Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Loop:
    """A loop by the length of its phrase; `slipped`: said twice, with a few characters wrong."""

    period: int
    slipped: bool = False


def detect(page: PageView, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - a page is its own context
    """Yield, for each loop, all that follows its first round."""
    for whole, loop in found_in_row(page, _loops, None):
        yield (_slipped if loop.slipped else _finding)(page, whole, loop.period)


def _loops(text: str, _: None) -> Iterator[tuple[Span, _Loop]]:
    """Yield the loops of a text, their first rounds included. No phrase has a line end."""
    points = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
    taken = np.zeros(len(points), dtype=bool)
    for period in range(1, min(LONGEST, len(points) // 2) + 1):
        rounds = 2 if period >= TWICE_IS_ENOUGH else 3 if period > 1 else ONE_CHARACTER
        for start, length in _runs(points[period:] == points[:-period], period * (rounds - 1)):
            whole = Span(start, start + length + period)
            phrase = text[start : start + period]
            listed = length < 2 * period and _is_listed(text, whole.start, phrase)
            if not taken[whole.start : whole.end].any() and _is_speech(phrase) and not listed:
                taken[whole.start : whole.end] = True
                yield whole, _Loop(period)
    yield from _with_slips(points, taken)


def _with_slips(points: npt.NDArray[np.uint32], taken: _Flags) -> Iterator[tuple[Span, _Loop]]:
    """Yield phrases without marks that were read a second time with a few characters wrong."""
    other = np.concatenate(([0], np.cumsum((points < 0x4E00) | (points > 0x9FFF))))
    for period in range(SLIPS_FROM, min(SLIPS_TO, len(points) // 2) + 1):
        alike = points[period:] == points[:-period]
        least = math.ceil((1 - SLIPPED) * period)
        if not _are_near(np.flatnonzero(alike), least, period):
            continue
        same = np.concatenate(([0], np.cumsum(alike)))
        shared = same[period:] - same[:-period]
        speech = other[2 * period :] == other[: -2 * period]
        for start in np.flatnonzero((shared < period) & (shared >= least) & speech).tolist():
            whole = Span(start, start + 2 * period)
            if _are_slips(alike[start : start + period]) and not taken[whole.start : whole.end].any():
                taken[whole.start : whole.end] = True
                yield whole, _Loop(period, slipped=True)


def _are_slips(alike: _Flags) -> bool:
    """Say whether single characters differ inside a phrase; who varies it changes words, or its ends."""
    wrong = np.flatnonzero(~alike)
    return bool(alike[0] and alike[1] and alike[-1] and (np.diff(wrong) > 1).all())


def _runs(alike: _Flags, least: int) -> Iterator[tuple[int, int]]:
    """Yield start and length of the stretches of at least `least` true flags."""
    places = np.flatnonzero(alike)
    if not _are_near(places, least, least):
        return
    edges = np.flatnonzero(np.diff(np.concatenate(([0], alike.view(np.int8), [0]))))
    starts, ends = edges[::2], edges[1::2]
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        if end - start >= least:
            yield start, end - start


def _are_near(places: npt.NDArray[np.int64], count: int, width: int) -> bool:
    """Say whether so many of `places` lie within a stretch of some width: of most periods hardly any do."""
    lasts = places[count - 1 :]
    return len(lasts) > 0 and bool((lasts - places[: len(lasts)] < width).any())


def _is_speech(phrase: str) -> bool:
    """Say whether a phrase is of words: rows of dots, figures, table rules and a laughing 哈 are not."""
    han = sum(map(is_han, phrase))
    return (
        "\n" not in phrase
        and 2 * han > len(phrase)
        and not _SOUNDS.issuperset(phrase)
        and _is_shortest(phrase)
    )


def _is_listed(text: str, start: int, phrase: str) -> bool:
    """Say whether two rounds only come about where items of a list meet: 中国银行、中国建设银行."""
    inner = any(mark in phrase[:-1] for mark in "、,，；;")
    return inner and phrase[-1] not in "、,，；;。" and is_han(text[start - 1 : start] or "。")


def _is_shortest(phrase: str) -> bool:
    """Say whether a phrase is more than one character said over; that is a loop of its own."""
    return len(phrase) == 1 or len(set(phrase)) > 1


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


def _slipped(page: PageView, whole: Span, period: int) -> Finding:
    one, two = Span(whole.start, whole.start + period), Span(whole.start + period, whole.end)
    return Finding(
        "repeated-phrase",
        two,
        message("“{phrase}”又读了一遍，略有不同", phrase=one.of(page.text)),
        (Suggestion("", 0.6),),
        0.7,
        weight_of(len(two)),
        related=(Place(page.key, one),),
    )
