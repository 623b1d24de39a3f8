import pytest

from core.detectors.rules import series_years as rule

MAST = "2026年2月3日 星期二\n\n"


@pytest.mark.parametrize(
    ("text", "odd", "right"),
    [
        ("第十四个五年（2026—2030年）规划纲要今天公布。", "十四", "十五"),
        ("2026年是“十四五”规划的开局之年，全市上下铆足干劲。", "十四", None),
        ("今年是“十四五”收官之年，各项任务都要完成。", "十四", None),
        ("“十五五”时期我国发展取得重大成就，人民生活更加幸福。", "十五", "十四"),
        ("2026年3月召开的十四届全国人大三次会议审议了报告。", "三", "四"),
        ("今年是中国共产党成立102周年，各地开展多种活动。", "102", "105"),
    ],
)
def test_what_no_year_makes_right_is_doubted(found, text, odd, right):
    (finding,) = found(rule, MAST + text)
    whole = MAST + text
    start = finding.span.start
    assert whole[start : start + len(odd)].startswith(finding.span.of(whole))
    assert finding.span.of(whole) in odd
    assert right is None or finding.suggestions[0].text == right


@pytest.mark.parametrize(
    "text",
    [
        "第十五个五年（2026—2030年）规划纲要今天公布。",
        "2026年是“十五五”规划的开局之年，全市上下铆足干劲。",
        "2025年是“十四五”收官之年。“十四五”时期我国发展取得重大成就。",
        "“十五五”时期要推动高质量发展取得新成效。",
        "2026年3月召开的十四届全国人大四次会议审议了报告。",
        "今年是中国共产党成立105周年。在庆祝中国共产党成立95周年大会上，总书记强调初心。",
    ],
)
def test_what_its_year_makes_right_is_left_alone(found, text):
    assert found(rule, MAST + text) == []


def test_without_a_year_on_the_page_nothing_is_told_of_today(found):
    assert found(rule, "今年是中国共产党成立102周年，各地开展多种活动。") == []
