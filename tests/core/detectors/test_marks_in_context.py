import pytest

from core.detectors.rules import marks_in_context


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "渡口北岸的石阶已经修好·木船照常往来，过河的人不少。",
            "渡口北岸的石阶已经修好。木船照常往来，过河的人不少。",
        ),
        ("他管木船·竹筏，也管渡口的水尺。", "他管木船、竹筏，也管渡口的水尺。"),
        ("渡口北岸的石阶修好了*木船照常往来。", "渡口北岸的石阶修好了。木船照常往来。"),
        ("过河的人比去年多了12$，木船不够用。", "过河的人比去年多了12%，木船不够用。"),
        ("“快上船啊1”老人喊。", "“快上船啊！”老人喊。"),
        ("他一生守着渡口--河边最老的渡口。", "他一生守着渡口——河边最老的渡口。"),
        (
            "要看水位的涨落；要听两岸的风声：要数清船上的人数；要关好船尾的木门。",
            "要看水位的涨落；要听两岸的风声；要数清船上的人数；要关好船尾的木门。",
        ),
        ("渡口上有木船、竹筏，水尺和石阶等。", "渡口上有木船、竹筏、水尺和石阶等。"),
    ],
)
def test_a_misread_mark(found, accepted, text: str, right: str) -> None:
    (finding,) = found(marks_in_context, text)
    assert finding.rule == "mark-in-context"
    assert accepted(text, finding) == right


@pytest.mark.parametrize(
    "text",
    [
        "船长阿里·哈桑走上石阶，看了看水位。",
        "他写了《渡口·秋水》，又写了一本书。",
        "渡口·秋水",
        "渡口成了全县唯一一座通客船的码头。",
        "渡口票价US$5，不算贵。",
        "他说：看水位，听风声；数人数。",
        "",
    ],
)
def test_a_right_mark(found, text: str) -> None:
    assert found(marks_in_context, text) == []


def test_a_page_whose_ordinary_stop_is_the_pause_is_left_alone(found) -> None:
    old = "清早開船、傍晚收船、" * 8
    assert found(marks_in_context, f"{old}水位已落*木船往來、") == []
