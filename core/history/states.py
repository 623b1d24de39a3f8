"""The pages as they stand, read from the project file when they are first asked for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from core.changes.change import apply_change
from core.changes.soundness import ensure_sound
from core.changes.state import PROJECT_SHEET, PageState
from core.changes.step import StepId
from core.document.layout import Layout, layout_of
from core.errors import BadInputError
from core.importers.decode import decode_again
from core.language.language import Language, open_language
from core.store.found_articles import found_articles, keep_found_articles
from core.store.log import StepLog, text_digest

KEPT = 64
"""How many pages stay in memory."""

KEPT_PLAIN = 1_500
"""How many pages stay in memory without their articles; each takes some ten kilobytes."""

SNAPSHOT_EVERY = 40
"""How many steps of a page may lie behind its snapshot; each costs about 0.1 ms when the page is opened."""


def find_articles(text: str, language: Language) -> Layout:
    """Return the articles that the program finds on a page."""
    # Imported here: its patterns take a tenth of a second, which a start need not wait for.
    from core.segmentation.segmenter import segment

    return layout_of(segment(text, language))


@dataclass(frozen=True)
class _Held:
    """A page in memory: its last step (0: none has changed it) and how many steps its snapshot is behind.

    `draft`: its articles are those the program finds, and in no record yet. `fresh`: they were found just
    now, and finding them again can be spared.
    """

    state: PageState
    step: StepId
    behind: int
    draft: bool = False
    fresh: bool = False


class PageStates:
    """Page states by number, replayed from snapshot and log, and kept while they are in use."""

    def __init__(self, log: StepLog) -> None:
        self._log = log
        self._held: OrderedDict[int, _Held] = OrderedDict()
        self._plain: dict[int, _Held] = {}
        """Pages that steps have read without their articles; who takes a step back wants them again."""
        self._keeping = 0
        self._language = open_language()

    def state(self, page: int) -> PageState:
        """Return a page as it stands. Where no articles were written down it has those the program finds.

        Raises KeyError for an unknown page, BadInputError for a damaged log.
        """
        return self._hold(page).state

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """Push no page out of memory inside: a step on many pages asks for each of them several times."""
        self._keeping += 1
        try:
            yield
        finally:
            self._keeping -= 1
            self._let_go()

    def at_hand(self, page: int) -> PageState:
        """Return a page for a change to its text alone; no page is pushed out of memory.

        One whose articles are neither written down nor in memory comes without any: to find them takes a
        hundred times as long as to put a word in its place. Raises as `state` does.
        """
        held = self._held.get(page) or self._plain.get(page)
        if held is None:
            held = self._load(page)
            if self._keeping:
                self._plain[page] = held
        return held.state

    def glance(self, page: int) -> PageState:
        """Return a page with its articles where they are known, else without any: none are looked for.

        `has_articles` tells which of the two it is. Raises as `state` does.
        """
        if page not in self._held:
            plain = self._plain.get(page) or self._load(page)
            known = plain if self._has_own(page, plain) else self._with_kept_articles(page, plain)
            if known is None:
                return plain.state
            self._plain.pop(page, None)
            self._held[page] = known
        self._held.move_to_end(page)
        self._let_go()
        return self._held[page].state

    def has_articles(self, page: int) -> bool:
        """Say whether a page is in memory with its articles, or without them because it has none."""
        return page in self._held

    def take_articles(self, page: int, text: str, layout: Layout) -> None:
        """Take over the articles that were found in `text`, unless the page is another or has some by now.

        They are those that `state` would look for. Raises as `state` does.
        """
        if self.glance(page).text == text and page not in self._held:
            plain = self._plain.pop(page, None) or self._load(page)
            state = replace(plain.state, layout=layout)
            self._held[page] = replace(plain, state=state, draft=True, fresh=True)
            self._let_go()

    def text(self, page: int) -> str:
        """Return the text of a page as it stands; raises as `state` does."""
        return self.at_hand(page).text

    def is_draft(self, page: int) -> bool:
        """Say whether a page is in memory with articles that are in no record yet."""
        held = self._held.get(page)
        return held is not None and held.draft

    def keep_articles(self, page: int) -> None:
        """Spare the next look at a page the search for its articles, where they were found by this one."""
        held = self._hold(page)
        if held.fresh:
            state = held.state
            keep_found_articles(self._log.store, page, text_digest(state.text), state.layout)
            self._held[page] = replace(held, fresh=False)

    def first(self, page: int) -> PageState:
        """Return a page as it was imported, decoded anew from its bytes, without articles."""
        if page == PROJECT_SHEET:
            return PageState()
        raw, encoding = self._log.store.raw(page)
        return PageState(decode_again(raw, str(self._log.store.path), encoding))

    def due(self, pages: Iterable[int]) -> list[int]:
        """List those of `pages` whose snapshot is to be made anew with their next step."""
        held = ((page, self._held.get(page)) for page in pages)
        return [page for page, one in held if one and one.behind >= SNAPSHOT_EVERY and not one.draft]

    def put(
        self, page: int, state: PageState, step: StepId, *, kept: bool = False, alone: bool = False
    ) -> None:
        """Say what a page is after `step`, which the log holds; `kept`: so does the snapshot.

        Where the step left the page itself `alone`, articles that stood in no record still do not.
        """
        for pages in (self._held, self._plain):
            held = pages.get(page)
            # A page that many others have pushed out of memory is read from the log when it is asked for.
            if held is not None:
                behind = 0 if kept else held.behind + (held.step != step)
                pages[page] = _Held(state, step, behind, alone and held.draft, alone and held.fresh)

    def snapshot_all(self) -> None:
        """Keep the states of all pages in memory, before the project is closed; no step may be open."""
        for page, held in self._held.items():
            # What stands in no record is not to get into one by the back door.
            if held.behind and not held.draft:
                self._log.store.keep_snapshot(page, held.step, held.state)
                self._held[page] = replace(held, behind=0)

    def _hold(self, page: int) -> _Held:
        held = self._held.get(page)
        if held is None:
            plain = self._plain.pop(page) if page in self._plain else self._load(page)
            held = self._held[page] = self._with_articles(page, plain)
        self._held.move_to_end(page)
        self._let_go()
        return held

    def _let_go(self) -> None:
        if self._keeping:
            return
        if len(self._plain) > KEPT_PLAIN:
            self._plain.clear()
        while len(self._held) > KEPT:
            self._held.popitem(last=False)

    def _with_articles(self, page: int, held: _Held) -> _Held:
        if self._has_own(page, held):
            return held
        known = self._with_kept_articles(page, held)
        if known is not None:
            return known
        layout = find_articles(held.state.text, self._language)
        return replace(held, state=replace(held.state, layout=layout), draft=True, fresh=True)

    def _has_own(self, page: int, held: _Held) -> bool:
        """Say whether the articles of a page are written down, or it is the sheet that never has any."""
        return page == PROJECT_SHEET or not held.state.layout.is_unwritten

    def _with_kept_articles(self, page: int, held: _Held) -> _Held | None:
        """Return a page with the articles that were found when it was looked at before, None without."""
        text = held.state.text
        layout = found_articles(self._log.store, page, text, text_digest(text))
        if layout is None:
            return None
        return replace(held, state=replace(held.state, layout=layout), draft=True)

    def _load(self, page: int) -> _Held:
        step, state = self._start(page)
        changes = self._log.changes_since(page, step)
        for number, change, digest in changes:
            try:
                state = apply_change(state, change)
            except ValueError as error:
                raise self._log.damaged(number) from error
            if text_digest(state.text) != digest:
                raise self._log.damaged(number)
            step = number
        try:
            ensure_sound(state)
        except ValueError as error:
            raise self._log.damaged(step) from error
        return _Held(state, step, len(changes))

    def _start(self, page: int) -> tuple[StepId, PageState]:
        try:
            kept = self._log.store.snapshot(page)
            if kept is not None:
                ensure_sound(kept[1])
        except (BadInputError, ValueError):
            # A snapshot only saves time: the log has all that it has. `verify` reports it.
            kept = None
        if kept is None or text_digest(kept[1].text) != self._log.digest_after(page, kept[0]):
            return 0, self.first(page)
        return kept
