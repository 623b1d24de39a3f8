"""What a page tells the other pages of a project: its terms, who holds which office, its figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.detectors.figures import far_figures_in, far_figures_slipped
from core.detectors.page_terms import PlacedTerm, ReadPage, read_page
from core.detectors.paragraphs import Paragraph
from core.detectors.two_offices import is_former, office_start, other_rank
from core.document.page import PageView
from core.lexicon.term import Kind, Term, Terms

OFTEN, OFTEN_FIGURE = 3, 1
"""From so many places on other pages on, they say it otherwise."""

Count = Callable[[Term], int]
"""How often a term stands on the other pages."""


@dataclass(frozen=True, slots=True)
class ToldOtherwise:
    """`[start, end)` of a paragraph: other pages never say so, and `often` have `usual` in its place."""

    paragraph: Paragraph
    start: int
    end: int
    usual: str
    often: int
    name: str = ""

    @property
    def odd(self) -> str:
        """What stands here, folded."""
        return self.paragraph.folded[self.start : self.end]


def terms_of(page: PageView) -> Terms:
    """Count what `page` tells the others."""
    read = read_page(page)
    told = Counter(
        _office(placed) for placed in read.terms if placed.found.office and other_rank(placed.found.office)
    )
    told.update(figure.term for paragraph in read.paragraphs for figure in paragraph.once(far_figures_in))
    return Terms({**read.counts, **told})


def offices_told_otherwise(read: ReadPage, count: Count) -> Iterator[ToldOtherwise]:
    """Yield offices that differ from those of the same person on other pages by 副 alone."""
    here = {_office(placed) for placed in read.terms}
    for placed in read.terms:
        other = other_rank(placed.found.office)
        start = office_start(placed)
        if other is None or start is None or is_former(placed):
            continue
        usual = Term(Kind.OFFICE, f"{other} {placed.found.term.form}")
        often = count(usual)
        if usual not in here and often >= OFTEN and not count(_office(placed)):
            end = start + len(placed.found.office)
            yield ToldOtherwise(placed.paragraph, start, end, other, often, placed.found.term.form)


def figures_told_otherwise(read: ReadPage, count: Count) -> Iterator[ToldOtherwise]:
    """Yield figures of which other pages have another digit behind the same words."""
    for paragraph in read.paragraphs:
        for figure, slipped in paragraph.once(far_figures_slipped):
            if count(figure.term):
                continue
            often, usual = max(((count(term), number) for number, term in slipped), default=(0, ""))
            if often >= OFTEN_FIGURE:
                yield ToldOtherwise(paragraph, figure.quantity.start, figure.quantity.end, usual, often)


def told_otherwise(page: PageView, count: Count) -> list[str]:
    """List what of the other pages the findings about offices and figures of `page` depend on."""
    read = read_page(page)
    return [
        f"{one.odd}:{one.usual}:{one.often}:{one.name}"
        for one in (*offices_told_otherwise(read, count), *figures_told_otherwise(read, count))
    ]


def _office(placed: PlacedTerm) -> Term:
    return Term(Kind.OFFICE, f"{placed.found.office} {placed.found.term.form}")
