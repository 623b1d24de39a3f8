"""The terms of a project as another process counts them, from what it is told page by page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

from core.document.finding import PageKey
from core.lexicon.lexicon import Lexicon
from core.project.telling import Told, ToldPage


@dataclass(frozen=True, slots=True)
class Heard:
    """Terms by what was heard of the project `name`: after so many `changes`, without a page's `own`."""

    name: str
    changes: int
    own: Told


class Hearing:
    """Follows what is told of one project. Nothing is counted before it is asked for."""

    def __init__(self) -> None:
        self._name = ""
        self._told: dict[PageKey, Told] = {}
        self._changes: list[ToldPage] = []
        self._lexicons: list[Lexicon] = []
        self._lock = Lock()

    def begin(self, name: str, pages: Sequence[ToldPage]) -> None:
        """Forget all, and hear of the pages as they were at first."""
        with self._lock:
            self._name, self._told, self._changes, self._lexicons = name, dict(pages), [], []

    def go_on(self, name: str, changes: Sequence[ToldPage]) -> None:
        """Hear what has changed since, in the order in which it did."""
        with self._lock:
            if name == self._name:
                self._changes += changes

    def lexicon(self, heard: Heard) -> Lexicon:
        """Return the terms after some changes. Raises LookupError where these were never heard."""
        with self._lock:
            if heard.name != self._name:
                raise LookupError(heard.name)
            while len(self._lexicons) <= heard.changes:
                self._lexicons.append(self._next())
            return self._lexicons[heard.changes].but_for(*heard.own.counted)

    def _next(self) -> Lexicon:
        if not self._lexicons:
            first = Lexicon.of(one.counted for one in self._told.values())
            first.settled.prepare()
            return first
        key, now = self._changes[len(self._lexicons) - 1]
        before = self._told.get(key, Told())
        self._told[key] = now
        return self._lexicons[-1].changed(before.counted, now.counted)
