"""`jiaochou check`: the suspects of each page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from core.cli.output import print_json
from core.cli.pages import read_pages
from core.detectors.detector import Context, all_detectors
from core.detectors.detector import check as run_detectors
from core.document.finding import Finding
from core.document.page import PageView
from core.messages import Catalogue

TOO_MANY = 1
"""The exit code of `--fail-over`."""


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["json", "text"]), default="text", show_default=True)
@click.option("--encoding", help="read the files in this encoding instead of guessing it")
@click.option("--fail-over", type=click.IntRange(min=0), help="exit with 1 where a page has more findings")
@click.pass_context
def check(
    context: click.Context, files: tuple[Path, ...], form: str, encoding: str | None, fail_over: int | None
) -> None:
    """Print what is suspect on each page; several files are one context.

    Of a project what editors have settled is left out.
    """
    catalogue: Catalogue = context.obj
    reading = read_pages(files, encoding)
    detectors = all_detectors()
    found: list[tuple[PageView, list[Finding]]] = []
    for page in reading.pages:
        others = tuple(other for other in reading.pages if other is not page)
        findings = run_detectors(page, Context(others), detectors)
        found.append((page, reading.open_findings(page, findings)))
    if form == "json":
        print_json({"pages": [_page_data(page, findings, catalogue) for page, findings in found]})
    else:
        for page, findings in found:
            _print_page(page, findings, catalogue)
    if fail_over is not None and any(len(findings) > fail_over for _, findings in found):
        context.exit(TOO_MANY)


def _page_data(page: PageView, findings: list[Finding], catalogue: Catalogue) -> dict[str, Any]:
    return {
        "path": str(page.key),
        "chars": len(page.text),
        "findings": [_finding_data(page, finding, catalogue) for finding in findings],
    }


def _finding_data(page: PageView, finding: Finding, catalogue: Catalogue) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "start": finding.span.start,
        "end": finding.span.end,
        "text": finding.span.of(page.text),
        "message": catalogue.text(finding.message),
        "suggestions": [
            {"text": suggestion.text, "score": suggestion.score} for suggestion in finding.suggestions
        ],
        "confidence": finding.confidence,
        "weight": finding.weight,
        "page_level": finding.page_level,
        "related": [
            {"path": str(place.page), "start": place.span.start, "end": place.span.end}
            for place in finding.related
        ],
    }


def _print_page(page: PageView, findings: list[Finding], catalogue: Catalogue) -> None:
    click.echo(f"== {page.key}: {len(findings)}")
    for finding in findings:
        line = page.lines.number_at(finding.span.start)
        column = finding.span.start - page.lines.span(line).start
        place = "-" if finding.page_level else f"{line + 1}:{column + 1}"
        suspect = " ".join(finding.span.of(page.text).split())
        shown = suspect if len(suspect) <= 24 else suspect[:24] + "…"
        proposal = (
            f" → {finding.suggestions[0].text or '∅'}" if finding.suggestions and len(suspect) <= 24 else ""
        )
        reason = catalogue.text(finding.message)
        click.echo(f"{place:>9}  {finding.confidence:.2f}  {finding.rule:<22} {shown}{proposal}  {reason}")
    click.echo()
