"""Real OCR output of printed columns against the text as it was printed."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from statistics import mean
from types import ModuleType

import pytest

from core.segmentation.segmenter import segment

MASTHEAD = 40
"""Characters at the top of the page that are left out of the count."""


@pytest.fixture
def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_reflow", shared / "tools/score_reflow.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def page_scores(scorer: ModuleType, raw_path: Path) -> tuple[float, float]:
    """F1 of paragraph starts and of article starts, places mapped through the errors file."""
    raw = raw_path.read_text(encoding="utf-8")
    truth = raw_path.with_name(raw_path.name.split(".")[0] + ".truth.txt").read_text(encoding="utf-8")
    errors = raw_path.with_name(raw_path.name.replace(".raw.txt", ".errors.json"))
    at = scorer.mapper(raw, truth, json.loads(errors.read_text(encoding="utf-8")))
    paragraphs, articles = scorer.starts_of(truth)
    draft = segment(raw)
    found = [at(piece.span.start) for a in draft.articles for piece in a.pieces if not piece.joins_previous]
    begun = [at(article.pieces[0].span.start) for article in draft.articles]

    def below_masthead(places: list[int]) -> list[int]:
        return [place for place in places if place > MASTHEAD]

    return (
        scorer.f1(below_masthead(found), below_masthead(paragraphs))[0],
        scorer.f1(below_masthead(begun), below_masthead(articles))[0],
    )


@pytest.mark.parametrize("engine", ["tesseract", "rapidocr4", "ppocr5"])
def test_paragraphs_and_articles_come_out_of_printed_columns(shared, scorer, engine):
    pages = sorted((shared / "ocr/pages").glob(f"page_*.{engine}.raw.txt"))
    assert pages
    paragraphs, articles = zip(*(page_scores(scorer, page) for page in pages), strict=True)
    assert mean(paragraphs) >= 0.965
    assert mean(articles) >= 0.965
    assert min(articles) >= 0.8
