"""What pages tell of themselves, in the order in which they told it: another process can count the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import uuid4

from core.document.finding import PageKey
from core.lexicon.lexicon import SIGNED
from core.lexicon.term import Terms
from core.text.script import Script


@dataclass(frozen=True, slots=True)
class Told:
    """What a page tells of its script, None where too little of it tells, and of its terms.

    `terms` are packed, a quarter of the memory they take otherwise. `signed`: somebody has signed the page,
    so they weigh more.
    """

    script: Script | None = None
    terms: str = ""
    signed: bool = False

    @property
    def counted(self) -> tuple[Terms, int]:
        """The terms, and as how many places each place of them counts."""
        return Terms.unpacked(self.terms), SIGNED if self.signed else 1


ToldPage = tuple[PageKey, Told]


@dataclass(frozen=True, slots=True)
class Telling:
    """All that the pages of a project have told: at `first`, and every change `since`, in order.

    Which forms are settled depends on that order. So whoever hears the same in the same order counts the
    same; `name` is by which he knows what he has heard already.
    """

    first: Mapping[PageKey, Told] = field(default_factory=dict)
    since: tuple[ToldPage, ...] = ()
    name: str = field(default_factory=lambda: uuid4().hex)

    def changed(self, key: PageKey, told: Told) -> Telling:
        """Return this with what a page tells now."""
        return replace(self, since=(*self.since, (key, told)))
