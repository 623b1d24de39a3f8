"""Numbers of one sentence that deny each other."""

import pytest

from core.detectors.rules import arithmetic


@pytest.mark.parametrize(
    ("text", "suspect"),
    [
        ("货船从200艘增加到150艘。", "150"),
        ("运价由12元下降到15元。", "15"),
        ("货运量从2030年的400万吨增长到2031年的500万吨，增长35%。", "35"),
        ("渡口有渡工120人，其中女工150人。", "150"),
        ("全镇有船800艘，其中木船200艘，占35%。", "35"),
        ("修路共用工1250个，其中男工840个、女工310个。", "1250"),
        ("外来船只占全部的120%。", "120"),
        ("三次产业结构调整为12.5:40.3:57.2。", "12.5:40.3:57.2"),
        ("運量從400萬噸增長到500萬噸，增長35%。", "35"),
    ],
)
def test_a_contradiction_is_found(found, text: str, suspect: str) -> None:
    (finding,) = found(arithmetic, text)
    assert finding.span.of(text) == suspect
    assert finding.weight == 1.0


@pytest.mark.parametrize(
    "text",
    [
        "货船从150艘增加到200艘，增长33.3%。",
        "货运量从9800万吨增长到1.2亿吨，增长22.4%。",
        "对位精度从30米提高到15米，名次由5位上升到2位。",
        "渡口有渡工120人，其中女工50人，另有学徒300人在城里学艺，明年春天他们才会陆续回到渡口来接班。",
        "全镇有船800艘，其中木船200艘，占25%。",
        "修路用工1150个，其中男工840个、女工310个。",
        "渡工有1250人，其中船工210人、缆工130人。",
        "运量超过计划，达到去年的120%。",
        "三次产业结构调整为12.5:40.3:47.2。",
        "渡工100多人，其中女工120人。",
    ],
)
def test_what_agrees_is_left_alone(found, text: str) -> None:
    assert found(arithmetic, text) == []
