import pytest

from core.detectors.detector import Context
from core.detectors.rules import glossary as rule
from core.document.page import PageView
from core.glossary.entry import Entry, Glossary
from core.glossary.near_index import NearIndex
from core.language.language import open_language


def found(text: str, *forms: str):
    index = NearIndex(Glossary(tuple(map(Entry, forms))))
    return list(rule.detect(PageView("page", "page", text), Context(glossary=index)))


@pytest.mark.parametrize(
    ("wrong", "suspect", "right"),
    [
        ("青渚市水刹委员会", "水刹委", "水利委"),
        ("青渚市水委员会", "水委", "水利委"),
        ("青渚市水利利委员会", "利利委", "利委"),
        ("青渚市利水委员会", "市利水委", "市水利委"),
        ("清渚市水利委员会", "清渚", "青渚"),
    ],
)
def test_the_suspect_is_narrow_and_the_suggestion_mends_it(wrong, suspect, right, accepted):
    text = f"昨日上午，{wrong}举行会议，部署今年的工作。"
    (finding,) = found(text, "青渚市水利委员会")
    assert (finding.span.of(text), finding.suggestions[0].text) == (suspect, right)
    assert "青渚市水利委员会" in accepted(text, finding)


def test_a_traditional_page_gets_a_traditional_suggestion(accepted):
    text = "昨日上午，青渚市環境監測專業委員會舉行會議，部署今年的工作。"
    (finding,) = found(text.replace("監", "藍"), "青渚市环境监测专业委员会")
    assert accepted(text.replace("監", "藍"), finding) == text


def test_a_longer_form_is_surer_and_an_end_less_so():
    short, long = found("记者林小舟和青渚市水刹委员会的代表同行。", "林晓舟", "青渚市水利委员会")
    assert short.confidence < 0.5
    assert long.confidence > 0.8
    (at_end,) = found("清渚市水利委员会的代表昨日同行。", "青渚市水利委员会")
    assert at_end.confidence < long.confidence


def test_across_a_line_end_nothing_is_proposed():
    text = "昨日，来自两岸三地的代表们冒着小雨来到青渚市水\n刹委员会，参加在那里举行的会议，并听取安排。"
    (finding,) = found(text, "青渚市水利委员会")
    assert finding.suggestions == ()
    assert finding.span.of(text) == "水\n刹委"


def test_without_a_glossary_there_is_nothing_to_say():
    assert found("青渚市水刹委员会") == []


def test_what_ordinary_text_has_is_hardly_a_slip():
    index = NearIndex(Glossary((Entry("经济发屋论"),)))
    page = PageView("page", "page", "专家们说，经济发展论的要点不止一条，各地的做法也不一样。")
    without, known = (
        next(rule.detect(page, Context(glossary=index, language=language))).confidence
        for language in (None, open_language())
    )
    assert known < 0.3 < without
