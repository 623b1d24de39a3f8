"""What is one character off a set phrase of newspaper language, and that nobody says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.detectors.detector import Context, Rule
from core.detectors.near_misses import misses_of_each
from core.detectors.page_terms import ReadPage, read_page
from core.detectors.paragraphs import Paragraph
from core.detectors.slips import Difference, difference
from core.detectors.weights import CHARACTER
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.glossary.near_miss import NearMiss, Slip
from core.glossary.ordinary import highest_counts
from core.glossary.set_phrases import set_phrases
from core.language.language import Language
from core.lexicon.reading import LONGEST_WORK
from core.messages import message
from core.text.script import in_script_of

RULES = (Rule("set-phrase", message("与固定说法不一")),)

LONG = 8
"""From so many characters on, a phrase is known by what stands around the slip, whatever that itself is."""

SURE, SURE_IF_LONG = 0.65, 0.8
"""Measured on news kept aside from the phrases: damaged ones against those said otherwise on purpose."""

MEANT, AGAIN = 0.6, 0.6
"""What is left where the difference may be meant, and where the page says so more than once."""

_MARKS = frozenset('"《')


def detect(page: PageView, context: Context) -> Iterator[Finding]:
    """Yield near-misses of set phrases, across line ends and torn paragraphs too."""
    if context.language is None:
        return
    read = read_page(page)
    texts = [paragraph.folded for paragraph in read.paragraphs]
    slips = page.each(_slips, texts, context.language)
    for paragraph, found in zip(read.paragraphs, slips, strict=True):
        for miss, slip in found:
            yield _finding(read, paragraph, miss, slip)


def _slips(texts: Sequence[str], language: Language) -> Iterator[list[tuple[NearMiss, Difference]]]:
    """Yield of each paragraph the near-misses that ordinary text does not have, and how they differ."""
    for text, misses in zip(texts, misses_of_each(texts, set_phrases().misses), strict=True):
        unheard = _unheard(misses, text, language) if misses else ()
        slips = ((miss, difference(text[miss.start : miss.end], miss.form)) for miss in unheard)
        yield [(miss, slip) for miss, slip in slips if slip is not None]


def _unheard(misses: Sequence[NearMiss], text: str, language: Language) -> list[NearMiss]:
    """Keep what ordinary text does not have: it is said on purpose where it does.

    But a title, or a term between its marks, is not said with a character more or less.
    """
    short, long = ([it for it in misses if (len(it.form) >= LONG) is far] for far in (False, True))
    heard: dict[NearMiss, float] = {}
    for some, length in ((short, 3), (long, 5)):
        spans = [miss.differing for miss in some]
        heard.update(zip(some, highest_counts(language.grams, text, spans, length), strict=True))
    return [
        miss
        for miss in misses
        if heard[miss] < 1
        or (len(miss.form) >= LONG and _is_within_title(text, miss.start))
        or (miss.form[0] in _MARKS and miss.slip in (Slip.MISSING, Slip.ADDED))
    ]


def _is_within_title(text: str, at: int) -> bool:
    opened = text.rfind("《", max(0, at - LONGEST_WORK), at)
    return opened > text.rfind("》", max(0, at - LONGEST_WORK), at)


def _finding(read: ReadPage, paragraph: Paragraph, miss: NearMiss, slip: Difference) -> Finding:
    found = paragraph.folded[miss.start : miss.end]
    sure = SURE_IF_LONG if len(miss.form) >= LONG else SURE
    sure *= (MEANT if slip.meant else 1.0) * (AGAIN if read.text.count(found) > 1 else 1.0)
    sure = round(sure, 3)
    span = paragraph.place(miss.start + slip.first, miss.start + slip.last)
    written = paragraph.text[miss.start : miss.end]
    put = _mended(written, miss)
    # Across a line end nothing is proposed: the break is not to be taken away.
    suggestions = (Suggestion(put, sure),) if len(span) == slip.last - slip.first else ()
    words = message("这里是“{odd}”，通行的说法是“{usual}”", odd=written, usual=miss.form)
    return Finding("set-phrase", span, words, suggestions, sure, CHARACTER)


def _mended(written: str, miss: NearMiss) -> str:
    """Return what should stand in the place of what slipped, in the script and with the marks of the page."""
    at = miss.at
    meant = in_script_of(written, miss.form[at])
    if miss.slip is Slip.SWAPPED:
        return written[at + 1] + written[at]
    if miss.slip is Slip.MISSING:
        return written[at - 1] + meant
    return "" if miss.slip is Slip.ADDED else meant
