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


def test_blanks_between_names_are_known_and_told_again():
    reading = reading_of_text("（记者 石锐 胡新宇）今 天晴")
    assert reading.between(0, len(reading.text)) == "（记者 石锐 胡新宇）今天晴"
    again = reading_of_text(reading.between(0, len(reading.text)))
    assert (again.text, again.apart) == (reading.text, reading.apart)
    assert again.name_parts.tolist() == reading.name_parts.tolist()


def test_a_name_broken_at_the_end_of_a_line_is_one():
    page = PageView("page", "page", "船工们早早来到码头，等着今天开出的第一班渡船（记者 陈\n小川 林帆）\n")
    reading = reading_of(paragraphs(page))
    assert [reading.text[at] for at in reading.apart] == ["陈", "林"]


def test_an_empty_page_reads_as_nothing():
    assert reading_of_text("").paragraphs == []
