import pytest

from core.detectors.rules import pairs


@pytest.mark.parametrize(
    ("text", "rule", "mark"),
    [
        ("他说：“明天开船。大家都很高兴。", "unbalanced-quote", "“"),
        ("明天开船。”大家都很高兴。", "unbalanced-quote", "”"),
        ("镇上（原来的老渡口修了新桥。", "unbalanced-bracket", "（"),
        ("镇上原来的老渡口）修了新桥。", "unbalanced-bracket", "）"),
        ("他读完了《渡口纪事，又读了一遍。", "unbalanced-title-mark", "《"),
        ("他读完了渡口纪事》，又读了一遍。", "unbalanced-title-mark", "》"),
        ("镇上[原来的老渡口修了新桥。", "unbalanced-bracket", "["),
        ('他说："明天开船。大家都很高兴。', "unbalanced-quote", '"'),
    ],
)
def test_a_mark_alone(found, text: str, rule: str, mark: str) -> None:
    (finding,) = found(pairs, text)
    assert finding.rule == rule
    assert finding.span.of(text) == mark


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("从“我要学“，到“我会学”，只用了一年。", "从“我要学”，到“我会学”，只用了一年。"),
        ("从”我要学”到“我会学”，只用了一年。", "从“我要学”到“我会学”，只用了一年。"),
        ("本报讯〈记者方小舟）明天开船。", "本报讯（记者方小舟）明天开船。"),
        ("本报讯《记者方小舟）明天开船。", "本报讯（记者方小舟）明天开船。"),
        ("他读了《渡口纪事），又读了一遍。", "他读了《渡口纪事》，又读了一遍。"),
        ("他读了（渡口纪事》，又读了一遍。", "他读了《渡口纪事》，又读了一遍。"),
        ("他说：““明天开船。”", "他说：“明天开船。”"),
        ("清早从渡口出发的木船，\n”傍晚才回来。", "清早从渡口出发的木船，\n傍晚才回来。"),
        ("渡口的船票卖出]万张，是去年的三倍。", "渡口的船票卖出1万张，是去年的三倍。"),
        ("渡口日报2026年[月2日刊出水位。", "渡口日报2026年1月2日刊出水位。"),
    ],
)
def test_marks_the_wrong_way_round_doubled_before_a_line_and_read_for_a_digit(
    found, accepted, text: str, right: str
) -> None:
    findings = found(pairs, text)
    assert len(findings) == 1
    assert accepted(text, findings[0]) == right


@pytest.mark.parametrize(
    "text",
    [
        "他说：“书上写着‘明天开船’，你看。”",
        "他说：「書上寫著『明天開船』，你看。」",
        "镇上（原来的老渡口)修了新桥。",
        "1)先看水位。\n\n2)再看风向。\n\n三)然后开船。",
        "(一)先看水位。（二）再看风向。",
        "It's the captain's boat，他说。",
        '他说："明天开船。"大家都笑了。',
        '屏幕是5"的。',
        "“明天开船。\n\n“后天也开船。”他说。",
        "“明天开船，\n\n后天也开船。”他说。",
        "《渡口\n\n纪事》是一本好书，他读了一遍又一遍。",
        "■上接第1版 明天开船。”他说。",
        "他说：“明天开船，后天也（下转第4版）",
        "",
    ],
)
def test_sound_pairs(found, text: str) -> None:
    assert found(pairs, text) == []


def test_a_quotation_comes_from_another_page_only_at_the_beginning(found) -> None:
    text = "■上接第1版 明天开船。”他说。“后天呢？”我问。不开。”他说。"
    assert [finding.span.start for finding in found(pairs, text)] == [text.rindex("”")]


def test_each_caption_stands_for_itself(found) -> None:
    text = "他说：“明天开船，\n“渡口 方小舟 摄\n后天也开船。”"
    (finding,) = found(pairs, text, "body caption body")
    assert finding.span.start == text.index("“渡")


def test_a_headline_is_read_in_one_go(found) -> None:
    assert found(pairs, "老渡口的“新\n生活”\n桥通了。", "kicker title body") == []


def test_tables_are_left_alone(found) -> None:
    assert found(pairs, "（一\t二）\t（三", "table") == []
