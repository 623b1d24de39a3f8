"""Names, works, terms, series and offices that are at odds with what stands everywhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from core.detectors.detector import Context, Rule
from core.detectors.odd_ordinals import odd_ordinals
from core.detectors.page_terms import ReadPage, read_page
from core.detectors.settled_misses import is_marked, settled_here, settled_misses
from core.detectors.slip_odds import Circumstances, probability
from core.detectors.slips import Difference, difference, likenesses
from core.detectors.told import ToldOtherwise, offices_told_otherwise
from core.detectors.two_offices import two_offices
from core.detectors.weights import CHARACTER
from core.document.finding import Finding, Place, Suggestion
from core.document.page import PageView
from core.glossary.frames import SHORTEST
from core.glossary.near_miss import NearMiss, Slip, slip_between
from core.glossary.ordinary import highest_counts
from core.language.language import Language
from core.lexicon.lexicon import SettledForms
from core.lexicon.term import MARKED, Kind, Term
from core.messages import message
from core.text.script import in_script_of
from core.text.span import Span

RULES = (
    Rule("odd-form", message("与别处写法不一")),
    Rule("odd-ordinal", message("第几与别处不一")),
    Rule("two-offices", message("同一人职务不一")),
)

RARER = 2
"""An odd form stands at least so many times less often than the settled one."""

OTHER_OFFICE = 0.35
"""How sure it is that an office is wrong which other pages give otherwise: people are promoted."""

LEAST = 0.12
"""What is less sure is shown at no level."""

_NOTHING = "\ue000"
"""What no text has: what lies on either side of it is never counted together."""


@dataclass(frozen=True)
class _Known:
    """What a page and its project know: the page in a row, who goes by which office, all others' terms."""

    read: ReadPage
    offices: Mapping[str, set[str]]
    context: Context


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A near-miss of `usual`, which stands so often `here` and `elsewhere`; `odd` stands `alone` so often."""

    miss: NearMiss
    usual: Term
    odd: str
    slipped: Difference
    here: int
    elsewhere: int
    alone: int

    @property
    def place(self) -> Span:
        """What should be replaced, in the row of the page."""
        return Span(self.miss.start + self.slipped.first, self.miss.start + self.slipped.last)


@dataclass(frozen=True, slots=True)
class _Heard:
    """What the language knows of a doubt: see Circumstances."""

    alike: float = 0.5
    heard: float = 0.0
    unheard: bool = False


def detect(page: PageView, context: Context) -> Iterator[Finding]:
    """Yield what is at odds with the same elsewhere, across line ends and torn paragraphs too."""
    read = read_page(page)
    yield from odd_ordinals(page, read, context.lexicon)
    yield from two_offices(page, read)
    yield from (_other_office(one) for one in offices_told_otherwise(read, context.lexicon.count))
    yield from _odd_forms(page, read, context)


def _other_office(told: ToldOtherwise) -> Finding:
    words = message(
        "{name}在这里是“{odd}”，别的版上{often}次是“{usual}”",
        name=told.name,
        odd=told.odd,
        often=told.often,
        usual=told.usual,
    )
    span = told.paragraph.place(told.start, told.end)
    suggestions = (Suggestion(told.usual, OTHER_OFFICE),) if len(span) == told.end - told.start else ()
    return Finding("two-offices", span, words, suggestions, OTHER_OFFICE, CHARACTER)


def _odd_forms(page: PageView, read: ReadPage, context: Context) -> Iterator[Finding]:
    """Yield what is one slip off a settled name, work or term."""
    offices: dict[str, set[str]] = {}
    for placed in read.terms:
        if placed.found.office:
            offices.setdefault(placed.found.term.form, set()).add(placed.found.office)
    known = _Known(read, offices, context)
    doubts = list(_doubts(page, known))
    sure = [
        (probability(_circumstances(known, doubt, heard)), doubt)
        for doubt, heard in zip(doubts, _heard(context.language, doubts), strict=True)
    ]
    for confidence, doubt in _apart(sure):
        yield _finding(page, read, doubt, confidence)


def _doubts(page: PageView, known: _Known) -> Iterator[_Doubt]:
    """Yield the near-misses that stand so seldom that they may be slips."""
    text, lexicon = known.read.text, known.context.lexicon
    here = settled_here(page)
    shorter = list(_shorter_names(known, here))
    # Where an office shows that a name ends, what follows is no part of it.
    ended = {(miss.start, miss.form) for miss in shorter}
    for settled in (here, lexicon.settled):
        near = (miss for miss in settled_misses(page, settled) if (miss.start, miss.form) not in ended)
        for found in chain(near, shorter if settled is here else ()):
            miss = _behind_office(known, found)
            usual = Term(settled.kinds[miss.form], miss.form)
            odd = text[miss.start : miss.end]
            often, elsewhere = text.count(usual.form), lexicon.count(usual)
            within = often if odd in usual.form else 0
            alone = text.count(odd) - within + lexicon.count(Term(usual.kind, odd))
            slipped = difference(odd, usual.form)
            if usual.form in odd:
                often -= text.count(odd)
            if slipped is not None and 0 < alone * RARER <= often + elsewhere:
                yield _Doubt(miss, usual, odd, slipped, often, elsewhere, alone)


def _behind_office(known: _Known, miss: NearMiss) -> NearMiss:
    """Return a miss as one whose first character is missing, where an office stands in its place."""
    if miss.slip is Slip.OTHER and miss.at == 0:
        before = known.read.text[: miss.start + 1][-6:]
        if any(before.endswith(office) for office in known.offices.get(miss.form, ())):
            return NearMiss(miss.start + 1, miss.end, miss.form, Slip.MISSING, 0, at_end=True)
    return miss


def _shorter_names(known: _Known, settled: SettledForms) -> Iterator[NearMiss]:
    """Yield names of two characters to which one is missing of a settled name with the same office."""
    names = [form for form, kind in settled.kinds.items() if kind is Kind.PERSON and len(form) == SHORTEST]
    for placed in known.read.terms:
        odd = placed.found.term.form
        if len(odd) == SHORTEST - 1 and placed.found.office:
            for name in names:
                slip = slip_between(odd, name)
                if slip and placed.found.office in known.offices.get(name, ()):
                    at_end = slip[1] == SHORTEST - 1
                    yield NearMiss(placed.start, placed.start + len(odd), name, *slip, at_end=at_end)


def _heard(language: Language | None, doubts: Sequence[_Doubt]) -> list[_Heard]:
    """Return what the language knows of all doubts, looked up at once.

    Only what lies inside counts: what stands around a term is no part of it.
    """
    if language is None:
        return [_Heard()] * len(doubts)
    spans, start = [], 0
    for doubt in doubts:
        differing, begin = doubt.miss.differing, doubt.miss.start
        first, last = max(differing.start - begin, 0), min(differing.end - begin, len(doubt.odd))
        spans.append(Span(start + first, start + last))
        start += len(doubt.odd) + 1
    row = _NOTHING.join(doubt.odd for doubt in doubts)
    two, three = (highest_counts(language.grams, row, spans, length) for length in (2, 3))
    alike = likenesses(
        language,
        [
            (doubt.odd[doubt.slipped.at], doubt.usual.form[doubt.slipped.at])
            if doubt.slipped.slip is Slip.OTHER
            else ("", "")
            for doubt in doubts
        ],
    )
    return [
        # What has lost an end is whole inside: that it is known says nothing.
        _Heard()
        if doubt.slipped.slip is Slip.MISSING and doubt.slipped.at_end
        else _Heard(like, heard, pair < 1)
        for doubt, like, heard, pair in zip(doubts, alike, three, two, strict=True)
    ]


def _circumstances(known: _Known, doubt: _Doubt, heard: _Heard) -> Circumstances:
    usual, slipped, text = doubt.usual, doubt.slipped, known.read.text
    return Circumstances(
        usual.kind,
        slipped.slip,
        len(usual.form),
        doubt.here,
        doubt.elsewhere,
        doubt.alone,
        heard.alike,
        heard.heard,
        heard.unheard,
        marked=usual.kind in MARKED and is_marked(text, doubt.miss.start, doubt.miss.end),
        at_end=slipped.at_end,
        at_head=slipped.at == 0,
        rest_alone=slipped.at_end and _rest_alone(text, doubt),
        meant=slipped.meant,
        office=_same_office(known, doubt),
    )


def _rest_alone(text: str, doubt: _Doubt) -> bool:
    usual = doubt.usual.form
    rest = usual[1:] if doubt.slipped.at == 0 else usual[:-1]
    return text.count(rest) > doubt.here + text.count(doubt.odd)


def _same_office(known: _Known, doubt: _Doubt) -> bool:
    before = known.read.text[max(0, doubt.miss.start - 6) : doubt.miss.start]
    behind = known.read.text[doubt.miss.end : doubt.miss.end + 4]
    offices = known.offices.get(doubt.usual.form, ())
    return any(before.endswith(office) or behind.startswith(office) for office in offices)


def _apart(doubts: Iterable[tuple[float, _Doubt]]) -> list[tuple[float, _Doubt]]:
    """Keep of doubts about the same characters, or of the same form in one place, the surest."""
    kept: list[tuple[float, _Doubt]] = []
    for sure, doubt in sorted(doubts, key=lambda one: (-one[0], one[1].miss.start, one[1].miss.form)):
        if sure >= LEAST and not any(_meet(doubt, other) for _, other in kept):
            kept.append((sure, doubt))
    return kept


def _meet(one: _Doubt, other: _Doubt) -> bool:
    if one.usual == other.usual and one.miss.start < other.miss.end and other.miss.start < one.miss.end:
        return True
    return one.place.start < other.place.end and other.place.start < one.place.end


def _finding(page: PageView, read: ReadPage, doubt: _Doubt, sure: float) -> Finding:
    slipped, usual, miss = doubt.slipped, doubt.usual.form, doubt.miss
    place = doubt.place
    span = read.place(place.start, place.end)
    odd = read.written[miss.start : miss.end]
    words = message(
        "这里是“{odd}”，别处{count}次是“{usual}”", odd=odd, usual=usual, count=doubt.here + doubt.elsewhere
    )
    at = read.text.find(usual)
    if at >= 0:
        # As it is written on this page, so in its script.
        put = read.written[at + slipped.start : at + slipped.end]
    else:
        put = "".join(in_script_of(odd, sign) for sign in usual[slipped.start : slipped.end])
    # Across a line end nothing is proposed: the break is not to be taken away.
    whole = len(span) == len(place)
    suggestions = (Suggestion(put, sure),) if whole else ()
    related = (Place(page.key, read.place(at, at + len(usual))),) if at >= 0 else ()
    return Finding("odd-form", span, words, suggestions, sure, CHARACTER, related=related)
