#!/usr/bin/env python3
"""Measure the rules for wrong, missing, extra and swapped characters.

    python packaging/measure_characters.py FILE.raw.txt…      recall and false alarms on read pages
    python packaging/measure_characters.py --clean FILE…      findings on text without errors
    python packaging/measure_characters.py --speed FILE…      characters a second

Beside each FILE.raw.txt must lie FILE.errors.json: a list of {start, end, wrong, right, kind, class}, code
points, `kind` substitution, insertion, deletion or width, `class` han, digit, latin, punct or mixed. Counted
are errors of Han characters, digits and letters; a finding that touches no error at all is a false alarm.
Findings are taken by falling confidence until the false alarms reach the budget.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from core.cli.pages import read_pages
from core.detectors.characters.readings import recurrence_of
from core.detectors.detector import Context, check
from core.detectors.options import CheckOptions, Level
from core.detectors.rules import characters
from core.document.finding import Finding
from core.document.page import PageView
from core.language.language import open_language

BUDGETS = (1, 2, 3, 5)
"""False alarms per 1,000 characters."""


@dataclass(frozen=True)
class Taken:
    """One finding: how sure, how many new errors it touches, whether none at all, whether it mends."""

    confidence: float
    errors: int
    false: bool
    mends: bool


def context_of(pages: list[PageView], level: Level) -> Context:
    """Return what the rules need to know about some pages."""
    return Context(language=open_language(), recurrence=recurrence_of(pages), options=CheckOptions(level))


def judged(page: PageView, errors: list[dict[str, object]], found: list[Finding]) -> tuple[list[Taken], int]:
    """Compare the findings of a page with its errors; return them and how many errors there were."""
    wanted = [
        error
        for error in errors
        if error["class"] != "punct"
        and error["kind"] != "width"
        and not error.get("variant")
        and not error.get("long")
    ]
    used: set[int] = set()
    taken = []
    for finding in sorted(found, key=lambda one: -one.confidence):
        near = {number for number, error in enumerate(wanted) if _touches(finding, error)}
        new = near - used
        used |= near
        false = not any(_touches(finding, error) for error in errors)
        mends = any(_mends(finding, page.text, wanted[number]) for number in new)
        taken.append(Taken(finding.confidence, len(new), false, mends))
    return taken, len(wanted)


def _touches(finding: Finding, error: dict[str, object]) -> bool:
    start, end = int(str(error["start"])), int(str(error["end"]))
    return start <= finding.span.end and end >= finding.span.start


def _mends(finding: Finding, text: str, error: dict[str, object]) -> bool:
    if not finding.suggestions:
        return False
    start, end = int(str(error["start"])), int(str(error["end"]))
    right = text[max(0, start - 3) : start] + str(error["right"]) + text[end : end + 3]
    mended = text[max(0, start - 6) : finding.span.start] + finding.suggestions[0].text
    return right.replace("\n", "") in (mended + text[finding.span.end : end + 6]).replace("\n", "")


def report(taken: list[Taken], errors: int, length: int) -> str:
    """Return recall and the share of first suggestions that are right, at each budget."""
    parts = []
    for budget in BUDGETS:
        false = touched = mended = 0
        for one in sorted(taken, key=lambda one: -one.confidence):
            if false + one.false > budget * length / 1000:
                break
            false, touched, mended = false + one.false, touched + one.errors, mended + one.mends
        parts.append(f"{budget}: {touched / max(1, errors):.3f} ({mended / max(1, touched):.2f})")
    return "recall (first suggestion right) at false alarms per 1,000: " + "  ".join(parts)


def main() -> None:
    """Read, check, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--clean", action="store_true", help="the files have no errors")
    parser.add_argument("--speed", action="store_true", help="measure the speed only")
    options = parser.parse_args()
    pages = list(read_pages(tuple(options.files), None).pages)
    length = sum(not character.isspace() for page in pages for character in page.text)
    context = context_of(pages, Level.NORMAL if options.clean else Level.STRICT)
    started = time.perf_counter()
    found = [check(page, context, [characters]) for page in pages]
    seconds = time.perf_counter() - started
    if options.speed:
        print(f"{length:,} characters in {seconds:.2f} s: {length / seconds:,.0f} a second")
    elif options.clean:
        count = sum(map(len, found))
        print(
            f"{length:,} characters, {count} findings, {1000 * count / length:.2f} per 1,000 (normal level)"
        )
    else:
        taken, errors = [], 0
        for page, path, findings in zip(pages, options.files, found, strict=True):
            known = json.loads(
                path.with_name(path.name.replace(".raw.txt", ".errors.json")).read_text("utf-8")
            )
            judged_here, errors_here = judged(page, known, findings)
            taken += judged_here
            errors += errors_here
        print(f"{length:,} characters, {errors} errors, {len(taken)} findings")
        print(report(taken, errors, length))


if __name__ == "__main__":
    main()
