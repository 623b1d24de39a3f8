"""The terms of a page, and where they stand."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from core.detectors.paragraphs import Paragraph, paragraphs
from core.document.page import PageView
from core.lexicon.reading import read_terms
from core.lexicon.term import FoundTerm, Term
from core.text.span import Span


@dataclass(frozen=True, slots=True)
class PlacedTerm:
    """A term that was found in a paragraph of a page; it begins at `start` in the row of all paragraphs."""

    paragraph: Paragraph
    found: FoundTerm
    start: int

    @property
    def span(self) -> Span:
        """Where it stands on the page."""
        return self.paragraph.place(self.found.start, self.found.end)


@dataclass(frozen=True)
class ReadPage:
    """The paragraphs of a page in one row, a line end between them, so that what is torn stands together.

    `text` is folded, `written` is not; a position of the one is a position of the other.
    """

    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def written(self) -> str:
        """The row as it is written."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @cached_property
    def text(self) -> str:
        """The row folded."""
        return "\n".join(paragraph.folded for paragraph in self.paragraphs)

    @cached_property
    def terms(self) -> tuple[PlacedTerm, ...]:
        """The terms, paragraph by paragraph."""
        return tuple(
            PlacedTerm(paragraph, found, begin + found.start)
            for paragraph, begin in zip(self.paragraphs, self.starts, strict=True)
            for found in paragraph.once(_terms)
        )

    @cached_property
    def counts(self) -> dict[Term, int]:
        """How often each term stands: once found, it counts wherever its form is no part of a longer one."""
        terms = {placed.found.term for placed in self.terms}
        forms = {term.form: self.text.count(term.form) for term in terms}
        # Hardly a form is a part of another: in a row that is seen at once.
        row = "\n".join(forms)
        inside = {
            form: max(forms[other] for other in forms if form != other and form in other)
            for form in forms
            if row.count(form) > 1
        }
        return {term: max(forms[term.form] - inside.get(term.form, 0), 1) for term in terms}

    def place(self, start: int, end: int) -> Span:
        """Return where a stretch of the row stands on the page; it lies in one paragraph."""
        number = bisect_right(self.starts, start) - 1
        return self.paragraphs[number].place(start - self.starts[number], end - self.starts[number])

    @cached_property
    def starts(self) -> list[int]:
        """Where in the row each paragraph begins."""
        starts = [0]
        for paragraph in self.paragraphs:
            starts.append(starts[-1] + len(paragraph.text) + 1)
        return starts[:-1]


def read_page(page: PageView) -> ReadPage:
    """Read the paragraphs of `page`."""
    return page.once(_read_page)


def _read_page(page: PageView) -> ReadPage:
    return ReadPage(paragraphs(page))


def _terms(paragraph: Paragraph) -> list[FoundTerm]:
    return list(read_terms(paragraph.folded))
