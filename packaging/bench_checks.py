"""Measures all rules on pages of a project: a first check, and the check after a key. Run it by path.

    python packaging/bench_checks.py [FILE...] [--pages 4] [--characters 8000] [--keys 5]

Pages are checked in view of each other, as in a project: those in the files, or invented ones of several
papers of one day, which read oddly in two to three times as many places as real ones. Time is that of one
processor, whatever else the machine does, and when the data of the language has been read. The last line is
one JSON object: characters a second, and the median of the milliseconds after a key.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

# One processor is measured: what several would do together is another figure.
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "generate"))

from big_project import make_page
from newspaper import SHEETS

from core.changes.state import PageState
from core.commands.command import edited
from core.detectors.characters.page_evidence import ROOM
from core.detectors.detector import Context, all_detectors, check
from core.detectors.options import CheckOptions
from core.document.layout import layout_of
from core.document.page import PageView
from core.language.language import Language, open_language
from core.language.memory import Memory
from core.project.knowledge import Readings, knowledge_of
from core.segmentation.segmenter import segment
from core.text.edit import Edit

TYPED = "的己未"


class Project:
    """Pages in view of each other, and all that is remembered from one check to the next."""

    def __init__(self, pages: Sequence[PageView], language: Language) -> None:
        self.pages = {page.key: page for page in pages}
        self._knowledge = knowledge_of(pages)
        self._readings = Readings()
        self._detectors = all_detectors()
        self._taught = Context(language=language, evidence=Memory(ROOM), options=CheckOptions().widest)

    def check(self, page: PageView) -> float:
        """Check a page; return how long it took, in seconds."""
        start = time.process_time()
        read = self.pages.__getitem__
        around = self._knowledge.surroundings(page, list(self.pages), read, read, self._taught)
        check(page, around.context(page, self._readings), self._detectors)
        return time.process_time() - start


def made(count: int, characters: int) -> list[str]:
    """Invent the same page of several papers: some of their stories are the same."""
    return [make_page(number * SHEETS, characters).text for number in range(count)]


def project_of(texts: Iterable[str], language: Language) -> Project:
    """Put pages together of which nothing is known yet."""
    pages = (PageView(at, str(at), text, layout_of(segment(text, language))) for at, text in enumerate(texts))
    return Project(list(pages), language)


def with_key(page: PageView, chance: random.Random) -> PageView:
    """Type a character somewhere."""
    edit = Edit(chance.randrange(len(page.text)), "", chance.choice(TYPED))
    state = edited(PageState(page.text, page.layout), (edit,))
    return replace(page, text=state.text, layout=state.layout).after(page)


def measure(project: Project, keys: int) -> dict[str, float]:
    """Check each page once, and again after each of `keys` keys."""
    chance, first, again = random.Random(0), [], []
    characters = 0
    for page in project.pages.values():
        characters += len(page.text)
        first.append(project.check(page))
        typed = page
        for _ in range(keys):
            typed = with_key(typed, chance)
            again.append(project.check(typed))
    return {
        "checked: characters a second (all rules)": characters / sum(first),
        "checked again after a key": statistics.median(again or [0.0]) * 1000,
    }


def main(arguments: Sequence[str]) -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="pages to measure with")
    parser.add_argument("--pages", type=int, default=4)
    parser.add_argument("--characters", type=int, default=8_000)
    parser.add_argument("--keys", type=int, default=5, help="how many keys are typed on each page")
    chosen = parser.parse_args(arguments)
    texts = [file.read_text(encoding="utf-8") for file in chosen.files]
    texts = texts or made(chosen.pages, chosen.characters)
    language = open_language()
    # The first checks of all read the data of the language from disk.
    measure(project_of(texts, language), 0)
    print(json.dumps(measure(project_of(texts, language), chosen.keys)))


if __name__ == "__main__":
    main(sys.argv[1:])
