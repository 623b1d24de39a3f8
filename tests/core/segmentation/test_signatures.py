"""Bylines, datelines, jumps, pictures, notices: who, when, where from, where to."""

import pytest

HEAD = "江岸区图书馆新馆开馆"
STORY = "本报讯(记者 林晓禾)昨日,江岸区图书馆新馆开馆,首日迎来读者三千余人。"
MORE = "新馆共五层,设少儿、古籍、自习等八个区域,可藏书六十万册。"
CAPTION = "5月3日,孩子们在江岸区图书馆新馆里读书。"


@pytest.mark.parametrize(
    "byline",
    [
        "本报评论员",
        "□新华社记者",
        "●林晓禾",
        "林晓禾",
        "林 禾",
        "本报记者 林晓禾 江一帆",
        "□本报通讯员 林晓禾",
    ],
)
def test_a_byline_stands_under_its_title(read, byline):
    assert read("读书贵在日日坚持", byline, MORE, MORE).roles == [["title", "byline", "body", "body"]]


def test_a_headline_that_begins_like_a_byline_is_none(read):
    page = read("记者走进图书馆看变化", STORY)
    assert page.roles == [["title", "body"]]


def test_a_bracketed_date_under_a_title_is_a_dateline(read):
    page = read("江岸区关于推进全民阅读的意见", "(2031年5月4日)", MORE, "一、总体要求", MORE)
    assert page.roles == [["title", "dateline", "body", "heading", "body"]]
    assert page.kinds == ["document"]


def test_a_story_opens_with_its_dateline_in_the_body(read):
    for opening in ("新华社武汉5月3日电(记者 林晓禾)", "本报讯 记者林晓禾报道 ", "据新华社武汉5月3日电 "):
        assert read(HEAD, opening + MORE).roles == [["title", "body"]]


@pytest.mark.parametrize(
    ("jump", "page_name"),
    [
        ("(下转第4版)", "第4版"),
        ("(下转第二版)", "第2版"),
        ("（下轉第十二版）", "第12版"),
        ("▶下转A06版", "第A6版"),
    ],
)
def test_a_jump_at_the_end_names_the_page_it_goes_to(read, jump, page_name):
    alone, in_line = read(HEAD, STORY, jump), read(HEAD, STORY + jump)
    assert alone.roles == in_line.roles == [["title", "body", "jump"]]
    assert alone.draft.articles[0].continued_to == in_line.draft.articles[0].continued_to == page_name


@pytest.mark.parametrize("jump", ["(上接第一版)", "■上接第1版", "（上接1版）", "(上接第1版) "])
def test_a_jump_at_the_start_names_the_page_it_comes_from(read, jump):
    page = read(HEAD, STORY, "菜市场改造完工", f"{jump} 两百户商贩已经回迁。")
    assert page.roles == [["title", "body"], ["title", "jump", "body"]]
    assert page.draft.articles[1].continued_from == "第1版"
    assert page.draft.articles[1].continued_to is None


def test_the_parts_of_a_line_cover_it(read):
    line = "(上接第一版) 两百户商贩已经回迁。"
    assert "".join(text for _, text in read("菜市场改造完工", line).outline[0][1:]) == line


def test_a_picture_between_articles_is_an_article(read):
    page = read(
        HEAD, STORY, MORE, CAPTION, "新馆设有一百个少儿座位。", "本报记者 林晓禾 摄", "菜市场改造完工", STORY
    )
    assert page.roles == [["title", "body", "body"], ["caption", "caption", "credit"], ["title", "body"]]
    assert page.kinds == ["news", "photo", "news"]


def test_a_caption_and_its_credit_may_share_a_line(read):
    page = read("家门口的书房", CAPTION + " 本报记者 林晓禾 摄", HEAD, STORY)
    assert page.roles == [["title", "caption", "credit"], ["title", "body"]]


def test_a_picture_between_the_halves_of_a_paragraph_comes_behind_it(read):
    page = read(
        HEAD, STORY, "新馆共五层,设少儿、古籍、自习等", CAPTION, "林晓禾 摄", "八个区域,可藏书六十万册。"
    )
    assert page.outline[0][2:] == [
        ("body", "新馆共五层,设少儿、古籍、自习等"),
        ("body", "⁀八个区域,可藏书六十万册。"),
        ("caption", CAPTION),
        ("credit", "林晓禾 摄"),
    ]


def test_a_notice_keeps_its_telephones_and_its_signature(read_text):
    notice = (
        "图书馆暂停开放公告\n\n因设备检修,本馆暂停开放两天。\n\n"
        "电话:027-88880000\n地址:江岸区沿河路8号\n\n江岸区图书馆\n2031年5月4日"
    )
    page = read_text(notice)
    assert page.roles == [["title", "body", "body", "body", "byline", "dateline"]]
    assert page.kinds == ["notice"]
    assert not any(piece.joins_previous for piece in page.draft.articles[0].pieces)


def test_a_speech_greets_those_present(read):
    page = read(
        "全区读书工作报告",
        "——在全区读书工作会议上",
        "江岸区区长 林晓禾",
        "各位代表:",
        MORE,
        "一、过去一年",
        MORE,
    )
    assert page.roles == [["title", "subtitle", "byline", "body", "body", "heading", "body"]]
    assert page.kinds == ["speech"]


def test_an_author_behind_a_bullet_comments(read):
    page = read("让书香飘得更远些", "●林晓禾", "江岸 时评", MORE, MORE)
    assert page.roles == [["title", "byline", "kicker", "body", "body"]]
    assert page.kinds == ["commentary"]


def test_a_table_of_contents_is_a_table(read, read_text):
    rows = [f"第{number}章 阅读之{number}" for number in "一二三四五六"]
    assert read("阅读推广手册", *rows).kinds == ["toc"]
    tabbed = "阅读推广手册\n\n" + "\n".join(f"{row}\t{row}" for row in rows) + f"\n\n{MORE}"
    assert read_text(tabbed).roles == [["title", *["table"] * 6, "body"]]
