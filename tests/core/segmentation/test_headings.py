"""Headings without a number: clauses that answer each other, and counterparts further down."""

import pytest

from core.segmentation.counterparts import parallel_clauses

HEAD = "城南修渠队的一个春天"
LEAD = "本报讯(记者 林晓禾)清明过后,城南修渠队上了工,三十二个人分成四班。"
MORE = "渠长十一里,最窄处只容一人侧身。"
PLAIN = "队里的账本记得清楚,谁出了几天工,谁借了几把锹,一笔不落。"
SPOKEN = "“水到了,人就安心。”守闸的老岳蹲在渠边说,今年比往年早了九天。"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("渠要通,路要平,邻里之间有商有量", "田有水,仓有粮,日子过得有滋有味"),
        ("白天修渠,夜里巡堤,一支队伍两班倒", "上游蓄水,下游排涝,两岸人家一条心"),
        ("挖一锹土,省一方水,老渠换上新模样", "栽一棵树,护一段岸,荒坡披上绿衣裳"),
        ("先问水从何处来", "再问水往何处去"),
    ],
)
def test_headings_that_answer_each_other_stay_headings(read, first, second):
    page = read(HEAD, LEAD, first, SPOKEN, PLAIN, second, MORE, PLAIN)
    assert page.roles == [["title", "body", "heading", "body", "body", "heading", "body", "body"]]
    assert not any(piece.joins_previous for piece in page.draft.articles[0].pieces)


@pytest.mark.parametrize("heading", ["水通了,人和了,山脚下热闹起来", "手里有活,心里有底,守渠人笑了"])
def test_a_heading_of_even_clauses_needs_no_counterpart(read, heading):
    assert read(HEAD, LEAD, heading, SPOKEN, PLAIN).roles == [["title", "body", "heading", "body", "body"]]


def test_nobody_begins_to_speak_in_the_middle_of_a_sentence(read):
    page = read(HEAD, LEAD, "修渠、护渠、用渠,一样都不能少,家家都出力", SPOKEN, PLAIN)
    assert page.roles[0][2] == "heading"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("从用水看,前三个月,两岸", "三十六个村一共省下九万方水。"),
        ("清淤之后,渠底低了,水面也比往年", "低了一尺,水却流得更快。"),
        ("守闸的老岳蹲在渠边,捧起一把水,笑着说", SPOKEN),
        ("老岳管着上闸,小岳管着下闸,父子俩守着一段", "十里长渠,谁也没有误过时辰。"),
        ("收工以后,老岳洗了手,坐在渠边告诉记者", SPOKEN),
        ("去年夏天,渠水断了,村里人给这段渠起名叫", "“十里愁”,谁路过都要叹气。"),
        ("修渠的人多了,送饭的人也多了,渠边办起", "“流动灶”,一日三餐热汤热饭。"),
    ],
)
def test_halves_of_paragraphs_are_still_joined(read, first, second):
    page = read(HEAD, LEAD, PLAIN, first, second, MORE)
    assert first + second in page.paragraphs(0)


def test_two_torn_paragraphs_are_no_counterparts(read):
    torn = ("队长带着三个人,守在闸口,等到半夜才", "看见水头下来。")
    other = ("老岳带着两个人,守在渠尾,等到天亮才", "听见水声过来。")
    page = read(HEAD, LEAD, *torn, MORE, *other, PLAIN)
    assert ["".join(torn), "".join(other)] == [page.paragraphs(0)[1], page.paragraphs(0)[3]]


@pytest.mark.parametrize(
    ("headings", "torn", "rest"),
    [
        (
            ("一看水位", "二看堤脚", "三看闸门"),
            "渠首新装的闸",
            "门已经试了三回,开合只要半分钟。闸门旁边有人守夜。",
        ),
        (("忙在清早", "忙在正午", "忙在夜里"), "村口的修锹", "摊子天黑才收。修锹摊子旁边总围着人。"),
    ],
)
def test_under_a_heading_with_counterparts_stands_no_headline(read, headings, torn, rest):
    one, two, three = headings
    page = read(HEAD, LEAD, one, MORE, two, PLAIN, three, torn, rest)
    assert page.roles == [["title", "body", *["heading", "body"] * 3, "body"]]
    assert torn + rest in page.paragraphs(0)


def test_headlines_of_two_stories_are_no_counterparts(read):
    other = "本报讯(记者 江一帆)城北茶园昨日开采,头一天收了鲜叶两百斤。"
    page = read("城南水渠通水", LEAD, MORE, "城北茶园开采", "头茬茶香飘十里", other, PLAIN)
    assert [roles[0] for roles in page.roles] == ["title", "title"]
    assert len(page.draft.articles) == 2


def test_a_wide_gap_or_a_mark_of_markdown_makes_no_counterpart(read_text):
    stories = f"守渠的人老了\n\n{PLAIN}\n\n{MORE}\n\n\n\n\n守闸的人走了\n\n接班的是他的女儿\n\n{PLAIN}"
    page = read_text(f"{HEAD}\n\n{LEAD}\n\n{stories}")
    assert page.roles[-1] in (["kicker", "title", "body"], ["title", "title", "body"])
    page = read_text(f"# {HEAD}\n\n{LEAD}\n\n" + stories.replace("\n\n\n\n", "\n\n").replace("守", "# 守"))
    assert len(page.draft.articles) == 3


def test_what_even_clauses_are():
    assert parallel_clauses("水通了,人和了")
    assert not parallel_clauses("水通了,水通了")
    assert not parallel_clauses("水通了,村里的人都和气了")
    assert not parallel_clauses("前3个月,后3个月")
    assert not parallel_clauses("水通了")
