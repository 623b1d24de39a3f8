"""The critical apparatus of a page: what the other pages of the project read."""

from __future__ import annotations

from collections.abc import Callable

from core.collation.judging import Grounds
from core.collation.page_collation import PageVariant, collate_page
from core.collation.variants import VariantKind
from core.detectors.detector import Context
from core.document.finding import PageKey
from core.document.page import PageView
from core.exporters.critical_note import CriticalNote, NotedReading
from core.importers.natural import natural_key
from core.project.knowledge import PageTraits, ProjectKnowledge, traits_of
from core.project.known import Known
from core.text.torn import untorn

AT_ONCE = 400
"""So many pages are read in one go."""


def all_known(read: Callable[[int, int], list[Known]]) -> ProjectKnowledge:
    """Put together at once what all pages tell; `read` reads some of it as Project.read_traits does."""
    found: dict[PageKey, PageTraits] = {}
    after = 0
    while pages := read(after, AT_ONCE):
        found.update({one.page: one.traits or traits_of(one.text, signed=one.signed) for one in pages})
        after = pages[-1].page
    return ProjectKnowledge.of(found)


def critical_notes(page: PageView, context: Context) -> tuple[CriticalNote, ...]:
    """Return a note for each place of `page` where pages that carry the same text have other words.

    `context` holds those pages, and what is known of the language and of earlier corrections. What stands in
    another order, and where only marks or the script differ, is not noted.
    """
    grounds = Grounds(context.language, context.pairs)
    others = sorted(context.others, key=lambda other: natural_key(other.name))
    found = collate_page(page, others, grounds)
    moved = VariantKind.TRANSPOSITION
    return tuple(_note(one) for one in found.variants if one.variant.kind is not moved)


def _note(found: PageVariant) -> CriticalNote:
    judged = found.judgement
    names = [tuple(view.name for view in found.holders(number)) for number in range(len(found.readings))]
    page = found.passage.views[found.passage.group.base].key
    own = [view.name for view in found.holders(found.own) if view.key != page]
    readings = tuple(
        NotedReading(untorn(reading.text), names[number], number == judged.preferred)
        for number, reading in enumerate(found.readings)
        if number != found.own
    )
    return CriticalNote(found.span, readings, judged.why, tuple(own))
