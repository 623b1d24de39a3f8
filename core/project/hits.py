"""Places of some characters in the texts of many pages: each is worked out when it is looked at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple, Protocol, overload

from core.text.span import Span
from core.text.torn import untorn

AROUND = 40
"""How many code points of context a place has on either side."""


class Search(Protocol):
    """Something that can be looked for in many texts, one after the other and in any thread."""

    def places(self, text: str) -> Sequence[tuple[int, int]]:
        """List starts and ends of the places in `text`, from left to right, none overlapping another.

        Raises RefusedError where that takes too long.
        """


class Hit(NamedTuple):
    """One place. It holds on to the text it was found in; what is read off it is without line ends."""

    page: int
    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it is, line ends inside it included."""
        return Span(self.start, self.end)

    @property
    def reading(self) -> str:
        """What stands there."""
        return untorn(self.text[self.start : self.end])

    @property
    def before(self) -> str:
        """What stands before it."""
        return untorn(self.before_in_lines)[-AROUND:]

    @property
    def after(self) -> str:
        """What stands behind it."""
        return untorn(self.after_in_lines)[:AROUND]

    @property
    def before_in_lines(self) -> str:
        """The text before it, line ends and all."""
        # Line ends may be left out, so a little more is cut than is shown.
        return self.text[max(0, self.start - 2 * AROUND) : self.start]

    @property
    def after_in_lines(self) -> str:
        """The text behind it, line ends and all."""
        return self.text[self.end : self.end + 2 * AROUND]

    @property
    def lines(self) -> tuple[int, int]:
        """The lines it begins and ends on, counted from 1."""
        first = self.text.count("\n", 0, self.start) + 1
        return first, first + self.text.count("\n", self.start, self.end)


class PageHits(NamedTuple):
    """The places on one page, as starts and ends in its text, from left to right."""

    page: int
    text: str
    places: Sequence[tuple[int, int]]


class Hits(Sequence[Hit]):
    """The places of several pages, numbered in their order; no page comes twice.

    Only starts and ends are kept: a hundred thousand places as objects of their own make the collector of
    garbage go through all of the program's memory.
    """

    def __init__(self, pages: Iterable[PageHits] = ()) -> None:
        self.pages = tuple(page for page in pages if page.places)
        """The pages that have places."""
        self._ends = list(accumulate(len(page.places) for page in self.pages))

    def __len__(self) -> int:
        """Return how many places there are."""
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, number: int) -> Hit: ...

    @overload
    def __getitem__(self, number: slice) -> list[Hit]: ...

    def __getitem__(self, number: int | slice) -> Hit | list[Hit]:
        """Return one place, or some."""
        if isinstance(number, slice):
            return [self[at] for at in range(len(self))[number]]
        wanted = range(len(self))[number]
        at = bisect_right(self._ends, wanted)
        page, text, places = self.pages[at]
        return Hit(page, text, *places[wanted - self._ends[at] + len(places)])

    def followed_by(self, other: Hits) -> Hits:
        """Return these places and behind them `other`, which are of other pages."""
        return Hits((*self.pages, *other.pages))

    def with_pages(self, pages: Mapping[int, PageHits], order: Callable[[int], int]) -> Hits:
        """Return the places with those of `pages` exchanged; `order` says where a page stands."""
        every = {page.page: page for page in self.pages} | dict(pages)
        return Hits(every[page] for page in sorted(every, key=order))

    def numbers(self) -> dict[int, range]:
        """Return the numbers of the places of each page that has some."""
        found = zip(self.pages, self._ends, strict=True)
        return {page.page: range(end - len(page.places), end) for page, end in found}

    def number_of(self, page: int, start: int) -> int | None:
        """Return the number of the place that begins at `start` of a page, None where none does."""
        for one, end in zip(self.pages, self._ends, strict=True):
            if one.page == page:
                at = bisect_left(one.places, (start, start))
                there = at < len(one.places) and one.places[at][0] == start
                return end - len(one.places) + at if there else None
        return None


def page_hits(page: int, text: str, search: Search) -> PageHits:
    """Return the places on one page with `text`. Raises RefusedError where it takes too long to find them."""
    return PageHits(page, text, search.places(text))
