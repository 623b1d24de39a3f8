"""What a term is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What sort of term it is."""

    PERSON = "person"
    WORK = "work"
    """What stands between 《 and 》."""
    QUOTED = "quoted"
    """A short expression between quotation marks."""
    ORDINAL = "ordinal"
    """第…个五年规划, 第…届大会: a thing that is one of a series."""
    ORGANISATION = "organisation"
    OFFICE = "office"
    """An office and who holds it, a blank between them."""
    FIGURE = "figure"
    """The words before a number, the number and its unit."""


SOUGHT = (Kind.PERSON, Kind.WORK, Kind.QUOTED, Kind.ORGANISATION)
"""Those whose near-misses are looked for in texts, in the order by which a form of two kinds goes."""


MARKED = frozenset({Kind.WORK, Kind.QUOTED})
"""Those that stand between marks."""


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """A term by its form, folded: simplified, without marks."""

    kind: Kind
    form: str

    def __hash__(self) -> int:
        # Texts remember their hash, kinds do not; hardly a form is of two kinds.
        return hash(self.form)


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A term at `[start, end)` of a text; `office` is what a person is called there, "" for others."""

    term: Term
    start: int
    end: int
    office: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """How often each term stands on a page."""

    counts: Mapping[Term, int] = field(default_factory=dict)

    def packed(self) -> str:
        """Return the counts as one text: a line a term, its kind, count and form with tabs between."""
        return "\n".join(f"{term.kind}\t{count}\t{term.form}" for term, count in sorted(self.counts.items()))

    @classmethod
    def unpacked(cls, text: str) -> Terms:
        """Turn the result of `packed` back. Raises ValueError for anything else."""
        counts: dict[Term, int] = {}
        for line in text.split("\n") if text else ():
            kind, count, form = line.split("\t")
            counts[Term(Kind(kind), form)] = int(count)
        return cls(counts)
