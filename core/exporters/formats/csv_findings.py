"""CSV: one row for each finding of the pages that were checked, for spreadsheets.

Positions are code points of the current text. Suggestions are parted by ` | `, the likeliest first. What was
dismissed is listed too; what was accepted is a correction and no finding any more. A page that was not
checked as it stands has one row that says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.exporters.exporter import ExportFile, ExportPage, Need, Suspect
from core.exporters.spreadsheet import BYTE_ORDER_MARK, Cell, csv_rows
from core.messages import message
from core.text.lines import Lines

NAME = "csv-findings"
TITLE = message("CSV 表格：每一处疑点")
SUFFIX = ".csv"
NEEDS = frozenset({Need.SUSPECTS})
HEAD = ("page", "line", "start", "end", "rule", "text", "message", "suggestions", "confidence", "verdict")


def export(pages: Iterable[ExportPage]) -> Iterator[ExportFile]:
    """Yield the one file `findings.csv` (UTF-8 with a byte order mark), a chunk for each page."""
    yield ExportFile(f"findings{SUFFIX}", _chunks(pages))


def _chunks(pages: Iterable[ExportPage]) -> Iterator[bytes]:
    head = BYTE_ORDER_MARK + csv_rows([HEAD])
    for page in pages:
        yield head + csv_rows(_rows(page))
        head = b""
    if head:
        yield head


def _rows(page: ExportPage) -> list[list[Cell]]:
    if page.suspects is None:
        return [[page.name, *[None] * (len(HEAD) - 2), "unchecked"]]
    lines = Lines(page.text)
    return [_row(page, lines, one) for one in sorted(page.suspects, key=lambda one: one.finding.span)]


def _row(page: ExportPage, lines: Lines, suspect: Suspect) -> list[Cell]:
    found = suspect.finding
    span = found.span
    return [
        page.name,
        lines.number_at(span.start) + 1,
        span.start,
        span.end,
        found.rule,
        "" if found.page_level else span.of(page.text),
        str(found.message),
        " | ".join(suggestion.text for suggestion in found.suggestions),
        round(found.confidence, 4),
        "dismissed" if suspect.is_dismissed else "open",
    ]
