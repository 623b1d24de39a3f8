"""The command that prints the figures of a project."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from core.cli.output import Progress, print_json
from core.commands.grounds import ground_name
from core.detectors.detector import all_detectors
from core.messages import Catalogue, Message, message
from core.project.project import Project
from core.proofs.grid import width_of_text
from core.reports.report import Count, Report
from core.reports.tables import Table, tables
from core.reports.writing import html_of, text_of

SHOWN = 20
"""How many rows of a table of pairs, and of one of issues, are printed as text."""


@click.command()
@click.argument("project", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["json", "text", "html"]), default="text", show_default=True
)
@click.pass_context
def stats(context: click.Context, project: Path, form: str) -> None:
    """Print pages, rounds, corrections by kind, pair, editor and round, agreement and the error rate."""
    catalogue: Catalogue = context.obj
    with closing(Project.look(project)) as opened, Progress() as progress:
        report = opened.statistics(progress)
        steps = opened.last_step
    if form == "json":
        print_json(_data(report, steps))
        return
    titles = {rule.name: rule.title for detector in all_detectors() for rule in detector.RULES}
    found = tables(report, lambda why: ground_name(why, titles.get))
    if form == "html":
        click.echo(html_of(project.stem, found, catalogue.text, catalogue.language.replace("_", "-")))
        return
    click.echo(catalogue.text(_summary(report, steps)))
    for table in found:
        if table.rows:
            click.echo("\n" + "\n".join(_lines(table, catalogue)))


def _summary(report: Report, steps: int) -> Message:
    return message(
        "{pages} 版，{characters} 字，{steps} 步，{corrections} 处改动，差错率 {rate} / 万",
        pages=len(report.pages),
        characters=report.characters,
        steps=steps,
        corrections=report.errors,
        rate=round(report.rate, 2),
    )


def _lines(table: Table, catalogue: Catalogue) -> Iterator[str]:
    """Yield a table in columns; of a long list of pairs or issues the beginning."""
    yield f"— {catalogue.text(table.title)} —"
    shown = SHOWN if table.name in ("pairs", "issues") else None
    rows = [line.split("\t") for line in text_of(table, catalogue.text)]
    left = 0 if shown is None else max(0, len(rows) - 1 - shown)
    rows = rows[: len(rows) - left]
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
    if left:
        yield catalogue.text(message("……还有 {count} 行", count=left))


def _width(text: str) -> int:
    """Return how many columns of a terminal `text` takes."""
    return round(2 * width_of_text(text))


def _data(report: Report, steps: int) -> dict[str, Any]:
    return {
        "pages": [
            {
                "name": page.name,
                "chars": page.characters,
                "round": page.signed,
                "articles": page.articles,
                "corrections": len(page.errors),
                "error_rate": round(page.rate, 4),
            }
            for page in report.pages
        ],
        "chars": report.characters,
        "steps": steps,
        "rounds": {str(number): count for number, count in enumerate(report.signed)},
        "corrections": _corrections(report),
        "issues": [
            {
                "issue": one.issue,
                "pages": one.pages,
                "chars": one.characters,
                "count": one.counted.errors,
                "weight": one.counted.rounded,
                "error_rate": round(one.rate, 4),
                "passes": one.passes,
            }
            for one in report.issues
        ],
        "agreement": [
            {**reading._asdict(), "share": None if reading.share is None else round(reading.share, 4)}
            for reading in report.readings
        ],
        "error_rate": round(report.rate, 4),
    }


def _corrections(report: Report) -> dict[str, Any]:
    return {
        "total": report.errors,
        "by_reason": {why: count.errors for why, count in report.grounds.items()},
        "by_kind": {kind.value: _count(count) for kind, count in report.kinds.items()},
        "by_pair": [
            {"wrong": wrong, "right": right, **_count(count)}
            for (wrong, right), count in report.pairs.items()
        ],
        "by_editor": [
            {"who": who, "round": number, **_count(count)} for (who, number), count in report.editors.items()
        ],
        "by_round": [
            {
                "round": one.round,
                "chars": one.characters,
                **_count(one.counted),
                "error_rate": round(one.rate, 4),
            }
            for one in report.rounds
        ],
    }


def _count(count: Count) -> dict[str, float]:
    return {"count": count.errors, "weight": count.rounded, "pages": count.pages}
