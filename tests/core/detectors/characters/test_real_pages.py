"""Recall on really misread pages, with room for chance: a fall by a third is a fault, not bad luck."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from core.cli.pages import read_pages
from core.detectors.detector import check
from core.detectors.options import Level
from core.detectors.rules import characters

ROOT = Path(__file__).parents[4]
PAGES = ROOT / ".." / "shared" / "ocr" / "pages"

pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="the read pages are not beside the project")


@pytest.fixture(scope="module")
def measure():
    spec = importlib.util.spec_from_file_location(
        "measure_characters", ROOT / "packaging" / "measure_characters.py"
    )
    module = importlib.util.module_from_spec(spec)
    # Its dataclasses look their module up by name.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


@pytest.mark.parametrize(("engine", "least"), [("tesseract", 0.36), ("rapidocr4", 0.40)])
def test_errors_are_found_within_three_false_alarms_in_a_thousand(measure, engine, least):
    files = sorted(PAGES.glob(f"page_0*.{engine}.raw.txt"))
    pages = list(read_pages(tuple(files), None).pages)
    context = measure.context_of(pages, Level.STRICT)
    taken, errors = [], 0
    for page, file in zip(pages, files, strict=True):
        known = json.loads(file.with_name(file.name.replace(".raw.txt", ".errors.json")).read_text("utf-8"))
        here, count = measure.judged(page, known, check(page, context, [characters]))
        taken, errors = taken + here, errors + count
    length = sum(not character.isspace() for page in pages for character in page.text)
    false = touched = 0
    for one in sorted(taken, key=lambda one: -one.confidence):
        if false + one.false > 3 * length / 1000:
            break
        false, touched = false + one.false, touched + one.errors
    assert touched / errors > least


def test_text_without_errors_is_left_alone(measure):
    pages = list(read_pages(tuple(sorted(PAGES.glob("page_0*.truth.txt"))), None).pages)
    context = measure.context_of(pages, Level.NORMAL)
    count = sum(len(check(page, context, [characters])) for page in pages)
    assert count / sum(len(page.text) for page in pages) < 0.0012
