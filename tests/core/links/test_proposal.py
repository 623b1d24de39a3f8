"""Invented issues of known structure: stories torn over pages, several jumps to one page, marks damaged."""

from dataclasses import replace

import pytest

from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.layout import Link, layout_of
from core.document.role import Role
from core.links.half import halves_of
from core.links.places import page_place
from core.links.proposal import LinkablePage, propose_links
from core.text.span import Span

FERRY = (
    "青渚渡口恢复通航",
    "青渚渡口昨日恢复通航，首班渡船载着三十名乘客驶向对岸的芦洲村。船工沈阿满说，渡口停了",
    "七个月，如今渡船换成了电动的，芦洲村的乘客再也闻不到柴油味。船工沈阿满每天要开十六班。",
)
LANTERN = (
    "石桥灯会迎来万名游客",
    "石桥灯会开幕首日迎来上万名游客，老街挂起了四千盏鱼灯。灯匠顾明远带着徒弟扎了",
    "整整一个冬天，鱼灯用的是本地毛竹。灯匠顾明远说，石桥的鱼灯要赶在元宵前全部点亮。",
)
WHEAT = (
    "北滩麦田长势喜人",
    "北滩镇的冬小麦进入返青期，农技员何秀兰走进麦田查看墒情。她蹲下来拨开",
    "麦苗的根，说今年墒情好于往年。北滩镇的冬小麦有九成达到一类苗，农技员何秀兰松了口气。",
)
OTHER = ("图书馆延长开放时间", "市图书馆从下周起延长开放时间，周末开到晚上九点。", "")


def page(number, *stories):
    """Make a page of stories, each headline, body, and a jump line or None; 上接 stands before the body."""
    text, articles = f"2031年5月4日 第{number}版\n", []

    def piece(words, role):
        nonlocal text
        start = len(text)
        text += f"{words}\n"
        return DraftPiece(Span(start, start + len(words)), role)

    for headline, body, jump in stories:
        pieces = [piece(headline, Role.TITLE)] if headline else []
        if jump and "接" in jump:
            pieces.append(piece(jump, Role.JUMP))
        pieces.append(piece(body, Role.BODY))
        if jump and "转" in jump:
            pieces.append(piece(jump, Role.JUMP))
        articles.append(DraftArticle(tuple(pieces)))
    layout = layout_of(Draft(tuple(articles), ()))
    return LinkablePage(number, page_place("青渚时报", text), halves_of(number, text, layout))


def found(*pages):
    return {(one.first, one.second): one.score for one in propose_links(pages)}


def first_half(story, jump):
    return story[0], story[1], jump


def second_half(story, jump, headline=None):
    return story[0] if headline is None else headline, story[2], jump


@pytest.fixture
def front():
    jumps = ("（下转第四版）", "（下转4版）", "（下转第2版）")
    return page(1, *map(first_half, (FERRY, LANTERN, WHEAT), jumps), (*OTHER[:2], None))


def test_several_stories_that_go_on_on_one_page_are_told_apart(front):
    fourth = page(
        4, second_half(LANTERN, "（上接第一版）", "石桥灯会"), second_half(FERRY, "■上接第1版", "渡口通航")
    )
    second = page(2, second_half(WHEAT, "上接第1版", ""), (*OTHER[:2], None))
    scores = found(front, second, fourth)
    assert set(scores) == {((1, 1), (4, 2)), ((1, 2), (4, 1)), ((1, 3), (2, 1))}
    assert min(scores.values()) >= 0.8


def test_a_misread_page_number_does_not_part_a_story(front):
    fourth = page(4, second_half(LANTERN, "（上接第七版）"), second_half(FERRY, "■上接第1版"))
    scores = found(front, fourth)
    assert scores[(1, 2), (4, 1)] > 0.5
    assert scores[(1, 1), (4, 2)] > 0.8


def test_one_mark_is_enough_but_surer_are_two(front):
    alone = found(front, page(4, second_half(FERRY, None), (*OTHER[:2], None)))
    both = found(front, page(4, second_half(FERRY, "上接第1版"), (*OTHER[:2], None)))
    assert alone.keys() == both.keys() == {((1, 1), (4, 1))}
    assert 0.3 < alone[(1, 1), (4, 1)] < both[(1, 1), (4, 1)]


def test_a_page_of_another_issue_is_no_continuation(front):
    fourth = page(4, second_half(FERRY, "上接第1版"))
    assert not found(front, replace(fourth, place=replace(fourth.place, issue="2031-05-05")))


def test_another_story_on_the_page_named_is_hardly_one(front):
    assert max(found(front, page(4, (*OTHER[:2], None))).values(), default=0) < 0.3


def test_the_same_story_in_another_paper_is_no_continuation():
    story = (FERRY[0], FERRY[1] + FERRY[2])
    told = page(1, (*story, "（下转第2版）"))
    again = page(2, (*story, None), (WHEAT[0], WHEAT[1] + WHEAT[2], None))
    assert found(told, again) == {}


def test_what_is_linked_is_left_alone(front):
    fourth = page(4, second_half(FERRY, "上接第1版"))
    linked = replace(front.halves[0], linked_to=Link(4, 1))
    assert ((1, 1), (4, 1)) not in found(replace(front, halves=(linked, *front.halves[1:])), fourth)


def test_the_reasons_are_said(front):
    fourth = page(4, second_half(FERRY, "上接第1版"))
    best = propose_links([front, fourth], lambda pairs: [20.0] * len(pairs))[0]
    assert [str(reason) for reason in best.reasons][:4] == [
        "下转第4版",
        "上接第1版",
        "标题相近",
        "断句接得上",
    ]


def test_a_seam_that_reads_on_decides_between_two():
    torn = [("", "渡口停了", "（下转第2版）"), ("", "他蹲下来拨开", "（下转第2版）")]
    rest = [("", "麦苗的根", "上接第1版"), ("", "七个月", "上接第1版")]
    known = {("渡口停了", "七个月"): 20.0, ("他蹲下来拨开", "麦苗的根"): 20.0}
    pages = [page(1, *torn), page(2, *rest)]
    proposals = propose_links(pages, lambda pairs: [known.get(pair, 0.0) for pair in pairs])
    assert {(one.first, one.second) for one in proposals} == {((1, 1), (2, 2)), ((1, 2), (2, 1))}


def test_in_a_row_without_dates_a_story_goes_on_nearby():
    place = replace(page_place("page-1", ""), sure=0.1)
    story = page(1, first_half(FERRY, "（下转第4版）"), second_half(LANTERN, "上接第1版")).halves
    row = [
        LinkablePage(at, replace(place, number=str(at)), tuple(replace(half, page=at) for half in story))
        for at in range(300)
    ]
    assert all(abs(one.first[0] - one.second[0]) <= 24 for one in propose_links(row))
