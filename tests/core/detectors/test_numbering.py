"""Numbered items that do not count on."""

import pytest

from core.detectors.rules import numbering


def page(*marks: str) -> str:
    return "\n\n".join(
        f"{mark}把渡口的第{'甲乙丙丁戊己'[place]}条木船修好。" for place, mark in enumerate(marks)
    )


def test_a_number_between_its_neighbours_is_evident(found, accepted) -> None:
    text = page("一、", "二、", "四、", "四、", "五、")
    (finding,) = found(numbering, text)
    assert accepted(text, finding) == page("一、", "二、", "三、", "四、", "五、")
    assert finding.confidence > 0.8


@pytest.mark.parametrize(
    "marks",
    [
        ("（一）", "（二）", "（四）"),
        ("1.", "2.", "4."),
        ("第一条　", "第二条　", "第四条　"),
        ("## 一、", "## 二、", "## 四、"),
        ("１）", "２）", "４）"),
    ],
)
def test_a_gap_is_found(found, marks: tuple[str, ...]) -> None:
    text = page(*marks)
    (finding,) = found(numbering, text)
    assert finding.span.of(text) in marks[-1]
    assert finding.related


def test_a_number_said_twice_is_found(found) -> None:
    (finding,) = found(numbering, page("一、", "二、", "二、", "三、"))
    assert "两次" in str(finding.message)


def test_an_item_that_stands_elsewhere_is_not_lost(found) -> None:
    merged = page("一、", "二、", "四、").replace("二、把", "二、把船漆好。三、把")
    assert all(finding.confidence < 0.3 for finding in found(numbering, merged))


@pytest.mark.parametrize(
    "marks",
    [
        ("一、", "（一）", "（二）", "二、", "（一）", "（二）"),
        ("1.", "2.", "1.", "2.", "3."),
        ("第一章 ", "第一条 ", "第二条 ", "第二章 ", "第三条 "),
        ("2031.", "2033.", "2036."),
        ("一、", "十、", "百、"),
    ],
)
def test_lists_in_lists_and_new_lists_are_left_alone(found, marks: tuple[str, ...]) -> None:
    assert found(numbering, page(*marks)) == []


def test_lists_inside_a_line_are_counted(found) -> None:
    assert found(numbering, "渡口要做三件事：一是修船，二是修路，三是修灯。") == []
    text = "渡口有打算：一是修船；二是修路；四是修灯；四是修桥；五是种树。"
    (finding,) = found(numbering, text)
    assert (finding.span.of(text), finding.suggestions[0].text) == ("四", "三")


def test_more_items_than_announced_are_found(found) -> None:
    text = "渡口提出两点建议：第一，修船。第二，修路。第三，修灯。"
    (finding,) = found(numbering, text)
    assert (finding.rule, finding.span.of(text)) == ("announced", "两")


@pytest.mark.parametrize(
    "text",
    ["渡口提出三点建议：第一，修船。第二，修路。第三，修灯。", "他种了五个品种的树。第一，松。第二，柏。"],
)
def test_lists_that_are_whole_are_left_alone(found, text: str) -> None:
    assert found(numbering, text) == []


def test_articles_count_for_themselves(found) -> None:
    text = page("一、", "二、") + "\n\n" + page("四、", "五、")
    assert found(numbering, text, "body body body body") != []
    assert found(numbering, page("四、", "五、"), "body body") == []
