"""What other pages read otherwise is asked of the page that may have it wrong."""

import pytest

from core.detectors.detector import Context
from core.detectors.rules import witnesses
from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.layout import layout_of
from core.document.page import PageView
from core.document.role import Role
from core.glossary.pair import Pair
from core.glossary.pair_index import pair_index
from core.language.language import open_language
from core.text.script import convert
from core.text.span import Span

BEFORE = "今年入夏以来，青渚镇雨水偏多，镇里组织干部群众加固堤岸，疏通沟渠，"
AFTER = "，保证早稻按时收割，晚稻按时插秧。农技站的同志住在村里，白天下田查看苗情，晚上给农户讲怎样防虫。"
LANGUAGE = open_language()
KNOWN = Context(language=LANGUAGE)


def found(own, *others, context=KNOWN):
    """Check a page with `own` between what all have; the others are pages with theirs."""
    views = [PageView(at, f"第{at}版", BEFORE + text + AFTER) for at, text in enumerate((own, *others))]
    seen = Context(views[1:], language=context.language, pairs=context.pairs)
    return list(witnesses.detect(views[0], seen))


def test_a_wrong_character_that_others_read_rightly(accepted):
    (finding,) = found("家家户户都动员起米", "家家户户都动员起来")
    assert finding.confidence > 0.6
    assert finding.related[0].page == 1
    assert accepted(BEFORE + "家家户户都动员起米" + AFTER, finding) == BEFORE + "家家户户都动员起来" + AFTER


def test_the_page_that_is_right_is_not_asked():
    assert found("家家户户都动员起来", "家家户户都动员起米", "家家户户都动员起来") == []


def test_what_is_missing_is_put_in_beside_what_is_there(accepted):
    (finding,) = found("家家户户动员起来", "家家户户都动员起来", "家家户户都动员起来")
    assert len(finding.span) == 1
    assert accepted(BEFORE + "家家户户动员起来" + AFTER, finding) == BEFORE + "家家户户都动员起来" + AFTER


def test_an_even_chance_is_asked_of_both():
    one, two = "共出动船只37艘", "共出动船只39艘"
    (mine,), (theirs,) = found(one, two), found(two, one)
    assert mine.confidence == pytest.approx(theirs.confidence, abs=0.1)
    assert 0.3 < mine.confidence < 0.6


def test_more_witnesses_that_agree_make_it_likelier():
    few, many = (found("共出动船只37艘", *["共出动船只39艘"] * count)[0] for count in (1, 3))
    assert many.confidence > few.confidence + 0.2


@pytest.mark.parametrize(
    "other", ["家家户户，都动员起来", "家家户戶都動員起來", "家家户户\n都动员起来", "家家户户都动员起来"]
)
def test_marks_script_and_breaks_are_no_variants(other):
    assert found("家家户户都动员起来", other) == []


def test_whole_sentences_that_another_paper_left_out_are_hardly_a_loss():
    whole = "家家户户都动员起来。镇上的小学腾出教室，给巡堤的人歇脚。大家轮班守夜"
    finding = found("家家户户都动员起来。大家轮班守夜", whole)
    assert all(one.confidence < 0.3 for one in finding)


def test_a_truncated_witness_says_nothing_of_what_it_has_lost():
    page = PageView("甲", "甲", BEFORE + "家家户户都动员起来" + AFTER + "渡口也搭起了凉棚。")
    other = PageView("乙", "乙", BEFORE + "家家户户都动员起来" + AFTER[:50])
    for one, beside in ((page, other), (other, page)):
        assert list(witnesses.detect(one, Context([beside], language=LANGUAGE))) == []


def test_what_editors_corrected_before_weighs():
    taught = Context(language=LANGUAGE, pairs=pair_index([Pair("船只37艘", "船只39艘")]))
    (before,), (after,) = (
        found("共出动船只37艘", "共出动船只39艘", context=context) for context in (KNOWN, taught)
    )
    assert after.confidence > before.confidence + 0.2


def test_the_suggestion_is_in_the_script_of_the_page():
    page = PageView("甲", "甲", convert(BEFORE + "学校的老师们也起来帮忙" + AFTER, "s2t"))
    other = PageView("乙", "乙", BEFORE + "学校的老师们也赶来帮忙" + AFTER)
    (finding,) = witnesses.detect(page, Context([other], language=LANGUAGE))
    assert [one.text for one in finding.suggestions] == ["趕"]


def test_other_readings_are_told_in_the_script_of_the_page():
    page = PageView("甲", "甲", BEFORE + "学校的老师们也来帮忙" + AFTER)
    other = PageView("乙", "乙", convert(BEFORE + "学校的老师们也都赶来帮忙" + AFTER, "s2t"))
    (finding,) = witnesses.detect(page, Context([other], language=LANGUAGE))
    assert "乙有“都赶”" in str(finding.message)


def jumping(text: str) -> PageView:
    """Return a page of three lines, the second of which is a jump mark."""
    first, second = BEFORE, f"{text}{AFTER}"
    pieces = (
        DraftPiece(Span(0, len(first)), Role.BODY),
        DraftPiece(Span(len(first) + 1, len(first) + 8), Role.JUMP),
        DraftPiece(Span(len(first) + 9, len(first) + 9 + len(second)), Role.BODY),
    )
    return PageView(0, "第1版", f"{first}\n(下转第4版)\n{second}", layout_of(Draft((DraftArticle(pieces),))))


def test_a_jump_mark_is_no_reading_and_whatever_others_have_there_is_none():
    other = PageView(1, "第4版", f"{BEFORE}家家户户都动员起来{AFTER}")
    assert list(witnesses.detect(jumping(""), Context([other], language=LANGUAGE))) == []


def test_a_passage_against_a_few_words_is_no_slip():
    assert found("见另条", "家家户户都动员起来，" * 9) == []


def test_each_paper_names_its_own_reporter_but_one_name_is_written_one_way():
    assert found("本报讯（记者 方小舟）", "本报讯（记者 林石）") == []
    assert len(found("本报讯（记者 方小丹）", "本报讯（记者 方小舟）")) == 1
