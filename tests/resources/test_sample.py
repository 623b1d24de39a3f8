import json
from collections import Counter
from importlib.resources import files

import pytest

SAMPLE = files("resources") / "sample"
ERRORS = json.loads((SAMPLE / "errors.json").read_text(encoding="utf-8"))
PAGES = sorted(page.name for page in SAMPLE.iterdir() if page.name.endswith(".txt"))
CLEAN = "滨河日报-2026-05-09-02.txt"
SCANNED = "青渚时报-2026-05-09-06"


def text_of(page):
    return (SAMPLE / page).read_text(encoding="utf-8")


def test_the_sample_is_a_projects_worth():
    assert len(PAGES) >= 8
    assert all(len(text_of(page)) > 1000 for page in PAGES)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: f"{error['page'][:-4]}-{error['kind']}")
def test_every_known_error_stands_in_its_page(error):
    copies = text_of(error["page"]).count(error["text"])
    if error["kind"] == "repeated-paragraph":
        assert copies == 2
    elif error["right"] is None:
        assert copies >= 1
    else:
        assert copies == 1, "what is to be put right must be told apart from what stands elsewhere"
        assert error["right"] != error["text"]


def test_the_kinds_of_error_that_a_page_can_have_are_there():
    kinds = Counter(error["kind"] for error in ERRORS)
    assert kinds.keys() >= {
        "torn-paragraph",
        "tail-read-twice",
        "garbled-seam",
        "misplaced-passage",
        "headline-after-story",
        "headline-without-story",
        "caption-inside",
        "jump",
        "markdown-level",
        "repeated-paragraph",
        "looped-phrase",
        "script-drift",
        "look-alike",
        "sound-alike",
        "dropped",
        "doubled",
        "transposed",
        "wrong-word",
        "wrong-number",
        "wrong-name",
        "wrong-mark",
        "lost-quote",
        "orphan-quote",
        "table-across",
        "furniture",
        "markup-residue",
    }


def test_the_clean_page_has_no_known_error():
    assert CLEAN in PAGES
    assert CLEAN not in {error["page"] for error in ERRORS}


def test_the_boxes_of_the_scan_are_the_lines_of_the_page():
    units = json.loads((SAMPLE / f"{SCANNED}.units.json").read_text(encoding="utf-8"))
    printed = text_of(f"{SCANNED}.txt")
    for error in ERRORS:
        if error["page"] == f"{SCANNED}.txt":
            printed = printed.replace(error["text"], error["right"])
    assert [line["text"] for unit in units for line in unit["lines"]] == [
        line for line in printed.split("\n") if line
    ]
    for unit in units:
        left, top, right, bottom = unit["box"]
        assert all(
            left <= x0 <= x1 <= right and top <= y0 <= y1 <= bottom for x0, y0, x1, y1 in boxes_of(unit)
        )
    assert (SAMPLE / f"{SCANNED}.jpg").read_bytes().startswith(b"\xff\xd8")


def boxes_of(unit):
    return [line["box"] for line in unit["lines"]]
