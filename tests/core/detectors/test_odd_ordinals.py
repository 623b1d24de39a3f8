"""Numbers of a series that are at odds with all others, and the ones before and behind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.detectors.detector import Context
from core.detectors.odd_ordinals import HIGHEST, _members, _Series, _Spoken
from core.detectors.rules import odd_forms
from core.document.page import PageView
from core.lexicon.lexicon import Lexicon
from core.lexicon.term import Kind, Term, Terms
from core.text.numerals import in_chinese

FAIR = "第十三届青渚渔业博览会开幕。第十三届青渚渔业博览会有新船，第十三届青渚渔业博览会有好网，"


def said(text, lexicon=None):
    findings = odd_forms.detect(PageView("page", "page", text), Context(lexicon=lexicon or Lexicon()))
    ordered = sorted(findings, key=lambda finding: finding.span)
    return [(one.rule, one.span.of(text), one.suggestions[0].text) for one in ordered]


def test_a_number_at_odds_is_marked():
    text = f"{FAIR}{FAIR}人人爱看第十届青渚渔业博览会。"
    assert said(text) == [("odd-ordinal", "十", "十三")]
    assert said(text.replace("第十届", "第10届")) == [("odd-ordinal", "10", "13")]


@pytest.mark.parametrize("other", ["第十二届", "第十四届", "第二十届"])
def test_neighbours_and_what_takes_more_than_a_slip_are_right(other):
    assert said(f"{FAIR}{FAIR}比{other}青渚渔业博览会还好。") == []


def test_where_another_is_spoken_of_often_too_it_is_right():
    assert said(f"{FAIR}第十届青渚渔业博览会也好。") == []


def test_five_year_plans_are_known_by_their_short_names():
    plans = Terms({Term(Kind.QUOTED, "十五五"): 12})
    text = "会议讨论第十一个五年规划的建议。"
    assert said(text, Lexicon.of([(plans, 1)])) == [("odd-ordinal", "十一", "十五")]
    assert said(text.replace("十一个", "十四个"), Lexicon.of([(plans, 1)])) == []
    assert said(text) == []


TAILS = "个五年规划", "届渔业大会"
SAID = st.sampled_from(["第", "十", "一", "五", "12", "1", '"', "十五", "六十", '"十五"一五"', *TAILS])


@given(st.lists(SAID, max_size=25).map("".join), st.sampled_from(TAILS))
def test_the_numbers_of_a_series_are_counted_as_they_stand(text, tail):
    forms = {
        number: [f"第{in_chinese(number)}{tail}", f"第{number}{tail}"]
        + [f'"{in_chinese(number)}五"'] * (tail == TAILS[0])
        for number in range(1, HIGHEST + 1)
    }
    plain = {number: sum(map(text.count, written)) for number, written in forms.items()}
    (members,) = _members([tail], None)
    counts = _Series.of(tail, members, _Spoken(text), Lexicon()).counts
    assert counts == {number: count for number, count in plain.items() if count}
