"""Where articles begin, in pages of one paragraph a line."""

import pytest

STORY = "本报讯(记者 林晓禾)昨日,江岸区图书馆新馆开馆,首日迎来读者三千余人。"
MORE = "新馆共五层,设少儿、古籍、自习等八个区域,可藏书六十万册。"
OTHER = "本报讯(记者 江一帆)记者昨日获悉,城北菜市场改造完工,两百户商贩回迁。"
HEAD = "江岸区图书馆新馆开馆"
HEAD_TWO = "城北菜市场改造完工"


def test_each_headline_over_a_story_begins_an_article(read):
    page = read(HEAD, STORY, MORE, HEAD_TWO, OTHER)
    assert page.titles == [HEAD, HEAD_TWO]
    assert page.roles == [["title", "body", "body"], ["title", "body"]]


def test_traditional_script_is_read_alike(read):
    page = read(
        "圖書館新館開館",
        "本報訊（記者 林曉禾）昨日，圖書館新館開館。",
        "菜市場改造完工",
        "新華社武漢5月3日電 菜市場改造完工。",
    )
    assert page.roles == [["title", "body"], ["title", "body"]]


def test_marks_of_markdown_change_nothing(read):
    plain = read(HEAD, STORY, MORE, "一、藏书", MORE, HEAD_TWO, OTHER)
    marked = read(f"## {HEAD}", STORY, MORE, "#### 一、藏书", MORE, f"### {HEAD_TWO}", OTHER)
    assert plain.roles == marked.roles


def test_a_headline_group_has_a_kicker_a_title_and_a_subtitle(read):
    page = read("文化惠民进万家", "江岸区图书馆新馆昨日开馆迎客", "——藏书六十万册,全年无休", STORY)
    assert page.roles == [["kicker", "title", "subtitle", "body"]]


def test_who_attended_is_a_subtitle(read):
    assert read("全市图书馆工作会议在江岸区召开", "林晓禾主持会议", STORY).roles == [
        ["title", "subtitle", "body"]
    ]


def test_a_couplet_is_one_title(read):
    assert read("书香满江岸", "灯火照归人", STORY).roles == [["title", "title", "body"]]


def test_title_and_subtitle_run_together_are_one_title(read):
    line = "江岸区图书馆新馆开馆 藏书六十万册 全年无休 首日迎来读者三千余人 市民盛赞家门口书房"
    assert read(line, STORY).roles == [["title", "body"]]


def test_a_headline_without_a_story_is_an_article(read):
    page = read(HEAD, STORY, "(下转第4版)", "城南公园举办赏花节", "江一帆出席开幕式", f"## {HEAD_TWO}", OTHER)
    assert page.roles[1] == ["title", "subtitle"] or page.roles[1] == ["title", "title"]
    assert page.titles[2] == f"## {HEAD_TWO}"


def test_section_headings_stay_in_their_article(read):
    numbered = ["一、总体安排", "(一)夯实基础", "第二章 保障", "第三节 经费"]
    page = read(HEAD, STORY, *(line for heading in numbered for line in (heading, MORE)))
    assert page.roles == [["title", "body", *["heading", "body"] * 4]]


def test_a_numbered_heading_that_runs_into_its_text_is_body(read):
    page = read(HEAD, STORY, "(一)夯实基础。各分馆要按规定配齐人员和设备。")
    assert page.roles == [["title", "body", "body"]]


def test_a_bare_short_line_between_paragraphs_is_a_heading(read):
    page = read(HEAD, STORY, MORE, "藏书更丰富", MORE, "服务更贴心", MORE)
    assert page.roles == [["title", "body", "body", "heading", "body", "heading", "body"]]


def test_a_story_without_a_headline_begins_at_its_opening(read):
    assert read(HEAD, STORY, MORE, OTHER).roles == [["title", "body", "body"], ["body"]]


def test_after_a_closing_dateline_a_new_article_begins(read):
    page = read(HEAD, STORY, "(新华社武汉5月3日电)", "每日一问", "读书有什么用处?这是许多孩子问过的问题。")
    assert page.roles == [["title", "body", "dateline"], ["title", "body"]]


def test_wide_gaps_part_articles(read_text):
    page = read_text(f"{HEAD}\n\n{STORY}\n\n\n\n\n菜市场旧貌换新颜\n\n走进城北菜市场,灯光明亮,地面干爽。")
    assert page.roles == [["title", "body"], ["title", "body"]]


def test_a_body_before_its_headline_is_put_under_it(read):
    comment = "读书这件事,贵在坚持。每天半小时,一年便是一百八十个小时。"
    page = read(
        HEAD,
        STORY,
        MORE,
        "话说读书",
        comment,
        comment,
        "读书贵在日日坚持",
        "——话说读书之三",
        "本报评论员",
        "(下转第二版)",
    )
    assert page.roles == [
        ["title", "body", "body"],
        ["kicker", "title", "subtitle", "byline", "body", "body", "jump"],
    ]
    assert page.kinds == ["news", "commentary"]


def test_a_headline_may_ask_or_exclaim_or_hold_commas(read):
    for headline in ("谁来守护孩子的眼睛?", "图书馆,我们来了!", "在阅读中成长,在书香里前行,为城市添彩"):
        assert read(headline, STORY, "孩子们爱来吗?", MORE).roles == [["title", "body", "body", "body"]]


def test_a_headline_may_begin_like_a_number(read):
    assert read("第一节阅读课上得怎么样", STORY).roles == [["title", "body"]]


def test_paragraphs_need_no_blank_lines_between(read_text):
    page = read_text("\n".join([HEAD, STORY, "藏书更丰富", MORE * 2, HEAD_TWO, OTHER, MORE * 3]))
    assert page.roles == [["title", "body", "heading", "body"], ["title", "body", "body"]]


def test_a_standing_head_begins_an_article(read):
    assert read(HEAD, STORY, MORE, "知识窗", "一本书的开本是指书页的大小。").titles == [HEAD, "知识窗"]


def test_furniture_belongs_to_no_article(read):
    page = read(
        "江城晚报 2031年5月4日 星期日 第3版",
        HEAD,
        STORY,
        "热线电话:027-88880000",
        "●责任编辑 林晓禾 版式设计 江一帆 ●",
    )
    assert page.roles == [["title", "body"]]
    assert len(page.furniture) == 3


def test_a_word_of_the_page_edge_makes_no_furniture_of_a_headline(read):
    page = read("市图书馆上线读者服务客户端", STORY)
    assert page.furniture == []


def test_an_empty_page_has_no_articles(read_text):
    assert read_text("").outline == []
    assert read_text("\n \n\t\n").outline == []


@pytest.mark.parametrize(
    "opening",
    [
        "据江岸广播电台5月4日消息(记者 江一帆)城北菜市场改造完工。",
        "据江城晚报5月4日报道 (记者江一帆)城北菜市场改造完工。",
        "据省电视台12月30日讯(通讯员 江一帆)城北菜市场改造完工。",
    ],
)
def test_a_story_may_begin_with_where_it_was_heard(read, opening):
    assert read(HEAD, STORY, MORE, HEAD_TWO, opening).titles == [HEAD, HEAD_TWO]


def test_a_paragraph_may_quote_an_office_without_beginning_a_story(read):
    page = read(HEAD, STORY, "据市气象台5月4日消息,周末有雨,新馆照常开放。")
    assert page.roles == [["title", "body", "body"]]


def test_a_weather_box_is_an_article_and_weather_in_a_heading_is_none(read):
    page = read(HEAD, STORY, MORE, "江城一周天气", "前期多云,后期有阵雨。")
    assert page.titles == [HEAD, "江城一周天气"]
    assert len(read(HEAD, STORY, MORE, "不怕刮风下雨天气", MORE).draft.articles) == 1


def test_a_table_read_into_a_paragraph_is_cut_out_of_it(read_text):
    before = "新馆分时开放,少儿区早开早关。成人区晚关,为此,周末改为"
    rows = "区域\t开门\t关门\n少儿区\t8:00\t18:00\n成人区\t9:00\t22:00"
    page = read_text(f"{HEAD}\n\n{STORY}\n\n{before[:-4]}{rows}\n\n周末都开到夜里。\n\n{MORE}")
    assert page.roles == [["title", "body", "body", "body", "table", "table", "table", "body"]]
    assert page.paragraphs(0)[1] == before[:-4] + "周末都开到夜里。"


def test_a_row_of_a_table_is_not_cut(read_text):
    row = "少儿区,一层\t8:00\t18:00"
    page = read_text(f"{HEAD}\n\n{STORY}\n\n{row}\n{row}")
    assert page.roles == [["title", "body", "table", "table"]]


def test_an_opening_with_its_month_misread_begins_a_story(read):
    page = read(HEAD, STORY, MORE, HEAD_TWO, "新华社江岸11问19日电 菜市场改造完工,商贩回迁。")
    assert page.titles == [HEAD, HEAD_TWO]


def test_the_sign_of_a_column_stands_over_its_title_and_not_under_the_one_above(read):
    page = read(HEAD, "——首日迎来读者三千余人", "江岸 短评", HEAD_TWO, "□江一帆", MORE)
    assert page.roles == [["title", "subtitle"], ["kicker", "title", "byline", "body"]]


def test_a_chapter_is_never_half_a_paragraph(read, words):
    page = read("江岸区图书馆条例", "第一章 图书馆的", "图书馆的经费由区里列支。", language=words)
    assert page.roles == [["title", "heading", "body"]]
