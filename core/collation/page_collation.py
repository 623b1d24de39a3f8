"""Where a page differs from other pages that carry the same text, as whoever reads that page wants it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from core.collation.aligned import Aligned, align
from core.collation.evidence import Heard, Version, hear
from core.collation.judging import Grounds, Judgement, judge_all
from core.collation.moved import moved_passages
from core.collation.surface import surface_variants
from core.collation.variants import Reading, Variant, VariantKind, variants
from core.collation.witnesses import Witness, WitnessGroup, groups_around
from core.document.page import PageView
from core.language.language import Language
from core.text.span import Span

UNKNOWN = Grounds()
"""Nothing is known of the language, nor of what editors corrected before."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the page that others carry too, aligned with them; the page is the base of `group`."""

    group: WitnessGroup
    aligned: tuple[Aligned, ...]
    views: tuple[PageView, ...]
    """The pages of the group's witnesses, in their order."""

    @property
    def own(self) -> Witness:
        """The page itself."""
        return self.group.witnesses[self.group.base]


@dataclass(frozen=True, slots=True)
class PageVariant:
    """A place of the page where witnesses differ; `own` is the number of the reading that the page has."""

    passage: Passage
    variant: Variant
    own: int
    span: Span
    judgement: Judgement

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What the witnesses have."""
        return self.variant.readings

    def reading_of(self, witness: int) -> int | None:
        """Return the number of the reading that a witness has, None where it has lost the whole place."""
        return next((at for at, reading in enumerate(self.readings) if witness in reading.witnesses), None)

    def holders(self, reading: int) -> list[PageView]:
        """Return the pages that have a reading."""
        return [self.passage.views[witness] for witness in self.readings[reading].witnesses]


@dataclass(frozen=True, slots=True)
class PageCollation:
    """All that other pages tell about `page` as it stands: shared passages and variants, in its order."""

    page: PageView
    passages: tuple[Passage, ...] = ()
    variants: tuple[PageVariant, ...] = ()

    def passage_at(self, position: int) -> Passage | None:
        """Return the shared passage in which a position lies, None where no other page has that."""
        return next((one for one in self.passages if one.own.span[0] <= position <= one.own.span[1]), None)

    def next_variant(self, span: Span, *, forward: bool = True) -> PageVariant | None:
        """Return the nearest variant that stands behind `span`, or before it; None where there is none.

        Given the place of a variant, this is the one after it, also where two stand at one place.
        """
        places = [(one.span.start, one.span.end) for one in self.variants]
        if forward:
            at = bisect_right(places, (span.start, span.end))
            return self.variants[at] if at < len(places) else None
        before = [
            one for one, place in zip(self.variants, places, strict=True) if place < (span.start, span.end)
        ]
        return before[-1] if before else None


def collate_page(
    page: PageView, others: Sequence[PageView], grounds: Grounds = UNKNOWN, *, surface: bool = False
) -> PageCollation:
    """Read `page` against those of `others` that share a passage with it; `grounds` are judged by.

    `surface`: where only marks or the script differ is listed too. Where only lines break otherwise never is.
    """
    views = (page, *others)
    passages, found = [], []
    for group in groups_around(page, others):
        aligned = align(group)
        passage = Passage(group, tuple(aligned), tuple(views[one.page] for one in group.witnesses))
        passages.append(passage)
        listed = (
            variants(group, aligned) + moved_passages(group) + (surface_variants(group) if surface else [])
        )
        listed = [one for one in listed if one.kind is not VariantKind.BREAK]
        judgements = judge_all(group, listed, grounds, partial(_heard, page))
        found += [_of_page(passage, one, judged) for one, judged in zip(listed, judgements, strict=True)]
    ordered = sorted(filter(None, found), key=lambda one: (one.span.start, one.span.end))
    return PageCollation(page, tuple(passages), tuple(ordered))


def _heard(page: PageView, versions: Sequence[Version], language: Language) -> list[Heard]:
    """Do what `hear` does, but for what was heard before the page changed."""
    return page.each(hear, versions, language)


def _of_page(passage: Passage, variant: Variant, judgement: Judgement) -> PageVariant | None:
    """Return a variant as the page has it, None where the page has lost the place itself."""
    for number, reading in enumerate(variant.readings):
        if passage.group.base in reading.witnesses:
            start, end = reading.spans[reading.witnesses.index(passage.group.base)]
            return PageVariant(passage, variant, number, Span(start, end), judgement)
    return None
