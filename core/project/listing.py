"""What a list of findings says of each: enough to show those of all pages without reading a single text."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from types import NoneType
from typing import NamedTuple

from core.changes.codec import Json, decoded, dumps, maybe
from core.changes.message_codec import message_data, read_message
from core.document.finding import Finding
from core.document.layout import Layout, title_of
from core.document.verdict import content_digest
from core.messages import Message
from core.text.lines import Lines
from core.text.span import Span

CONTEXT = 24
"""How much text on either side of a suspect a list shows (code points)."""

OUTSIDE = -1
"""The number of the article of what lies in none."""


class ListedFinding(NamedTuple):
    """One finding as a list shows it.

    `number` is its place among the findings of its page. `suggestion` is None where the rule has none and ""
    where it says to delete. `before` and `after` are what stands around `suspect` on its lines. `line` is
    counted from 1, `article` from 0 in the order of reading, and `title` is that article's. A remark about
    the whole page has no place, line 0, and its sentence as `remark`.
    """

    number: int
    rule: str
    confidence: float
    asks_from: float
    content: str
    suspect: str
    suggestion: str | None
    before: str
    after: str
    line: int
    article: int
    title: str
    remark: Message | None


def list_findings(text: str, layout: Layout, findings: Iterable[tuple[int, Finding]]) -> list[ListedFinding]:
    """Return how the `findings` of a page with `text` are listed; each comes with its number."""
    lines = Lines(text)
    titles = [title_of(layout, article, text) for article in layout.order]
    places = {article: place for place, article in enumerate(layout.order)}
    holders = {piece: places[article] for piece, article in layout.owners().items()}

    def listed(number: int, finding: Finding) -> ListedFinding:
        first = finding.suggestions[0] if finding.suggestions else None
        suggestion = None if first is None or first.moves else first.text
        judged = number, finding.rule, finding.confidence, finding.asks_from
        if finding.page_level:
            return ListedFinding(*judged, "", "", suggestion, "", "", 0, OUTSIDE, "", finding.message)
        pieces = layout.spans.overlapping(finding.span)
        article = holders.get(pieces[0], OUTSIDE) if pieces else OUTSIDE
        suspect = finding.span.of(text)
        return ListedFinding(
            *judged,
            content_digest(suspect),
            suspect.strip("\n"),
            suggestion,
            *_around(text, lines, finding.span),
            lines.number_at(finding.span.start) + 1,
            article,
            titles[article] if article != OUTSIDE else "",
            None,
        )

    return [listed(number, finding) for number, finding in findings]


def _around(text: str, lines: Lines, span: Span) -> tuple[str, str]:
    """Return what stands before and after `span` on its own lines."""
    touched = lines.touching(span)
    begin, end = lines.span(touched[0]).start, lines.span(touched[-1]).end
    before = text[max(begin, span.start - CONTEXT) : span.start]
    return before, text[span.end : min(max(end, span.end), span.end + CONTEXT)]


def encode_listed(listed: Iterable[ListedFinding]) -> str:
    """Write a list as the project file keeps it."""
    return dumps([[*row[:-1], None if row.remark is None else message_data(row.remark)] for row in listed])


def decode_listed(written: str) -> list[ListedFinding]:
    """Read what `encode_listed` wrote. Raises ValueError where it is anything else."""
    return decoded(written, lambda rows: [_read(row) for row in rows])


def _read(row: Json) -> ListedFinding:
    *plain, remark = row
    # Ten thousands of rows are read at once: types alone are asked for, and numbers have no limits.
    if tuple(map(type, plain)) not in _SHAPES:
        raise ValueError(f"no row of a list: {row!r:.80}")
    return ListedFinding._make((*plain, maybe(read_message, remark)))


_SHAPES = frozenset(
    (int, str, one, other, str, str, suggestion, str, str, int, int, str)
    for one, other, suggestion in product((float, int), (float, int), (str, NoneType))
)
