"""Figures by what they count: the words before a number, and its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.detectors.paragraphs import Paragraph
from core.detectors.quantities import Quantity, is_digit_slip, quantities
from core.lexicon.term import Kind, Term
from core.text.characters import HAN
from core.text.numerals import value_of

Figure = tuple[str, Quantity]
"""What is counted, and the number."""

PHRASE = 5
"""So many characters before both numbers are the same where the same thing is counted on a page."""

FAR_PHRASE, FAR_DIGITS = 8, 4
"""On two pages it takes more, and so many digits: numbers of fewer are a digit off each other by chance."""

_WORDS = re.compile(f"[{HAN}]*$")
_RELATIVE = re.compile("[增减升降涨跌加比占多少高低去至到另每均补]")
"""Words by which another thing is counted each time: more than the last, from one to the other, of these."""

_MOVING = re.compile("[末月日]|已超|累计|新增|总数|规模|存量|余额")
"""Words by which pages of other days count the same thing again."""

_NO_THING = frozenset({"年", "天", "岁", "%", "个百分点", "小时", "分钟", "度", "分"})
"""What is counted in these is told of one thing after the other in the same words."""


@dataclass(frozen=True, slots=True)
class FarFigure:
    """A figure that may be compared with other pages: where it stands, and as what a project counts it."""

    quantity: Quantity
    words: str
    term: Term


Slipped = tuple[str, Term]
"""What may be meant by a figure: its number as it would be written, and as what a project counts it."""


def figures_in(paragraph: Paragraph) -> list[Figure]:
    """List the figures of a paragraph that count something, each with PHRASE characters before it."""
    return [(words[-PHRASE:], quantity) for words, quantity in paragraph.once(_counted)]


def far_figures_in(paragraph: Paragraph) -> list[FarFigure]:
    """List the figures behind FAR_PHRASE characters; to be asked by the paragraph's `once`."""
    return [
        FarFigure(quantity, words, _term(words, quantity))
        for words, quantity in paragraph.once(_counted)
        if len(words) == FAR_PHRASE
        and not _MOVING.search(words)
        and len(_digits(quantity).strip("0")) >= FAR_DIGITS
    ]


def _counted(paragraph: Paragraph) -> list[Figure]:
    text = paragraph.folded
    found = []
    for quantity in quantities(text, 0, len(text)):
        words = _WORDS.search(text, max(0, quantity.start - FAR_PHRASE), quantity.start)
        if words is None or len(words.group()) < PHRASE or quantity.unit in _NO_THING:
            continue
        if not _RELATIVE.search(words.group()[-PHRASE:]):
            found.append((words.group(), quantity))
    return found


def differ_by_a_slip(one: Quantity, other: Quantity) -> bool:
    """Say whether two figures differ by a digit, and not by how they are rounded."""
    if not is_digit_slip(one.value, other.value):
        return False
    slack = max(one.slack, other.slack) * float(one.value)
    return abs(float(one.value - other.value)) > slack


def far_figures_slipped(paragraph: Paragraph) -> list[tuple[FarFigure, list[Slipped]]]:
    """List the far figures with all that may be meant if a digit was misread or two changed places.

    To be asked by the paragraph's `once`, for there are dozens of each.
    """
    return [(figure, list(_slipped(paragraph, figure))) for figure in paragraph.once(far_figures_in)]


def _slipped(paragraph: Paragraph, figure: FarFigure) -> Iterator[Slipped]:
    quantity = figure.quantity
    for other in _slips(paragraph.folded[quantity.start : quantity.end]):
        value = value_of(other)
        if value is not None:
            yield other, _term(figure.words, replace(quantity, value=value))


def _term(words: str, quantity: Quantity) -> Term:
    return Term(Kind.FIGURE, f"{words}{_written(quantity)}{quantity.unit}")


def _slips(written: str) -> Iterator[str]:
    for at, sign in enumerate(written):
        if sign.isdigit():
            before, behind = written[:at], written[at + 1 :]
            yield from (f"{before}{other}{behind}" for other in "0123456789" if other != sign)
            if behind[:1].isdigit() and behind[0] != sign:
                yield f"{before}{behind[0]}{sign}{behind[1:]}"


def _written(quantity: Quantity) -> str:
    return f"{quantity.value.normalize():f}"


def _digits(quantity: Quantity) -> str:
    return _written(quantity).replace(".", "")
