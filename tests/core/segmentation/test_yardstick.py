"""Pages against a proofreader's reading of them: line numbers, roles and joins, never the text.

Five pages are real, six were composed, printed and read by engines: both lie beside the project. Eight are
the invented ones of the sample.

In yardstick/page-N.json a piece is [line, part, role, goes on]: part 1 is a line or the first thing in it,
part 2 what follows. Pieces come in reading order.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import mean

import pytest

from core.document.draft import Draft
from core.language.language import Language, open_language
from core.segmentation.segmenter import segment
from core.text.lines import Lines

YARDSTICK = Path(__file__).parent / "yardstick"
SAMPLE = Path(__file__).parents[3] / "resources/sample"
FURNITURE = "furniture"

Place = tuple[int, int]


@dataclass(frozen=True)
class Tree:
    """Articles as places on the page, the first thing on line 7 being (7, 1)."""

    articles: list[list[Place]]
    roles: dict[Place, str]
    joins: set[tuple[Place, Place]]

    @property
    def starts(self) -> set[Place]:
        return {article[0] for article in self.articles}


def tree_of_yardstick(path: Path) -> Tree:
    page = json.loads(path.read_text(encoding="utf-8"))
    pieces = [article["pieces"] for article in page["articles"]]
    roles = {(line, part): role for article in pieces for line, part, role, _ in article}
    roles |= {(line, 1): FURNITURE for line in page["furniture"]}
    joins = {
        ((above[0], above[1]), (below[0], below[1]))
        for article in pieces
        for above, below in pairwise(article)
        if below[3]
    }
    return Tree([[(piece[0], piece[1]) for piece in article] for article in pieces], roles, joins)


def tree_of_draft(draft: Draft, lines: Lines) -> Tree:
    def place(start: int) -> Place:
        line = lines.number_at(start)
        return line + 1, 1 if start == lines.span(line).start else 2

    articles = [[place(piece.span.start) for piece in article.pieces] for article in draft.articles]
    roles = {place(piece.span.start): piece.role.value for a in draft.articles for piece in a.pieces}
    roles |= {place(span.start): FURNITURE for span in draft.furniture}
    joins = {
        (place(above.span.start), place(below.span.start))
        for article in draft.articles
        for above, below in pairwise(article.pieces)
        if below.joins_previous
    }
    return Tree(articles, roles, joins)


def f1(found: float, predicted: float, wanted: float) -> float:
    return 2 * found / (predicted + wanted) if predicted + wanted else 1.0


def set_f1(predicted: set, wanted: set) -> float:
    return f1(len(predicted & wanted), len(predicted), len(wanted))


def same_article_f1(predicted: Tree, wanted: Tree, weights: dict[Place, int]) -> float:
    """F1 over pairs of characters: are the two in one article?"""

    def squares(groups: Counter) -> float:
        return float(sum(size * size for size in groups.values()))

    owner = {place: number for number, article in enumerate(predicted.articles) for place in article}
    truth = {place: number for number, article in enumerate(wanted.articles) for place in article}
    both: Counter = Counter()
    mine: Counter = Counter()
    theirs: Counter = Counter()
    for place, weight in weights.items():
        if place in owner:
            mine[owner[place]] += weight
        if place in truth:
            theirs[truth[place]] += weight
        if place in owner and place in truth:
            both[owner[place], truth[place]] += weight
    return f1(squares(both), squares(mine), squares(theirs))


def scores(page: Path, yardstick: Path, language: Language | None) -> dict[str, float]:
    text = page.read_text(encoding="utf-8")
    lines = Lines(text)
    draft = segment(text, language)
    predicted, wanted = tree_of_draft(draft, lines), tree_of_yardstick(yardstick)
    spans = [piece.span for article in draft.articles for piece in article.pieces] + list(draft.furniture)
    places = {span: lines.number_at(span.start) for span in spans}
    weights = {
        (line + 1, 1 if span.start == lines.span(line).start else 2): len(span)
        for span, line in places.items()
    }
    right = sum(predicted.roles.get(place) == role for place, role in wanted.roles.items())
    return {
        "starts": set_f1(predicted.starts, wanted.starts),
        "same article": same_article_f1(predicted, wanted, weights),
        "roles": right / len(wanted.roles),
        "joins": set_f1(predicted.joins, wanted.joins),
    }


@pytest.fixture(scope="module", params=[True, False], ids=["language data", "none"])
def language(request) -> Language | None:
    """The language data, with which the program reads pages, and none, which must do as well here."""
    return open_language() if request.param else None


FLOORS = {
    0: {"starts": 0.97, "same article": 0.97, "roles": 0.97, "joins": 0.97},
    1: {"starts": 0.97, "same article": 0.97, "roles": 0.97, "joins": 0.97},
    2: {"starts": 0.97, "same article": 0.97, "roles": 0.97, "joins": 0.97},
    3: {"starts": 0.97, "same article": 0.94, "roles": 0.97, "joins": 0.97},
    4: {"starts": 0.97, "same article": 0.97, "roles": 0.97, "joins": 0.97},
}


@pytest.mark.parametrize("number", FLOORS)
def test_a_real_page_is_read_as_a_proofreader_reads_it(shared, language, number, record_property):
    found = scores(shared / f"pages/page-{number}.txt", YARDSTICK / f"page-{number}.json", language)
    record_property("scores", found)
    assert {name: value for name, value in found.items() if value < FLOORS[number][name]} == {}


def test_the_five_pages_together(shared, language):
    pages = [scores(shared / f"pages/page-{n}.txt", YARDSTICK / f"page-{n}.json", language) for n in FLOORS]
    together = {name: mean(page[name] for page in pages) for name in pages[0]}
    assert min(together.values()) >= 0.98, together


SAMPLE_FLOORS = {
    "河东晚报-2026-05-08-01": 1.0,
    "滨河日报-2026-05-08-01": 1.0,
    # A passage of one story stands inside a line of another.
    "滨河日报-2026-05-08-04": 0.94,
    "滨河日报-2026-05-09-02": 1.0,
    "滨河日报-2026-05-09-03": 1.0,
    "滨河晚报-2026-05-08-03": 1.0,
    "青渚时报-2026-05-08-01": 1.0,
    "青渚时报-2026-05-09-06": 1.0,
}


@pytest.mark.parametrize("name", SAMPLE_FLOORS)
def test_a_page_of_the_sample_is_read_as_a_proofreader_reads_it(language, name, record_property):
    found = scores(SAMPLE / f"{name}.txt", YARDSTICK / f"sample/{name}.json", language)
    record_property("scores", found)
    assert min(found.values()) >= SAMPLE_FLOORS[name], found


def test_every_page_of_the_sample_has_a_reading():
    assert {page.stem for page in SAMPLE.glob("*.txt")} == set(SAMPLE_FLOORS)


PRINTED_FLOORS = {
    "page_01.tesseract": 0.99,
    "page_03.rapidocr4": 0.99,
    "page_06.tesseract": 0.99,
    "page_08.rapidocr4": 0.99,
    "page_42.tesseract": 0.97,
    "page_43.ppocr5": 0.98,
}


@pytest.mark.parametrize("name", PRINTED_FLOORS)
def test_a_page_in_printed_form_is_read_as_a_proofreader_reads_it(shared, language, name, record_property):
    page = shared / f"ocr/pages/{name}.raw.txt"
    found = scores(page, YARDSTICK / f"printed/{name}.json", language)
    record_property("scores", found)
    assert min(found.values()) >= PRINTED_FLOORS[name], found


def test_every_reading_in_printed_form_is_used():
    assert {path.stem for path in (YARDSTICK / "printed").glob("*.json")} == set(PRINTED_FLOORS)


def test_a_wrong_tree_scores_low(shared):
    text = (shared / "pages/page-0.txt").read_text(encoding="utf-8")
    wanted = tree_of_yardstick(YARDSTICK / "page-0.json")
    lump = Tree([[place for article in wanted.articles for place in article]], wanted.roles, set())
    weights = {place: len(Lines(text).text(place[0] - 1)) for place in wanted.roles}
    assert set_f1(lump.starts, wanted.starts) < 0.5
    assert same_article_f1(lump, wanted, weights) < 0.8
    assert same_article_f1(wanted, wanted, weights) == 1.0
