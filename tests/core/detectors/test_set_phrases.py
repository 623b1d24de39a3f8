import pytest

from core.detectors.detector import Context
from core.detectors.rules import set_phrases as rule
from core.document.page import PageView
from core.language.language import open_language


def found(text: str):
    return list(rule.detect(PageView("page", "page", text), Context(language=open_language())))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("会议强调，要切实把思想和行动统一到党中央决策部署上来。", ("把思想", "把握思想")),
        ("街道办好“一老一小”等民生实事，居民都说好。", ("一老一小", "老一小")),
        ("这是构建人类命运共同体的生动实践，各方都有好评。", ("人类命运共同体", "人类命远共同体")),
    ],
)
def test_what_is_always_said_in_one_way_is_missed_by_one_character(text, wrong, accepted):
    assert found(text) == []
    damaged = text.replace(*wrong)
    (finding,) = found(damaged)
    assert accepted(damaged, finding) == text


def test_a_traditional_page_is_read_and_mended_as_such(accepted):
    text = "這是構建人類命運共同體的生動實踐，各方都有好評。"
    (finding,) = found(text.replace("命運", "命遠"))
    assert accepted(text.replace("命運", "命遠"), finding) == text


def test_what_is_said_on_purpose_too_is_left_alone():
    assert found("全面建设社会主义现代化国家，全面建成社会主义现代化强国。") == []
