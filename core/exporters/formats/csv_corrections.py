"""CSV: one row for each correction, for spreadsheets. Positions are code points of the current text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.exporters.exporter import Correction, ExportFile, ExportPage, Need
from core.exporters.spreadsheet import BYTE_ORDER_MARK, Cell, csv_rows
from core.messages import message
from core.text.lines import Lines

NAME = "csv"
TITLE = message("CSV 表格：每一处校改")
SUFFIX = ".csv"
NEEDS = frozenset({Need.CORRECTIONS})
HEAD = ("page", "line", "start", "end", "wrong", "right", "who", "when", "why")


def export(pages: Iterable[ExportPage]) -> Iterator[ExportFile]:
    """Yield the one file `corrections.csv` (UTF-8 with a byte order mark), a chunk for each page."""
    yield ExportFile(f"corrections{SUFFIX}", _chunks(pages))


def _chunks(pages: Iterable[ExportPage]) -> Iterator[bytes]:
    head = BYTE_ORDER_MARK + csv_rows([HEAD])
    for page in pages:
        lines = Lines(page.text)
        yield head + csv_rows(_row(page, lines, correction) for correction in page.corrections)
        head = b""
    if head:
        yield head


def _row(page: ExportPage, lines: Lines, made: Correction) -> list[Cell]:
    places: list[Cell] = [None, None, None]
    if made.span is not None:
        places = [lines.number_at(made.span.start) + 1, made.span.start, made.span.end]
    return [page.name, *places, made.wrong, made.right, made.who, made.when, made.why]
