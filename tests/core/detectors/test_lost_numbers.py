import pytest

from core.detectors.rules import lost_numbers as rule


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("全市粮食产量比上年增长%，创历史新高。", "长%"),
        ("出口额同比提高个百分点，好于预期。", "高个"),
        ("项目将建设80兆瓦/兆瓦时储能电站，年底并网。", "/兆"),
        ("截至2026年月3日，工程已经完工大半。", "年月"),
        ("第届渔汛节在云麓开幕，渔民们都来了。", "第届"),
        ("全年累计接待游客达人次，收入可观。", "达人"),
    ],
)
def test_a_number_that_must_stand_is_missed(found, text, around):
    (finding,) = found(rule, text)
    assert finding.span.of(text) == around


@pytest.mark.parametrize(
    "text",
    [
        "全市粮食产量比上年增长5.3%，3月日均用电量创历史新高。",
        "亿元产业不断壮大，提高亩产是关键，客流累计超万人次。",
        "项目将建设80兆瓦/160兆瓦时储能电站，年底并网。",
    ],
)
def test_what_stands_without_one_rightly_is_left_alone(found, text):
    assert found(rule, text) == []
