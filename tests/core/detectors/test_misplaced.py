"""Passages that stand in one story and belong to another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.detectors.detector import Context
from core.detectors.rules import misplaced
from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.layout import Layout, layout_of
from core.document.page import PageView
from core.document.relocating import relocated
from core.document.role import Role
from core.errors import RefusedError
from core.language.language import open_language
from core.text.span import Span

FERRY = [
    "石门渡口的老木船今年全部大修",
    "石门渡口的八条老木船，今年春天全部上岸大修。船厂的木匠用桐油和麻丝补好船缝，换下了朽坏的船板。",
    "船工老岳在渡口撑了三十年船。他说，木船只要补好船缝、刷足桐油，再撑十年也不成问题，渡口的群众过河仍然喜",
    "欢坐木船。每逢赶集的日子，八条木船从天亮撑到天黑，船工们轮流上岸吃饭。",
    "船厂的木匠说，大修过的木船，桐油要晾足半个月才能下水，船工和木匠都不敢马虎。",
]
ORCHARD = [
    "云溪果园用上滴灌",
    "云溪果园的两千亩桃树，今年用上了滴灌。水管埋在树根旁边，果农在手机上就能开关阀门。",
    "技术员小孟介绍，滴灌让每棵桃树的用水量减少一半，桃子的甜度反而提高了。",
    "果农老蒋说，往年浇一遍桃树要用三天，今年坐在家里按一下手机，半天就浇完了整片果园。",
]
CONTEXT = Context(language=open_language())


def page_of(*articles: list[str]) -> PageView:
    """Return a page with these articles, each given as the lines that are read in it."""
    text = "\n\n".join(line for article in articles for line in article)
    return PageView("x", "x", text, layout_for(text, *articles))


def layout_for(text: str, *articles: list[str]) -> Layout:
    def piece(line: str, role: Role) -> DraftPiece:
        start = text.index(line)
        return DraftPiece(Span(start, start + len(line)), role)

    drafts = [
        DraftArticle(tuple(piece(line, Role.BODY if at else Role.TITLE) for at, line in enumerate(article)))
        for article in articles
    ]
    return layout_of(Draft(tuple(drafts)))


def test_a_passage_that_belongs_to_another_article():
    page = page_of(FERRY[:3], [*ORCHARD[:3], *FERRY[3:], *ORCHARD[3:]])
    (finding,) = misplaced.detect(page, CONTEXT)
    assert finding.rule == "misplaced-passage"
    assert finding.span.of(page.text) == "\n\n".join(FERRY[3:])
    assert finding.related[0].span.of(page.text) == FERRY[2]
    (suggestion,) = finding.suggestions
    assert suggestion.moves
    assert suggestion.text == finding.span.of(page.text)


def test_taking_it_up_moves_its_pieces_and_joins_what_was_torn():
    page = page_of(FERRY[:3], [*ORCHARD[:3], *FERRY[3:], *ORCHARD[3:]])
    (finding,) = misplaced.detect(page, CONTEXT)
    layout, _ = relocated(page.layout, page.text, finding)
    lines = [[layout.spans[piece].of(page.text) for piece in article.pieces] for _, article in layout]
    assert lines == [FERRY, ORCHARD]
    ferry = layout.articles[layout.order[0]]
    assert [layout.pieces[piece].joins_previous for piece in ferry.pieces] == [
        False,
        False,
        False,
        True,
        False,
    ]
    assert list(misplaced.detect(replace(page, layout=layout), CONTEXT)) == []


def test_a_passage_that_was_put_there_already_asks_to_be_looked_at():
    text = "\n\n".join([*FERRY[:3], *ORCHARD[:3], *FERRY[3:], *ORCHARD[3:]])
    page = PageView("x", "x", text, layout_for(text, FERRY, ORCHARD))
    (finding,) = misplaced.detect(page, CONTEXT)
    assert finding.span.of(text) == "\n\n".join(FERRY[3:])
    confirmed, _ = relocated(page.layout, text, finding)
    assert confirmed.articles == page.layout.articles
    assert list(misplaced.detect(replace(page, layout=confirmed), CONTEXT)) == []


@pytest.mark.parametrize("articles", [(FERRY, ORCHARD), (ORCHARD, FERRY), (FERRY,), (FERRY[:3], ORCHARD)])
def test_a_page_in_order_is_left_alone(articles):
    assert list(misplaced.detect(page_of(*articles), CONTEXT)) == []


def test_a_place_that_is_no_more_is_refused():
    page = page_of(FERRY[:3], [*ORCHARD[:3], *FERRY[3:], *ORCHARD[3:]])
    (finding,) = misplaced.detect(page, CONTEXT)
    with pytest.raises(RefusedError):
        relocated(page.layout, page.text, replace(finding, related=()))
