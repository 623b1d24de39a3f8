"""From the pages of a project to the links between them: which pages to look at, and what they offer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from core.document.layout import Layout, layout_of
from core.language.language import Language
from core.language.seams import Seams
from core.links.ends import End
from core.links.half import Half, halves_of
from core.links.mark import jump_marks
from core.links.places import LARGEST, PagePlace, numbered_by_order, page_place
from core.links.proposal import NEAR, LinkablePage, propose_links
from core.messages import Message
from core.store.rows import PageRecord


@dataclass(frozen=True, slots=True)
class Looked:
    """What a first look at a page has shown: where it belongs, and which pages its jump marks name."""

    page: int
    position: int
    place: PagePlace
    named: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkSource:
    """A page for the second look; `layout` is None where no step has changed it: it must be segmented."""

    page: int
    text: str
    layout: Layout | None


@dataclass(frozen=True)
class LinkRow:
    """A link, accepted (`score` is None) or proposed, as a list shows it: ends, pages and titles of both."""

    first: End
    second: End
    first_page: str
    second_page: str
    first_title: str
    second_title: str
    score: float | None
    reasons: tuple[Message, ...] = ()


def look_at(record: PageRecord, text: str) -> Looked:
    """Look at a page for the first time; `text` is as it stands."""
    named = dict.fromkeys(number for mark in jump_marks(text) for number in mark.pages)
    return Looked(record.id, record.position, page_place(record.name, text), tuple(named))


def worth_a_look(looked: Iterable[Looked], around: int | None = None) -> list[Looked]:
    """List the pages with jump marks and those that such marks name, in the order of the project.

    `around` a page: only those of its issue.
    """
    ordered = sorted(looked, key=lambda one: one.position)
    places = numbered_by_order([one.place for one in ordered])
    placed = [replace(one, place=place) for one, place in zip(ordered, places, strict=True)]
    here = next((one for one in placed if one.page == around), None)
    if here is not None:
        placed = [one for one in placed if one.place.issue == here.place.issue]
    sizes = Counter(one.place.issue for one in placed)
    by_number: dict[tuple[str, str | None], list[Looked]] = {}
    for one in placed:
        by_number.setdefault((one.place.issue, one.place.number), []).append(one)
    wanted = {one.page for one in placed if one.named}
    for one in placed:
        whole = one.place.dated and sizes[one.place.issue] <= LARGEST
        for number in one.named:
            named = by_number.get((one.place.issue, number), ())
            wanted.update(it.page for it in named if whole or abs(it.position - one.position) <= NEAR)
    return [one for one in placed if one.page in wanted]


def linkable(looked: Looked, source: LinkSource, language: Language) -> LinkablePage:
    """Take the articles of a page apart, which are found first where nobody has changed it."""
    layout = source.layout
    if layout is None:
        # Imported here: its patterns take a tenth of a second, which a start need not wait for.
        from core.segmentation.segmenter import segment

        layout = layout_of(segment(source.text, language))
    return LinkablePage(looked.position, looked.place, halves_of(looked.page, source.text, layout))


def link_rows(pages: Sequence[LinkablePage], names: Mapping[int, str], language: Language) -> list[LinkRow]:
    """List the links between `pages`: proposed ones, surest first, and behind them those accepted."""
    seams = Seams(language)

    def seam(pairs: Sequence[tuple[str, str]]) -> list[float]:
        seams.weigh(pairs)
        return [seams.bits(before, after) for before, after in pairs]

    halves = {(half.page, half.article): half for page in pages for half in page.halves}

    def row(first: End, second: End, score: float | None, said: tuple[Message, ...] = ()) -> LinkRow:
        one, other = halves[first], halves[second]
        pages = names[one.page], names[other.page]
        return LinkRow(first, second, *pages, one.title, other.title, score, said)

    proposed = [row(one.first, one.second, one.score, one.reasons) for one in propose_links(pages, seam)]
    return proposed + [row(first, second, None) for first, second in _accepted(halves.values())]


def _accepted(halves: Iterable[Half]) -> Iterator[tuple[End, End]]:
    every = list(halves)
    came = {
        (half.linked_from.page, half.page, half.linked_from.number): half
        for half in every
        if half.linked_from
    }
    for half in every:
        if half.linked_to is not None:
            other = came.get((half.page, half.linked_to.page, half.linked_to.number))
            if other is not None:
                yield (half.page, half.article), (other.page, other.article)


def unanswered(pages: Sequence[LinkablePage], rows: Iterable[LinkRow]) -> list[Half]:
    """List the articles with a jump mark for which there is neither a link nor a proposal."""
    paired = {(end, forth) for row in rows for end, forth in ((row.first, True), (row.second, False))}
    halves = [half for page in pages for half in page.halves]
    return [
        half
        for half in halves
        if (half.to is not None and ((half.page, half.article), True) not in paired)
        or (half.origin is not None and ((half.page, half.article), False) not in paired)
    ]
