"""What is one character off a form that the editor's glossary sets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.detectors.detector import Context, Rule
from core.detectors.near_misses import misses_of_each, moved
from core.detectors.page_terms import read_page
from core.detectors.paragraphs import Paragraph
from core.detectors.weights import CHARACTER
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.glossary.near_index import NearIndex
from core.glossary.near_miss import NearMiss, Slip
from core.glossary.ordinary import highest_counts
from core.language.language import Language
from core.messages import message
from core.text.script import in_script_of

RULES = (Rule("glossary", message("与词表不合")),)

_SURE = (0.42, 0.62, 0.74, 0.82, 0.87, 0.9, 0.92, 0.94)
"""How sure a slip inside a form of 3, 4, 5… characters is: the longer, the less else it can be."""

_AT_END = 0.65
"""A slip at an end is more often another word."""

_UNEQUAL = 0.85
"""So is a form with a character more or less."""

_ORDINARY = 5.0
"""What ordinary text has as often as this is no slip: three characters of it, or four once, tell as much."""

_KNOWN, _SEEN = 0.12, 0.5
"""What is left where ordinary text has it, and where it has been seen at all."""

_SETTLED_HERE = 0.6
"""What stands on a page in the same way more than once is more often meant."""


def detect(page: PageView, context: Context) -> Iterator[Finding]:
    """Yield near-misses of the glossary, across line ends and torn paragraphs too."""
    if not context.glossary:
        return
    read = read_page(page)
    known = page.each(_misses, [paragraph.folded for paragraph in read.paragraphs], context.glossary)
    placed = [
        (paragraph, start, moved(miss, start))
        for paragraph, start, misses in zip(read.paragraphs, read.starts, known, strict=True)
        for miss in misses
    ]
    unknown = _unknown([miss for _, _, miss in placed], read.text, context.language)
    for (paragraph, start, miss), left in zip(placed, unknown, strict=True):
        form = context.glossary.listed(miss.form)
        sure = round(left * confidence(miss, read.text), 3)
        yield _finding(page, paragraph, start, miss, form, sure)


def _misses(texts: Sequence[str], glossary: NearIndex) -> list[list[NearMiss]]:
    return misses_of_each(texts, glossary.misses)


def _unknown(misses: Sequence[NearMiss], text: str, language: Language | None) -> list[float]:
    """Return what ordinary text leaves of each miss: a phrase that stands everywhere is no slip."""
    if language is None:
        return [1.0] * len(misses)
    spans = [miss.differing for miss in misses]
    three, four = (highest_counts(language.grams, text, spans, length) for length in (3, 4))
    return [
        _KNOWN if seen >= _ORDINARY or longer >= 1 else _SEEN if seen >= 1 else 1.0
        for seen, longer in zip(three, four, strict=True)
    ]


def confidence(miss: NearMiss, text: str) -> float:
    """Return how sure the form alone makes it that `miss`, found in `text` (folded), is no other word."""
    sure = _SURE[min(len(miss.form) - 3, len(_SURE) - 1)]
    if miss.slip in (Slip.MISSING, Slip.ADDED):
        sure *= _UNEQUAL
    if miss.at_end:
        sure *= _AT_END
    if text.count(text[miss.start : miss.end]) > 1:
        sure *= _SETTLED_HERE
    return sure


def _finding(
    page: PageView, paragraph: Paragraph, offset: int, miss: NearMiss, form: str, sure: float
) -> Finding:
    start, end = miss.start - offset, miss.end - offset
    first, last, right = _narrowed(paragraph.text[start:end], form, miss)
    span = paragraph.place(start + first, start + last)
    # Across a line end nothing is proposed: the break is not to be taken away.
    whole = span.of(page.text) == paragraph.text[start + first : start + last]
    suggestions = (Suggestion(right, sure),) if whole else ()
    words = message("与词表中的“{form}”只差一字", form=form)
    return Finding("glossary", span, words, suggestions, sure, CHARACTER)


def _narrowed(found: str, form: str, miss: NearMiss) -> tuple[int, int, str]:
    """Return what is to be replaced in `found`, a character on either side with it, and by what.

    The neighbours tell one slip from another, so that whoever dismisses this one dismisses no other.
    """
    at, slip = miss.at, miss.slip
    set_character = in_script_of(found, form[at])
    if slip is Slip.OTHER:
        gone, put = 1, set_character
    elif slip is Slip.SWAPPED:
        gone, put = 2, found[at + 1] + found[at]
    elif slip is Slip.ADDED:
        gone, put = 1, ""
    else:
        gone, put = 0, set_character
    first, last = max(0, at - 1), min(len(found), at + gone + 1)
    return first, last, found[first:at] + put + found[at + gone : last]
