import pytest

from core.detectors.detector import Context
from core.detectors.rules import jumps
from core.document.page import PageView

STORY = "清早从渡口出发的木船，傍晚才回来。"


def page(number: str, text: str, date: str = "2025年3月5日") -> PageView:
    return PageView(number, number, f"渡口日报 {date} 第{number}版\n\n{text}")


def said(view: PageView, *others: PageView) -> list[str]:
    return [str(finding.message) for finding in jumps.detect(view, Context(others=others))]


def test_a_jump_that_the_other_page_answers() -> None:
    first, fourth = page("1", f"{STORY}（下转第4版）"), page("04", f"（上接第一版）{STORY}")
    assert said(first, fourth) == said(fourth, first) == []


def test_a_jump_that_the_other_page_does_not_answer() -> None:
    first, fourth = page("1", f"{STORY}（下转第四版）"), page("4", f"（上接第3版）{STORY}")
    assert said(first, fourth) == ["第4版没有“上接第1版”"]
    third = page("3", STORY)
    assert said(fourth, first, third) == ["第3版没有“下转第4版”"]


def test_pages_of_other_days_and_pages_that_are_not_there_prove_nothing() -> None:
    first = page("1", f"{STORY}（下转第4版）")
    assert said(first, page("4", STORY, "2025年3月6日"), page("5", STORY)) == []


@pytest.mark.parametrize(
    ("number", "jump", "reason"),
    [
        ("4", "下转第4版", "转版指的是本版（第4版）"),
        ("4", "下转第2版", "第4版下转前面的第2版"),
        ("4", "上接第5版", "第4版上接后面的第5版"),
    ],
)
def test_a_jump_that_leads_the_wrong_way(number: str, jump: str, reason: str) -> None:
    view = page(number, f"{STORY}（{jump}）")
    (finding,) = jumps.detect(view, Context())
    assert str(finding.message) == reason
    assert finding.span.of(view.text) == jump


@pytest.mark.parametrize("jump", ["（下转第版）", "（下转）", "■上接第", "（上接四）"])
def test_a_jump_without_a_page(found, jump: str) -> None:
    (finding,) = found(jumps, f"{STORY}{jump}")
    assert finding.span.of(f"{STORY}{jump}") == jump.strip("（）■")


def test_a_jump_that_lacks_its_last_character(found, accepted) -> None:
    text = f"{STORY}（下转第4）"
    (finding,) = found(jumps, text)
    assert accepted(text, finding) == f"{STORY}（下转第4版）"


@pytest.mark.parametrize(
    "text",
    [
        "（下转第4版）",
        "（下轉第四版）",
        "■上接第1版 清早从渡口出发。",
        "（下转A2版）",
        "（下转第2、3版）",
        "（下转今日四版）",
        "（下转中缝）",
        "（上接第1版《渡口》）",
        "木船上接天光，下转河湾。",
        "",
    ],
)
def test_sound_jumps(found, text: str) -> None:
    assert found(jumps, text) == []
