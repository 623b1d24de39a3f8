"""How often each term stands in a project, kept up page by page, and the index that finds its near-misses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b

from core.glossary.entry import Entry, Glossary
from core.glossary.frames import SHORTEST
from core.glossary.near_index import NearIndex
from core.lexicon.term import MARKED, SOUGHT, Kind, Term, Terms

SETTLED = 3
"""From so many places on, a form is the settled one in a project."""

SIGNED = 3
"""A place on a page that somebody has signed counts as so many."""

LONGEST = 16
"""Longer forms are not looked for: passages that come back find each other by other means."""

MOST = 20_000
"""So many forms are looked for, those that stand most often; ten thousand pages have about as many."""

_FOLD_UP = 64
"""The changes are folded into the rest when there are more than this, and more than an eighth of the rest."""

_Counts = Mapping[Term, int]


@dataclass(frozen=True)
class SettledForms:
    """Forms that stand often, and the index that finds their near-misses in a text.

    `closely`: a slip at an end is looked for even in three characters that are no name. Nearly anything is
    one, so this is for the few forms of a page.
    """

    kinds: Mapping[str, Kind] = field(default_factory=dict)
    closely: bool = False

    def __hash__(self) -> int:
        return hash((len(self.kinds), self.closely))

    @classmethod
    def of(cls, terms: Iterable[Term], *, closely: bool = False) -> SettledForms:
        """Take the terms that can be looked for; a form of two kinds goes by the one that is named first."""
        held: dict[str, Kind] = {}
        sought = (term for term in terms if term.kind in SOUGHT and SHORTEST <= len(term.form) <= LONGEST)
        for term in sorted(sought, key=lambda term: (SOUGHT.index(term.kind), term.form)):
            held.setdefault(term.form, term.kind)
        return cls(held, closely)

    @cached_property
    def index(self) -> NearIndex:
        """The index, made when it is first asked for."""
        short = (form for form, kind in self.kinds.items() if self.closely or kind is Kind.PERSON)
        return NearIndex(Glossary(tuple(Entry(form) for form in self.kinds)), frozenset(short))

    @cached_property
    def cut(self) -> Mapping[str, str]:
        """Works and quoted terms by what is left of them without their first or their last character."""
        held: dict[str, str] = {}
        for form, kind in self.kinds.items():
            if kind in MARKED and len(form) > SHORTEST:
                held.setdefault(form[1:], form)
                held.setdefault(form[:-1], form)
        return held

    def at_an_end(self, form: str) -> str | None:
        """Return the settled work or quoted term that `form` is without an end of it, or with one more.

        In running text that is mostly another word; between its marks it is not.
        """
        for settled in (self.cut.get(form), form[1:], form[:-1]):
            if (
                settled
                and len(settled) > SHORTEST
                and self.kinds.get(settled) in MARKED
                and form not in self.kinds
            ):
                return settled
        return None

    def prepare(self) -> None:
        """Make the index now, on the thread that has time for it: tenths of a second for 20,000 forms."""
        self.index.prepare()
        _ = self.cut

    def digest(self, text: str) -> str:
        """Return a digest of what in `text` (folded) is one slip off a settled form, "" where nothing is.

        Whatever else changes in a project, the findings of a page hang on this alone.
        """
        misses = sorted((miss.form, text[miss.start : miss.end]) for miss in self.index.misses(text))
        return (
            blake2b(repr(misses).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
            if misses
            else ""
        )


@dataclass(frozen=True)
class Lexicon:
    """Counts of terms over pages. A value: adding a page makes another one, which shares nearly all of it.

    `changes` hold what pages have added to `counts`, or taken from them, since these were last made anew.
    """

    counts: _Counts = field(default_factory=dict)
    changes: _Counts = field(default_factory=dict)
    settled: SettledForms = field(default_factory=SettledForms)

    @classmethod
    def of(cls, pages: Iterable[tuple[Terms, int]]) -> Lexicon:
        """Count the terms of all pages, each place as many times as is said with its page."""
        counts: dict[Term, int] = {}
        for page, times in pages:
            for term, count in page.counts.items():
                counts[term] = counts.get(term, 0) + times * count
        return cls._counting(counts)

    @classmethod
    def _counting(cls, counts: _Counts) -> Lexicon:
        often = [term for term, count in counts.items() if count >= SETTLED and term.kind in SOUGHT]
        often.sort(key=lambda term: (-counts[term], term))
        return cls(counts, settled=SettledForms.of(often[:MOST]))

    def __bool__(self) -> bool:
        return bool(self.counts) or bool(self.changes)

    def items(self) -> Iterator[tuple[Term, int]]:
        """Yield every term that stands anywhere, with its count."""
        for term, count in self.counts.items():
            total = count + self.changes.get(term, 0)
            if total > 0:
                yield term, total
        for term, count in self.changes.items():
            if count > 0 and term not in self.counts:
                yield term, count

    def count(self, term: Term) -> int:
        """Return in how many places `term` stands."""
        return self.counts.get(term, 0) + self.changes.get(term, 0)

    def changed(self, gone: tuple[Terms, int], come: tuple[Terms, int]) -> Lexicon:
        """Return the counts with the terms of a page as they are now in the place of those it had before."""
        changes = _summed(_summed(self.changes, gone, -1), come, 1)
        lexicon = Lexicon(self.counts, changes, self.settled)
        if len(changes) > _FOLD_UP + len(self.counts) // 8:
            return Lexicon._counting(dict(lexicon.items()))
        # What is settled changes slowly, and its index takes long to make: it is shared until then.
        return lexicon

    def but_for(self, page: Terms, times: int) -> Lexicon:
        """Return the counts without those of one page that was counted: what the others say."""
        return Lexicon(self.counts, _summed(self.changes, (page, times), -1), self.settled)


def _summed(changes: _Counts, page: tuple[Terms, int], sign: int) -> _Counts:
    terms, times = page
    summed = dict(changes)
    for term, count in terms.counts.items():
        change = summed.get(term, 0) + sign * times * count
        if change:
            summed[term] = change
        else:
            summed.pop(term, None)
    return summed
