"""Cohesion: which paragraphs at the end of a news story are the columns of the commentary beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from core.segmentation.marks import HANZI

_FEWEST = 2
"""A commentary has no fewer paragraphs than this."""

_TOLD = re.compile(
    "[0-9]{1,2}月[0-9]|[0-9]日|[0-9]%|记者|本报|据(?:介绍|悉|了解)|目前,|会议(?:指出|强调|要求)|下一步,"
)
"""What news tells and essays do not."""

_PHRASE = 4
"""So many characters of a headline in a row are no chance (code points)."""

_LEANING = -0.5
"""What a paragraph weighs that shows nothing: essays are what lacks the marks of news."""

_OWN_WORDS = -2.0
_NO_WORDS = re.compile("[的了是在和与为不有着把被让就也都要这那一二三四五六七八九十]")


def words_of(text: str) -> set[str]:
    """Return the pairs of Han characters of folded text that may be words."""
    pairs = {text[place : place + 2] for place in range(len(text) - 1)}
    return {pair for pair in pairs if re.fullmatch(f"{HANZI}{{2}}", pair) and not _NO_WORDS.search(pair)}


def essay_start(paragraphs: Sequence[str], news_headline: str, essay_headline: str) -> int | None:
    """Return which of a story's paragraphs begins the essay that was read behind it, None if none does.

    All texts are folded. The first paragraph is the story's own. The essay begins where what stands above
    speaks most of the news and what stands below least; some of it must use words of its headline.
    """
    news = words_of(news_headline) - words_of(essay_headline)
    essay = words_of(essay_headline) - words_of(news_headline)
    phrases = _phrases(essay_headline) - _phrases(news_headline)
    weights = [_weight(paragraph, news, essay, phrases) for paragraph in paragraphs]
    sums = list(accumulate(weights))
    start = max(range(len(sums)), key=lambda number: (sums[number], number), default=0) + 1
    tail = paragraphs[start:]
    headed = any(_is_own(paragraph, essay, phrases) for paragraph in tail)
    return start if len(tail) >= _FEWEST and headed else None


def _weight(paragraph: str, news: set[str], essay: set[str], phrases: set[str]) -> float:
    words = words_of(paragraph)
    weight = _LEANING + (1.0 if words & news else 0.0) + (1.0 if _TOLD.search(paragraph) else 0.0)
    return weight + (_OWN_WORDS if _is_own(paragraph, essay, phrases) else 0.0)


def _phrases(headline: str) -> set[str]:
    phrases = {headline[place : place + _PHRASE] for place in range(len(headline) - _PHRASE + 1)}
    return {phrase for phrase in phrases if re.fullmatch(f"{HANZI}+", phrase)}


def _is_own(paragraph: str, essay: set[str], phrases: set[str]) -> bool:
    """Say whether a paragraph uses words or a phrase of the essay's headline."""
    return len(words_of(paragraph) & essay) >= _FEWEST or any(phrase in paragraph for phrase in phrases)
