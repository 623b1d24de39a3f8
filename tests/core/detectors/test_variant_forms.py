import pytest

from core.detectors.detector import Context
from core.detectors.options import CheckOptions, Conventions, Era
from core.detectors.rules import variant_forms
from core.document.page import PageView

TRADITIONAL = "老街的燈籠一盞接一盞亮起來，孩子們圍著看，誰也捨不得離開。"
SIMPLIFIED = "老街的灯笼一盏接一盏亮起来，孩子们围着看，谁也舍不得离开。"


@pytest.mark.parametrize(
    ("text", "odd", "right"),
    [
        (f"{SIMPLIFIED}他歩行到渡口。", "歩", "步"),
        (f"{SIMPLIFIED}天黒了才回家。", "黒", "黑"),
        (f"{TRADITIONAL}這是農家的財産。", "産", "產"),
    ],
)
def test_forms_no_standard_has(found, text: str, odd: str, right: str) -> None:
    (finding,) = found(variant_forms, text)
    assert finding.span.of(text) == odd
    assert finding.suggestions[0].text == right


@pytest.mark.parametrize(
    "text",
    [
        SIMPLIFIED,
        TRADITIONAL,
        f"{SIMPLIFIED}店名叫“黒ねこ”。",
        f"{TRADITIONAL}生産、財産、産業、水産。",
        "",
    ],
)
def test_forms_that_are_meant(found, text: str) -> None:
    assert found(variant_forms, text) == []


def test_old_papers_have_forms_of_their_own() -> None:
    page = PageView("p", "p", f"{TRADITIONAL}天黒了。")
    old = Context(options=CheckOptions(conventions=Conventions(era=Era.REPUBLICAN)))
    assert list(variant_forms.detect(page, old)) == []
    assert len(list(variant_forms.detect(page, Context()))) == 1
