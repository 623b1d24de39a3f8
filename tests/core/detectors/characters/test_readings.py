from core.detectors.characters.readings import reading_of, reading_of_text
from core.detectors.paragraphs import paragraphs
from core.document.page import PageView


def test_blanks_and_line_ends_are_left_out_and_places_kept():
    reading = reading_of_text("春 天\n来了")
    assert reading.text == "春天\n来了"
    assert reading.places.tolist() == [0, 2, -1, 4, 5]
    assert reading.paragraphs == [(0, 2), (3, 5)]


def test_every_place_leads_back_to_its_character():
    page = PageView("page", "page", "村里修了路。\n\n 大家 都说好。\n")
    reading = reading_of(paragraphs(page))
    for character, place in zip(reading.text, reading.places, strict=True):
        assert place == -1 or page.text[place] == character


def test_names_are_expected_behind_those_who_sign():
    reading = reading_of_text("本报讯(记者张三丰)今天晴")
    named = "".join(c for c, named in zip(reading.text, reading.names, strict=True) if named)
    assert named == "张三丰"


def test_an_empty_page_reads_as_nothing():
    assert reading_of_text("").paragraphs == []
