#!/usr/bin/env python3
"""Measure all rules against a proofreader's careful reading of the same pages.

    python packaging/measure_reading.py YARDSTICK PAGE.txt…

YARDSTICK is a folder. Its NAME.json says for NAME.txt what a reader found: `sha256` of the file, and lists
of {start, end, kind, right, evidence}, code points: `errors`; `doubtful` places, where a finding is neither
wanted nor wrong; `right` ones, which look odd but stand as printed. `remarks` names the rules that may say
something of the whole page. Evidence is witness (another printing of the same text), language, sense or
knowledge of the world. All files are checked as one project, at the normal level.

A finding that touches no error and no doubtful place is a false alarm. Where a long stretch is in the wrong
script, printed twice or misplaced, only the rules for that find it: a wrong character in it is another thing.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from core.cli.pages import read_pages
from core.detectors.detector import all_detectors, check
from core.detectors.options import CheckOptions, Level
from core.document.finding import Finding
from core.document.page import PageView
from core.language.language import open_language
from core.project.knowledge import Readings, knowledge_of

STRETCHES = {
    "script": ("script-", "mixed-script", "wrong-conversion"),
    "repeat": tuple(
        f"repeated-{what}" for what in ("edge", "line", "paragraph", "passage", "seam", "sentence")
    ),
    "misplaced": ("misplaced-",),
}
"""Kinds that cover stretches, and how the names of the rules for them begin."""

REACH = 1
"""A mark that stands so many characters off still shows the place."""


@dataclass(frozen=True)
class Place:
    """Something a reader marked: [start, end) in code points."""

    start: int
    end: int
    kind: str
    right: str | None = None
    evidence: str | None = None

    def is_touched(self, finding: Finding) -> bool:
        """Say whether `finding` speaks of this place."""
        if not _may_speak(finding.rule, self.kind):
            return False
        if finding.page_level:
            return self.kind in STRETCHES
        apart = max(finding.span.start - self.end, self.start - finding.span.end)
        return apart < REACH if self.kind not in STRETCHES else apart < 0


def _may_speak(rule: str, kind: str) -> bool:
    kinds = {one for one, beginnings in STRETCHES.items() if rule.startswith(beginnings)}
    return kind in kinds if kinds or kind in STRETCHES else True


@dataclass(frozen=True)
class Mark:
    """What a reader found on one page."""

    sha256: str
    errors: tuple[Place, ...]
    doubtful: tuple[Place, ...]
    right: tuple[Place, ...]
    remarks: frozenset[str]

    @classmethod
    def read(cls, path: Path) -> Mark:
        """Read a yardstick file."""
        data = json.loads(path.read_text(encoding="utf-8"))
        errors, doubtful, right = (
            tuple(Place(**place) for place in data[name]) for name in ("errors", "doubtful", "right")
        )
        return cls(data["sha256"], errors, doubtful, right, frozenset(data["remarks"]))


@dataclass(frozen=True)
class Outcome:
    """The findings of one page beside the reading of it. `length` counts what is no white space."""

    name: str
    length: int
    found: tuple[Place, ...]
    missed: tuple[Place, ...]
    hits: tuple[Finding, ...]
    alarms: tuple[Finding, ...] = field(default=())

    @property
    def alarms_per_thousand(self) -> float:
        """False alarms per 1,000 characters."""
        return 1000 * len(self.alarms) / self.length


def outcome_of(page: PageView, mark: Mark, findings: Sequence[Finding]) -> Outcome:
    """Compare what the rules say about `page` with what a reader does."""
    found = tuple(error for error in mark.errors if any(map(error.is_touched, findings)))
    missed = tuple(error for error in mark.errors if error not in found)
    hits, alarms = [], []
    remarked: set[str] = set()
    for finding in findings:
        if finding.page_level:
            if finding.rule in remarked:
                continue
            remarked.add(finding.rule)
        if any(error.is_touched(finding) for error in mark.errors):
            hits.append(finding)
        elif finding.rule not in mark.remarks and not any(p.is_touched(finding) for p in mark.doubtful):
            alarms.append(finding)
    length = sum(not character.isspace() for character in page.text)
    return Outcome(page.name, length, found, missed, tuple(hits), tuple(alarms))


def outcomes(yardstick: Path, files: Sequence[Path], level: Level = Level.NORMAL) -> Iterator[Outcome]:
    """Check `files` as one project and yield how each compares with its reading in the folder `yardstick`.

    Raises ValueError where a file is not the one that was read.
    """
    reading = read_pages(files)
    detectors = all_detectors()
    taught = replace(reading.taught, language=open_language(), options=CheckOptions(level))
    knowledge, readings = knowledge_of(reading.pages), Readings()
    by_key = {page.key: page for page in reading.pages}
    for page, path in zip(reading.pages, files, strict=True):
        mark = Mark.read(yardstick / f"{path.stem}.json")
        if mark.sha256 != hashlib.sha256(path.read_bytes()).hexdigest():
            raise ValueError(f"{path} is not the file that was read")
        read = by_key.__getitem__
        around = knowledge.surroundings(page, list(by_key), read, read, taught)
        yield outcome_of(page, mark, check(page, around.context(page, readings), detectors))


def report(results: Sequence[Outcome]) -> Iterator[str]:
    """Yield lines: pages, kinds, evidence, all together, then what was missed or false, by place."""
    for one in results:
        total = len(one.found) + len(one.missed)
        yield (
            f"{one.name}: {len(one.found)} of {total} found, {len(one.alarms)} false alarms, "
            f"{one.alarms_per_thousand:.2f} per 1,000"
        )
    for of in ("kind", "evidence"):
        found = Counter(str(getattr(place, of)) for one in results for place in one.found)
        missed = Counter(str(getattr(place, of)) for one in results for place in one.missed)
        yield f"by {of}:"
        for name in sorted(found | missed):
            yield f"  {name:<10} {found[name]:>3} of {found[name] + missed[name]}"
    found_all, missed_all, hits, alarms = (
        sum(len(getattr(one, name)) for one in results) for name in ("found", "missed", "hits", "alarms")
    )
    yield f"recall {found_all / max(1, found_all + missed_all):.2f}"
    yield f"precision {hits / max(1, hits + alarms):.2f}"
    for one in results:
        for place in one.missed:
            yield f"missed  {one.name} {place.start}-{place.end} {place.kind} ({place.evidence})"
        for alarm in one.alarms:
            where = f"{alarm.span.start}-{alarm.span.end}"
            yield f"false   {one.name} {where} {alarm.rule} {alarm.confidence:.2f}"


def main() -> None:
    """Read, check, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("yardstick", type=Path, help="the folder of the readings")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--level", type=Level, choices=list(Level), default=Level.NORMAL)
    options = parser.parse_args()
    print(*report(list(outcomes(options.yardstick, options.files, options.level))), sep="\n")


if __name__ == "__main__":
    main()
