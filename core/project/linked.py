"""Links as the project holds them: following them, and reading pages off which they are proposed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from core.changes.state import PageState
from core.document.layout import ArticleId, Layout
from core.exporters.critical_note import CriticalNote
from core.exporters.exporter import Continuation
from core.links.ends import End, is_told_elsewhere, other_half, rest_of
from core.project.corrections import CorrectionsInForce
from core.project.linkable import LinkSource
from core.store.rows import PageRecord

NotesOf = Callable[[int], tuple[CriticalNote, ...]]

Stories = tuple[Mapping[ArticleId, tuple[Continuation, ...]], frozenset[ArticleId]]


@dataclass(frozen=True)
class ProjectLinks:
    """The links of an open project; `state`, `record` and `raw` read one of its pages."""

    state: Callable[[int], PageState]
    record: Callable[[int], PageRecord]
    raw: Callable[[int], str]
    corrections: CorrectionsInForce

    def other_half(self, end: End, *, forth: bool) -> End | None:
        """Return the article that `end` goes on in, or came from; None where there is no whole link."""
        return other_half(self._layout, end, forth=forth)

    def sources(self, pages: Iterable[int]) -> list[LinkSource]:
        """Read pages that links may be proposed of.

        The articles of those that nobody has changed are not looked for: that is done beside the window.
        """
        return [self._source(page) for page in pages]

    def stories(self, page: int, notes: NotesOf | None = None) -> Stories:
        """Return what each article of a page goes on with elsewhere, and which are the rest of others.

        `notes` reads the apparatus of a page, where that is wanted.
        """
        rest: dict[ArticleId, tuple[Continuation, ...]] = {}
        told_elsewhere = set()
        for key, article in self._layout(page):
            if article.linked_from is not None and is_told_elsewhere(self._layout, (page, key)):
                told_elsewhere.add(key)
            elif article.linked_to is not None:
                ends = rest_of(self._layout, (page, key))
                rest[key] = tuple(self._continuation(end, notes) for end in ends)
        return rest, frozenset(told_elsewhere)

    def _layout(self, page: int) -> Layout:
        return self.state(page).linked_layout

    def _source(self, page: int) -> LinkSource:
        if not self.record(page).touched:
            return LinkSource(page, self.raw(page), None)
        held = self.state(page)
        return LinkSource(page, held.text, held.layout)

    def _continuation(self, end: End, notes: NotesOf | None) -> Continuation:
        there = self.state(end[0])
        made = self.corrections.of(self.record(end[0]))
        noted = () if notes is None else notes(end[0])
        return Continuation(there.text, there.layout, end[1], made, noted)
