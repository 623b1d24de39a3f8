"""How surely a short line that ends no sentence is the first half of a torn paragraph."""

from __future__ import annotations

import re

from core.segmentation import wording
from core.segmentation.cohesion import words_of
from core.segmentation.counterparts import parallel_clauses
from core.segmentation.page_language import PageLanguage
from core.segmentation.seams import left_open, reads_on, seam_score, speaks
from core.segmentation.shapes import Shape
from core.segmentation.units import Unit, starts_story

_BLANK_INSIDE = re.compile(r"[\u4e00-\u9fff\"》)]\s+[\u4e00-\u9fff\"《(]")
_OPENS_NEXT = frozenset({Shape.PROSE, Shape.OPEN})
_HEADLINE_READS_ON = 1.0
_TAKEN_UP = 16
"""In so many characters a text takes up the words of its heading; one sentence hardly repeats its own."""

_MOST_TAKEN_UP = 2.2
_SURELY = 3.0
_WEIGHS_LESS = 0.4
"""Where a line reads on as surely as this, words that come again weigh so much less."""

_LONGEST_HEADING = 36
"""The longest heading with a comma in it (code points)."""

_FAR_TOO_LONG = 1.0


def torn_score(unit: Unit, below: Unit | None, language: PageLanguage) -> float:
    """Return how surely an open line is the first half of a torn paragraph; a headline scores 0 or less."""
    text = unit.text
    score = 0.0
    goes_on = below is not None and below.shape in _OPENS_NEXT
    if below is not None and goes_on:
        score += seam_score(text, below.text, unit.raw, below.raw, language)
        goes_well = max(0.0, reads_on(text, below.text, language))
        taken_up = _words_taken_up(text, below.text)
        score -= min(goes_well, taken_up if goes_well < _SURELY else taken_up * _WEIGHS_LESS)
        if below.shape is Shape.OPEN:
            # The lines of a headline read on as well.
            score -= max(0.0, goes_well - _HEADLINE_READS_ON)
    elif left_open(unit.raw) is not None:
        score += 3.0
    elif wording.INSIDE_WORD_END.search(text):
        score += 2.0
    if below is not None and speaks(below.raw) and wording.BEFORE_SPEECH.search(text) is None:
        score -= 0.0 if left_open(unit.raw) else 1.5
    if parallel_clauses(text):
        score -= 1.0
    if text.endswith("--"):
        score -= 2.0
    commas = text.count(",")
    score += commas - 0.5 if commas else 0.0
    score += (
        _FAR_TOO_LONG if commas and len(text) > _LONGEST_HEADING and not _BLANK_INSIDE.search(text) else 0.0
    )
    if wording.OPENER.match(text) and (commas or goes_on):
        score += 1.5
    if len(text) <= 10 and not commas:
        score -= 1.0
    if _BLANK_INSIDE.search(text):
        score -= 1.5
    if below is not None and starts_story(below):
        score -= 3.0
    return score - (2.5 if unit.first.level else 0.0)


def _words_taken_up(text: str, below: str) -> float:
    """Return how many words of a line the text below begins with, unless its tail is read there again."""
    if any(below.startswith(text[-length:]) for length in range(2, _TAKEN_UP // 2)):
        return 0.0
    return min(_MOST_TAKEN_UP, 1.0 * len(words_of(text) & words_of(below[:_TAKEN_UP])))
