"""The report for a browser: readings line under line, what is preferred and why, kinds to choose from."""

import re

from core.collation.judging import Grounds, judge_all
from core.collation.report import html_report
from core.collation.surface import surface_variants
from core.collation.variants import variants
from core.collation.witnesses import witness_groups
from core.document.page import PageView
from core.language.language import open_language
from core.messages import Catalogue

WHOLE = (
    "渡口的船老大每天清早五点起身，先看水位，再看风向，然后解开缆绳。"
    "对岸的集市逢三逢八开张，卖菜的、修伞的、补锅的都赶早来占摊位，"
    "家家户户都动员起来，保证早稻按时收割，晚稻按时插秧。"
)


def report(*texts, language="zh_CN", names="甲乙丙"):
    pages = [PageView(f"{name}<1>.txt", name, text) for name, text in zip(names, texts, strict=False)]
    groups = []
    for group in witness_groups(pages):
        found = variants(group) + surface_variants(group)
        judged = judge_all(group, found, Grounds(open_language()))
        groups.append((group, list(zip(found, judged, strict=True))))
    return html_report(pages, groups, Catalogue(language))


def test_readings_stand_line_under_line_and_the_preferred_one_is_shown():
    html = report(WHOLE, WHOLE.replace("起来", "起米"))
    readings = re.findall(r'<div( class="best")?>.*?<mark>(.*?)</mark>', html)
    assert readings == [(' class="best"', "来"), ("", "米")]
    assert "语言上较通顺" in html


def test_what_a_witness_does_not_have_is_shown_as_such():
    assert '<mark class="none">∅</mark>' in report(WHOLE, WHOLE.replace("按时收割", "收割"))


def test_every_kind_that_there_is_can_be_shown_and_hidden():
    html = report(
        WHOLE, WHOLE.replace("起来", "起米").replace("五点起身，", "五点起身,").replace("再看", "再\n看")
    )
    assert re.findall(r'type="checkbox" id="(\w+)"( checked)?', html) == [
        ("substitution", " checked"),
        ("break", ""),
    ]
    assert "#break:not(:checked) ~ main article.break { display: none; }" in html


def test_names_and_texts_are_no_markup():
    html = report(WHOLE.replace("风向", "风<b>向"), WHOLE.replace("起来", "起米"))
    assert "甲&lt;1&gt;.txt" in html
    assert "<b>向" not in html


def test_nothing_is_fetched():
    assert not re.search(r"(?:src|href|url)\s*[=(]|@import|<script", report(WHOLE, WHOLE[:-8]))
