import pytest

from core.detectors.rules import half_width

SET_RIGHT = "清早开船，傍晚收船；看水位，看风向：三十年如一日（风雨无阻）。好！真的？"


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("清早开船,傍晚收船。", [","]),
        ("清早开船.傍晚收船", ["."]),
        ("一共12条,都是木船。", [","]),
        ("老渡口(北岸)修好了。", ["(", ")"]),
        ("真的?真的!", ["?", "!"]),
    ],
)
def test_half_width_marks(found, text: str, marks: list[str]) -> None:
    whole = f"{SET_RIGHT * 3}\n{text}"
    findings = found(half_width, whole)
    assert [finding.span.of(whole) for finding in findings] == marks
    assert all(len(finding.suggestions) == 1 and not finding.page_level for finding in findings)


@pytest.mark.parametrize(
    "text",
    [
        "一共1,200条,".replace("条,", "条") + "，3.5米，9:30开船。",
        "见 https://example.org/a,b?c=1 和 a.b@example.org 。",
        "1.先看水位。\n2)再看风向。",
        "GDP, CPI and PPI (2020).",
        "他想了想...没有说。",
        "甲&nbsp;乙",
        "",
    ],
)
def test_where_half_width_is_right(found, text: str) -> None:
    assert found(half_width, f"{SET_RIGHT}\n{text}") == []


def test_a_page_set_in_half_width_is_one_remark(found) -> None:
    text = "清早开船,傍晚收船,看水位,看风向,三十年如一日(风雨无阻)。" * 9 + SET_RIGHT
    (remark,) = found(half_width, text)
    assert remark.page_level
    assert not remark.suggestions
    assert len(remark.span) == 1


def test_half_width_brackets_alone_do_not_hide_a_half_width_comma(found) -> None:
    text = "(一)清早开船，(二)傍晚收船，(三)看水位，(四)看风向,三十年如一日，风雨无阻。"
    remark, comma = found(half_width, text)
    assert remark.page_level
    assert comma.span.of(text) == ","


def test_straight_quotation_marks(found, accepted) -> None:
    text = '他说:"明天开船。"大家都笑了。'.replace(":", "：")
    opening, closing = found(half_width, text)
    assert accepted(accepted(text, opening), closing) == "他说：“明天开船。”大家都笑了。"


def test_a_page_of_straight_quotation_marks_is_one_remark(found) -> None:
    (remark,) = found(half_width, '"开船"、' * 11)
    assert remark.page_level


@pytest.mark.parametrize("text", ['He said "go" and "stop".', '屏幕是5"的。', 'a="b"'])
def test_straight_quotation_marks_that_are_right(found, text: str) -> None:
    assert found(half_width, text) == []
