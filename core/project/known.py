"""What the pages of an open project tell each other: kept in its file, and up to date while it is open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from hashlib import blake2b
from typing import NamedTuple

import numpy as np

from core.collation.passage_index import WITNESS
from core.detectors.detector import Context
from core.document.page import PageView
from core.lexicon.term import Terms
from core.project.knowledge import PageTraits, ProjectKnowledge, Surroundings, traits_of
from core.project.telling import Told
from core.store.log import text_digest
from core.store.marks import text_marks
from core.store.store import Store
from core.store.witness_texts import WitnessTexts
from core.text.script import Script

VERSION = "4"
"""Changes with how pages are sampled and read: what an older program kept is then made anew."""


class Known(NamedTuple):
    """A page, what is kept of it, and, where nothing is, its text to be looked at; whether it is signed."""

    page: int
    traits: PageTraits | None
    text: str
    signed: bool


View = Callable[[int], PageView]


def read_traits(store: Store, text: Callable[[int], str], after: int, limit: int) -> list[Known]:
    """Read what the next pages behind number `after` tell, at most `limit`; an empty list: there are no more.

    What is damaged is made anew.
    """
    known: list[Known] = []
    for page, imprint, script, terms, signatures in store.traits(VERSION, after, limit):
        traits = None if imprint is None else _decoded(imprint, script, terms, signed=signatures > 0)
        known.append(Known(page, traits, text(page) if traits is None else "", signatures > 0))
    return known


def _decoded(imprint: object, script: object, terms: object, *, signed: bool) -> PageTraits | None:
    if not (isinstance(imprint, bytes) and isinstance(terms, str) and isinstance(script, str | None)):
        return None
    try:
        Terms.unpacked(terms)
        sample = np.frombuffer(imprint, dtype="<u4").astype(np.uint32)
        return PageTraits(sample, Told(Script(script) if script else None, terms, signed))
    except ValueError:
        return None


def keep_traits(store: Store, made: Mapping[int, PageTraits]) -> None:
    """Keep what pages tell, by page."""
    rows = (
        (page, one.imprint.astype("<u4").tobytes(), one.told.script, one.told.terms)
        for page, one in made.items()
    )
    store.keep_traits(VERSION, rows)


class KnownPages:
    """The knowledge of an open project, changed page by page; not thread-safe, what it hands out is."""

    def __init__(self, store: Store, knowledge: ProjectKnowledge) -> None:
        self._store = store
        self._knowledge = knowledge
        self._order = [record.id for record in store.pages()]
        self._seen: dict[int, tuple[str, str]] = {}
        """The ground of the checks under way, by page, each with the digest of the text that is checked."""

    def heed(self, page: PageView) -> None:
        """Take over a page as it stands."""
        if not isinstance(page.key, int):
            raise TypeError(page.key)
        before, signed = self._knowledge, self._store.page(page.key).round > 0
        self._knowledge = before.with_page(page, signed=signed)
        if self._knowledge is not before:
            keep_traits(self._store, {page.key: traits_of(page.text, signed=signed)})

    def keep_ground(self, page: PageView) -> None:
        """Remember in view of what the findings that are kept of `page` were made.

        That is how the others were when its surroundings were asked for, or as they are if nobody asked.
        """
        if isinstance(page.key, int):
            text, ground = self._seen.pop(page.key, ("", ""))
            if text != text_digest(page.text):
                ground = self._ground(page)
            if ground != self._store.near_slips(page.key):
                self._store.keep_near_slips(page.key, ground)

    def is_ground(self, page: PageView) -> bool:
        """Say whether what others tell about `page` is still what its findings were made in view of."""
        return isinstance(page.key, int) and self._store.near_slips(page.key) == self._ground(page)

    def _ground(self, page: PageView) -> str:
        """Return a digest of what the findings of `page` depend on beside itself: terms, and its witnesses.

        A few pages share text with it, and a change on those alone makes its findings old.
        """
        sharing = self._knowledge.index.pages_sharing(page, least=WITNESS)
        marks = text_marks(self._store, (key for key in sharing if isinstance(key, int)))
        texts = WitnessTexts(self._store).of(page.key) if isinstance(page.key, int) else ()
        beside = ",".join(str(record.id) for record in texts)
        told = f"{self._knowledge.near_slips(page)}:{sorted(marks.items())}{beside}"
        return blake2b(told.encode(), digest_size=16).hexdigest()

    def sharing(self, page: PageView, at_hand: View) -> list[PageView]:
        """Return the pages that may share text with `page`, for whoever asks for their text alone."""
        sharing = self._knowledge.index.pages_sharing(page)
        return [at_hand(key) for key in sharing if isinstance(key, int)]

    def surroundings(self, page: PageView, view: View, at_hand: View, taught: Context) -> Surroundings:
        """Return what a check of `page` needs; see ProjectKnowledge.surroundings."""

        def read(key: object, how: View) -> PageView:
            if not isinstance(key, int):
                raise TypeError(key)
            return how(key)

        views = partial(read, how=view), partial(read, how=at_hand)
        if isinstance(page.key, int):
            text = text_digest(page.text)
            if self._seen.get(page.key, ("", ""))[0] != text:
                self._seen[page.key] = text, self._ground(page)
        return self._knowledge.surroundings(page, self._order, *views, taught)
