"""What the pages of a project tell about each other, and what of it the check of one page needs.

A page says little about itself here: a sample of its text, its script and its terms. That little is kept in
the project file, so that opening a project need not read all its pages. It may be a few keys behind the text.
The samples only say which pages are worth a look, and those are then looked at as they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from core.collation.passage_index import Imprint, PassageIndex, imprint_of
from core.detectors.characters.readings import reading_of_page
from core.detectors.detector import Context
from core.detectors.page_script import script_of_most, telling_script
from core.detectors.page_terms import read_page
from core.detectors.told import terms_of, told_otherwise
from core.document.finding import PageKey
from core.document.page import PageView
from core.language.memory import Memory
from core.language.recurrence import Recurrence
from core.language.symbols import Codes
from core.lexicon.lexicon import Lexicon
from core.lexicon.term import Term
from core.project.telling import Telling, Told
from core.text.script import Script

ReadPage = Callable[[PageKey], PageView]

NEAR = 32
"""So many pages in a row, an issue or two, say which words come back; all of a large project would say that
every word does."""

ROWS = 4
"""For so many pages it is remembered what comes back beside them (4 MB each)."""

TYPED_ON = 2
"""For so many pages that are typed on it is remembered what comes back in them and beside them."""

READ = 2_000_000
"""So many symbols of pages are kept as they were read."""


@dataclass(frozen=True, slots=True)
class PageTraits:
    """What a page tells the others."""

    imprint: Imprint
    told: Told


def traits_of(text: str, *, signed: bool = False) -> PageTraits:
    """Work out what the text of a page tells the others."""
    # Its articles are not asked for: finding them takes longer than all the rest.
    terms = terms_of(PageView(None, "", text))
    return PageTraits(imprint_of(text), Told(telling_script(text), terms.packed(), signed))


@dataclass(frozen=True, slots=True)
class ProjectKnowledge:
    """What all pages tell. A value: pages that change or go give another one, and the old one stays valid."""

    index: PassageIndex = field(default_factory=PassageIndex)
    told: Mapping[PageKey, Told] = field(default_factory=dict)
    lexicon: Lexicon = field(default_factory=Lexicon)
    telling: Telling = field(default_factory=Telling)

    @staticmethod
    def of(traits: Mapping[PageKey, PageTraits]) -> ProjectKnowledge:
        """Put together what was worked out page by page, and make ready what checks look things up in."""
        index = PassageIndex.of_imprints({key: one.imprint for key, one in traits.items()})
        told = {key: one.told for key, one in traits.items()}
        lexicon = Lexicon.of(one.counted for one in told.values())
        lexicon.settled.prepare()
        return ProjectKnowledge(index, told, lexicon, Telling(told))

    def with_page(self, page: PageView, *, signed: bool = False) -> ProjectKnowledge:
        """Return the knowledge with a page as it stands now."""
        before, now = self.told.get(page.key, Told()), traits_of(page.text, signed=signed).told
        index = self.index.with_page(page)
        if before == now and page.key in self.told:
            return self if index is self.index else replace(self, index=index)
        lexicon = self.lexicon.changed(before.counted, now.counted)
        told = {**self.told, page.key: now}
        return ProjectKnowledge(index, told, lexicon, self.telling.changed(page.key, now))

    def without_page(self, key: PageKey) -> ProjectKnowledge:
        """Return the knowledge without a page; one that is not there is no matter."""
        told = {other: one for other, one in self.told.items() if other != key}
        lexicon = self.lexicon.changed(self.told.get(key, Told()).counted, Told().counted)
        telling = self.telling.changed(key, Told())
        return ProjectKnowledge(self.index.without_page(key), told, lexicon, telling)

    @property
    def script(self) -> Script | None:
        """The script that nearly all pages are in, None where there is none."""
        return script_of_most(one.script for one in self.told.values() if one.script is not None)

    def lexicon_but_for(self, key: PageKey) -> Lexicon:
        """Return the terms of all other pages."""
        return self.lexicon.but_for(*self.told.get(key, Told()).counted)

    def near_slips(self, page: PageView) -> str:
        """Return a digest of what on `page` is one slip off what others say: terms, offices, figures.

        Of the terms of other pages its findings depend on these alone, as on learnt pairs that speak there.
        """
        own, times = self.told.get(page.key, Told()).counted

        def elsewhere(term: Term) -> int:
            return self.lexicon.count(term) - times * own.counts.get(term, 0)

        return self.lexicon.settled.digest(read_page(page).text) + ";".join(told_otherwise(page, elsewhere))

    def surroundings(
        self, page: PageView, order: Sequence[PageKey], view: ReadPage, at_hand: ReadPage, taught: Context
    ) -> Surroundings:
        """Gather what a check of `page` needs. `order` are all pages, `view` reads one of them.

        `at_hand` reads one whose articles matter little: only words are counted on it, and finding the
        articles of all pages beside would take ten times as long as counting.
        """
        others = tuple(view(key) for key in self.index.pages_sharing(page))
        at = order.index(page.key)
        row = order[at - at % NEAR :][:NEAR]
        near = tuple(at_hand(key) for key in row if key != page.key)
        lexicon = self.lexicon_but_for(page.key)
        base = replace(taught, others=others, script=self.script, lexicon=lexicon)
        return Surroundings(base, near, self.telling, self.told.get(page.key, Told()))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Snapshots for the check of one page, to be used on any thread: `near` are the pages beside it.

    `telling` is what its terms were counted of, and `own` what the page itself has told of that.
    """

    base: Context
    near: tuple[PageView, ...] = ()
    telling: Telling | None = None
    own: Told = field(default_factory=Told)

    def context(self, page: PageView, readings: Readings) -> Context:
        """Return the context of `page` as it stands."""
        return replace(self.base, recurrence=readings.recurrence(page, self.near)) if self.near else self.base


class Readings:
    """What was read and counted of pages before; several threads may use it at the same time.

    Typing on one page leaves those beside it alone, so a check of it again counts that page only.
    """

    def __init__(self) -> None:
        self._codes: Memory[Codes] = Memory(READ)
        self._rows: Memory[Recurrence] = Memory(ROWS)
        self._before: Memory[tuple[Codes, Recurrence]] = Memory(TYPED_ON)

    def recurrence(self, page: PageView, near: Sequence[PageView]) -> Recurrence:
        """Return what comes back in `page` and the pages beside it."""
        row, codes = tuple((other.key, other.text) for other in near), reading_of_page(page).codes
        before = self._before.get((page.key, row))
        now = before[1].changed(before[0], codes) if before is not None else None
        if now is None:
            now = self._beside(row, near).with_text(codes)
        self._before.keep((page.key, row), (codes, now), 1)
        return now

    def _beside(self, row: tuple[tuple[PageKey, str], ...], near: Sequence[PageView]) -> Recurrence:
        beside = self._rows.get(row)
        if beside is None:
            beside = Recurrence.of(self._read(other) for other in near)
            self._rows.keep(row, beside, 1)
        return beside

    def _read(self, page: PageView) -> Codes:
        codes = self._codes.get((page.key, page.text))
        if codes is None:
            codes = reading_of_page(page).codes
            self._codes.keep((page.key, page.text), codes, len(codes))
        return codes


def knowledge_of(pages: Iterable[PageView], signed: Collection[PageKey] = frozenset()) -> ProjectKnowledge:
    """Return what `pages` tell about each other, all at once; some of them may be `signed`."""
    return ProjectKnowledge.of({page.key: traits_of(page.text, signed=page.key in signed) for page in pages})
