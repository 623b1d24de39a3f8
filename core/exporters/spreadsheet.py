"""CSV as spreadsheets read it, with no cell that one of them would take for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from core.exporters.exporter import encoded

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""Without it Excel takes UTF-8 for the encoding of the country."""

_FORMULA = tuple("=+-@＝＋－＠\t\r\n'")
"""What a formula begins with, in the widths that spreadsheets take, and the mark that shields from it."""

Cell = str | int | float | None


def harmless(text: str) -> str:
    """Return `text` as a cell that no spreadsheet works out: what could be a formula gets a `'` in front."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def bare(cell: str) -> str:
    """Return the text that `harmless` made `cell` of."""
    return cell.removeprefix("'")


def csv_rows(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return rows as CSV by RFC 4180 (UTF-8); None is an empty cell."""
    sink = io.StringIO(newline="")
    writer = csv.writer(sink, lineterminator="\r\n")
    writer.writerows([harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return encoded(sink.getvalue())
