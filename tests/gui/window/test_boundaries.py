"""Moving the boundaries of articles beside the text, and what else the gutter is used for."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from core.document.layout import title_of
from gui.editor.boundaries import row_starts
from gui.editor.gutter_painter import BAR, GAP

SECOND = "集市搬回老街"


def articles(bench):
    """The beginning of every line by article."""
    layout, text = bench.mirror.layout, bench.mirror.text
    return [[layout.spans[key].of(text).strip("# ")[:3] for key in article.pieces] for _, article in layout]


def place(bench, words, below=0):
    """Where on the gutter the bar of the line with `words` begins."""
    editor = bench.editor
    at = bench.mirror.text.index(words)
    row = next(number for number, row in enumerate(bench.rows) if row.span.holds(at))
    starts = row_starts(editor, editor.gutter.rect(), editor.rows, editor.index)
    top = next(start.top for start in starts if start.number == row)
    return QPoint(editor.gutter.width() - GAP - BAR // 2, round(top) + below)


def test_a_boundary_is_dragged_as_one_step(bench):
    before = articles(bench)
    gutter = bench.editor.gutter
    QTest.mousePress(gutter, Qt.MouseButton.LeftButton, pos=place(bench, SECOND))
    QTest.mouseMove(gutter, place(bench, "老船工说"))
    QTest.mouseRelease(gutter, Qt.MouseButton.LeftButton, pos=place(bench, "老船工说"))
    bench.settle()
    assert articles(bench)[0] == before[0][:-1]
    assert articles(bench)[1] == [before[0][-1], *before[1]]
    assert bench.stored().layout == bench.mirror.layout
    bench.press("Ctrl+Z")
    bench.settle()
    assert articles(bench) == before


def test_the_nearest_boundary_is_moved_by_keys(bench):
    before = articles(bench)
    bench.go_to(SECOND)
    bench.press("Alt+Shift+Up")
    bench.settle()
    assert articles(bench)[1] == [before[0][-1], *before[1]]
    bench.press("Alt+Shift+Down", "Alt+Shift+Down")
    bench.settle()
    assert articles(bench)[0] == [*before[0], before[1][0]]


def test_a_click_on_a_bar_chooses_the_article_in_the_tree(bench):
    caret = bench.editor.caret
    QTest.mouseClick(bench.editor.gutter, Qt.MouseButton.LeftButton, pos=place(bench, SECOND, 12))
    (article,) = bench.panes.articles.chosen().articles
    assert title_of(bench.mirror.layout, article, bench.mirror.text) == SECOND
    assert bench.editor.caret == caret


def test_a_line_clicked_with_ctrl_begins_an_article_and_clicked_again_none(bench):
    before = articles(bench)
    for count in (3, 2):
        number = QPoint(6, place(bench, "老船工说", 10).y())
        QTest.mouseClick(
            bench.editor.gutter, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, number
        )
        bench.settle()
        assert len(articles(bench)) == count
    assert articles(bench) == before


def test_a_role_is_chosen_in_a_menu(bench, monkeypatch):
    offered = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _place: offered.extend(menu.actions()))
    left = bench.editor.gutter.width() - 2 * GAP - BAR - 4
    QTest.mouseClick(
        bench.editor.gutter, Qt.MouseButton.LeftButton, pos=QPoint(left, place(bench, "老船工说", 10).y())
    )
    next(action for action in offered if action.objectName() == "role-heading").trigger()
    bench.settle()
    assert any(row.role == "heading" and "老船工说" in row.span.of(bench.mirror.text) for row in bench.rows)


@pytest.mark.parametrize("dims", [True, False])
def test_articles_step_back_and_this_is_remembered(bench, dims):
    for _ in range(1 if dims else 2):
        bench.press("Ctrl+Shift+L")
    bench.settle()
    assert (bench.editor.veiled_for is not None) is dims
    assert bench.window._settings.dims_others is dims
    assert bench.window.actions_["dim-others"].isChecked() is dims


def test_the_page_or_an_article_is_segmented_again_around_what_is_set(bench):
    before = articles(bench)
    bench.go_to("老船工说")
    bench.press("Alt+H")
    bench.go_to("掌柜添了")
    bench.press("Ctrl+Return", "Ctrl+Up")
    bench.settle()
    set_by_hand = bench.mirror.layout
    for keys in ("F5", "Shift+F5"):
        bench.press(keys)
        bench.settle()
        assert bench.mirror.layout == set_by_hand
    assert articles(bench) == before
