"""What stands between the paragraphs of a page in printed form: bylines, headings, tables, signatures."""

import pytest

from core.language.language import open_language
from core.segmentation.segmenter import segment

BODY = [
    "　　青渚县的渠水今年早到了九天，两",
    "岸的稻田都已泡上了水，农户忙着平田",
    "整地，准备插秧。县里的农技员分成六",
    "个小组下到村里，查看秧苗的长势。",
    "　　往年这个时候渠里还没有水，村民",
    "要到河边去挑。今年春天县里清了渠底",
    "的淤泥，换了十二道闸门，水一路流到",
    "了最远的村子。",
]


def roles(*blocks: list[str]) -> list[list[tuple[str, str]]]:
    text = "\n\n".join("\n".join(block) for block in blocks)
    draft = segment(text, open_language())
    return [[(piece.role.value, piece.span.of(text)) for piece in one.pieces] for one in draft.articles]


@pytest.mark.parametrize("byline", ["本报评论员", "□何青", "罗芷清"])
def test_a_byline_under_a_printed_headline(byline):
    ((title, author, *body),) = roles(["渠水早到九天"], [byline, *BODY])
    assert title == ("title", "渠水早到九天")
    assert author == ("byline", byline)
    assert {role for role, _ in body} == {"body"}


def test_a_subtitle_and_a_kicker_belong_to_the_headline_below():
    (article,) = roles(["春耕一线"], ["渠水早到九天 稻田提前插秧"], ["——来自青渚县的报告"], BODY)
    assert [role for role, _ in article][:3] == ["kicker", "title", "subtitle"]


def test_a_numbered_heading_inside_a_column():
    (article,) = roles(["渠水早到九天"], [*BODY[:4], "二、清淤换闸", *BODY[4:]])
    assert ("heading", "二、清淤换闸") in article


def test_a_signature_and_its_date():
    (article,) = roles(["停水通知"], [*BODY, "青渚县水务局", "2031年5月4日"])
    assert article[-2:] == [("byline", "青渚县水务局"), ("dateline", "2031年5月4日")]


def test_chapters_are_a_table():
    chapters = [f"第{number}章 渠水管理" for number in "一二三四五六"]
    first, second = roles(["渠水早到九天"], BODY, ["青渚县渠水管理条例"], chapters)
    assert {role for role, _ in first[1:]} == {"body"}
    assert [role for role, _ in second] == ["title", *["table"] * 6]


@pytest.mark.parametrize("jump", ["（下转第4版）", "(下问第二版)", "■下转第田版", "（下转第A5版版）"])
def test_a_jump_is_known_though_a_character_is_misread(jump):
    (article,) = roles(["渠水早到九天"], [*BODY, jump])
    assert article[-1] == ("jump", jump)
