#!/usr/bin/env python3
"""Have engines read printed text, and count what they take for what.

    pip install -e .[data]
    apt-get install fonts-noto-cjk fonts-noto-cjk-extra fonts-lxgw-wenkai
    python packaging/language/misreadings.py --corpus FOLDER --engine tesseract --to COUNTS [--minutes 60]

Text of the corpus, sprinkled with rarer characters so that each is printed often enough, is set in free
fonts, aged and read; what was read is aligned with what was printed, and every pair of characters is
counted. Sheets of which more than a fifth is misread say nothing of single characters and are left out.
Counts are kept in two halves, so that what one half knows can be tried on the damage of the other. Start it
once for each engine (engines.py), then pack all of them with misread_table.py.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from rapidfuzz.distance import Levenshtein

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus import PARTS, paragraphs
from engines import ENGINES
from printing import Sheet, printed, set_in_lines

from core.language.language import Language
from core.language.symbols import is_han_code
from core.text.script import convert

TRADITIONAL = {"tesseract": 0.3, "paddle_4": 0.0, "paddle_6": 0.4}
"""What share of the sheets each engine reads is printed in traditional characters."""

WEAR = {"tesseract": 0.25, "paddle_4": 0.5, "paddle_6": 0.5}
"""How worn the sheets are on average: so much that each engine misreads a few characters in a hundred."""

SPRINKLED = (0.1, 0.7)
"""The share of Han characters replaced by any of the vocabulary, on one sheet of three and on the others.

What is printed a dozen times is hardly misread once."""

READABLE = 0.2
TOGETHER = 6

Counts = Counter[tuple[str, str]]
"""(printed, read): "" for nothing on either side."""


def texts(folder: Path, random: np.random.Generator) -> Iterator[str]:
    """Yield texts of the corpus, long enough for a sheet, sprinkled with other characters."""
    known = [text for part in PARTS for text in paragraphs(folder, part, aside=False) if len(text) > 30]
    vocabulary = Language(Path("resources/language")).vocabulary
    any_of = [chr(code) for code in vocabulary.codes[is_han_code(vocabulary.codes)]]
    while True:
        out = list("".join(known[at] for at in random.integers(len(known), size=10))[:700])
        share = SPRINKLED[random.random() < 2 / 3]
        for at in np.flatnonzero(random.random(len(out)) < share):
            if "一" <= out[at] <= "鿿":
                out[at] = any_of[random.integers(len(any_of))]
        yield "".join(out)


def count(printed_text: str, read: str, counts: Counts) -> None:
    """Count each character that was printed as what was read for it."""
    for change in Levenshtein.opcodes(printed_text, read):
        here = printed_text[change.src_start : change.src_end]
        there = read[change.dest_start : change.dest_end]
        # Nobody can tell which of several became which of fewer: what is too many stands for nothing.
        longest = max(len(here), len(there))
        counts.update(zip(_filled(here, longest), _filled(there, longest), strict=True))


def _filled(text: str, length: int) -> list[str]:
    return [*text, *[""] * (length - len(text))]


def main() -> None:
    """Print, read, count until the time is up."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--engine", choices=tuple(ENGINES), required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random = np.random.default_rng(options.seed)
    engine = ENGINES[options.engine]()
    halves: tuple[Counts, Counts] = (Counter(), Counter())
    source = texts(options.corpus, random)
    started = time.monotonic()
    kept = 0
    while time.monotonic() - started < 60 * options.minutes:
        script = "hant" if random.random() < TRADITIONAL[options.engine] else "hans"
        sheets = [sheet_of(next(source), script, WEAR[options.engine], random) for _ in range(TOGETHER)]
        for sheet, read in zip(sheets, engine(sheets, script), strict=True):
            whole, seen = "".join("".join(sheet.lines).split()), "".join(read.split())
            if Levenshtein.distance(whole, seen) <= READABLE * len(whole):
                kept += 1
                count(whole, seen, halves[kept % 2])
        write(options.to, options.engine, halves)
        print(f"{kept} sheets", flush=True)


def sheet_of(text: str, script: str, wear: float, random: np.random.Generator) -> Sheet:
    """Print a text in a script."""
    whole = convert(text, "s2tw") if script == "hant" else text
    return printed(set_in_lines(whole, random), script, wear, random)


def write(folder: Path, engine: str, halves: tuple[Counts, Counts]) -> None:
    """Write the counts as lists of printed, read, first half, second half."""
    folder.mkdir(parents=True, exist_ok=True)
    pairs = sorted(halves[0].keys() | halves[1].keys())
    rows = [[here, there, halves[0][here, there], halves[1][here, there]] for here, there in pairs]
    (folder / f"{engine}.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
