"""Pieces and articles are moved by keys, by a list to type into and by dragging; one undo takes each back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.document.role import ArticleKind
from core.text.span import Span
from gui.panels.articles_drop import Aside, Between, Into
from gui.panels.articles_model import Nodes
from gui.window.article_menu import article_menu

BODY = "老船工说"
FERRY, MARKET = "青渚渡口今日通航", "集市搬回老街"


@pytest.fixture
def tree(bench):
    return bench.panes.articles


def titles(bench):
    model = bench.panes.articles.model
    return [model.title(article) for article in model.shown.layout.order]


def piece_at(bench, words):
    at = bench.editor.text.index(words)
    return bench.mirror.layout.pieces_in(Span(at, at + 1))[0]


def article_of(bench, words):
    layout = bench.mirror.layout
    held = layout.article_of(piece_at(bench, words))
    return None if held is None else layout.order.index(held)


def choose(bench, *words):
    """Give the tree the keys and choose the pieces of some words."""
    tree = bench.panes.articles
    bench.press("Ctrl+3")
    pieces = [piece_at(bench, word) for word in words]
    for piece in pieces:
        tree.model.open_article(tree.model.owner_of(piece), opened=True)
    rows = [tree.model.row_of_piece(piece) for piece in pieces]
    tree.view.choose(sorted(rows), rows[-1])


def choose_articles(bench, *numbers):
    tree = bench.panes.articles
    bench.press("Ctrl+3")
    rows = [tree.model.row_of_article(bench.mirror.layout.order[number]) for number in numbers]
    tree.view.choose(rows, rows[-1])


def undone(bench, before):
    bench.press("Ctrl+Z")
    bench.settle()
    return bench.stored() == before


def test_lines_move_past_their_neighbours_and_into_the_next_article(bench):
    before = bench.stored()
    bench.go_to(BODY)
    bench.press("Alt+Down")
    bench.settle()
    assert article_of(bench, BODY) == 1
    assert bench.editor.text == before.text
    bench.press("Alt+Up")
    bench.settle()
    assert article_of(bench, BODY) == 0
    bench.press("Ctrl+Z")
    bench.settle()
    assert undone(bench, before)


def test_what_is_chosen_in_the_tree_moves_and_stays_chosen(bench, tree):
    before = bench.stored()
    choose(bench, "街口的茶馆", "掌柜添了")
    chosen = tree.chosen()
    bench.press("Alt+Up", "Alt+Up")
    bench.settle()
    pieces = bench.mirror.layout.articles[bench.mirror.layout.order[1]].pieces
    assert (
        pieces.index(chosen.pieces[0]) < pieces.index(piece_at(bench, "集市搬回"))
        or article_of(bench, "街口的茶馆") == 0
    )
    assert tree.chosen() == chosen
    assert bench.focus is tree.view
    bench.press("Ctrl+Z")
    bench.settle()
    assert undone(bench, before)


def test_a_role_is_given_to_all_that_is_chosen_in_the_tree(bench):
    before = bench.stored()
    choose(bench, "本报讯", "掌柜添了")
    bench.press("Alt+G")
    bench.settle()
    roles = [
        bench.mirror.layout.pieces[piece_at(bench, words)].role for words in ("本报讯", "掌柜添了", BODY)
    ]
    assert roles == ["caption", "caption", "body"]
    assert undone(bench, before)


def test_pieces_far_from_each_other_become_an_article(bench):
    before = bench.stored()
    choose(bench, BODY, "掌柜添了")
    bench.press("Ctrl+Return")
    bench.settle()
    assert article_of(bench, BODY) == article_of(bench, "掌柜添了") == 1
    assert len(titles(bench)) == 3
    assert undone(bench, before)


def test_articles_change_places_and_are_merged(bench):
    before = bench.stored()
    choose_articles(bench, 1)
    bench.press("Alt+Up")
    bench.settle()
    assert titles(bench) == [MARKET, FERRY]
    bench.press("Ctrl+A")
    bench.press("Ctrl+G")
    bench.settle()
    assert titles(bench) == [f"{MARKET} {FERRY}"]
    bench.press("Ctrl+Z")
    bench.settle()
    assert undone(bench, before)


def test_a_list_of_titles_says_where_to_move_to(bench):
    before = bench.stored()
    bench.go_to(BODY)
    bench.press("Ctrl+M")
    chooser = bench.window._chooser.list
    assert [chooser.model.entry_at(row).text for row in range(chooser.model.rowCount())] == [
        MARKET,
        "新稿",
        "版面杂项",
    ]
    QTest.keyClicks(chooser.line, "js")
    QTest.keyClick(chooser.line, Qt.Key.Key_Return)
    bench.settle()
    assert article_of(bench, BODY) == 1
    assert bench.focus is bench.editor
    assert undone(bench, before)


@pytest.mark.parametrize(("typed", "article"), [("xg", 1), ("zx", None)])
def test_the_list_offers_a_new_article_and_the_furniture(bench, typed, article):
    bench.go_to(BODY)
    bench.press("Ctrl+M")
    QTest.keyClicks(bench.window._chooser.list.line, typed)
    QTest.keyClick(bench.window._chooser.list.line, Qt.Key.Key_Return)
    bench.settle()
    assert article_of(bench, BODY) == article


def test_the_sort_of_articles_is_chosen_from_a_list(bench):
    before = bench.stored()
    choose_articles(bench, 0, 1)
    bench.press("Shift+F2")
    QTest.keyClicks(bench.window._chooser.list.line, "pl")
    QTest.keyClick(bench.window._chooser.list.line, Qt.Key.Key_Return)
    bench.settle()
    kinds = {article.kind for _, article in bench.mirror.layout}
    assert kinds == {ArticleKind.COMMENTARY}
    assert undone(bench, before)


@pytest.mark.parametrize(
    ("goal", "article"), [(Into(2, None), 1), (Between(0), 0), (Between(2), 2), (Aside(), None)]
)
def test_what_is_dragged_goes_where_it_is_let_go(bench, tree, goal, article):
    before = bench.stored()
    if isinstance(goal, Into):
        goal = Into(bench.mirror.layout.order[1], piece_at(bench, "街口的茶馆"))
    tree.dropped.emit(Nodes(pieces=(piece_at(bench, BODY),)), goal)
    bench.settle()
    assert article_of(bench, BODY) == article
    assert undone(bench, before)


def test_a_dragged_article_is_read_elsewhere(bench, tree):
    tree.dropped.emit(Nodes((bench.mirror.layout.order[0],)), Between(2))
    bench.settle()
    assert titles(bench) == [MARKET, FERRY]


def test_articles_can_be_walked_through_without_their_pieces_coming_between(bench, tree):
    bench.press("Ctrl+3", "Home")
    tree.model.open_article(bench.mirror.layout.order[0], opened=False)
    bench.settle()
    bench.press("Down")
    bench.settle()
    assert tree.chosen() == Nodes((bench.mirror.layout.order[1],))
    assert bench.editor.text[bench.editor.caret :].startswith("# 集市")


def test_the_menu_of_the_tree_has_the_roles_in_a_menu_of_their_own(bench):
    menu = article_menu(bench.window.actions_, bench.window)
    names = [action.objectName() for action in menu.actions() if action.objectName()]
    assert names[:2] == ["start-article", "merge-up"]
    assert {"move-up", "move-to", "join", "furniture", "rename", "kind"} <= set(names)
    assert "role-title" not in names
    (roles,) = [action.menu() for action in menu.actions() if action.menu()]
    assert len(roles.actions()) == 12
    menu.close()


def test_the_tree_keeps_what_was_dragged_chosen_and_the_cursor_with_it(bench, tree):
    choose(bench, BODY)
    row = tree.model.row_of_piece(piece_at(bench, BODY))
    tree.view.choose([row], row)
    tree.view.dropped.emit(tree.chosen(), Into(bench.mirror.layout.order[1]))
    bench.settle()
    assert tree.chosen() == Nodes(pieces=(piece_at(bench, BODY),))
    assert bench.editor.text[bench.editor.caret :].startswith(BODY)


def test_what_stands_open_is_known_at_the_next_start(bench, make_window, project_path):
    second = bench.mirror.layout.order[1]
    bench.press("Ctrl+3", "End", "Right")
    bench.settle()
    bench.window.close()
    again = make_window(project_path)
    again.settle()
    assert again.panes.articles.model.opened() >= {second}
