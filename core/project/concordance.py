"""Every place of some characters in all pages as they stand, a stretch of pages at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.history.states import PageStates
from core.importers.decode import decode
from core.store.store import Store
from core.text.span import Span
from core.text.torn import LINE_BREAK, needed_bytes, torn_occurrences, torn_pattern

AROUND = 20
"""How many code points of context a place has on either side."""

UTF_8 = {"utf-8", "utf-8-sig"}


@dataclass(frozen=True, slots=True)
class Hit:
    """One place: `reading` is what stands at `span` of the page; all texts are without line ends."""

    page: int
    span: Span
    before: str
    reading: str
    after: str


@dataclass(frozen=True)
class ConcordancePart:
    """The places on some pages; `reached` is the position of the last one, None where no page is left."""

    hits: tuple[Hit, ...]
    reached: int | None


def page_hits(page: int, text: str, pattern: re.Pattern[str]) -> list[Hit]:
    """Return the places of a `torn_pattern` on one page with `text`."""
    return [
        Hit(
            page,
            span,
            # Line ends are left out, so a little more is cut than is shown.
            _flat(text[max(0, span.start - 2 * AROUND) : span.start])[-AROUND:],
            _flat(span.of(text)),
            _flat(text[span.end : span.end + 2 * AROUND])[:AROUND],
        )
        for span in torn_occurrences(text, pattern)
    ]


def concordance_part(
    store: Store, states: PageStates, wanted: str, after: int, pages: int, *, exact: bool = False
) -> ConcordancePart:
    """Search the next `pages` pages behind position `after` for `wanted`, in their order.

    Whoever searches asks again with `reached`, and stops asking to cancel. Raises StorageError,
    BadInputError where the log of a page is damaged, and ValueError where nothing is wanted.
    """
    pattern, needed = torn_pattern(wanted, exact=exact), needed_bytes(wanted, exact=exact)
    hits: list[Hit] = []
    rows = store.imported_pages(after, pages)
    for page, _, raw, encoding, changed in rows:
        # Decoding is most of the time: bytes that lack a character are not decoded.
        if not changed and encoding in UTF_8 and not all(any(map(raw.__contains__, one)) for one in needed):
            continue
        text = states.state(page).text if changed else decode(raw, str(store.path), encoding)[0]
        hits += page_hits(page, text, pattern)
    return ConcordancePart(tuple(hits), rows[-1][1] if len(rows) == pages else None)


def _flat(text: str) -> str:
    return LINE_BREAK.sub("", text)
