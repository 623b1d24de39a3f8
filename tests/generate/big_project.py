"""Makes a large project of invented pages with known damage, to measure with.

    python tests/generate/big_project.py FOLDER [--pages 10000] [--characters 6000] [--seed 0] [--project]

Writes FOLDER/pages/*.txt and FOLDER/damage.jsonl (one line a page: its name and what is wrong on it, in code
points); `--project` makes FOLDER/big.jiaochou of them. The same numbers give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parent))

from damage import Damage, damaged_page
from newspaper import page_lines, page_name

from core.document.page import Source
from core.project.project import Project

_IN_ONE_GO = 100


class MadePage(NamedTuple):
    """A page as an engine would have read it, and what is wrong with it."""

    name: str
    text: str
    damage: list[Damage]

    @property
    def source(self) -> Source:
        """The page as an import would have read it."""
        return Source(self.name, self.text.encode(), "utf-8", self.text, f"pages/{self.name}.txt")


def make_page(number: int, characters: int = 6000, seed: int = 0) -> MadePage:
    """Make page `number` (from 0) with about so many code points."""
    text, damage = damaged_page(page_lines(number, characters, seed), Random(f"{seed}/damage/{number}"))
    return MadePage(page_name(number), text, damage)


def make_pages(pages: int, characters: int = 6000, seed: int = 0) -> Iterator[MadePage]:
    """Make the first `pages` pages in their order, in all processes that the machine has room for."""
    make = partial(make_page, characters=characters, seed=seed)
    if pages <= _IN_ONE_GO:
        yield from map(make, range(pages))
        return
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(make, range(pages), chunksize=_IN_ONE_GO)


def write_files(made: Iterable[MadePage], folder: Path) -> Path:
    """Write pages and their damage; return the folder of the pages."""
    pages = folder / "pages"
    pages.mkdir(parents=True)
    with (folder / "damage.jsonl").open("w", encoding="utf-8") as damage:
        for page in made:
            (pages / f"{page.name}.txt").write_text(page.text, encoding="utf-8", newline="")
            damage.write(json.dumps([page.name, page.damage], ensure_ascii=False) + "\n")
    return pages


def write_project(made: Iterable[MadePage], path: Path) -> None:
    """Make a project of pages."""
    project = Project.create(path)
    project.add_pages(page.source for page in made)
    project.close()


def main() -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--characters", type=int, default=6_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--project", action="store_true", help="make a project of them too")
    chosen = parser.parse_args()
    made = partial(make_pages, chosen.pages, chosen.characters, chosen.seed)
    write_files(made(), chosen.folder)
    if chosen.project:
        write_project(made(), chosen.folder / "big.jiaochou")


if __name__ == "__main__":
    main()
