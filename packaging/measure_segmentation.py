#!/usr/bin/env python3
"""Measure segmentation on invented pages whose articles are known.

    python packaging/measure_segmentation.py --corpus FOLDER [--seeds 1-20] [--form lines|paragraphs|both]

The pages are put together from the part of the corpus (see packaging/language/corpus.py) that no language
data was made from, by rules that know nothing of the segmenter: stories of many kinds, torn at column ends,
with pictures and passages of other stories between, in both forms of page text, with what engines misread.
Printed are F1 of article starts, of pairs of characters in one article, of joins and of paragraph starts, the
share of right roles, and, with --kinds, the same for each kind of difficulty. --show SEED prints a page.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from segmentation.inventor import Inventor
from segmentation.material import Material, read_material
from segmentation.printing import InventedPage, invented_page
from segmentation.scores import Tally, add_page

from core.language.language import open_language
from core.segmentation.segmenter import segment


def page_of(material: Material, seed: int, *, printed: bool) -> InventedPage:
    """Return the page of a seed in one of the two forms."""
    return invented_page(Inventor(material, Random(f"{seed} {printed}")), printed=printed)


def seeds_of(text: str) -> range:
    """Return the seeds that 1-20 or 7 names."""
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


def show(page: InventedPage) -> None:
    """Print what a page is, stretch by stretch."""
    for truth in page.truths:
        owner = "--" if truth.article is None else f"{truth.article:2d}"
        mark = "+" if truth.joins else " "
        tags = ", ".join(sorted(truth.tags))
        print(f"{owner} {truth.role:<9}{mark} {page.text[truth.start : truth.end]}  {tags}")


def main() -> None:
    """Measure what was asked for."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--corpus", type=Path, required=True, help="folder of the corpus")
    arguments.add_argument("--seeds", type=seeds_of, default=range(1, 21))
    arguments.add_argument("--form", choices=("lines", "paragraphs", "both"), default="both")
    arguments.add_argument("--kinds", action="store_true", help="figures for each kind of difficulty too")
    arguments.add_argument("--without-language", action="store_true", help="measure without language data")
    arguments.add_argument("--show", action="store_true", help="print the pages instead")
    chosen = arguments.parse_args()
    language = None if chosen.without_language else open_language()
    material = read_material(chosen.corpus)
    for form in ("paragraphs", "lines") if chosen.form == "both" else (chosen.form,):
        tally = Tally()
        for seed in chosen.seeds:
            page = page_of(material, seed, printed=form == "lines")
            if chosen.show:
                show(page)
            else:
                add_page(tally, page, segment(page.text, language))
        if not chosen.show:
            figures = ", ".join(f"{name} {value:.3f}" for name, value in tally.figures().items())
            print(f"{form}, {len(chosen.seeds)} pages: {figures}")
            print("\n".join(tally.lines() if chosen.kinds else []), end="\n" if chosen.kinds else "")


if __name__ == "__main__":
    main()
