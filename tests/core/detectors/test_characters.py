import pytest

from core.detectors.detector import Context, check
from core.detectors.rules import characters
from core.document.page import PageView
from core.language.language import open_language
from core.text.edit import Edit, apply_edits

CLEAN = "今年以来，全县坚持把改善民生作为工作的出发点和落脚点，累计投入资金三亿元。"


@pytest.fixture(scope="module")
def context():
    return Context(language=open_language())


def findings(text, context):
    return check(PageView("page", "page", text), context, [characters])


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        (CLEAN.replace("资金", "贷金"), "wrong-character"),
        (CLEAN.replace("改善", "改善善"), "extra-character"),
        (CLEAN.replace("落脚点", "落点"), "missing-character"),
        (CLEAN.replace("累计", "计累"), "swapped-characters"),
    ],
)
def test_the_first_suggestion_mends_the_page(context, wrong, rule):
    best = max(findings(wrong, context), key=lambda finding: finding.confidence)
    assert best.rule == rule
    mended = apply_edits(wrong, (Edit(best.span.start, best.span.of(wrong), best.suggestions[0].text),))
    assert mended == CLEAN


def test_a_word_torn_by_a_line_end_is_read_through(context):
    text = "　　" + CLEAN.replace("资金", "贷\n金")
    assert "资" in [s.text for finding in findings(text, context) for s in finding.suggestions]


def test_without_language_data_nothing_is_said():
    assert findings(CLEAN.replace("资金", "贷金"), Context()) == []


def test_a_name_that_comes_back_is_no_error(context):
    name = "岱弥尔"
    page = "。".join(f"{name}在第{number}天到了县城" for number in "一二三四五六七八") + "。"
    assert [finding for finding in findings(page, context) if finding.span.of(page) in name] == []


@pytest.mark.parametrize("address", ["dkmc27@muchuan.example", "dkmc27@163.com", "dkmc@qq.com"])
def test_nothing_foretells_the_characters_of_an_address(context, address):
    text = f"{CLEAN}\n\n来信请寄：{address}。"
    start = text.index(address)
    assert [it for it in findings(text, context) if start <= it.span.start < start + len(address)] == []
