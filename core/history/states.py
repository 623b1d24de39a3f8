"""The pages as they stand, read from the project file when they are first asked for."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from core.changes.change import apply_change
from core.changes.state import PROJECT_SHEET, PageState
from core.changes.step import StepId
from core.errors import BadInputError
from core.importers.decode import decode
from core.messages import message
from core.store.log import StepLog, text_digest

KEPT = 64
"""How many pages stay in memory."""

SNAPSHOT_EVERY = 40
"""How many steps of a page may lie behind its snapshot; each costs about 0.1 ms when the page is opened."""


@dataclass(frozen=True)
class _Held:
    state: PageState
    step: StepId
    behind: int


class PageStates:
    """Page states by number, replayed from snapshot and log, and kept while they are in use."""

    def __init__(self, log: StepLog) -> None:
        self._log = log
        self._held: OrderedDict[int, _Held] = OrderedDict()

    def state(self, page: int) -> PageState:
        """Return a page as it stands.

        Raises KeyError for an unknown page, BadInputError for a damaged log.
        """
        return self._hold(page).state

    def step(self, page: int) -> StepId:
        """Return the last step that changed a page, 0 where none has."""
        return self._hold(page).step

    def _hold(self, page: int) -> _Held:
        held = self._held.get(page)
        if held is None:
            held = self._load(page)
            self._held[page] = held
            if len(self._held) > KEPT:
                self._let_go(next(iter(self._held)))
        self._held.move_to_end(page)
        return held

    def put(self, page: int, state: PageState, step: StepId) -> None:
        """Say what a page is after `step`, which the log already holds."""
        held = self._held.get(page)
        behind = 0 if held is None else held.behind + (held.step != step)
        self._held[page] = _Held(state, step, behind)
        if behind >= SNAPSHOT_EVERY:
            self.snapshot(page)

    def snapshot(self, page: int) -> None:
        """Keep a page's state in the project file, so that its log need not be replayed from here on."""
        held = self._held[page]
        if held.behind:
            self._log.store.keep_snapshot(page, held.step, held.state)
            self._held[page] = _Held(held.state, held.step, 0)

    def snapshot_all(self) -> None:
        """Keep the states of all pages in memory, before the project is closed."""
        for page in self._held:
            self.snapshot(page)

    def _let_go(self, page: int) -> None:
        self.snapshot(page)
        del self._held[page]

    def _load(self, page: int) -> _Held:
        kept = self._log.store.snapshot(page)
        step, state = kept if kept is not None else (0, self.first(page))
        changes = self._log.changes_since(page, step)
        for number, change, digest in changes:
            try:
                state = apply_change(state, change)
            except ValueError as error:
                raise self._damaged(number) from error
            if text_digest(state.text) != digest:
                raise self._damaged(number)
            step = number
        return _Held(state, step, len(changes))

    def first(self, page: int) -> PageState:
        """Return a page as it was imported, decoded anew from its bytes."""
        if page == PROJECT_SHEET:
            return PageState()
        raw, encoding = self._log.store.raw(page)
        text, _ = decode(raw, str(self._log.store.path), encoding)
        return PageState(text)

    def _damaged(self, step: StepId) -> BadInputError:
        cause = message("第 {step} 步的记录已损坏，请用 jiaochou verify 检查", step=step)
        return BadInputError(self._log.store.path, cause)
