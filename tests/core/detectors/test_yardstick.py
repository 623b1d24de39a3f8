"""All rules against a careful proofreader's reading of five real pages: places, never the text.

What a reader finds with witnesses is the measure; packaging/measure_reading.py prints it kind by kind.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from core.document.finding import Finding
from core.document.page import PageView
from core.messages import message
from core.text.span import Span

ROOT = Path(__file__).parents[3]
YARDSTICK = Path(__file__).parent / "yardstick"
PAGES = ROOT / ".." / "shared" / "pages"

FOUND = 0.47
"""So much of what a reader finds must be found at least; half of it is."""

here = pytest.mark.skipif(not PAGES.is_dir(), reason="the five pages are not beside the project")


@pytest.fixture(scope="module")
def measure():
    spec = importlib.util.spec_from_file_location("measure_reading", ROOT / "packaging/measure_reading.py")
    module = importlib.util.module_from_spec(spec)
    # Its dataclasses look their module up by name.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


@pytest.fixture(scope="module")
def results(measure):
    return list(measure.outcomes(YARDSTICK, sorted(PAGES.glob("page-*.txt"))))


@pytest.fixture
def finding():
    def make(rule, start, end, page_level=False):
        return Finding(rule, Span(start, end), message("错字"), page_level=page_level)

    return make


def test_a_finding_beside_an_error_shows_it_one_further_off_does_not(measure, finding):
    missing = measure.Place(7, 7, "missing")
    assert missing.is_touched(finding("missing-character", 6, 7))
    assert not missing.is_touched(finding("missing-character", 4, 6))


def test_what_a_reader_marked_twice_is_found_by_the_rules_for_it_alone(measure, finding):
    repeated = measure.Place(10, 60, "repeat")
    assert repeated.is_touched(finding("repeated-paragraph", 12, 60))
    assert not repeated.is_touched(finding("wrong-character", 20, 21))
    assert not measure.Place(20, 21, "wrong").is_touched(finding("repeated-paragraph", 12, 60))


def test_a_remark_about_the_whole_page_finds_its_script_and_no_single_character(measure, finding):
    remark = finding("script-of-page", 0, 1, page_level=True)
    assert measure.Place(30, 90, "script").is_touched(remark)
    assert not measure.Place(0, 1, "wrong").is_touched(remark)


def test_doubtful_places_are_neither_found_nor_false(measure, finding):
    mark = measure.Mark(
        "",
        errors=(measure.Place(3, 4, "wrong"), measure.Place(20, 20, "missing")),
        doubtful=(measure.Place(8, 9, "mark"),),
        right=(),
        remarks=frozenset(["half-width-punctuation"]),
    )
    said = [
        finding("half-width-punctuation", 0, 1, page_level=True),
        finding("wrong-character", 3, 4),
        finding("mark-in-context", 8, 9),
        finding("wrong-character", 12, 13),
    ]
    outcome = measure.outcome_of(PageView("page", "page", "字" * 25), mark, said)
    assert [place.start for place in outcome.found] == [3]
    assert [alarm.span.start for alarm in outcome.alarms] == [12]
    assert outcome.alarms_per_thousand == 40


@here
def test_no_page_has_more_than_three_false_alarms_in_a_thousand_characters(results):
    assert {
        one.name: round(one.alarms_per_thousand, 2) for one in results if one.alarms_per_thousand > 3
    } == {}


@here
def test_no_less_is_found_than_before(results):
    found, missed = (sum(len(getattr(one, name)) for one in results) for name in ("found", "missed"))
    assert found / (found + missed) >= FOUND


@pytest.mark.parametrize("path", sorted(YARDSTICK.glob("*.json")), ids=lambda path: path.stem)
def test_the_reading_keeps_places_and_at_most_three_characters_of_the_right_text(measure, path):
    mark = measure.Mark.read(path)
    for place in (*mark.errors, *mark.doubtful, *mark.right):
        assert 0 <= place.start <= place.end
        assert len(place.right or "") <= 3
