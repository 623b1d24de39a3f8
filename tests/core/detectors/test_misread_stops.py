from hypothesis import given, settings
from hypothesis import strategies as st

from core.detectors.detector import Context
from core.detectors.misread_stops import ENDING, stops_misread
from core.detectors.rules import torn
from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.layout import layout_of
from core.document.page import PageView
from core.document.role import Role
from core.language.language import open_language
from core.text.lines import Lines

LANGUAGE = open_language()

MISREAD = "会议要求，各地要结合实际抓好贯彻落实套"
LOST = "会议要求，各地要结合实际抓好贯彻落实"


def test_a_character_that_ends_no_sentence_stands_for_the_stop() -> None:
    assert stops_misread([MISREAD, LOST, ""], LANGUAGE) == [True, False, False]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text("会议要求贯彻落实套船桥 \n", max_size=ENDING + 9), max_size=4))
def test_each_end_is_judged_by_itself_alone(endings: list[str]) -> None:
    alone = [stops_misread([ending], LANGUAGE)[0] for ending in endings]
    assert stops_misread(endings, LANGUAGE) == alone


def test_the_stop_is_proposed_in_its_place_and_behind_it() -> None:
    text = f"会议结束了。{MISREAD}\n会议结束了。各地代表陆续离开。"
    pieces = tuple(DraftPiece(span, Role.BODY) for span in Lines(text).spans())
    page = PageView("page", "page", text, layout_of(Draft((DraftArticle(pieces),))))
    (finding,) = torn.detect(page, Context(language=LANGUAGE))
    assert finding.rule == "missing-full-stop"
    assert [proposed.text for proposed in finding.suggestions] == ["。", "套。"]
