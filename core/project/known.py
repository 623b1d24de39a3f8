"""What the pages of an open project tell each other: kept in its file, and up to date while it is open."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from core.detectors.detector import Context
from core.document.page import PageView
from core.project.knowledge import PageTraits, ProjectKnowledge, Surroundings, traits_of
from core.store.store import Store
from core.text.script import Script

VERSION = "1"
"""Changes with how pages are sampled: what an older program kept is then made anew."""

Known = tuple[int, PageTraits | None, str]
"""A page, what is kept of it, and, where nothing is, its text to be looked at."""

View = Callable[[int], PageView]


def read_traits(store: Store, text: Callable[[int], str], after: int, limit: int) -> list[Known]:
    """Read what the next pages behind number `after` tell, at most `limit`; an empty list: there are no more.

    What is damaged is made anew.
    """
    known: list[Known] = []
    for page, imprint, script in store.traits(VERSION, after, limit):
        if imprint is None or len(imprint) % 4:
            known.append((page, None, text(page)))
        else:
            traits = PageTraits(
                np.frombuffer(imprint, dtype="<u4").astype(np.uint32), Script(script) if script else None
            )
            known.append((page, traits, ""))
    return known


def keep_traits(store: Store, made: Mapping[int, PageTraits]) -> None:
    """Keep what pages tell, by page."""
    store.keep_traits(
        VERSION, [(page, one.imprint.astype("<u4").tobytes(), one.script) for page, one in made.items()]
    )


class KnownPages:
    """The knowledge of an open project, changed page by page; not thread-safe, what it hands out is."""

    def __init__(self, store: Store, knowledge: ProjectKnowledge) -> None:
        self._store = store
        self._knowledge = knowledge
        self._order = [record.id for record in store.pages()]

    def heed(self, page: PageView) -> None:
        """Take over a page as it stands."""
        before = self._knowledge
        self._knowledge = before.with_page(page)
        if self._knowledge.index is not before.index and isinstance(page.key, int):
            keep_traits(self._store, {page.key: traits_of(page.text)})

    def surroundings(self, page: PageView, view: View, taught: Context) -> Surroundings:
        """Return what a check of `page` needs."""

        def read(key: object) -> PageView:
            if not isinstance(key, int):
                raise TypeError(key)
            return view(key)

        return self._knowledge.surroundings(page, self._order, read, taught)
