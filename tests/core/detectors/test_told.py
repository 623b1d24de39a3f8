"""What other pages say of the same person and the same figure."""

import pytest

from core.detectors.detector import Context
from core.detectors.rules import odd_figures, odd_forms
from core.detectors.told import terms_of, told_otherwise
from core.document.page import PageView
from core.lexicon.lexicon import Lexicon
from core.lexicon.term import Kind

MAYOR = "副市长林晓禾说，今年水浅，渡船要绕过沙洲才靠得了岸。"
MOVED = "到昨天为止，全市搬迁上岸渔民12840户，大家都住上了新房。"


def said(detector, text, *others, times=1):
    lexicon = Lexicon.of((terms_of(PageView(number, "", one)), times) for number, one in enumerate(others))
    findings = detector.detect(PageView("page", "", text), Context(lexicon=lexicon))
    return [(one.rule, one.span.of(text)) for one in findings]


def test_an_office_that_three_other_pages_give_otherwise_is_doubted():
    here = MAYOR.replace("副", "")
    assert said(odd_forms, here, MAYOR, MAYOR) == []
    assert said(odd_forms, here, MAYOR, MAYOR, MAYOR) == [("two-offices", "市长")]
    assert said(odd_forms, MAYOR, here, here, here) == [("two-offices", "副市长")]


@pytest.mark.parametrize("here", [MAYOR, "时任市长林晓禾说，水浅。", "市长陈渡说，水浅。"])
def test_the_same_office_a_former_one_and_another_person_are_right(here):
    assert said(odd_forms, here, MAYOR, MAYOR, MAYOR) == []


def test_an_office_that_some_other_page_has_too_is_right():
    here = MAYOR.replace("副", "")
    assert said(odd_forms, here, MAYOR, MAYOR, MAYOR, here) == []


@pytest.mark.parametrize("odd", ["12340", "18240"])
def test_a_figure_of_which_another_page_has_another_digit_is_doubted(odd):
    here = MOVED.replace("12840", odd)
    assert said(odd_figures, here, MOVED) == [("odd-figure", odd)]


@pytest.mark.parametrize(
    "here",
    [
        MOVED,
        MOVED.replace("12840", "15340"),
        MOVED.replace("12840户", "12340人"),
        MOVED.replace("上岸渔民", "山区农民").replace("12840", "12340"),
        "月末全市新增渔民12340户，大家都住上了新房。",
    ],
)
def test_other_things_and_figures_farther_off_are_right(here):
    assert said(odd_figures, here, MOVED) == []


def test_what_is_told_is_counted_and_can_be_packed():
    terms = terms_of(PageView(1, "", MAYOR + MOVED))
    kinds = {term.kind: term.form for term in terms.counts}
    assert kinds[Kind.OFFICE] == "副市长 林晓禾"
    assert kinds[Kind.FIGURE] == "全市搬迁上岸渔民12840户"
    assert type(terms).unpacked(terms.packed()) == terms


def test_what_a_page_hangs_on_is_what_others_say_otherwise():
    page = PageView("page", "", MOVED)
    assert told_otherwise(page, lambda term: 0) == []
    other = terms_of(PageView(1, "", MOVED.replace("12840", "12340"))).counts
    assert len(told_otherwise(page, lambda term: other.get(term, 0))) == 1
