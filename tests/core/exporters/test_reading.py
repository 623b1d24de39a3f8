from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.layout import layout_of
from core.document.role import Role
from core.exporters.exporter import ExportPage
from core.exporters.formats.txt import page_text
from core.exporters.reading import glued, stories, unbroken
from core.text.span import Span


def paragraphs(page):
    return [[(paragraph.role, paragraph.text) for paragraph in story.paragraphs] for story in stories(page)]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("渡船已经", "靠岸。", "渡船已经靠岸。"),
        ("渡船已经　", "  靠岸。", "渡船已经靠岸。"),
        ("Ferry", "No. 2", "Ferry No. 2"),
        ("全长12", "50米", "全长1250米"),
        ("COVID", "19", "COVID 19"),
        ("ＡＢ", "ＣＤ", "ＡＢＣＤ"),
        ("约5", "公里", "约5公里"),
        ("", "开头", "开头"),
    ],
)
def test_a_torn_line_is_made_whole(first, second, whole):
    assert glued(first, second) == whole


def test_lines_inside_a_piece_are_one():
    assert unbroken("　　河边的\n\n老码头\n 重开\n") == "河边的老码头重开"


def test_a_torn_paragraph_is_one_paragraph(page_of_pieces):
    page = page_of_pieces([(Role.TITLE, "## 渡口重开"), (Role.BODY, "渡船已经"), (Role.BODY, "靠岸。", True)])
    assert paragraphs(page) == [[(Role.TITLE, "渡口重开"), (Role.BODY, "渡船已经靠岸。")]]


def test_what_stands_beside_the_text_does_not_part_a_paragraph(page_of_pieces):
    page = page_of_pieces(
        [
            (Role.BODY, "渡船已经"),
            (Role.CAPTION, "渡口一角。"),
            (Role.CREDIT, "林一舟 摄"),
            (Role.JUMP, "(下转第4版)"),
            (Role.BODY, "靠岸。", True),
        ]
    )
    assert paragraphs(page) == [
        [(Role.BODY, "渡船已经靠岸。"), (Role.CAPTION, "渡口一角。"), (Role.CREDIT, "林一舟 摄")]
    ]


def test_nothing_runs_into_a_headline(page_of_pieces):
    page = page_of_pieces(
        [(Role.TITLE, "渡口重开"), (Role.BODY, "渡船靠岸。", True), (Role.HEADING, "早市", True)]
    )
    assert [role for role, _ in paragraphs(page)[0]] == [Role.TITLE, Role.BODY, Role.HEADING]


def test_a_title_of_two_lines_is_one_and_so_is_a_table(page_of_pieces):
    page = page_of_pieces(
        [
            (Role.TITLE, "渡口重开"),
            (Role.TITLE, "早市更旺"),
            (Role.TABLE, "鱼\t12元"),
            (Role.TABLE, "虾\t30元"),
        ]
    )
    assert paragraphs(page) == [[(Role.TITLE, "渡口重开 早市更旺"), (Role.TABLE, "鱼\t12元\n虾\t30元")]]


def test_a_story_that_goes_on_behind_its_dateline_is_body(page_of_pieces):
    page = page_of_pieces([(Role.DATELINE, "本报河东5月7日电"), (Role.BODY, "渡船靠岸。", True)])
    assert paragraphs(page) == [[(Role.BODY, "本报河东5月7日电渡船靠岸。")]]


def test_pieces_are_read_in_the_order_of_the_article_not_of_the_page(page_of_pieces):
    page = page_of_pieces([(Role.BODY, "后半。"), (Role.BODY, "前半，")])
    article = page.layout.articles[1]
    turned = replace(page.layout, articles={1: replace(article, pieces=article.pieces[::-1])})
    assert paragraphs(replace(page, layout=turned)) == [[(Role.BODY, "前半，"), (Role.BODY, "后半。")]]


def test_the_name_an_editor_gave_stands_in_for_a_missing_title(page_of_pieces):
    page = page_of_pieces([(Role.CAPTION, "渡口一角。")], [(Role.TITLE, "早市")])
    named = {key: replace(article, name="图片") for key, article in page.layout}
    found = list(stories(replace(page, layout=replace(page.layout, articles=named))))
    assert [story.name for story in found] == ["图片", None]


def test_an_article_of_nothing_but_a_jump_is_left_out(page_of_pieces):
    page = page_of_pieces([(Role.JUMP, "(下转第4版)")], [(Role.BODY, "  ")], furniture=("热线电话",))
    assert paragraphs(page) == []


LINES = st.text(alphabet="河渡船，。A9 \n", max_size=12)
PIECES = st.lists(
    st.tuples(st.sampled_from([Role.BODY, Role.JUMP, Role.CAPTION]), LINES, st.booleans()), max_size=8
)


@given(st.lists(PIECES, max_size=4), LINES)
def test_text_export_is_the_text_of_the_pieces_and_nothing_else(articles, furniture):
    text, drafts = "", []
    for pieces in articles:
        made = []
        for role, words, joins in pieces:
            made.append(DraftPiece(Span(len(text), len(text) + len(words)), role, joins))
            text += words
        drafts.append(DraftArticle(tuple(made)))
    out = Span(len(text), len(text) + len(furniture))
    page = ExportPage("页", text + furniture, layout_of(Draft(tuple(drafts), (out,))))

    read = "".join(words for pieces in articles for role, words, _ in pieces if role is not Role.JUMP)
    assert sorted("".join(page_text(page).split())) == sorted("".join(read.split()))
    bodies = [[words for role, words, _ in pieces if role is Role.BODY] for pieces in articles]
    got = [
        "".join(paragraph.text for paragraph in story.paragraphs if paragraph.role is Role.BODY)
        for story in stories(page)
    ]
    assert "".join("".join(got).split()) == "".join("".join("".join(words) for words in bodies).split())


@given(st.lists(LINES))
def test_gluing_adds_and_loses_no_word(lines):
    whole = unbroken("\n".join(lines))
    assert "".join(whole.split()) == "".join("".join(lines).split())
    assert "\n" not in whole
