"""A commentary whose columns were read before its headline, behind a news story."""

import pytest

from core.segmentation.cohesion import essay_start

NEWS = [
    "江岸区旧桥加固工程完工 行人通行恢复",
    "本报讯(记者 林晓禾)5月3日,江岸区旧桥加固工程完工,桥面行人通行恢复正常。",
    "旧桥建成四十年,去年查出桥墩开裂。加固用了七个月,换下支座十六个。",
    "据介绍,旧桥今后每季度体检一次,结果贴在桥头。",
]
PATIENT = [
    "老木匠教徒弟,头一年只让磨刨刀。有人笑他死板,他说刀不快,木头会记仇。",
    "磨刀看似耽误时间,其实是把后面的时间先省下来。凡是急着下刀的,多半要回头补刀。",
    "做事如同做木工,肯在看不见的地方下笨力气,看得见的地方才会光滑。",
]
LISTEN = [
    "巷口的鞋匠有个习惯,客人放下鞋,他先不看鞋,请人走几步给他听。",
    "听,是放下身段。脚步声里有鞋底的毛病,闲谈声里有日子的难处,不弯腰就听不真切。",
    "会听的人话不多,却总能说到点子上,因为他的话是从众人嘴里长出来的。",
]


@pytest.mark.parametrize(
    ("essay", "headline"),
    [
        (PATIENT, ["磨刀的时间不白费", "本报评论员"]),
        (PATIENT, ["下笨力气,磨快刨刀", "——务实系列谈之二", "本报评论员"]),
        (LISTEN, ["旧桥之外,更要说到点子上", "本报评论员"]),
        (LISTEN, ["先听脚步声", "●江一帆", "街头短评"]),
    ],
)
def test_the_paragraphs_behind_the_news_go_under_the_headline(read, essay, headline):
    page = read(*NEWS, *essay, *headline, "(下转第三版)")
    assert page.paragraphs(0) == NEWS[1:]
    assert page.paragraphs(1) == essay
    assert page.kinds == ["news", "commentary"]
    assert page.roles[1][-1] == "jump"


def test_a_torn_paragraph_moves_as_a_whole(read):
    torn = [PATIENT[1][:30], PATIENT[1][30:]]
    page = read(*NEWS, PATIENT[0], *torn, PATIENT[2], "磨刀的时间不白费", "本报评论员")
    assert page.paragraphs(0) == NEWS[1:]
    assert len(page.paragraphs(1)) == 3


def test_news_keeps_its_paragraphs_where_none_speaks_of_the_commentary(read):
    page = read(*NEWS, "桥下的渡口同日停用。", "渡工转到公园管船。", "让好风气吹进校园", "本报评论员")
    assert len(page.paragraphs(0)) == 5
    assert page.paragraphs(1) == []


def test_a_commentary_that_has_its_body_takes_nothing(read):
    page = read(*NEWS, *LISTEN, "磨刀的时间不白费", "本报评论员", *PATIENT)
    assert page.paragraphs(1) == PATIENT


def test_a_closed_story_gives_nothing(read):
    page = read(*NEWS, *PATIENT, "(新华社武汉5月3日电)", "磨刀的时间不白费", "本报评论员")
    assert len(page.paragraphs(0)) == 6


def test_a_news_headline_without_story_takes_nothing(read):
    page = read(*NEWS, *PATIENT, "磨刀匠走街串巷四十年", "本报记者 江一帆", "(下转第三版)")
    assert len(page.paragraphs(0)) == 6


def test_the_essay_begins_where_the_news_is_no_more_spoken_of():
    assert essay_start([*NEWS[1:], *PATIENT], NEWS[0], "磨刀的时间不白费") == 3
    assert essay_start(NEWS[1:], NEWS[0], "磨刀的时间不白费") is None
    assert essay_start([NEWS[1], PATIENT[0]], NEWS[0], "老木匠的刨刀") is None
    assert essay_start([], "", "") is None


@pytest.mark.parametrize("sign", ["快评", "街头短评"])
def test_under_the_sign_of_its_column_a_body_waits_for_its_headline(read, sign):
    page = read(*NEWS, sign, *PATIENT, "磨刀的时间不白费", "□江一帆")
    assert page.paragraphs(0) == NEWS[1:]
    assert page.roles[1] == ["kicker", "title", "byline", "body", "body", "body"]


def test_any_short_line_may_be_the_sign_if_the_words_are_those_of_the_headline(read, words):
    page = read(*NEWS, "江岸灯下", *PATIENT, "磨刀的时间不白费", "□江一帆", language=words)
    assert page.roles[1] == ["kicker", "title", "byline", "body", "body", "body"]


def test_the_headline_that_its_text_takes_up_opens_an_article_below_a_signed_one(read, words):
    bridge = ["江岸区旧桥加固工程完工", "江岸区的旧桥从前天起可以走人了,加固工程用了七个月。", NEWS[3]]
    page = read(*PATIENT, "磨刀的时间不白费", "□江一帆", *bridge, language=words)
    assert page.titles == ["磨刀的时间不白费", "江岸区旧桥加固工程完工"]
    assert page.paragraphs(0) == PATIENT


def test_the_first_heading_under_a_signed_headline_opens_nothing(read, words):
    page = read("江岸区旧桥加固工程完工", "□江一帆", "桥头的新牌子", *NEWS[2:], language=words)
    assert len(page.titles) == 1
