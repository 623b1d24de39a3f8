"""The jobs there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import takewhile

from core.beside.hearing import Heard
from core.beside.job import Job, Wanted
from core.beside.reader import Reader
from core.collation.judging import Grounds
from core.collation.page_collation import PageCollation, collate_page
from core.detectors.detector import check
from core.document.finding import Finding
from core.document.layout import Layout
from core.document.page import PageView
from core.glossary.near_index import NearIndex
from core.glossary.pair_index import PairIndex
from core.lexicon.lexicon import Lexicon
from core.project.knowledge import PageTraits, Surroundings, traits_of
from core.project.known import Known
from core.project.telling import Telling


@dataclass(frozen=True, slots=True)
class FindArticles(Job[Layout]):
    """Find the articles of a page."""

    text: str

    def run(self, reader: Reader, wanted: Wanted) -> Layout:
        """Find them."""
        return reader.articles(self.text) if wanted() else Layout()


@dataclass(frozen=True, slots=True)
class TellTraits(Job[Mapping[int, PageTraits]]):
    """Work out what pages tell the others, by page."""

    pages: tuple[Known, ...]

    def run(self, reader: Reader, wanted: Wanted) -> Mapping[int, PageTraits]:  # noqa: ARG002
        """Work it out."""
        pages = takewhile(lambda _: wanted(), self.pages)
        return {one.page: traits_of(one.text, signed=one.signed) for one in pages}


@dataclass(frozen=True, slots=True)
class PageFindings:
    """What was found on a page, and its articles, which were found as well where they were not known."""

    findings: list[Finding]
    layout: Layout


@dataclass(frozen=True, slots=True)
class CheckPage(Job[PageFindings]):
    """Run all detectors over a page."""

    page: PageView
    around: Surroundings
    heard: Heard | None = None

    def run(self, reader: Reader, wanted: Wanted) -> PageFindings:
        """Run them."""
        page, base = reader.page(self.page), self.around.base
        base = replace(
            base,
            others=tuple(reader.page(other) for other in base.others),
            language=reader.language,
            evidence=reader.evidence,
            glossary=reader.near_index(base.glossary.glossary),
            lexicon=base.lexicon if self.heard is None else reader.hearing.lexicon(self.heard),
        )
        near = tuple(reader.page(beside, arranged=False) for beside in self.around.near)
        context = Surroundings(base, near).context(page, reader.readings)
        found = check(page, context, takewhile(lambda _: wanted(), reader.detectors()))
        return PageFindings(found, page.layout)

    @property
    def telling(self) -> Telling | None:
        """What the terms of the project are counted of."""
        return self.around.telling

    def apart(self) -> CheckPage:
        """Return the job without language, terms and indexes."""
        around, telling = self.around, self.around.telling
        bare = replace(
            around.base,
            language=None,
            evidence=None,
            glossary=NearIndex(around.base.glossary.glossary),
            lexicon=Lexicon(),
        )
        heard = None if telling is None else Heard(telling.name, len(telling.since), around.own)
        return CheckPage(self.page, Surroundings(bare, around.near), heard)


@dataclass(frozen=True, slots=True)
class CollatePage(Job[PageCollation]):
    """Read a page against others that may carry its text, and other readings of it; see collate_page."""

    page: PageView
    others: tuple[PageView, ...]
    readings: tuple[PageView, ...]
    pairs: PairIndex
    surface: bool = False

    def run(self, reader: Reader, wanted: Wanted) -> PageCollation:
        """Read it."""
        page = reader.page(self.page)
        if not wanted():
            return PageCollation(page)
        # Readings are no pages: nobody has ever looked for articles in them.
        others = [*map(reader.page, self.others), *self.readings]
        return collate_page(page, others, Grounds(reader.language, self.pairs), surface=self.surface)
