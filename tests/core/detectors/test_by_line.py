"""What is found line by line."""

from hypothesis import given
from hypothesis import strategies as st

from core.detectors.by_line import found_by_line, found_in_row
from core.document.page import PageView
from core.text.span import Span

TEXTS = st.lists(st.text("甲乙\n"), min_size=1, max_size=4)


def places(line: str) -> list[int]:
    return [at for at, character in enumerate(line) if character == "甲"]


@given(TEXTS)
def test_all_lines_are_looked_through_after_any_change(texts):
    page = PageView("页", "甲报", texts[0])
    for text in texts:
        page = PageView("页", "甲报", text).after(page)
        assert [start + at for start, at in found_by_line(page, places)] == places(text)


def test_only_new_lines_are_looked_through():
    asked: list[str] = []

    def find(line: str) -> list[str]:
        asked.append(line)
        return [line]

    page = PageView("页", "甲报", "一\n二\n一")
    assert list(found_by_line(page, find)) == [(0, "一"), (2, "二"), (4, "一")]
    list(found_by_line(PageView("页", "甲报", "二\n三").after(page), find))
    assert asked == ["一", "二", "三"]


def pairs(text: str, wanted: str) -> list[tuple[Span, str]]:
    spans = (Span(at, at + 2) for at in range(len(text) - 1))
    return [(span, span.of(text)) for span in spans if span.of(text) == wanted]


@given(TEXTS)
def test_lines_in_a_row_are_looked_through_after_any_change(texts):
    page = PageView("页", "甲报", texts[0])
    for text in texts:
        page = PageView("页", "甲报", text).after(page)
        for wanted in ("甲乙", "甲甲"):
            assert list(found_in_row(page, pairs, wanted)) == pairs(text, wanted)


def test_new_lines_come_in_one_row():
    asked: list[str] = []

    def look(text: str, _: None) -> list[tuple[Span, str]]:
        asked.append(text)
        return []

    page = PageView("页", "甲报", "一\n二\n一")
    list(found_in_row(page, look, None))
    list(found_in_row(PageView("页", "甲报", "二\n三\n四").after(page), look, None))
    assert asked == ["一\n二", "三\n四"]
