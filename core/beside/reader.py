"""What work beside the window has at hand: the language, the detectors, and what it has read before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Lock

from core.beside.hearing import Hearing
from core.detectors.characters.evidence import Evidence
from core.detectors.characters.page_evidence import ROOM
from core.detectors.detector import Detector
from core.document.finding import PageKey
from core.document.layout import Layout
from core.document.page import PageView
from core.glossary.entry import Glossary
from core.glossary.near_index import NearIndex
from core.history.states import find_articles
from core.language.language import open_language
from core.language.memory import Memory
from core.project.knowledge import Readings

PAGES = 64
"""So many pages are remembered, with what was worked out of them: more than one check looks at."""

ARTICLES = 256
"""Of so many pages it is remembered which articles were found."""


class Reader:
    """Remembers from one job to the next; several threads may use it at the same time."""

    def __init__(self, detectors: Callable[[], Sequence[Detector]]) -> None:
        """Take `detectors`, which are loaded when something is to be checked."""
        self.detectors = detectors
        self.language = open_language()
        self.readings = Readings()
        self.evidence: Memory[Evidence] = Memory(ROOM)
        self.hearing = Hearing()
        self._articles: Memory[Layout] = Memory(ARTICLES)
        self._pages: dict[PageKey, PageView] = {}
        self._glossary = NearIndex()
        self._lock = Lock()

    def articles(self, text: str) -> Layout:
        """Return the articles that are found in a text."""
        layout = self._articles.get(text)
        if layout is None:
            layout = find_articles(text, self.language)
            self._articles.keep(text, layout, 1)
        return layout

    def page(self, page: PageView, *, arranged: bool = True) -> PageView:
        """Return a page as it was seen before, where it is the same: it knows what it was asked then.

        One that has changed knows that too, as far as it still holds.
        `arranged`: one that comes without articles is given those that are found.
        """
        if arranged and page.layout.is_unwritten:
            page = replace(page, layout=self.articles(page.text))
        with self._lock:
            seen = self._pages.pop(page.key, None)
            if seen is not None:
                bare = page.layout.is_unwritten and (seen.name, seen.text) == (page.name, page.text)
                page = seen if bare or seen == page else page.after(seen)
            self._pages[page.key] = page
            if len(self._pages) > PAGES:
                del self._pages[next(iter(self._pages))]
        return page

    def near_index(self, glossary: Glossary) -> NearIndex:
        """Return a glossary as detectors use it; that of the last time is kept."""
        with self._lock:
            if self._glossary.glossary != glossary:
                self._glossary = NearIndex(glossary)
            return self._glossary
