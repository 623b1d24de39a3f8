"""Paragraphs torn at a column end."""

import pytest

from core.segmentation.page_language import PageLanguage
from core.segmentation.seams import closes, left_open, tail_read_twice

HEAD = "江岸区图书馆新馆开馆"
STORY = "本报讯(记者 林晓禾)昨日,江岸区图书馆新馆开馆,首日迎来读者三千余人。"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("林晓禾介绍,新馆共有五层,设少儿、古籍等八个区", "域,可藏书六十万册。"),
        ("许多读者清早就来排队等候,盼望着早些走进新馆的", "大门。"),
        ("一位家长说:“孩子放学后终于有了去", "处,我们也放心。”说完便领着孩子上楼。"),
        ("近年来,江岸区着力打造“十五分钟阅", "读圈”,各街道都有了书房。"),
        ("新馆还与《江岸", "年鉴》编辑部合办了一个展览。"),
        ("周末,志愿者在这里讲故事,", "孩子们听得入了迷。"),
    ],
)
def test_halves_of_a_sentence_are_joined(read, first, second):
    page = read(HEAD, STORY, first, second)
    assert page.paragraphs(0) == [STORY, first + second]


def test_whole_paragraphs_are_not_joined(read):
    lines = [STORY, "新馆共五层。", "主要区域如下:", "一层是少儿区;", "二层是古籍区。"]
    assert read(HEAD, *lines).paragraphs(0) == lines


def test_nothing_goes_on_over_a_headline(read):
    page = read(HEAD, STORY, "林晓禾介绍,新馆共有五层,可藏书六十", "城北菜市场改造完工", STORY)
    assert [len(page.paragraphs(number)) for number in range(2)] == [2, 1]


def test_a_tail_read_twice_is_a_seam(read):
    page = read(HEAD, STORY, "读书要靠大家一起出力量。", "量。只有人人动手,书香才能飘进千家万户。")
    assert [piece.joins_previous for piece in page.draft.articles[0].pieces] == [False, False, False, True]


def test_a_paragraph_torn_by_a_foreign_passage_closes_its_quotation(read):
    foreign = "菜市场的改造分三期进行,摊位比原来多出一倍"
    page = read(HEAD, STORY, "走进少儿区,迎面便是“书香江", foreign, "岸”四个大字。", "新馆全年无休。")
    assert "走进少儿区,迎面便是“书香江岸”四个大字。" in page.paragraphs(0)
    assert foreign in page.paragraphs(0)


def test_what_a_line_leaves_open():
    assert left_open("走进“书香江") == "”"
    assert left_open("走进“书香”《江") == "》"
    assert left_open("走进“书香”江岸") is None
    assert closes("岸”四个“大字", "”")
    assert not closes("挂着“大字”", "”")


def test_only_the_end_of_a_sentence_can_be_read_twice():
    assert tail_read_twice("一起出力量。", "量。只有") == 2
    assert tail_read_twice("一起出力量", "力量只有") == 0


def test_a_page_knows_the_words_it_uses():
    language = PageLanguage("少儿借阅区在一层。\n借阅证免费办理。\n少儿借")
    assert language.reads_on("在少儿借", "阅证") > 0
    assert language.reads_on("在少儿借", "理由") == 0
    assert language.reads_on("", "阅证") == 0
