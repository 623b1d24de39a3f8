"""What is one character off the form it has everywhere else, and what is rightly so."""

from dataclasses import replace

import pytest

from core.detectors.detector import Context
from core.detectors.rules import odd_forms
from core.detectors.told import terms_of
from core.document.page import PageView
from core.language.language import open_language
from core.lexicon.lexicon import Lexicon
from core.lexicon.term import Kind, Term, Terms

CONTEXT = Context(language=open_language())


def check(text, context=CONTEXT):
    page = PageView("page", "page", text)
    return sorted(odd_forms.detect(page, context), key=lambda finding: finding.span)


def said(text, context=CONTEXT):
    """List what is marked in `text` and what it should be."""
    return [(finding.span.of(text), finding.suggestions[0].text) for finding in check(text, context)]


def knowing(kind, form, count):
    return replace(CONTEXT, lexicon=Lexicon.of([(Terms({Term(kind, form): count}), 1)]))


NAME = "市长林晓禾说要通航。林晓禾看了新船，林晓禾还问了水情。"
QUOTED = "渡口村抓“一老一小”，“一老一小”有了去处，“一老一小”都高兴。"
WORK = "长诗《渡口的清晨》出版。《渡口的清晨》写了十年，《渡口的清晨》有三卷。"


@pytest.mark.parametrize(
    ("text", "marked", "right"),
    [
        (f"{NAME}林骁禾走了。", "骁", "晓"),
        (f"{NAME}林晓木走了。", "木", "禾"),
        (f"{NAME}林禾晓走了。", "禾晓", "晓禾"),
        (f"{NAME}市长林禾说，走吧。", "林", "林晓"),
        (f"{NAME}市长晓禾说，走吧。", "晓", "林晓"),
        (f"{NAME}市长林晓说，走吧。", "晓", "晓禾"),
        (f"{WORK}人人读《渡口的清最》。", "最", "晨"),
        (f"{WORK}人人读《渡口清晨》。", "口", "口的"),
        (f"{WORK}人人读《渡口的的清晨》。", "的", ""),
        (f"{WORK}人人读《渡囗的清晨》。", "囗", "口"),
        (f"{WORK}人人读《口的清晨》。", "口", "渡口"),
        (f"{WORK}人人读《渡口的清晨展》。", "展", ""),
        (f"{QUOTED}大家都关心“老一小”。", "老", "一老"),
    ],
)
def test_a_form_one_slip_off_is_marked(text, marked, right):
    (only,) = check(text)
    assert (only.span.of(text), only.suggestions[0].text) == (marked, right)
    assert only.related[0].span.of(text) in text


@pytest.mark.parametrize(
    "text",
    [
        NAME,
        f"{NAME}记者林晓明报道。",
        f"{NAME}记者林禾报道。",
        "“一渡一策”好，“一渡一策”新，“一渡一策”快。各村还有“二渡一策”。",
        "青渚第一中学赢了，“第一中学”好，“第一中学”强。“第二中学”输了。",
        "办好“中越友好年”，“中越友好年”开幕，“中越友好年”圆满。对方说“越中友好年”好。",
        "“东沙洲区”好，“东沙洲区”新，“东沙洲区”快。“西沙洲区”也好。",
        f"{WORK}船工说渡口的清水真美。",
        f"{WORK}船工说口的清晨，又说渡口的清晨展开了。",
    ],
)
def test_what_may_well_be_meant_is_not_shown(text):
    assert [finding for finding in check(text) if finding.confidence >= 0.3] == []


def test_where_both_forms_stand_often_neither_is_odd():
    assert check("《渡口的清晨》《渡口的清晨》《渡口的清最》《渡口的清最》") == []


def test_a_form_is_settled_by_the_other_pages():
    text = "他来了，人人读《渡口的清最》。"
    assert said(text) == []
    assert said(text, knowing(Kind.WORK, "渡口的清晨", 5)) == [("最", "晨")]


def test_a_form_the_other_pages_have_too_is_not_odd():
    pages = [PageView(1, "1", WORK), PageView(2, "2", "《渡口的清最》《渡口的清最》")]
    lexicon = Lexicon.of((terms_of(page), 1) for page in pages)
    assert said("读《渡口的清最》。", replace(CONTEXT, lexicon=lexicon)) == []


def test_the_proposal_is_in_the_script_of_the_page():
    text = "長詩《渡口的書聲》出版。《渡口的書聲》寫了十年，《渡口的書聲》有三卷。人人讀《渡口的晝聲》。"
    assert said(text) == [("晝", "書")]
    alone = "市長說，人人讀《渡口的晝聲》。"
    assert said(alone, knowing(Kind.WORK, "渡口的书声", 9)) == [("晝", "書")]


def test_across_a_line_end_it_is_found_and_nothing_is_proposed_that_takes_the_break():
    text = f"{WORK}\n人人都说这本书写得真好，也有人说《渡口\n的清最》写得太长了一些。"
    assert said(text) == [("最", "晨")]


def test_longer_forms_that_stand_oftener_are_surer():
    sure = [check(f"{WORK * times}人人读《渡口的清最》。")[0].confidence for times in (1, 2, 4)]
    assert sure == sorted(sure)
    assert sure[0] > 0.5
