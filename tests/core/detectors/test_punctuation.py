import pytest

from core.detectors.rules import punctuation


@pytest.mark.parametrize(
    ("text", "right", "rule"),
    [
        ("清早开船，，傍晚收船。", "清早开船，傍晚收船。", "doubled-punctuation"),
        ("清早开船，傍晚收船。。", "清早开船，傍晚收船。", "doubled-punctuation"),
        ("清早开船，傍晚收船，。", "清早开船，傍晚收船。", "doubled-punctuation"),
        ("清早开船，。傍晚收船。", "清早开船。傍晚收船。", "doubled-punctuation"),
        ("他想了想，没有说。。。", "他想了想，没有说……", "wrong-punctuation"),
        ("他想了想…没有说，走了。", "他想了想……没有说，走了。", "wrong-punctuation"),
        ("他说：“，明天开船。”", "他说：“明天开船。”", "wrong-punctuation"),
        ("他读了《渡口纪事，》。", "他读了《渡口纪事》。", "wrong-punctuation"),
        ("他说：“明天开船。”。", "他说：“明天开船。”", "wrong-punctuation"),
        ("渡口有木船、竹筏……等，都能过河。", "渡口有木船、竹筏等，都能过河。", "wrong-punctuation"),
        ("（一）、清早开船，傍晚收船。", "（一）清早开船，傍晚收船。", "wrong-punctuation"),
        ("他守着渡口，——河边最老的渡口。", "他守着渡口——河边最老的渡口。", "wrong-punctuation"),
        ("清早开船，傍晚收船， 三十年如一日。", "清早开船，傍晚收船，三十年如一日。", "space-in-text"),
        ("清早从渡口 出发的木船，傍晚收船。", "清早从渡口出发的木船，傍晚收船。", "space-in-text"),
    ],
)
def test_what_is_wrong(found, accepted, text: str, right: str, rule: str) -> None:
    (finding,) = found(punctuation, text)
    assert finding.rule == rule
    assert accepted(text, finding) == right


@pytest.mark.parametrize(
    "text",
    [
        "他想了想……没有说。",
        "真的？！真的！！",
        "他说：“明天开船。”老人笑了……等到天黑。",
        "前款（一）、（二）项，渡口照办。",
        "——清早开船，傍晚收船。",
        "本报讯 清早开船，傍晚收船。",
        "新华社渡口3月5日电 清早开船，傍晚收船。",
        "■上接第1版 清早开船，傍晚收船。",
        "记者 方小舟 何 山，清早开船，傍晚收船。",
        "以“清早开船 傍晚收船”为题，写了一本书。",
        "　　清早开船，傍晚收船。",
        "第十一条 清早开船，傍晚收船。",
        "清早开船 傍晚收船 三十年如一日",
        "",
    ],
)
def test_what_is_right(found, text: str) -> None:
    assert found(punctuation, text) == []


def test_a_page_full_of_spaces_is_one_remark(found) -> None:
    (remark,) = found(punctuation, "\n\n".join(["清早从渡口 出发的木船，傍晚收船。"] * 20))
    assert remark.page_level


def test_a_space_beside_a_pause_is_surer_than_one_between_words(found) -> None:
    between, beside = found(punctuation, "清早从渡口 出发的木船，傍晚收船， 三十年如一日。")
    assert between.confidence < 0.3 <= beside.confidence
