"""Pages as engines read them: half of the corrections made by hand, then a better reading comes."""

import random
from pathlib import Path

import pytest
from rapidfuzz.distance import Levenshtein

from core.merging.comparing import edits_between
from core.merging.moved import with_moves
from core.merging.three_way import Side, merge
from core.text.edit import apply_edits

PAGES = Path(__file__).parents[3] / "../shared/ocr/pages"
SMALL = 3

pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="the pages that engines read are not here")


def readings():
    """Yield the text as printed, as one engine read it, and as a better one did."""
    for printed in sorted(PAGES.glob("*.truth.txt")):
        name = printed.name.split(".")[0]
        one, better = PAGES / f"{name}.tesseract.raw.txt", PAGES / f"{name}.rapidocr4.raw.txt"
        if one.is_file() and better.is_file():
            yield tuple(path.read_text(encoding="utf-8") for path in (printed, one, better))


def test_corrections_and_a_better_reading_together_are_nearer_to_print_than_either():
    chance = random.Random(7)
    far, conflicts, corrections = [0, 0, 0], 0, 0
    for printed, base, better in readings():
        wrong = [edit for edit in edits_between(base, printed) if len(edit.removed + edit.inserted) <= SMALL]
        made = tuple(edit for edit in wrong if chance.random() < 0.5)
        mine = apply_edits(base, made)
        merged = with_moves(base, mine, better, merge(base, mine, better))
        together = apply_edits(mine, merged.edits())
        for number, text in enumerate((mine, better, together)):
            far[number] += Levenshtein.distance(text, printed)
        conflicts += len(merged.conflicts)
        corrections += len(made)
        assert all(place.my_reading in mine for place in merged.of(Side.MINE))
    assert corrections > 500
    assert far[2] < 0.85 * min(far[0], far[1])
    assert conflicts < 0.2 * corrections
