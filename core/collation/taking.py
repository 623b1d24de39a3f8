"""Taking the reading of another witness: what is to be put where, on one page or on all that read alike."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from core.collation.page_collation import PageVariant
from core.collation.substance import Substance, said
from core.collation.variants import VariantKind, says_otherwise
from core.collation.witnesses import Witness
from core.document.finding import PageKey
from core.text.folding import fold
from core.text.script import Convert, convert
from core.text.span import Span
from core.text.torn import untorn

AROUND = 200
"""So many code points on either side tell the script that a place is written in."""

BESIDE = 12
"""So much context a phrase is converted in."""

_HALF, _FULL = ",:;?!()", "，：；？！（）"
_TO_HALF, _TO_FULL = str.maketrans(_FULL, _HALF), str.maketrans(_HALF, _FULL)
_HALF_MARK = re.compile(r"(?<![0-9A-Za-z])[,:;?!()]|[,:;?!()](?![0-9A-Za-z])")
"""A mark that no number or foreign word stands around."""

_NO_MARK = frozenset("#*>| \t\n\u3000")


@dataclass(frozen=True, slots=True)
class Taking:
    """Put `inserted` in the place of `span` on a page, whose text must still be `text`."""

    page: PageKey
    text: str
    span: Span
    inserted: str

    @property
    def removed(self) -> str:
        """What stands there, line ends left out."""
        return untorn(self.span.of(self.text))


def can_take(found: PageVariant, choice: int) -> bool:
    """Say whether a reading can be put in the place of the page's own: other words or other marks.

    Not that of a moved passage, and no other script: what is taken is in the script of the page.
    """
    takes = says_otherwise(found.variant) or found.variant.kind is VariantKind.PUNCTUATION
    return takes and 0 <= choice < len(found.readings) and choice != found.own


def takings(
    found: PageVariant, choice: int, convert: Convert = convert, *, everywhere: bool = False
) -> tuple[Taking, ...]:
    """Return what makes of the page's reading another; `everywhere`: on all pages that read as it does.

    The page comes first. Each page gets the reading in the script of what stands around the place, by
    `convert`.
    """
    own = found.readings[found.own]
    having = list(zip(own.witnesses, own.spans, strict=True))
    having.sort(key=lambda one: one[0] != found.passage.group.base)
    witnesses = found.passage.group.witnesses
    chosen = found.readings[choice]
    widen = not own.text or not chosen.text
    made = []
    for number, place in having if everywhere else having[:1]:
        witness = witnesses[number]
        span = _place(witness.text, place, widen=widen)
        source, there = _source(found, choice, witness.text, span)
        taken = source.text, _place(source.text, there, widen=widen)
        inserted = _in_script(*taken, witness.text, span, convert)
        inserted = _in_width(inserted, witness.text.raw, span)
        span, inserted = _without_own_marks(witness.text.raw, span, inserted)
        made.append(Taking(found.passage.views[number].key, witness.text.raw, span, inserted))
    return tuple(made)


def _place(text: Substance, place: tuple[int, int], *, widen: bool) -> Span:
    """Return a place, with the marks beside it where something is added or left out: they come and go too."""
    start, end = place
    if widen:
        number, behind = bisect_left(text.places, start), bisect_left(text.places, end)
        least = text.places[number - 1] + 1 if number else 0
        most = text.places[behind] if behind < len(text.places) else len(text.raw)
        while start > least and text.raw[start - 1] not in _NO_MARK:
            start -= 1
        while end < most and text.raw[end] not in _NO_MARK:
            end += 1
    return Span(start, end)


def _in_width(inserted: str, text: str, span: Span) -> str:
    """Return what is to be put in with its marks as wide as those that stand around the place."""
    around = text[max(0, span.start - AROUND) : span.end + AROUND]
    half, full = (sum(map(around.count, marks)) for marks in (_HALF, _FULL))
    if half > full:
        return inserted.translate(_TO_HALF)
    return _HALF_MARK.sub(lambda mark: mark[0].translate(_TO_FULL), inserted) if full > half else inserted


def _without_own_marks(text: str, span: Span, inserted: str) -> tuple[Span, str]:
    """Leave marks at the edges of a place alone where only their form differs."""
    start, end = span.start, span.end
    while start < end and inserted and _same_mark(text[end - 1], inserted[-1]):
        end, inserted = end - 1, inserted[:-1]
    while start < end and inserted and _same_mark(text[start], inserted[0]):
        start, inserted = start + 1, inserted[1:]
    return Span(start, end), inserted


def _same_mark(one: str, other: str) -> bool:
    return fold(one) == fold(other) and not said(one)


def _source(found: PageVariant, choice: int, text: Substance, span: Span) -> tuple[Witness, tuple[int, int]]:
    """Return a witness that has a reading, if possible one in the script of `span`, and where."""
    reading = found.readings[choice]
    having = [
        (found.passage.group.witnesses[number], place)
        for number, place in zip(reading.witnesses, reading.spans, strict=True)
    ]
    traditional = is_traditional(text, span)
    alike = (one for one in having if is_traditional(one[0].text, Span(*one[1])) is traditional)
    return next(alike, having[0])


def is_traditional(text: Substance, span: Span) -> bool:
    """Say whether what stands around a place of the raw text is in traditional characters."""
    return text.is_traditional(span.start - AROUND, span.end + AROUND)


def _in_script(source: Substance, there: Span, text: Substance, span: Span, convert: Convert) -> str:
    """Return what stands `there` in the script of a place, without line ends."""
    raw = source.raw
    reading = untorn(there.of(raw))
    wanted = is_traditional(text, span)
    if wanted is is_traditional(source, there):
        return reading
    before, after = (
        untorn(raw[max(0, there.start - BESIDE) : there.start]),
        untorn(raw[there.end : there.end + BESIDE]),
    )
    whole = before + reading + after
    converted = convert(whole, "s2t" if wanted else "t2s")
    if len(converted) != len(whole):
        return convert(reading, "s2t" if wanted else "t2s")
    return converted[len(before) : len(converted) - len(after)]
