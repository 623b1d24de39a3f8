"""The forms that are settled on a page, and what on it is one slip off a settled form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.detectors.near_misses import misses_of_each, moved
from core.detectors.page_terms import read_page
from core.document.page import PageView
from core.glossary.frames import SHORTEST
from core.glossary.near_miss import NearMiss, slip_between
from core.lexicon.lexicon import SettledForms
from core.lexicon.term import MARKED, Kind

SETTLED_HERE = 2
"""From so many places on a page on, a form is the settled one there."""

_OPENING, _CLOSING = frozenset("《\"「'『"), frozenset("》\"」'』")


def settled_here(page: PageView) -> SettledForms:
    """Return the forms that are settled on a page."""
    return page.once(_settled_here)


def _settled_here(page: PageView) -> SettledForms:
    often = (term for term, count in read_page(page).counts.items() if count >= SETTLED_HERE)
    here, before = SettledForms.of(often, closely=True), page.earlier(_settled_here)
    # While the same forms are settled, their index is kept.
    return before if before is not None and before == here else here


def settled_misses(page: PageView, settled: SettledForms) -> Iterator[NearMiss]:
    """Yield what is one slip off a settled form: in running text, and between marks at the ends too."""
    read = read_page(page)
    texts = [paragraph.folded for paragraph in read.paragraphs] if settled.kinds else []
    for start, misses in zip(read.starts, page.each(_all_misses, texts, settled), strict=False):
        for miss in (moved(miss, start) for miss in misses):
            short = len(miss.form) == SHORTEST and settled.kinds[miss.form] is not Kind.PERSON
            if not (short and miss.at_end and not is_marked(read.text, miss.start, miss.end)):
                yield miss
    for placed in read.terms:
        if placed.found.term.kind in MARKED:
            odd = placed.found.term.form
            form = settled.at_an_end(odd)
            slip = slip_between(odd, form) if form else None
            if form and slip:
                yield NearMiss(placed.start, placed.start + len(odd), form, *slip, at_end=True)


def _all_misses(texts: Sequence[str], settled: SettledForms) -> list[list[NearMiss]]:
    return misses_of_each(texts, settled.index.misses)


def is_marked(text: str, start: int, end: int) -> bool:
    """Say whether a stretch of a text stands between marks."""
    return text[max(0, start - 1) : start] in _OPENING and text[end : end + 1] in _CLOSING
