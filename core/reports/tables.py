"""Reports as tables: for the window, for spreadsheets, for a page on the web."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from core.changes.rounds import round_name
from core.document.error_kind import error_kind_name
from core.exporters.spreadsheet import BYTE_ORDER_MARK, csv_rows
from core.messages import Message, message
from core.reports.report import Count, Report, rate

Cell = str | int | float | Message | None
Ground = Callable[[str], Message]
Say = Callable[[Message], str]


@dataclass(frozen=True)
class Table:
    """One table: what a file calls it, its title, the heads of its columns, its rows.

    A cell that is a number is a number, so that it can be sorted; None is empty.
    """

    name: str
    title: Message
    heads: tuple[Message, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(report: Report, ground: Ground) -> tuple[Table, ...]:
    """Return the tables of `report`; `ground` tells what the why of a correction is called."""
    return (
        _rounds(report),
        _kinds(report),
        _pairs(report),
        _editors(report),
        _readings(report),
        _grounds(report, ground),
        _issues(report),
        _pages(report),
    )


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


def _share(part: int, whole: int) -> float | None:
    """Return a share in hundredths, to a tenth of one."""
    return round(100 * part / whole, 1) if whole else None


_ERRORS, _WEIGHT, _PAGES = message("处数"), message("折计"), message("版数")
_RATE, _CHARACTERS, _ROUND = message("差错率（/万）"), message("字数"), message("校次")


def _rounds(report: Report) -> Table:
    rows = tuple(
        (
            round_name(one.round),
            one.counted.pages,
            one.characters,
            one.counted.errors,
            one.counted.rounded,
            round(one.rate, 2),
        )
        for one in report.rounds
    )
    heads = (_ROUND, message("有校改的版"), _CHARACTERS, _ERRORS, _WEIGHT, _RATE)
    return Table("rounds", message("按校次"), heads, rows)


def _kinds(report: Report) -> Table:
    rows = tuple(
        (error_kind_name(kind), *_counts(count), _share(count.errors, report.errors))
        for kind, count in report.kinds.items()
    )
    heads = (message("类别"), _ERRORS, _WEIGHT, _PAGES, message("占（%）"))
    return Table("kinds", message("按类别"), heads, rows)


def _pairs(report: Report) -> Table:
    rows = tuple(
        (_one_line(wrong), _one_line(right), *_counts(count))
        for (wrong, right), count in report.pairs.items()
    )
    heads = (message("误"), message("正"), _ERRORS, _WEIGHT, _PAGES)
    return Table("pairs", message("按字对"), heads, rows)


def _editors(report: Report) -> Table:
    rows = tuple(
        (who or "—", round_name(number), *_counts(count)) for (who, number), count in report.editors.items()
    )
    heads = (message("校者"), _ROUND, _ERRORS, _WEIGHT, _PAGES)
    return Table("editors", message("按校者"), heads, rows)


def _readings(report: Report) -> Table:
    rows = tuple(
        (
            one.first or "—",
            one.second or "—",
            one.pages,
            one.kept,
            one.changed,
            one.taken_back,
            one.added,
            None if one.share is None else round(100 * one.share, 1),
        )
        for one in report.readings
    )
    heads = (
        message("前一校"),
        message("后一校"),
        _PAGES,
        message("照改"),
        message("另改"),
        message("改回"),
        message("补改"),
        message("一致（%）"),
    )
    return Table("agreement", message("两校一致"), heads, rows)


def _grounds(report: Report, ground: Ground) -> Table:
    rows = tuple((ground(why), *_counts(count)) for why, count in report.grounds.items())
    return Table("grounds", message("按依据"), (message("依据"), _ERRORS, _WEIGHT, _PAGES), rows)


def _issues(report: Report) -> Table:
    rows = tuple(
        (
            one.issue or "—",
            one.pages,
            one.characters,
            one.counted.errors,
            one.counted.rounded,
            round(one.rate, 2),
            message("合格") if one.passes else message("不合格"),
        )
        for one in report.issues
    )
    heads = (message("期"), _PAGES, _CHARACTERS, _ERRORS, _WEIGHT, _RATE, message("原文"))
    return Table("issues", message("按期（同一差错至多计三次）"), heads, rows)


def _pages(report: Report) -> Table:
    rows = tuple(
        (
            page.name,
            page.signed,
            page.characters,
            len(page.errors),
            round(sum(error.weight for error in page.errors), 1),
            round(rate(sum(error.weight for error in page.errors), page.characters), 2),
        )
        for page in report.pages
    )
    heads = (message("版面"), message("已签校次"), _CHARACTERS, _ERRORS, _WEIGHT, _RATE)
    return Table("pages", message("按版面"), heads, rows)


def _counts(count: Count) -> tuple[int, float, int]:
    return count.errors, count.rounded, count.pages
