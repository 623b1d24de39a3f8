"""One thing that is counted twice on a page, and one digit is another: in the title and in the text, say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.detectors.detector import Context, Rule
from core.detectors.figures import differ_by_a_slip, figures_in
from core.detectors.page_terms import read_page
from core.detectors.paragraphs import Paragraph, paragraphs
from core.detectors.quantities import Quantity
from core.detectors.told import ToldOtherwise, figures_told_otherwise
from core.detectors.weights import CHARACTER
from core.document.finding import Finding, Place, Suggestion
from core.document.page import PageView
from core.messages import message
from core.text.span import Span

RULES = (Rule("odd-figure", message("同一数目前后不一")),)

RARER, ONE_EACH, OTHER_ARTICLE = 0.6, 0.45, 0.6
"""How sure it is where one figure stands oftener, where each stands once; what two articles leave of it."""

SETTLED_ELSEWHERE, ONCE_ELSEWHERE = 0.45, 0.35
"""How sure it is where other pages have the other figure, more than once or once."""

MANY = 8
"""So many figures behind the same words are a list of things."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number in a paragraph, as it is written there."""

    paragraph: Paragraph
    quantity: Quantity
    written: str

    @property
    def span(self) -> Span:
        return self.paragraph.place(self.quantity.start, self.quantity.end)


def detect(page: PageView, context: Context) -> Iterator[Finding]:
    """Yield figures that stand with another digit behind the same words in another paragraph or page."""
    told: defaultdict[tuple[str, str], list[_Figure]] = defaultdict(list)
    for paragraph in paragraphs(page):
        for phrase, quantity in figures_in(paragraph):
            written = paragraph.folded[quantity.start : quantity.end]
            told[phrase, quantity.unit].append(_Figure(paragraph, quantity, written))
    for figures in told.values():
        if len(figures) <= MANY:
            yield from _disagreeing(page, figures)
    yield from (
        _on_other_pages(one) for one in figures_told_otherwise(read_page(page), context.lexicon.count)
    )


def _disagreeing(page: PageView, figures: Sequence[_Figure]) -> Iterator[Finding]:
    """Yield the figures that others deny which stand oftener, or as often and before them."""
    count = Counter(figure.written for figure in figures)
    for number, figure in enumerate(figures):
        own = count[figure.written]
        for at, other in enumerate(figures):
            often = count[other.written]
            if (own < often or (own == often and at < number)) and _slipped(figure, other):
                yield _finding(page, figure, other, rarer=own < often)
                break


def _slipped(one: _Figure, other: _Figure) -> bool:
    return one.paragraph is not other.paragraph and differ_by_a_slip(one.quantity, other.quantity)


def _on_other_pages(told: ToldOtherwise) -> Finding:
    words = message(
        "这里是{odd}，别的版上{often}次在同样的话里是{usual}",
        odd=told.odd,
        often=told.often,
        usual=told.usual,
    )
    sure = SETTLED_ELSEWHERE if told.often > 1 else ONCE_ELSEWHERE
    return Finding("odd-figure", told.paragraph.place(told.start, told.end), words, (), sure, CHARACTER)


def _finding(page: PageView, figure: _Figure, other: _Figure, *, rarer: bool) -> Finding:
    sure = RARER if rarer else ONE_EACH
    if figure.paragraph.article != other.paragraph.article:
        sure = round(sure * OTHER_ARTICLE, 3)
    words = message("这里是{odd}，别处同样的话里是{usual}", odd=figure.written, usual=other.written)
    whole = rarer and len(figure.span) == len(figure.written)
    suggestions = (Suggestion(other.written, sure),) if whole else ()
    related = (Place(page.key, other.span),)
    return Finding("odd-figure", figure.span, words, suggestions, sure, CHARACTER, related=related)
