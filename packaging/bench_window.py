"""Measures the whole window in one process of its own. Run by packaging/bench.py.

    python packaging/bench_window.py STARTED PROJECT PART

STARTED is the time of day (seconds) at which the caller started this process, PART one of `start`, `work`,
`open`, `search`, `switches` and `share`. Prints one JSON object of figures, named as in packaging/budgets.py.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from bench_desk import Bench, window_on
from PySide6.QtTest import QTest

from core.commands.editing import ReplaceText
from core.commands.everywhere import ReplaceEverywhere
from core.document.page import Source
from core.messages import message
from core.project.concordance import places_of
from core.project.hits import Hits, page_hits
from core.project.project import Project
from core.text.edit import Edit
from core.text.span import Span
from core.text.torn import torn_search
from gui.desk.concordance import Concordance
from gui.desk.texts import PageTexts

KEYS = 200
SWITCHES = 1000
SETTLING = 20
"""After so many switches all is in memory that stays there."""

PLACES = 1000
ON_EVERY_PAGE = "责任编辑"
"""What the generator prints on each page once."""

WANTED = (
    ("1 character", "舟"),
    ("2 characters", "夜航"),
    ("3 characters", "渔业合"),
    ("5 characters", "湿地观鸟站"),
)
Figures = dict[str, float]


def memory(name: str) -> Figures:
    """Return the memory this process holds as the figure `name` in MB, where the system tells."""
    told = Path("/proc/self/statm")
    if not told.exists():
        return {}
    return {name: int(told.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6}


def measure_start(bench: Bench) -> Figures:
    """Tell how long the start of the program on a project took."""
    return {"start": bench.start_took}


def measure_work(bench: Bench) -> Figures:
    """Measure keys, findings, page switches and corrections."""
    bench.desk.whole.stop()
    pages = bench.pages[:6]
    unseen = [bench.show_page(page) for page in pages[1:]]
    for page in pages[:3]:
        bench.show_page(page, checked=True)
    bench.rest()
    seen = [bench.show_page(page, checked=True) for page in pages[:3] * 4]
    figures = {
        "page switch to its text, never seen before": statistics.median(unseen),
        "page switch with findings": statistics.median(seen),
    } | next_findings(bench)
    editor = bench.window.page.editor
    before = len(editor.text)
    keys = [bench.timed(lambda: QTest.keyClick(editor, "a")) for _ in range(KEYS)]
    assert len(editor.text) == before + KEYS
    figures["key to paint, 95 %: whole window"] = statistics.quantiles(keys, n=20)[-1]
    bench.rest()
    return figures | replaced_on_page(bench) | replaced_everywhere(bench)


def next_findings(bench: Bench) -> Figures:
    """Measure how long it takes from one finding to the next."""
    mirror = bench.desk.mirror
    assert mirror is not None
    bench.window.page.editor.select(Span(0, 0))
    stops = [number for number in mirror.open if not mirror.findings[number].page_level]
    # Behind the last finding comes another page, which is another measure.
    taken = [bench.timed(bench.window.suspects.go) for _ in stops[1:21]]
    return {"next finding": statistics.median(taken)} if taken else {}


def replaced_on_page(bench: Bench) -> Figures:
    """Measure a replace-all of a thousand places on the page that is shown."""
    mirror = bench.desk.mirror
    assert mirror is not None
    step = max(1, len(mirror.text) // PLACES)
    places = [at for at in range(0, len(mirror.text), step) if mirror.text[at] != "\n"]
    edits = tuple(Edit(at, mirror.text[at], "换") for at in places if mirror.text[at] != "换")
    command = ReplaceText({mirror.page: edits}, message("没有可以替换的地方"))
    there = bench.perform(lambda done: bench.desk.perform(command, done))
    back = taken_back(bench)
    return {"1,000 places of a page replaced": there, "  and taken back": back}


def taken_back(bench: Bench) -> float:
    """Return how long the newest step takes to be undone, in milliseconds."""
    last = bench.desk.turns
    return bench.timed(bench.desk.undo, lambda: not last.busy)


def replaced_everywhere(bench: Bench) -> Figures:
    """Measure a correction on a thousand pages that nobody has looked at."""
    pages = bench.pages[-PLACES:]
    found: list[dict[int, str]] = []
    bench.desk.ask(lambda project: project.texts.of(pages), lambda answer: found.append(answer[1]))
    bench.until(lambda: bool(found))
    search = torn_search(ON_EVERY_PAGE)
    hits = Hits(page_hits(page, text, search) for page, text in found[0].items())
    command = ReplaceEverywhere(places_of(hits), "本版编辑")
    there = bench.perform(lambda done: bench.desk.perform(command, done))
    back = taken_back(bench)
    return {"1,000 places of 1,000 pages replaced": there, "  and taken back (all pages)": back}


def measure_open(bench: Bench) -> Figures:
    """Measure the opening of a large project, from the start of the program and in a window that is there."""
    bench.desk.whole.stop()
    figures = {
        "big project: start to first page": bench.start_took,
        **memory("big project: memory when opened"),
    }
    path = bench.desk.path
    assert path is not None
    # Nobody opens what is open already: another project lies between.
    other = path.with_name("one-page.jiaochou")
    with closing(Project.create(other)) as project:
        project.add_pages([Source("一版", b"x\n", "utf-8", "x\n")])
    opened = []
    for _ in range(3):
        bench.open(other)
        opened.append(bench.open(path))
    return figures | {"big project: opened": statistics.median(opened)}


def measure_search(bench: Bench) -> Figures:
    """Measure searches in all pages, the first of which reads them."""
    bench.desk.whole.stop()
    bench.until(lambda: bench.desk.mirror is not None and bench.desk.mirror.checked)
    texts = PageTexts(bench.desk, bench.window)
    bench.desk.list_pages()
    bench.until(lambda: texts.total > 0)
    figures = {
        "big project: texts read for the first search": bench.timed(texts.want, lambda: texts.complete)
    }
    search = Concordance(texts, bench.desk.workers, bench.window)
    for name, wanted in WANTED:
        taken = [
            bench.timed(lambda w=wanted: search.search(torn_search(w)), lambda: not search.running)
            for _ in range(3)
        ]
        figures[f"big project: search, {name}"] = statistics.median(taken)
    return figures | memory("big project: memory after all this")


def measure_switches(bench: Bench) -> Figures:
    """Measure how much memory a thousand page switches leave behind."""
    bench.desk.whole.stop()
    pages = bench.pages[:10]
    # What is worked out of a page when it is first shown is another matter.
    for page in pages:
        bench.show_page(page, checked=True)
    name = "memory gained in 1,000 page switches"
    held = []
    for switches in (SETTLING, min(SWITCHES, 2 * len(bench.pages))):
        for number in range(switches):
            bench.show_page(pages[number % len(pages)], checked=True)
        bench.rest()
        gc.collect()
        held.append(memory(name))
    return {name: held[1][name] - value for name, value in held[0].items()}


def measure_share(bench: Bench) -> Figures:
    """Measure how long it takes until it is known what all pages share."""
    known: list[bool] = []
    bench.desk.whole.known.connect(lambda: known.append(True))
    begun = time.perf_counter()
    bench.desk.whole.begin()
    switches = []
    for page in bench.pages[1:11]:
        bench.rest()
        switches.append(bench.show_page(page))
    bench.until(lambda: bool(known), 3600)
    return {
        "page switch while all pages are looked through": statistics.median(switches),
        "big project: what pages share, all pages": time.perf_counter() - begun,
    }


PARTS: dict[str, Callable[[Bench], Figures]] = {
    "start": measure_start,
    "work": measure_work,
    "open": measure_open,
    "search": measure_search,
    "switches": measure_switches,
    "share": measure_share,
}


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    started, project, part = arguments
    with window_on(Path(project), float(started)) as bench:
        print(json.dumps(PARTS[part](bench)))


if __name__ == "__main__":
    main(sys.argv[1:])
