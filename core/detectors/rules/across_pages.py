"""What two pages of a project have that only one should: the whole page, or the edge where they were cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from core.collation.passage_index import imprint_of_page, shared_of
from core.detectors.detector import Context, Rule
from core.detectors.removal import removal
from core.detectors.units import LEAST, said
from core.detectors.weights import weight_of
from core.document.finding import Finding, Place, Suggestion
from core.document.page import PageView
from core.messages import message
from core.text.span import Span

RULES = (
    Rule("duplicate-page", message("重复的版面")),
    Rule("repeated-edge", message("两版交界处的重复")),
)

SAME_PAGE = 0.7
"""So much of a page must stand on another one for both to be the same page, each read by some engine."""

LEAST_PAGE = 12
"""With fewer sampled pieces a page is too short to say so."""

EDGE = 6
"""So many lines at the foot of one page may be read again at the head of the next."""


def detect(page: PageView, context: Context) -> Iterator[Finding]:
    """Yield what this page shares with others beyond a story that both print: those are witnesses."""
    imprint = imprint_of_page(page)
    for other in context.others:
        if other.key == page.key:
            continue
        theirs = imprint_of_page(other)
        size = max(len(imprint), len(theirs))
        if min(len(imprint), len(theirs)) >= LEAST_PAGE and shared_of(imprint, theirs) >= SAME_PAGE * size:
            yield _same_page(page, other)
        else:
            yield from _edge(page, other)


def _same_page(page: PageView, other: PageView) -> Finding:
    first = len(page.text) - len(page.text.lstrip())
    return Finding(
        "duplicate-page",
        Span(first, first + 1),
        message("这一版与“{name}”几乎相同，可能导入了两次", name=other.name),
        confidence=0.9,
        page_level=True,
        related=(Place(other.key, Span(0, len(other.text))),),
    )


def _edge(page: PageView, other: PageView) -> Iterator[Finding]:
    """Yield the lines at the head of `page` that end `other`: the scans overlapped."""
    mine, theirs = page.once(_head), other.once(_foot)
    for count in range(min(len(mine), len(theirs)), 0, -1):
        head, foot = mine[:count], theirs[-count:]
        keys = [key for _, key in head]
        if keys == [key for _, key in foot] and len("".join(keys)) >= 2 * LEAST:
            span = removal(page.text, Span(head[0][0].start, head[-1][0].end))
            yield Finding(
                "repeated-edge",
                span,
                message("“{name}”的末尾在这一版开头又出现了", name=other.name),
                (Suggestion("", 0.6),),
                0.6,
                weight_of(len(span)),
                related=(Place(other.key, Span(foot[0][0].start, foot[-1][0].end)),),
            )
            return


_Line = tuple[Span, str]
"""A line, and what it says."""


def _head(page: PageView) -> list[_Line]:
    """Return the first lines of a page that say something."""
    return list(islice(_saying(page, range(len(page.lines))), EDGE))


def _foot(page: PageView) -> list[_Line]:
    """Return the last lines of a page that say something, in their order."""
    return list(islice(_saying(page, reversed(range(len(page.lines)))), EDGE))[::-1]


def _saying(page: PageView, numbers: Iterable[int]) -> Iterator[_Line]:
    lines = map(page.lines.span, numbers)
    return ((span, key) for span in lines if (key := said(span.of(page.text))))
