from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.layout import Article, Layout, layout_of
from core.document.role import ArticleKind, Role
from core.text.edit import apply_edits
from core.text.edit import replace as replacing
from core.text.span import Span
from gui.panels.articles import ArticlesPanel
from gui.panels.articles_drop import Aside, Between, Into, drop_at
from gui.panels.articles_model import ArticlesModel, Nodes
from gui.panels.articles_shown import FURNITURE
from gui.panels.articles_view import CARRIED

LINES = ["桥通车了", "第一段说桥。", "第二段还说桥。", "果园丰收", "果农高兴。", "热线电话"]
TEXT = "\n".join(LINES)


def span(line):
    start = sum(len(held) + 1 for held in LINES[:line])
    return Span(start, start + len(LINES[line]))


@pytest.fixture
def layout():
    """The bridge, pieces 1 to 3, the orchard, 4 and 5, and furniture, 6."""
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
    model.show(layout, TEXT, {}, opened={1, 2, FURNITURE})
    return model


@pytest.fixture
def panel(theme, watched, layout, on_show):
    panel = ArticlesPanel(theme)
    watched(panel.model)
    panel.show_page(layout, TEXT, {1: 5}, page=1)
    return on_show(panel)


def rows(model):
    """What the rows say, pieces set in."""
    return [
        ("" if model.piece_at(row) is None else "  ") + model.index(row, 0).data()
        for row in range(model.rowCount())
    ]


def current(panel):
    return panel.view.currentIndex().data()


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


# What is shown


def test_articles_pieces_and_furniture(model):
    assert rows(model) == [
        "桥通车了",
        *(f"  {line}" for line in LINES[:3]),
        "果园丰收",
        *(f"  {line}" for line in LINES[3:5]),
        FURNITURE_TITLE,
        "  热线电话",
    ]


def test_typing_brings_and_takes_no_row(model, layout, structure):
    said = structure(model)
    model.show(*typed(layout, TEXT, 4, "昨天"), {})
    assert said == [("changed", 0, 8)]
    assert "  昨天果农高兴。" in rows(model)


def test_what_stands_open_outlives_a_split(model, layout):
    model.open_article(2, opened=False)
    model.show(split(layout, 1, 1), TEXT, {})
    assert rows(model)[:4] == ["桥通车了", "  桥通车了", "第一段说桥。", "果园丰收"]


def test_nodes_and_their_rows(model):
    assert model.nodes([0, 2, 5, 7]) == Nodes((1,), (4, 6))
    assert model.rows_of(Nodes((2,), (6, 3, 99))) == [3, 4, 8]


def test_a_photo_says_so(model, layout):
    articles = {**layout.articles, 2: replace(layout.articles[2], kind=ArticleKind.PHOTO)}
    model.show(replace(layout, articles=articles), TEXT, {})
    assert "〔图片〕果园丰收" in rows(model)


def test_white_space_is_not_counted(model, layout):
    assert model.shown.size(2) == 9
    model.show(*typed(layout, TEXT, 4, " 　"), {})
    assert model.shown.size(2) == 9


def test_torn_places_are_marked(model, layout):
    assert model.shown.marks(1).from_elsewhere == frozenset()
    moved = replace(layout.articles[1], pieces=(1, 3, 2))
    pieces = {**layout.pieces, 2: replace(layout.pieces[2], joins_previous=True)}
    model.show(replace(layout, articles={**layout.articles, 1: moved}, pieces=pieces), TEXT, {})
    assert model.shown.marks(1).from_elsewhere == {2, 3}


def test_a_paragraph_without_an_end_is_marked(model, layout):
    cut = "果农高兴得说不出话来只好请大家吃"
    long, text = typed(layout, TEXT, 4, cut)
    model.show(long, text.replace("果农高兴。", "果农高兴，"), {})
    assert model.shown.marks(2).open_ends == frozenset()  # it goes on on another page
    articles = {**long.articles, 2: replace(long.articles[2], continued_to=None)}
    model.show(replace(long, articles=articles), text.replace("果农高兴。", "果农高兴，"), {})
    assert model.shown.marks(2).open_ends == {5}


def test_the_head_counts_articles_and_those_settled_by_hand(panel, layout):
    articles = {**layout.articles, 1: replace(layout.articles[1], by_hand=True)}
    panel.show_page(replace(layout, articles=articles), TEXT, {})
    assert panel._header.note == "2 篇 · 已定 1"


def test_a_page_without_articles_says_so(panel):
    panel.show_page(Layout(), "", {}, page=2)
    assert panel._body.sentence() == "本版没有稿件"


# Following the text


def test_choice_outlives_a_split(panel, layout):
    panel.view.clearFocus()
    panel.select_piece(5)
    panel.show_page(split(layout, 1, 1), TEXT, {})
    assert current(panel) == "果农高兴。"


def test_the_article_of_the_cursor_stands_open_alone(panel):
    panel.view.clearFocus()
    panel.select_piece(1)
    panel.select_piece(4)
    assert panel.model.opened() == {2}


def test_what_was_opened_by_hand_stays_open(panel):
    panel.view.clearFocus()
    panel.model.open_article(1, opened=True)
    panel.select_piece(1)
    panel.select_piece(4)
    assert panel.model.opened() == {1, 2}


def test_a_page_comes_back_as_it_was_left(panel, layout):
    panel.model.open_article(2, opened=True)
    panel.show_page(layout, TEXT, {}, page=2)
    assert panel.model.opened() == set()
    assert not panel.view.currentIndex().isValid()
    panel.show_page(layout, TEXT, {}, page=1)
    assert panel.model.opened() == {2}
    panel.forget_pages()
    panel.show_page(layout, TEXT, {}, page=1)
    assert panel.model.opened() == set()


def test_what_is_chosen_in_the_tree_stays_chosen_though_the_cursor_follows(panel):
    panel.model.open_article(1, opened=True)
    panel.view.choose([1, 2], 1)
    panel.select_piece(1)
    assert panel.chosen() == Nodes((), (1, 2))
    panel.view.choose([0], 0)
    panel.select_piece(1)
    assert panel.chosen() == Nodes((1,), ())
    panel.select_piece(4)
    assert panel.chosen() == Nodes((), (4,))


def test_pieces_carried_into_a_folded_article_are_still_what_is_chosen(panel, layout):
    panel.model.open_article(1, opened=True)
    panel.view.choose([2, 3], 3)
    articles = dict(layout.articles)
    articles[1], articles[2] = replace(articles[1], pieces=(1,)), replace(articles[2], pieces=(4, 5, 2, 3))
    panel.show_page(replace(layout, articles=articles), TEXT, {})
    assert panel.chosen() == Nodes((), (2, 3))
    assert current(panel) == "第二段还说桥。"


# Keys and clicks


def test_arrows_choose_and_enter_goes_into_the_text(panel, record):
    panel.select_piece(3)
    said = record(piece=panel.piece_chosen, article=panel.article_chosen, text=panel.text_requested)
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert said == [("article", 2), ("article", 2), ("text",)]


def test_home_and_end_go_to_the_first_and_the_last_row(panel):
    QTest.keyClick(panel.view, Qt.Key.Key_End)
    assert current(panel) == FURNITURE_TITLE
    QTest.keyClick(panel.view, Qt.Key.Key_Home)
    assert current(panel) == "桥通车了"


def test_several_are_chosen_with_shift(panel):
    panel.select_piece(1)
    QTest.keyClick(panel.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert panel.chosen() == Nodes((), (1, 2))


def test_one_click_is_one_choice(panel, record):
    panel.select_piece(1)
    said = record(piece=panel.piece_chosen)
    where = panel.view.visualRect(panel.model.index(2, 0)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert said == [("piece", 2)]


def test_the_furniture_row_leads_to_the_furniture(panel, record):
    said = record(piece=panel.piece_chosen)
    panel.view.setCurrentIndex(panel.model.index(panel.model.row_of_article(FURNITURE), 0))
    assert said == [("piece", 6)]


# Finding a title


def compose(view, preedit="", commit=""):
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(view, event)


def test_typing_finds_a_title_and_the_field_says_how_many(panel, record):
    said = record(article=panel.article_chosen)
    compose(panel.view, preedit="feng")
    assert panel._field.isVisible()
    compose(panel.view, commit="丰收")
    assert said == [("article", 2)]
    assert panel._field.said() == "1／1"
    QTest.keyClick(panel.view, Qt.Key.Key_Escape)
    assert not panel._field.isVisible()
    assert current(panel) == "果园丰收"


def test_a_title_is_found_by_its_initials(panel):
    QTest.keyClicks(panel.view, "gyfs")
    assert current(panel) == "果园丰收"
    QTest.keyClicks(panel.view, "z")
    assert (panel._field.said(), current(panel)) == ("没有相符的", "果园丰收")


def test_arrows_go_from_match_to_match(panel, layout):
    panel.show_page(split(layout, 1, 1), TEXT, {})
    compose(panel.view, commit="桥")
    assert (current(panel), panel._field.said()) == ("桥通车了", "1／2")
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    assert (current(panel), panel._field.said()) == ("第一段说桥。", "2／2")
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    assert current(panel) == "桥通车了"


# Dragging


@pytest.mark.parametrize(
    ("nodes", "row", "depth", "goal"),
    [
        (Nodes(pieces=(5,)), 1, 0.2, Into(1, 1)),
        (Nodes(pieces=(5,)), 1, 0.8, Into(1, 2)),
        (Nodes(pieces=(5,)), 3, 0.8, Into(1)),
        (Nodes(pieces=(5,)), 0, 0.5, Into(1)),
        (Nodes(pieces=(5,)), 0, 0.9, Into(1, 1)),
        (Nodes(pieces=(5,)), 0, 0.1, Between(0)),
        (Nodes(pieces=(5,)), 9, 0.0, Between(2)),
        (Nodes(pieces=(5,)), 7, 0.5, Aside()),
        (Nodes((1,)), 4, 0.1, None),
        (Nodes((2,)), 0, 0.1, Between(0)),
        (Nodes((2,)), 0, 0.5, Into(1)),
        (Nodes((2,)), 5, 0.5, None),
        (Nodes(pieces=(6,)), 8, 0.5, None),
        (Nodes(pieces=(5,)), 6, 0.9, None),
        (Nodes(pieces=(4,)), 5, 0.9, None),
    ],
)
def test_where_something_can_be_dropped(model, nodes, row, depth, goal):
    drop = drop_at(model, nodes, row, depth)
    assert (None if drop is None else drop.goal) == goal


def test_between_folded_articles_there_is_a_gap(model):
    model.open_article(1, opened=False)
    assert drop_at(model, Nodes(pieces=(5,)), 0, 0.9).goal == Between(1)


def test_letting_go_says_what_where(panel, record):
    panel.model.open_article(1, opened=True)
    said = record(dropped=panel.dropped)
    view = panel.view
    carried = QMimeData()
    carried.setData(CARRIED, b"")
    place = view.visualRect(panel.model.index(1, 0)).topLeft() + QPoint(30, 3)
    move = Qt.DropAction.MoveAction
    held = (move, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    foreign = QDropEvent(QPointF(place), *held)
    view.dropEvent(foreign)
    assert said == []  # nothing of this list is on its way
    view.carry(Nodes(pieces=(5,)))
    over = QDragMoveEvent(place, *held)
    view.dragMoveEvent(over)
    assert over.isAccepted()
    view.dropEvent(QDropEvent(QPointF(place), *held))
    assert said == [("dropped", Nodes(pieces=(5,)), Into(1, 1))]


# Many


def test_thousands_of_pieces(theme, on_show):
    count = 5_000
    text = "一二三四\n" * count
    pieces = [DraftPiece(Span(5 * at, 5 * at + 4), Role.BODY) for at in range(count)]
    layout = layout_of(Draft(tuple(DraftArticle(tuple(pieces[at : at + 10])) for at in range(0, count, 10))))
    panel = on_show(ArticlesPanel(theme))
    panel.show_page(layout, text, {}, page=1)
    for article in layout.order:
        panel.model.open_article(article, opened=True)
    panel.select_piece(layout.articles[500].pieces[9])
    panel.show_page(split(layout, 250, 5), text, {})
    assert panel.model.rowCount() == 5_496
    assert panel.model.nodes([panel.view.currentIndex().row()]) == Nodes(
        (), (layout.articles[500].pieces[9],)
    )
