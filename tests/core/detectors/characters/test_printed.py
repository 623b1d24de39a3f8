import pytest

from core.detectors.characters.printed import Print, print_of
from core.detectors.characters.readings import reading_of_text
from core.text.script import Script

SIMPLIFIED, TRADITIONAL = Print(Script.SIMPLIFIED, wide=True), Print(Script.TRADITIONAL, wide=True)


@pytest.mark.parametrize(
    ("text", "symbol", "right"),
    [
        ("理x店的門開了", "发", "髮"),
        ("經濟x展很快", "发", "發"),
        ("皇x的宮殿", "后", "后"),
        ("門x有河", "后", "後"),
    ],
)
def test_a_traditional_page_gets_the_form_its_phrase_asks_for(text, symbol, right):
    assert TRADITIONAL.form(symbol, reading_of_text(text), text.index("x")) == right


@pytest.mark.parametrize(("page", "right"), [("爲民", "爲"), ("為民", "為"), ("山川", "為")])
def test_where_standards_differ_the_page_itself_says_how_it_is_written(page, right):
    style = print_of(f"經濟發展與國際關係，{page}")
    assert style.form("为", reading_of_text("成x國家"), 1) == right


@pytest.mark.parametrize(
    ("text", "symbol", "right"),
    [
        ("他说x好的", '"', "“"),
        ("很好x他说", '"', "”"),
        ("今天x明天", ",", "，"),
        ("京x沪", "-", "—"),
        ("县x", "", ""),
    ],
)
def test_marks_are_those_of_print(text, symbol, right):
    assert SIMPLIFIED.form(symbol, reading_of_text(text), text.index("x")) == right


def test_a_page_with_half_width_marks_keeps_them():
    style = print_of("春天来了,花开了,草绿了.")
    assert style.form(",", reading_of_text("今天x明天"), 2) == ","
