import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.detectors.rules import markup


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("清早![船](img/1.png)开船", "清早开船"),
        ("清早[开船](https://example.org/)", "清早开船"),
        ("清早**按时开船**了", "清早按时开船了"),
        ("**开船**", "开船"),
        ("清早<br/>开船", "清早开船"),
        ("清早&nbsp;开船", "清早开船"),
        ("on&nbsp;time", "on time"),
        ("3&lt;5", "3<5"),
        ("清早\\n开船", "清早\n开船"),
        ("增长$5.6%$，", "增长5.6%，"),
        ("面积$12\\times3$", "面积$12×3$"),
        ("100m^{2}", "100m2"),
        ("清早<|im_end|>", "清早"),
        ("清早开船 ## 傍晚收船", "清早开船傍晚收船"),
        ("```text", ""),
        ("清早开船[[12, 40, 300, 88]]", "清早开船"),
        ("清早<loc_12><loc_40>开船", "清早开船"),
        ("清早<ref>开船", "清早开船"),
        ('"text": "清早开船', "清早开船"),
        (r"\begin{tabular}{cc}清早", "清早"),
        ("清早\n\n| --- | --- |\n\n开船", "清早\n\n\n\n开船"),
    ],
)
def test_residue(found, accepted, text: str, right: str) -> None:
    finding = found(markup, text)[0]
    assert finding.rule == "markup"
    assert accepted(text, finding) == right


@pytest.mark.parametrize(
    "text",
    [
        "# 渡口纪事",
        "### 第一节 水位",
        "| 甲 | 乙 |\n| --- | --- |",
        "| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |",
        "[1, 2]、[12]",
        "3# 楼前",
        "李**与王**同去",
        "票价$5",
        "从A到B，3 < 5 > 2",
        "《<渡口>纪事》",
        "AT&T;",
        "",
    ],
)
def test_structure_is_no_residue(found, text: str) -> None:
    assert found(markup, text) == []


def test_a_long_link_is_marked_at_its_beginning(found) -> None:
    (finding,) = found(markup, f"清早![]({'a' * 90})开船")
    assert len(finding.span) == markup.NARROW
    assert not finding.suggestions


PARTS = [
    *(
        "![船](a)",
        "[船](/a)",
        "[[1, 2, 3, 4]]",
        "<loc_1>",
        '"text": "',
        "\\hline",
        "\\\\",
        "| --- |",
        "|",
        "\n",
    ),
    *(
        "<|船|>",
        "<br/>",
        "<!-- 船 -->",
        "&amp;",
        "```",
        "~~~",
        "**",
        "\\n",
        "$5$",
        "\\text{船}",
        "^{2}",
        "_{2}",
    ),
    *("\\times", "##", " #", "\t#", "船清早开", " "),
]


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
def test_all_residue_has_a_sign_of_its_kind(text: str) -> None:
    for kind in markup._KINDS:
        for found in kind.pattern.finditer(text):
            assert any(sign in found.group() for sign in kind.signs)
