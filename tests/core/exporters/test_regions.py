from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.document.role import Role
from core.exporters.exporter import Correction
from core.exporters.regions import regions
from core.printed.area import Area
from core.printed.placed import PagePrint, PlacedLine
from core.text.edit import Edit, apply_edits
from core.text.span import Span


@pytest.fixture
def page(page_of_pieces):
    made = page_of_pieces(
        [(Role.TITLE, "渡口重开"), (Role.BODY, "渡般已经"), (Role.BODY, "靠岸。", True)], furniture=("热线",)
    )
    lines = (
        PlacedLine(Span(0, 4), Area(0, 0, 80, 40)),
        PlacedLine(Span(5, 9), Area(0, 50, 80, 70)),
        PlacedLine(Span(10, 13), Area(0, 70, 60, 90)),
    )
    return replace(made, printed=PagePrint("", "", (100, 100), lines))


def edited(page, *edits):
    return replace(
        page,
        text=apply_edits(page.text, edits),
        layout=page.layout.moved(edits),
        printed=page.printed.moved(edits),
    )


def told(page):
    return [[(line.text, line.area) for line in region.lines] for region in regions(page)]


def test_each_line_has_its_place_and_what_was_not_printed_has_none(page):
    assert told(page) == [
        [("渡口重开", Area(0, 0, 80, 40))],
        [("渡般已经", Area(0, 50, 80, 70))],
        [("靠岸。", Area(0, 70, 60, 90))],
        [("热线", None)],
    ]


def test_a_corrected_line_keeps_its_place_and_says_so(page):
    after = edited(page, Edit(6, "般", "船"), Edit(9, "", "顺利"))
    after = replace(after, corrections=(Correction(Span(6, 7), "般", "船", "陈", "", ""),))
    assert told(after)[1] == [("渡船已经顺利", Area(0, 50, 80, 70))]
    assert [region.is_corrected for region in regions(after)] == [False, True, False, False]


def test_two_pieces_in_a_line_share_its_place(page):
    spans = page.layout.spans.patched({2: Span(5, 7), 3: Span(7, 9)})
    both = told(replace(page, layout=replace(page.layout, spans=spans)))
    assert both[1:3] == [[("渡般", Area(0, 50, 40, 70))], [("已经", Area(40, 50, 80, 70))]]


def test_a_line_parted_by_an_editor_stays_one_printed_line(page):
    assert told(edited(page, Edit(7, "", "\n")))[1] == [("渡般 已经", Area(0, 50, 80, 70))]


@st.composite
def changes(draw):
    text = "渡口重开\n渡般已经\n靠岸。\n热线\n"
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=6)))
    words = st.text(alphabet="船票\n 𠮷", max_size=4)
    places = zip(cuts[::2], cuts[1::2], strict=False)
    return [Edit(start, text[start:end], draw(words)) for start, end in places]


@given(edits=changes())
def test_whatever_is_edited_nothing_of_a_piece_is_lost(page_of_pieces, edits):
    made = page_of_pieces(
        [(Role.TITLE, "渡口重开"), (Role.BODY, "渡般已经"), (Role.BODY, "靠岸。", True)], furniture=("热线",)
    )
    lines = (PlacedLine(Span(0, 4), Area(0, 0, 80, 40)), PlacedLine(Span(5, 9), Area(0, 50, 80, 70)))
    after = edited(replace(made, printed=PagePrint("", "", (100, 100), lines)), *edits)
    pieces = [after.layout.spans[key].of(after.text) for key in (1, 2, 3, 4)]
    expected = ["".join(words.split()) for words in pieces]
    written = ["".join("".join(text for text, _ in lines).split()) for lines in told(after)]
    assert written == [words for words in expected if words]
