from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.layout import Article, Layout, layout_of
from core.document.role import ArticleKind, Role
from core.text.edit import apply_edits
from core.text.edit import replace as replacing
from core.text.span import Span
from gui.panels.articles import ArticlesPanel
from gui.panels.articles_model import ArticlesModel
from gui.panels.articles_shown import FURNITURE

LINES = ["桥通车了", "第一段说桥。", "第二段还说桥。", "果园丰收", "果农高兴。", "热线电话"]
TEXT = "\n".join(LINES)


def span(line):
    start = sum(len(held) + 1 for held in LINES[:line])
    return Span(start, start + len(LINES[line]))


@pytest.fixture
def layout():
    bridge = [
        DraftPiece(span(0), Role.TITLE),
        DraftPiece(span(1), Role.BODY),
        DraftPiece(span(2), Role.BODY, True),
    ]
    fruit = [DraftPiece(span(3), Role.TITLE), DraftPiece(span(4), Role.BODY)]
    draft = Draft((DraftArticle(tuple(bridge)), DraftArticle(tuple(fruit), continued_to="第4版")), (span(5),))
    return layout_of(draft)


@pytest.fixture
def model(qtbot, watched, layout):
    model = watched(ArticlesModel())
    model.show(layout, TEXT, {})
    return model


@pytest.fixture
def panel(theme, watched, layout, on_show):
    panel = ArticlesPanel(theme)
    watched(panel.model)
    panel.show_page(layout, TEXT, {1: 5}, new_page=True)
    return on_show(panel)


def tree(model):
    rows = {}
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        rows[index.data()] = [model.index(child, 0, index).data() for child in range(model.rowCount(index))]
    return rows


def split(layout: Layout, article: int, at: int) -> Layout:
    """Let a new article begin at piece number `at` of `article`."""
    held = layout.articles[article]
    new = layout.next_id
    articles = dict(layout.articles)
    articles[article] = replace(held, pieces=held.pieces[:at])
    articles[new] = Article(held.pieces[at:])
    place = layout.order.index(article) + 1
    order = (*layout.order[:place], new, *layout.order[place:])
    return replace(layout, order=order, articles=articles, next_id=new + 1)


def typed(layout, text, line, inserted):
    edit = (replacing(text, Span(span(line).start, span(line).start), inserted),)
    return layout.moved(edit), apply_edits(text, edit)


FURNITURE_TITLE = "版面杂项（报头、热线、责编）"


def test_articles_pieces_and_furniture(model):
    assert tree(model) == {"桥通车了": LINES[:3], "果园丰收": LINES[3:5], FURNITURE_TITLE: ["热线电话"]}


def test_typing_paints_the_piece_and_its_article_and_nothing_else(model, layout, structure):
    said = structure(model)
    model.show(*typed(layout, TEXT, 4, "昨天"), {})
    assert said == [("changed", 1, 1), ("changed", 1, 1)]
    assert tree(model)["果园丰收"] == ["果园丰收", "昨天果农高兴。"]


def test_nothing_new_says_nothing(model, layout, structure):
    said = structure(model)
    model.show(layout, TEXT, {})
    assert said == []


def test_a_retagged_piece_is_one_change(model, layout, structure):
    said = structure(model)
    piece = layout.articles[2].pieces[1]
    pieces = {**layout.pieces, piece: replace(layout.pieces[piece], role=Role.HEADING)}
    model.show(replace(layout, pieces=pieces), TEXT, {})
    assert said == [("changed", 1, 1), ("changed", 1, 1)]


def test_another_count_of_suspects_paints_its_article(model, layout, structure):
    said = structure(model)
    model.show(layout, TEXT, {2: 3})
    assert said == [("changed", 1, 1)]


def test_a_split_takes_and_brings_just_its_rows(model, layout, structure):
    said = structure(model)
    model.show(split(layout, 1, 1), TEXT, {})
    assert [what for what in said if what[0] != "changed"] == [("removed", 1, 2), ("inserted", 1, 1)]
    assert list(tree(model).values())[:2] == [["桥通车了"], LINES[1:3]]


def test_a_merge_is_a_split_backwards(model, layout, structure):
    model.show(split(layout, 1, 1), TEXT, {})
    said = structure(model)
    model.show(layout, TEXT, {})
    assert [what for what in said if what[0] != "changed"] == [("removed", 1, 1), ("inserted", 1, 2)]
    assert tree(model)["桥通车了"] == LINES[:3]


def test_articles_can_change_places(model, layout, structure):
    said = structure(model)
    model.show(replace(layout, order=(2, 1)), TEXT, {})
    assert said == [("moved",)]
    assert list(tree(model)) == ["果园丰收", "桥通车了", FURNITURE_TITLE]


def test_expansion_and_choice_outlive_a_split(panel, layout):
    piece = layout.articles[2].pieces[1]
    panel.select_piece(piece)
    panel.show_page(split(layout, 1, 1), TEXT, {})
    assert panel.view.isExpanded(panel.model.index_of_article(2))
    assert panel.view.currentIndex().data() == "果农高兴。"


def test_the_chosen_piece_is_followed_into_the_article_split_off(panel, layout, record):
    said = record(piece=panel.piece_chosen, article=panel.article_chosen)
    panel.select_piece(layout.articles[1].pieces[2])
    after = split(layout, 1, 1)
    panel.show_page(after, TEXT, {})
    assert panel.view.currentIndex() == panel.model.index_of_article(after.order[1])
    assert said == []


def test_the_article_of_the_cursor_stands_open_alone(panel, layout):
    panel.select_piece(layout.articles[1].pieces[0])
    panel.select_piece(layout.articles[2].pieces[0])
    assert not panel.view.isExpanded(panel.model.index_of_article(1))
    assert panel.view.isExpanded(panel.model.index_of_article(2))


def test_what_was_opened_by_hand_stays_open(panel, layout):
    panel.view.expand(panel.model.index_of_article(1))
    panel.select_piece(layout.articles[1].pieces[0])
    panel.select_piece(layout.articles[2].pieces[0])
    assert panel.view.isExpanded(panel.model.index_of_article(1))


def test_arrows_choose_and_enter_goes_into_the_text(panel, layout, record):
    panel.select_piece(layout.articles[1].pieces[2])
    said = record(piece=panel.piece_chosen, article=panel.article_chosen, text=panel.text_requested)
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert said == [("article", 2), ("article", 2), ("text",)]


def test_one_click_is_one_choice(panel, layout, record):
    panel.select_piece(layout.articles[1].pieces[0])
    said = record(piece=panel.piece_chosen)
    where = panel.view.visualRect(panel.view.indexBelow(panel.view.currentIndex())).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert said == [("piece", layout.articles[1].pieces[1])]


def test_typing_finds_a_title(panel, record):
    said = record(article=panel.article_chosen)
    QTest.keyClicks(panel.view, "zzz")
    assert said == []
    panel._search.forget()
    panel._search._look_for("丰收")
    assert said == [("article", 2)]


def test_the_head_counts_articles_and_those_settled_by_hand(panel, layout):
    articles = {**layout.articles, 1: replace(layout.articles[1], by_hand=True)}
    panel.show_page(replace(layout, articles=articles), TEXT, {})
    assert panel._header.note == "2 篇 · 已定 1"


def test_a_photo_says_so(model, layout):
    articles = {**layout.articles, 2: replace(layout.articles[2], kind=ArticleKind.PHOTO)}
    model.show(replace(layout, articles=articles), TEXT, {})
    assert "〔图片〕果园丰收" in tree(model)


def test_the_furniture_row_leads_to_the_furniture(panel, layout, record):
    said = record(piece=panel.piece_chosen)
    panel.view.setCurrentIndex(panel.model.index_of_article(FURNITURE))
    assert said == [("piece", layout.furniture[0])]


def test_a_new_page_forgets_what_was_open(panel, layout):
    panel.select_piece(layout.articles[1].pieces[0])
    panel.show_page(layout, TEXT, {}, new_page=True)
    assert not panel.view.isExpanded(panel.model.index_of_article(1))
    assert not panel.view.currentIndex().isValid()


def test_a_page_without_articles_says_so(panel):
    panel.show_page(Layout(), "", {}, new_page=True)
    assert panel._body.sentence() == "本版没有稿件"


def test_thousands_of_pieces(theme, on_show):
    count = 5_000
    text = "一二三四\n" * count
    pieces = [DraftPiece(Span(5 * at, 5 * at + 4), Role.BODY) for at in range(count)]
    layout = layout_of(Draft(tuple(DraftArticle(tuple(pieces[at : at + 10])) for at in range(0, count, 10))))
    panel = on_show(ArticlesPanel(theme))
    panel.show_page(layout, text, {}, new_page=True)
    panel.view.expandAll()
    panel.select_piece(layout.articles[500].pieces[9])
    panel.show_page(split(layout, 250, 5), text, {})
    assert panel.model.rowCount() == 501
    assert panel.view.currentIndex() == panel.model.index_of_piece(layout.articles[500].pieces[9], 500)
