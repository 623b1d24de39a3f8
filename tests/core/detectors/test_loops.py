import pytest

from core.detectors.rules import loops


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("村里修路、修桥、修路、修桥、修路、修桥、都要钱。", "修路、修桥、修路、修桥、"),
        ("木船船船船船船开了。", "船船船船船"),
        ("沿河而行沿河而行沿河而行就到了。", "沿河而行沿河而行"),
        ("请各家各户把门前的雪请各家各户把门前的雪扫净。", "请各家各户把门前的雪"),
    ],
)
def test_loops(found, accepted, text: str, later: str) -> None:
    (finding,) = found(loops, text)
    assert finding.rule == "repeated-phrase"
    assert finding.span.of(text) == later
    assert accepted(text, finding) == text.replace(later, "", 1)


@pytest.mark.parametrize(
    "text",
    [
        "哈哈哈哈哈哈",
        "研究研究再说",
        "一步一步走",
        "……………………",
        "1212121212",
        "编号〇〇〇〇〇〇，一一一一一一",
        "船船开、船船满，好好好，",
        "| --- | --- | --- |",
        "甲\n甲\n甲\n",
        "",
    ],
)
def test_what_is_no_loop(found, text: str) -> None:
    assert found(loops, text) == []


def test_a_phrase_read_again_with_a_slip(found) -> None:
    text = "请大家一定按时清扫门前积雪请大家一走按时清扫门前积雪为好。"
    (finding,) = found(loops, text)
    assert finding.span.of(text) == "请大家一走按时清扫门前积雪"
    assert finding.related[0].span.of(text) == "请大家一定按时清扫门前积雪"


@pytest.mark.parametrize(
    "text",
    [
        "账户开在中国银行、中国建设银行和别的银行。",
        "依照第一百七十三条第二款、第二百七十三条第二款、第五条办。",
        "村里先有供销商店、合作商店、合作小组。",
    ],
)
def test_where_items_of_a_list_meet(found, text: str) -> None:
    assert found(loops, text) == []
