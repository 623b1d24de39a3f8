"""Tables written down: for spreadsheets, for a browser, for the clipboard."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator, Sequence

from core.exporters.spreadsheet import BYTE_ORDER_MARK, csv_rows
from core.messages import Message
from core.reports.tables import Cell, Table

Say = Callable[[Message], str]


def csv_of(table: Table, say: Say) -> bytes:
    """Return `table` as CSV for spreadsheets (UTF-8 with a byte order mark)."""
    heads: list[str | int | float | None] = [say(head) for head in table.heads]
    rows = ([_spoken(cell, say) for cell in row] for row in table.rows)
    return BYTE_ORDER_MARK + csv_rows([heads, *rows])


def html_of(name: str, found: Iterable[Table], say: Say, language: str) -> bytes:
    """Return tables as a page for a browser; `name` is what the project is called."""
    parts = "".join(_html_table(table, say) for table in found if table.rows)
    title = html.escape(name)
    page = (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n{parts}</body>\n</html>\n"
    )
    return page.encode("utf-8", "replace")


def text_of(table: Table, say: Say) -> Iterator[str]:
    """Yield the lines of `table` with its cells parted by tabs, as a clipboard takes them."""
    yield "\t".join(say(head) for head in table.heads)
    for row in table.rows:
        cells = (_spoken(cell, say) for cell in row)
        yield "\t".join("" if cell is None else _one_line(str(cell)) for cell in cells)


_STYLE = """
:root { color-scheme: light dark; }
body { font-family: "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; margin: 2em auto;
  max-width: 60em; padding: 0 1em; line-height: 1.5; }
table { border-collapse: collapse; margin: 0 0 2.5em; font-variant-numeric: tabular-nums; }
th, td { padding: 0.2em 0.8em; border-bottom: 1px solid #8884; text-align: start; vertical-align: top; }
td.number, th.number { text-align: end; }
caption { text-align: start; font-size: 1.2em; font-weight: bold; padding: 0 0.7em 0.4em; }
"""


def _html_table(table: Table, say: Say) -> str:
    numeric = [
        all(isinstance(row[at], int | float | None) for row in table.rows) for at in range(len(table.heads))
    ]
    kinds = [' class="number"' if is_number else "" for is_number in numeric]

    def row(cells: Sequence[object], tag: str) -> str:
        made = (
            f"<{tag}{kind}>{html.escape('' if cell is None else str(cell))}</{tag}>"
            for cell, kind in zip(cells, kinds, strict=True)
        )
        return f"<tr>{''.join(made)}</tr>\n"

    head = row([say(head) for head in table.heads], "th")
    body = "".join(row([_spoken(cell, say) for cell in cells], "td") for cells in table.rows)
    caption = html.escape(say(table.title))
    return (
        f"<table>\n<caption>{caption}</caption>\n<thead>{head}</thead>\n<tbody>\n{body}</tbody>\n</table>\n"
    )


def _spoken(cell: Cell, say: Say) -> str | int | float | None:
    return say(cell) if isinstance(cell, Message) else cell


def _one_line(text: str) -> str:
    return text.replace("\n", "↵").replace("\t", " ")
