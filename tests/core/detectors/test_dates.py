"""Dates that no calendar has."""

import pytest

from core.detectors.rules import dates


@pytest.mark.parametrize(
    ("text", "suspect"),
    [
        ("渡口定于13月5日开航。", "13"),
        ("木船4月31日下水。", "31"),
        ("二月三十日举行灯会。", "三十"),
        ("2023年2月29日开工。", "29"),
        ("灯会2月３０日开幕。", "３０"),
        ("末班船当天25:30到岸。", "25"),
        ("首班船8时75分离岸。", "75"),
        ("這條船4月31號下水。", "31"),
    ],
)
def test_what_no_calendar_or_clock_has_is_found(found, text: str, suspect: str) -> None:
    (finding,) = found(dates, text)
    assert (finding.rule, finding.span.of(text)) == ("impossible-date", suspect)


@pytest.mark.parametrize(
    "text",
    [
        "2024年2月29日开工，12月31日完工。",
        "羊羔已有18月龄，历时14个月。",
        "按农历二月三十日的旧俗开灯会。",
        "渡口队以25:18胜出，用时24分。",
        "水位下降25点，灯会从8时30分到24时。",
        "2月30日内缴清，十二月廿五日开市。",
        "民国十七年二月二十九日开埠。",
    ],
)
def test_what_there_is_is_left_alone(found, text: str) -> None:
    assert found(dates, text) == []


def test_a_day_of_another_date_is_found(found) -> None:
    text = "青渚时报　2031年5月4日　星期一\n\n渡口今日开航。"
    (finding,) = found(dates, text)
    assert (finding.rule, finding.span.of(text), finding.suggestions[0].text) == ("weekday", "一", "日")


def test_the_year_is_taken_from_the_page(found) -> None:
    page = "青渚时报 2031年5月4日 星期日\n\n渡口定于{}开航。"
    assert found(dates, page.format("5月6日（星期二）")) == []
    (finding,) = found(dates, page.format("5月6日（星期六）"))
    assert finding.suggestions[0].text == "二"
    assert finding.confidence < 0.9


def test_without_a_year_nothing_is_said(found) -> None:
    assert found(dates, "渡口定于5月6日（星期六）开航。") == []


def test_the_day_of_last_year_is_no_slip(found) -> None:
    assert found(dates, "青渚时报 2031年5月4日 星期日\n\n渡口去年5月6日（星期一）停航。") == []


@pytest.mark.parametrize(
    "text",
    [
        "从2035年到2031年造船20艘。",
        "庙会（5月20日至15日）照常。",
        "依照第二十条至第十八条办理。",
        "招18—12岁少年。",
    ],
)
def test_what_runs_backwards_is_found(found, text: str) -> None:
    (finding,) = found(dates, text)
    assert finding.rule == "backwards"


@pytest.mark.parametrize(
    "text",
    [
        "2031年至2035年造船20艘。",
        "庙会5月20日至6月3日照常。",
        "依照GB2760-2011的规定。",
        "水位由18降至12。",
        "公元前300年至前200年。",
    ],
)
def test_what_runs_forwards_is_left_alone(found, text: str) -> None:
    assert found(dates, text) == []
