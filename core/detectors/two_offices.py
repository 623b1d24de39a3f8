"""One person who is 市长 in one place of a page and 副市长 in another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from core.detectors.page_terms import PlacedTerm, ReadPage
from core.detectors.weights import CHARACTER
from core.document.finding import Finding, Place, Suggestion
from core.document.page import PageView
from core.messages import message
from core.text.span import Span

ONE_EACH, RARER, OTHER_ARTICLE = 0.3, 0.5, 0.6
"""How sure it is where each office stands once, where one of them stands oftener; and what is left of it
where the two stand in different articles, which may tell of different years."""

_RANKED = re.compile("(?:长|书记|主席|主任|总理|总统|主编|总裁|经理|司令员)$")
"""Offices that have deputies."""

_FORMER = re.compile("(?:时任|曾任|历任|原|前)[^。;]{0,16}$")
_DEPUTY = "副"


def two_offices(page: PageView, read: ReadPage) -> Iterator[Finding]:
    """Yield offices that differ from those of the same person elsewhere on the page by 副 alone."""
    held: defaultdict[str, defaultdict[str, list[PlacedTerm]]] = defaultdict(lambda: defaultdict(list))
    for placed in read.terms:
        if placed.found.office and not is_former(placed):
            held[placed.found.term.form][placed.found.office].append(placed)
    for offices in held.values():
        for office in sorted(offices):
            deputy = _DEPUTY + office
            if deputy in offices:
                # The rarer one is in doubt, of equals the one that stands later.
                first, odd = sorted(
                    (office, deputy), key=lambda one: (-len(offices[one]), _place(offices[one]))
                )
                yield from _findings(page, offices[first], offices[odd], first)


def _place(places: Sequence[PlacedTerm]) -> Span:
    return places[0].span


def is_former(placed: PlacedTerm) -> bool:
    """Say whether somebody held the office before."""
    before = placed.paragraph.folded[max(0, placed.found.start - 24) : placed.found.start]
    return _FORMER.search(before) is not None


def other_rank(office: str) -> str | None:
    """Return the office of which this is the deputy, or its deputy; None where there is no such thing."""
    if office.startswith(_DEPUTY):
        return office.removeprefix(_DEPUTY)
    return _DEPUTY + office if _RANKED.search(office) else None


def office_start(placed: PlacedTerm) -> int | None:
    """Return where in its paragraph the office before a name begins, None where it stands behind the name."""
    start = placed.paragraph.folded.rfind(placed.found.office, 0, placed.found.start)
    return start if 0 <= placed.found.start - start - len(placed.found.office) <= 1 else None


def _findings(
    page: PageView, usual: Sequence[PlacedTerm], odd: Sequence[PlacedTerm], office: str
) -> Iterator[Finding]:
    for placed in odd:
        written = placed.paragraph.folded
        start = written.rfind(placed.found.office, 0, placed.found.start)
        if start < 0:
            continue
        other = next((one for one in usual if one.paragraph.article == placed.paragraph.article), usual[0])
        sure = RARER if len(usual) > len(odd) else ONE_EACH
        if other.paragraph.article != placed.paragraph.article:
            sure *= OTHER_ARTICLE
        span = placed.paragraph.place(start, start + len(placed.found.office))
        words = message(
            "{name}在这里是“{odd}”，别处是“{usual}”",
            name=placed.found.term.form,
            odd=placed.found.office,
            usual=office,
        )
        whole = len(span) == len(placed.found.office)
        suggestions = (Suggestion(office, round(sure, 3)),) if whole else ()
        related = (Place(page.key, other.span),)
        yield Finding("two-offices", span, words, suggestions, round(sure, 3), CHARACTER, related=related)
