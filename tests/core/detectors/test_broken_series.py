import pytest

from core.detectors.rules import broken_series as rule


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("让担当、敢担当、善担当蔚然成风，全市上下干劲十足。", 1),
        ("做到肯吃苦、吃苦、善吃苦，年轻人正在成长。", 6),
        ("做到肯吃苦、能吃苦、吃苦，年轻人正在成长。", 10),
    ],
)
def test_the_member_that_is_shorter_is_doubted(found, text, odd):
    (finding,) = found(rule, text)
    assert finding.span.start == odd


@pytest.mark.parametrize(
    "text",
    ["让愿担当、敢担当、善担当蔚然成风。", "管理、大管理、大服务，各有侧重。", "渔业、林业、农业都有增长。"],
)
def test_series_that_are_whole_are_left_alone(found, text):
    assert found(rule, text) == []
