import pytest

from core.detectors.rules import odd_characters
from core.text.span import Span


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("清早\u200b开船", "清早开船"),
        ("\ufeff清早开船", "清早开船"),
        ("清早\x07开船", "清早开船"),
        ("⼈来⼈往"[:2], "人来"),
        ("一年カ气", "一年力气"),
        ("共2O6条", "共206条"),
        ("长l.86米", "长1.86米"),
        ("收网l2张", "收网12张"),
        ("⻅面", "见面"),
        ("木船丶竹筏", "木船、竹筏"),
        ("渡口的WТO会议", "渡口的WTO会议"),
        ("ΝBA球员过河", "NBA球员过河"),
        ("清早开船。   2\n傍晚收船。", "清早开船。   \n傍晚收船。"),
        ("清早开船O\n傍晚收船。", "清早开船。\n傍晚收船。"),
        ("“清早开船”o", "“清早开船”。"),
        ("清早开船。   芝\n傍晚收船。", "清早开船。   \n傍晚收船。"),
    ],
)
def test_odd_characters(found, accepted, text: str, right: str) -> None:
    (finding,) = found(odd_characters, text)
    assert finding.rule == "odd-character"
    assert accepted(text, finding) == right


@pytest.mark.parametrize("lost", ["\ufffd\ufffd", "\ue123", "氵", "h"])
def test_what_cannot_be_guessed_has_no_suggestion(found, lost: str) -> None:
    (finding,) = found(odd_characters, f"清早{lost}开船")
    assert len(finding.span) == len(lost)
    assert not finding.suggestions


@pytest.mark.parametrize(
    ("text", "at"),
    [("清早开船x。\n", 4), ("清早开船x\n傍晚收船。", 4), ("清早l，开船", 2), ("傍晚。\nh清早开船。", 4)],
)
def test_a_letter_at_the_end_or_the_beginning_of_what_is_said_is_dirt(found, text: str, at: int) -> None:
    (finding,) = found(odd_characters, text)
    assert finding.span == Span(at, at + 1)


@pytest.mark.parametrize(
    "text",
    [
        "清早开船\t傍晚\n",
        "ＡＢＣ１２３，①㎡℃",
        "东京のカメラ店",
        "カタカナ",
        "G331国道，OK",
        "𠮷野家",
        "乘A线、e家",
        "e租宝、小x，K歌n次",
        "α粒子 Москва",
        "清早开船。   完\n",
        "清早开船。   林帆\n",
        "",
    ],
)
def test_what_is_no_error(found, text: str) -> None:
    assert found(odd_characters, text) == []
