from core.detectors.detector import Context
from core.detectors.rules import pairs_taught as rule
from core.document.page import PageView
from core.glossary.pair import Pair
from core.glossary.pair_index import pair_index


def found(text: str, *pairs: Pair):
    return list(rule.detect(PageView("page", "page", text), Context(pairs=pair_index(pairs))))


def test_a_learnt_pair_is_as_sure_as_it_has_served():
    pair = Pair("周未", "周末", 4, 3)
    (finding,) = found("定于周未休息", pair)
    assert (finding.rule, finding.span.start, finding.span.end) == ("learnt-pair", 2, 4)
    assert finding.suggestions[0].text == "周末"
    assert finding.confidence == pair.confidence


def test_the_lists_that_come_along_need_no_teaching():
    (finding,) = found("大家如火如茶地干")
    assert (finding.rule, finding.suggestions[0].text) == ("known-pair", "如火如荼")


def test_the_editors_own_correction_comes_first():
    (finding,) = found("大家如火如茶地干", Pair("火如茶", "火如荼", 1))
    assert finding.rule == "learnt-pair"


def test_ordinary_text_is_left_alone():
    text = "周末，孩子们在河边放风筝；贷款办好了，货也送到了，桥上的工人已经收工。"
    assert found(text, Pair("周未", "周末", 1)) == []
