"""Seams: whether this line goes on in that one."""

from __future__ import annotations

import re

from core.segmentation import marks, wording
from core.segmentation.page_language import PageLanguage

_QUOTES = {"“": "”", "「": "」", "『": "』", "《": "》", "（": "）", "(": ")"}
_SPEECH = re.compile("[“「『][^“”「」『』]{2,200}?[。！？，,!?…][”」』]")
_SHORT_TAIL = 14
_AGAIN = 9
"""A tail in mid-sentence that is read again is shorter than this (code points)."""

_OVERLAP = 12
"""The longest tail that is looked for at the start of the next line (code points)."""


def left_open(raw: str) -> str | None:
    """Return what closes the last quotation or bracket that a line opens and does not close, None if none."""
    opened = {raw.rfind(opening): closing for opening, closing in _QUOTES.items()}
    still_open = {place: closing for place, closing in opened.items() if place > raw.rfind(closing)}
    return still_open[max(still_open)] if still_open else None


def closes(raw: str, closing: str) -> bool:
    """Say whether a line closes what stands open before it opens the like again."""
    opening = next(mark for mark, other in _QUOTES.items() if other == closing)
    place = raw.find(closing)
    return place >= 0 and not 0 <= raw.find(opening) < place


def speaks(raw: str) -> bool:
    """Say whether a line begins with somebody's words, and not with a term in quotation marks."""
    return _SPEECH.match(raw) is not None


def tail_read_twice(before: str, after: str) -> int:
    """Count the characters at the end of a line that stand again at the start of the next (0 or from 2 on).

    The tail must hold the end of a sentence: a word that comes twice is no sign.
    """
    for length in range(min(_OVERLAP, len(before), len(after)), 1, -1):
        tail = before[-length:]
        if after.startswith(tail) and tail[-1] in "。!?;,":
            return length
    return 0


def reads_on(before: str, after: str, language: PageLanguage) -> float:
    """Return how `after` goes on with `before`, or with what stands before a tail read again."""
    lengths = (
        length for length in range(2, min(_AGAIN, len(before) - 1)) if after.startswith(before[-length:])
    )
    known = [language.reads_on(before[:-length], after) for length in lengths]
    return max([language.reads_on(before, after), *known])


def seam_score(before: str, after: str, raw_before: str, raw_after: str, language: PageLanguage) -> float:
    """Return how surely `after` goes on with the sentence that `before` leaves open (0: no sign).

    `before` and `after` are folded; `raw_before` and `raw_after` are the same as read.
    """
    score = reads_on(before, after, language)
    closing = left_open(raw_before)
    if closing is not None:
        score += 3.0 if closes(raw_after, closing) else 1.0
    if wording.INSIDE_START.match(raw_after):
        score += 3.0
    if wording.INSIDE_WORD_END.search(before) or before.endswith((",", "、")):
        score += 2.0
    if len(after) <= _SHORT_TAIL and after.rstrip('"').endswith("。"):
        score += 1.5
    if wording.INSIDE_TAIL.match(after):
        score += 2.0
    if wording.OPENER.match(after) or marks.NUMBERED.match(after):
        score -= 1.0
    return score
