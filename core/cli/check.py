"""`jiaochou check`: the suspects of each page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from core.cli.output import print_json
from core.cli.pages import read_pages
from core.detectors.detector import Detector, all_detectors
from core.detectors.detector import check as run_detectors
from core.detectors.options import CheckOptions, Level
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.errors import refused
from core.language.language import open_language
from core.messages import Catalogue
from core.project.knowledge import Readings, knowledge_of

TOO_MANY = 1
"""The exit code of `--fail-over`."""


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["json", "text"]), default="text", show_default=True)
@click.option("--encoding", help="read the files in this encoding instead of guessing it")
@click.option("--fail-over", type=click.IntRange(min=0), help="exit with 1 where a page has more findings")
@click.option(
    "--level", type=click.Choice([level.value for level in Level]), help="how sure a finding must be"
)
@click.option("--off", multiple=True, metavar="RULE", help="leave out a rule; can be given several times")
@click.pass_context
def check(
    context: click.Context,
    files: tuple[Path, ...],
    form: str,
    encoding: str | None,
    fail_over: int | None,
    level: str | None,
    off: tuple[str, ...],
) -> None:
    """Print what is suspect on each page; several files are one context.

    Of a project what editors have settled is left out; its own options hold where none are given here.
    """
    catalogue: Catalogue = context.obj
    reading = read_pages(files, encoding)
    detectors = all_detectors()
    options = _options(reading.taught.options, level, off, detectors)
    taught = replace(reading.taught, language=open_language(), options=options)
    signed = {key for key, state in reading.states.items() if state.round}
    knowledge = knowledge_of(reading.pages, signed)
    by_key = {page.key: page for page in reading.pages}
    order, readings = list(by_key), Readings()

    found: list[tuple[PageView, list[Finding]]] = []
    for page in reading.pages:
        known = replace(taught, readings=reading.readings.get(page.key, ()))
        around = knowledge.surroundings(page, order, by_key.__getitem__, by_key.__getitem__, known)
        findings = run_detectors(page, around.context(page, readings), detectors)
        found.append((page, reading.open_findings(page, findings)))
    if form == "json":
        print_json({"pages": [_page_data(page, findings, catalogue) for page, findings in found]})
    else:
        for page, findings in found:
            _print_page(page, findings, catalogue)
    if fail_over is not None and any(len(findings) > fail_over for _, findings in found):
        context.exit(TOO_MANY)


def _options(
    own: CheckOptions, level: str | None, off: Sequence[str], detectors: Sequence[Detector]
) -> CheckOptions:
    """Return the options in force. Raises RefusedError for a rule that is not there."""
    known = {rule.name for detector in detectors for rule in detector.RULES}
    for name in off:
        if name not in known:
            raise refused("没有叫“{name}”的规则，现有：{names}", name=name, names="、".join(sorted(known)))
    return replace(own, level=Level(level) if level else own.level, off=own.off | frozenset(off))


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
        "suggestions": [_suggestion_data(suggestion) for suggestion in finding.suggestions],
        "confidence": finding.confidence,
        "weight": finding.weight,
        "page_level": finding.page_level,
        "related": [
            {"path": str(place.page), "start": place.span.start, "end": place.span.end}
            for place in finding.related
        ],
    }


def _suggestion_data(suggestion: Suggestion) -> dict[str, Any]:
    plain = {"text": suggestion.text, "score": suggestion.score}
    return plain | {"moves": True} if suggestion.moves else plain


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
