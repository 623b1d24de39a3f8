"""A page as it was imported, and a page as whoever only reads it sees it."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any, TypeVar

from core.document.finding import PageKey
from core.document.layout import Layout
from core.text.lines import Lines


@dataclass(frozen=True, slots=True)
class Source:
    r"""The exact bytes a page was imported from; they are never changed.

    `text` is decoded from them: line ends as \n, no byte order mark; all positions are code points of it.
    `name` is for people; `path` is where it came from (a file, or `archive.zip/member`). `scan` is the path
    of the page's image, where one lay beside it.
    """

    name: str
    raw: bytes
    encoding: str
    text: str
    path: str = ""
    scan: str | None = None

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes, as hexadecimal digits."""
        return sha256(self.raw).hexdigest()


Known = TypeVar("Known")
Part = TypeVar("Part", bound=Hashable)
Given = TypeVar("Given", bound=Hashable)


@dataclass(frozen=True)
class PageView:
    """One page as it stands now, for whoever only reads: detectors, exporters, background work."""

    key: PageKey
    name: str
    text: str
    layout: Layout = field(default_factory=Layout)
    # What was worked out, by what did so: a cast at each look would take longer than the look.
    _before: Mapping[object, Any] = field(default_factory=dict, repr=False, compare=False)
    _known: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def after(self, before: PageView) -> PageView:
        """Return this page as what `before` has become: most of what was worked out there still holds."""
        known = {**before._before, **before._known}
        return PageView(self.key, self.name, self.text, self.layout, known)

    def earlier(self, work_out: Callable[[PageView], Known]) -> Known | None:
        """Return what `work_out` said of the page as it was before, None where that is not known."""
        known: Known | None = self._before.get(work_out)
        return known

    def once(self, work_out: Callable[[PageView], Known]) -> Known:
        """Return what `work_out` says of this page; many ask for the same, and it is worked out once."""
        if work_out not in self._known:
            self._known[work_out] = work_out(self)
        known: Known = self._known[work_out]
        return known

    def __reduce__(self) -> tuple[Callable[[bytes], PageView], tuple[bytes]]:
        """Leave behind what was worked out; what is sent to another process time and again is packed once."""
        return _unpacked, (self.once(_packed),)

    def each(
        self,
        work_out: Callable[[Sequence[Part], Given], Iterable[Known]],
        parts: Sequence[Part],
        given: Given,
    ) -> list[Known]:
        """Return what `work_out` says of each of `parts`, all that are new worked out together.

        New is what was asked neither of this page nor of it as it was before; `given` must be the same then.
        """
        # By `work_out` first: what was said with something else given is forgotten with the page before.
        earlier: Mapping[Given, Mapping[Part, Known]] = self._before.get(work_out, {})
        before = earlier.get(given, {})
        now: dict[Given, dict[Part, Known]] = self._known.setdefault(work_out, {})
        known = now.setdefault(given, {})
        new = []
        for part in dict.fromkeys(parts):
            if part in before:
                known[part] = before[part]
            elif part not in known:
                new.append(part)
        if new:
            known.update(zip(new, work_out(new, given), strict=True))
        return [known[part] for part in parts]

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return Lines(self.text)


def _packed(page: PageView) -> bytes:
    return pickle.dumps((page.key, page.name, page.text, page.layout), pickle.HIGHEST_PROTOCOL)


def _unpacked(packed: bytes) -> PageView:
    return PageView(*pickle.loads(packed))  # noqa: S301  # packed by ourselves
