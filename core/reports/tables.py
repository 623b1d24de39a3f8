"""Reports as tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.changes.page_round import round_name
from core.document.error_kind import error_kind_name
from core.messages import Message, message
from core.reports.report import Count, Report, rate
from core.text.lines import in_one_line

Cell = str | int | float | Message | None
Ground = Callable[[str], Message]


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
        (in_one_line(wrong), in_one_line(right), *_counts(count))
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
