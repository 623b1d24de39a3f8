from dataclasses import replace

import pytest

from core.detectors.detector import Context, all_detectors, check
from core.detectors.options import CheckOptions, Conventions, Era, Level, Region
from core.detectors.rules import number_style
from core.document.page import PageView


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("渡口建于1962年十月1日。", "渡口建于1962年10月1日。"),
        ("渡口有十5个人。", "渡口有15个人。"),
        ("渡口有3十六户。", "渡口有36户。"),
        ("渡口有4十户。", "渡口有40户。"),
        ("船上坐了10几个人。", "船上坐了十几个人。"),
        ("渡口建于一九六O年。", "渡口建于一九六〇年。"),
        ("渡口建于一九六零年。", "渡口建于一九六〇年。"),
        ("近300多名村民过河。", "近300名村民过河。"),
        ("一年过河3, 200人次。", "一年过河3,200人次。"),
        ("渡口有20 15年的老船。", "渡口有2015年的老船。"),
        ("过河的人增长4。3%。", "过河的人增长4.3%。"),
        ("过河的人增长4·3个百分点。", "过河的人增长4.3个百分点。"),
        ("过河的人增长4. 3%。", "过河的人增长4.3%。"),
        ("过河的人增长４．３％、4．5%。", "过河的人增长４．３％、4.5%。"),
        ("船上坐了三、四个人。", "船上坐了三四个人。"),
        ("水位涨了5～8%。", "水位涨了5%～8%。"),
    ],
)
def test_what_the_standard_writes_in_another_way(found, accepted, text: str, right: str) -> None:
    (finding,) = found(number_style, text)
    assert finding.rule == "number-style"
    assert finding.weight == 0.1
    assert accepted(text, finding) == right


@pytest.mark.parametrize(
    "text",
    [
        "渡口建于1962年10月1日，一九六〇年动工。",
        "渡口有三十六户，二十世纪六十年代有十五户。",
        "约300名、近300名、300多名村民过河。",
        "一年过河3,200人次，水位4.3米。",
        "第二、三个渡口，第一、二、三产业。",
        "一、二、三号船。",
        "水位涨了5%～8%，坐了3—5人。",
        "船在2025年3月5日 10时开。",
        "",
    ],
)
def test_what_is_right(found, text: str) -> None:
    assert found(number_style, text) == []


def test_the_custom_of_a_page_is_one_remark_for_a_strict_reader(found) -> None:
    (remark,) = found(number_style, "船上坐了三、四个人。" * 9)
    assert remark.page_level
    assert remark.confidence < Level.NORMAL.threshold


@pytest.mark.parametrize(
    "conventions",
    [Conventions(region=Region.TAIWAN), Conventions(region=Region.HONG_KONG), Conventions(Era.REPUBLICAN)],
)
def test_the_standard_holds_on_the_mainland_and_in_our_time(conventions: Conventions) -> None:
    rules = [detector for detector in all_detectors() if detector.RULES == number_style.RULES]
    page = PageView("page", "page", "渡口有十5个人。")
    here = Context(options=CheckOptions())
    elsewhere = replace(here, options=CheckOptions(conventions=conventions))
    assert len(check(page, here, rules)) == 1
    assert check(page, elsewhere, rules) == []


def test_a_page_in_corner_quotes_speaks_for_itself(found) -> None:
    assert found(number_style, "渡口有十5個人。" + "「開船」" * 6) == []
