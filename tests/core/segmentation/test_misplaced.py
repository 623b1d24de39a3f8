"""Passages read in the wrong place are put back where the seams and the words agree, and nowhere else."""

import pytest

from core.document.layout import layout_of
from core.language.language import open_language
from core.segmentation.segmenter import segment

FERRY = [
    "石门渡口的老木船今年全部大修",
    "本报讯（记者 何青）石门渡口的八条老木船，今年春天全部上岸大修。船厂的木匠用桐油和麻丝补好船缝。",
    "船工老岳在渡口撑了三十年船。他说，木船只要补好船缝、刷足桐油，再撑十年也不成问题，渡口的群众过河仍然喜",
    "欢坐木船。每逢赶集的日子，八条木船从天亮撑到天黑，船工们轮流上岸吃饭。",
    "船厂的木匠说，大修过的木船，桐油要晾足半个月才能下水，船工和木匠都不敢马虎。",
]
ORCHARD = [
    "云溪果园用上滴灌 桃树少喝一半水",
    "本报讯（记者 沈白）云溪果园的两千亩桃树，今年用上了滴灌。水管埋在树根旁边，果农在手机上就能开关阀门。",
    "技术员小孟介绍，滴灌让每棵桃树的用水量减少一半，桃子的甜度反而提高了。果农们正在学习怎样维护灌溉设",
    "施，果园的仓库里备足了滴头和阀门。",
    "果农老蒋说，往年浇一遍桃树要用三天，今年坐在家里按一下手机，半天就浇完了整片果园。",
]
LANGUAGE = open_language()


def articles(lines: list[str]) -> list[list[str]]:
    text = "\n\n".join(lines)
    return [[piece.span.of(text) for piece in one.pieces] for one in segment(text, LANGUAGE).articles]


def test_a_passage_inside_another_story_goes_home():
    page = [*FERRY[:3], *ORCHARD[:3], *FERRY[3:], *ORCHARD[3:]]
    assert articles(page) == [FERRY, ORCHARD]


def test_the_torn_paragraph_is_one_again():
    text = "\n\n".join([*FERRY[:3], *ORCHARD[:3], *FERRY[3:], *ORCHARD[3:]])
    ferry, orchard = segment(text, LANGUAGE).articles
    assert [piece.joins_previous for piece in ferry.pieces] == [False, False, False, True, False]
    assert [piece.joins_previous for piece in orchard.pieces] == [False, False, False, True, False]


@pytest.mark.parametrize("page", [FERRY + ORCHARD, ORCHARD + FERRY, FERRY[:3] + ORCHARD])
def test_nothing_moves_on_a_page_in_order(page):
    cut = max(page.index(FERRY[0]), page.index(ORCHARD[0]))
    assert articles(page) == [page[:cut], page[cut:]]


def test_without_language_data_nothing_is_moved():
    text = "\n\n".join([*FERRY[:3], *ORCHARD[:3], *FERRY[3:], *ORCHARD[3:]])
    layout = layout_of(segment(text))
    starts = [[layout.spans[piece].start for piece in article.pieces] for _, article in layout]
    assert all(one == sorted(one) for one in starts)
