from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.printed.area import Area
from core.printed.placed import PlacedLine
from core.scans.boxes import Box
from core.scans.lines import placed_lines
from core.text.span import Span

TEXT = "水库清淤\n\n入秋以后\n水位上涨了\n\n菜农老陶\n"
TWO = Span(6, 16)


def test_lines_stand_where_their_box_says():
    areas = (Area(0, 0, 90, 20), Area(0, 30, 90, 50))
    box = Box(Area(0, 0, 90, 50), span=TWO, line_areas=areas)
    first, second = placed_lines([box], TEXT)
    assert (first, second) == (PlacedLine(Span(6, 10), areas[0]), PlacedLine(Span(11, 16), areas[1]))


@pytest.mark.parametrize("lines", [None, 2, 7])
def test_lines_as_wide_as_their_box_are_equally_high(lines):
    box = Box(Area(0, 0, 200, 80), lines=lines, span=TWO)
    assert [line.area for line in placed_lines([box], TEXT)] == [Area(0, 0, 200, 40), Area(0, 40, 200, 80)]


def test_paragraphs_in_one_line_share_their_box_by_their_length():
    box = Box(Area(0, 0, 40, 90), span=TWO, lines=6)
    assert [line.area for line in placed_lines([box], TEXT)] == [Area(0, 0, 40, 40), Area(0, 40, 40, 90)]


def test_what_no_box_holds_has_no_place():
    assert not list(placed_lines([Box(Area(0, 0, 9, 9)), Box(Area(0, 0, 9, 9), span=Span(4, 6))], TEXT))


@given(st.text(alphabet="水 \n", max_size=30), st.integers(1, 9))
def test_each_line_with_text_has_a_place_and_they_lie_in_order(text, lines):
    box = Box(Area(0, 0, 50, 90), lines=lines, span=Span(0, len(text)))
    placed = list(placed_lines([box], text))
    assert [line.span.of(text) for line in placed] == [line for line in text.split("\n") if line.strip()]
    assert all(before.area.bottom <= after.area.top + 1e-6 for before, after in pairwise(placed))
