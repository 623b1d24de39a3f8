"""One thing that is counted twice on a page, and one digit is another: in the title and in the text, say."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.detectors.detector import Context, Rule
from core.detectors.paragraphs import Paragraph, paragraphs
from core.detectors.quantities import Quantity, is_digit_slip, quantities
from core.detectors.weights import CHARACTER
from core.document.finding import Finding, Place, Suggestion
from core.document.page import PageView
from core.messages import message
from core.text.characters import HAN
from core.text.span import Span

RULES = (Rule("odd-figure", message("同一数目前后不一")),)

PHRASE = 5
"""So many characters before both numbers are the same where the same thing is counted."""

RARER, ONE_EACH, OTHER_ARTICLE = 0.6, 0.45, 0.6
"""How sure it is where one figure stands oftener, where each stands once; what two articles leave of it."""

MANY = 8
"""So many figures behind the same words are a list of things."""

_PHRASE = re.compile(f"[{HAN}]{{{PHRASE}}}$")
_RELATIVE = re.compile("[增减升降涨跌加比占多少高低去至到另每均补]")
"""Words by which another thing is counted each time: more than the last, from one to the other, of these."""

_NO_THING = frozenset({"年", "天", "岁", "%", "个百分点", "小时", "分钟", "度", "分"})
"""What is counted in these is told of one thing after the other in the same words."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number in a paragraph, as it is written there."""

    paragraph: Paragraph
    quantity: Quantity
    written: str

    @property
    def span(self) -> Span:
        return self.paragraph.place(self.quantity.start, self.quantity.end)


def detect(page: PageView, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - a page is its own context
    """Yield figures that stand with another digit behind the same words in another paragraph."""
    told: defaultdict[tuple[str, str], list[_Figure]] = defaultdict(list)
    for paragraph in paragraphs(page):
        for phrase, quantity in paragraph.once(_counted):
            written = paragraph.folded[quantity.start : quantity.end]
            told[phrase, quantity.unit].append(_Figure(paragraph, quantity, written))
    for figures in told.values():
        if len(figures) <= MANY:
            yield from _disagreeing(page, figures)


def _counted(paragraph: Paragraph) -> list[tuple[str, Quantity]]:
    """List the figures that count something, each with the words before it."""
    text = paragraph.folded
    found = (
        (_PHRASE.search(text, max(0, quantity.start - PHRASE), quantity.start), quantity)
        for quantity in quantities(text, 0, len(text))
    )
    return [
        (phrase.group(), quantity)
        for phrase, quantity in found
        if phrase and quantity.unit not in _NO_THING and not _RELATIVE.search(phrase.group())
    ]


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
    """Say whether two figures of two paragraphs differ by a digit, and not by how they are rounded."""
    if one.paragraph is other.paragraph or not is_digit_slip(one.quantity.value, other.quantity.value):
        return False
    slack = max(one.quantity.slack, other.quantity.slack) * float(one.quantity.value)
    return abs(float(one.quantity.value - other.quantity.value)) > slack


def _finding(page: PageView, figure: _Figure, other: _Figure, *, rarer: bool) -> Finding:
    sure = RARER if rarer else ONE_EACH
    if figure.paragraph.article != other.paragraph.article:
        sure = round(sure * OTHER_ARTICLE, 3)
    words = message("这里是{odd}，别处同样的话里是{usual}", odd=figure.written, usual=other.written)
    whole = rarer and len(figure.span) == len(figure.written)
    suggestions = (Suggestion(other.written, sure),) if whole else ()
    related = (Place(page.key, other.span),)
    return Finding("odd-figure", figure.span, words, suggestions, sure, CHARACTER, related=related)
