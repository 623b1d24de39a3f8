"""Rows of the project file as values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from types import NoneType
from typing import Any

from core.changes.codec import LARGEST
from core.changes.state import ROUNDS
from core.changes.step import Chain, StepId
from core.document.finding import Finding
from core.messages import Message

Row = tuple[Any, ...]
"""A row as SQLite gives it; its types are those of the query's columns."""

Kind = frozenset[type]
"""What the values of a column may be: SQLite keeps anything in any column, whoever wrote it."""

WHOLE, TEXT, BYTES = (frozenset[type]({kind}) for kind in (int, str, bytes))
MAYBE_WHOLE, MAYBE_TEXT = WHOLE | {NoneType}, TEXT | {NoneType}
ANYTHING = frozenset[type]({int, float, str, bytes, NoneType})
"""The kind of a column that is looked at where it is read: what is damaged in it can be made anew."""


@dataclass(frozen=True, slots=True)
class PageRecord:
    """What the project knows of a page without reading its text.

    `characters` counts code points of the raw text. `touched`: a person has changed something. `round` counts
    校次 as in PageState. `open_findings` is None until the page was checked. `removed`: no list has it.
    """

    id: int
    position: int
    name: str
    path: str
    encoding: str
    digest: str
    characters: int
    round: int
    touched: bool
    open_findings: int | None
    scan_path: str | None
    scan_digest: str | None
    removed: bool = False


@dataclass(frozen=True, slots=True)
class StepRecord:
    """A row of the log without what it changed."""

    id: StepId
    kind: str
    what: Message
    why: str
    actor: str
    at: datetime
    undoable: bool
    chain: Chain
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was found on a page.

    `fingerprint` is a digest of all that the findings depend on, `made_of` that of the text, `told` one of
    what was chosen and taught for all pages. `listed` is how a list shows the findings. `alone`: no other
    page was looked at.
    """

    fingerprint: str
    findings: list[Finding]
    made_of: str
    told: str
    listed: str
    alone: bool


def fit(rows: Sequence[Row], kinds: Sequence[Kind]) -> bool:
    """Say whether every column of `rows` holds values of its kind alone."""
    return all(
        kind.issuperset(map(type, column))
        for kind, column in zip(kinds, zip(*rows, strict=True), strict=False)
    )


PAGE_KINDS = (WHOLE, WHOLE, *(TEXT,) * 4, *(WHOLE,) * 3, MAYBE_WHOLE, MAYBE_TEXT, MAYBE_TEXT, WHOLE)
"""What the columns of a `PageRecord` hold."""


def page_record(row: Row) -> PageRecord:
    """Return a row of the page table, columns in the order of `PageRecord` and of the kinds `PAGE_KINDS`.

    Raises ValueError where a number is none that a page can have.
    """
    *head, touched, open_findings, scan_path, scan_digest, removed = row
    number, position, name, path, encoding, digest, characters, rounds = head
    if not (0 < number < LARGEST and 0 <= position < LARGEST and characters >= 0 and 0 <= rounds <= ROUNDS):
        raise ValueError(f"no page: {row!r:.80}")
    return PageRecord(
        number,
        position,
        name,
        path,
        encoding,
        digest,
        characters,
        rounds,
        bool(touched),
        open_findings,
        scan_path,
        scan_digest,
        bool(removed),
    )
