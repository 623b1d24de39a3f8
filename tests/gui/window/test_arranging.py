"""A page that nobody has looked at is there at once; what is done before its articles come counts."""

import pytest

from core.document.page import Source
from core.history.states import find_articles
from core.language.language import open_language
from core.project.project import Project

LINE = "潮水退去以后，滩涂上满是拾贝的孩子，老人坐在堤上看船。"
LONG = "\n\n".join(
    f"# 第{number}天渡口今日通航，两岸乡亲清早就来排队等船\n\n{LINE * 3}" for number in range(1, 40)
)


@pytest.fixture
def bench(make_window, project_path, monkeypatch, qtbot):
    """A window whose second page is shown, and a third that is long; no articles are looked for."""
    project = Project.open(project_path)
    project.add_pages([Source("三版", LONG.encode(), "utf-8", LONG)])
    project.close()
    bench = make_window(project_path)
    monkeypatch.setattr(bench.desk.arranging, "_look", lambda _mirror: None)
    return bench


def show(bench, qtbot, page):
    bench.desk.show_page(page)
    qtbot.waitUntil(lambda: bench.mirror.page == page and not bench.desk.turns.busy)


def bring_articles(bench):
    """Find the articles as they are found beside the window."""
    bench.desk.arranging._take(bench.mirror, bench.mirror.text, find_articles(LONG, open_language()))


def test_a_key_behind_a_gesture_comes_behind_it(bench, qtbot):
    show(bench, qtbot, 2)
    assert bench.rows == []
    assert bench.panes.articles.model.rowCount() == 0
    at = bench.go_to("校长说")
    bench.press("Ctrl+Return")
    bench.type("x")
    bench.settle()
    assert bench.editor.text[at : at + 4] == "x校长说"
    assert bench.editor.text == bench.stored().text
    assert len(bench.panes.articles.model.shown.layout.order) == 2
    assert bench.mirror.layout == bench.stored().layout
    bench.desk.checking._rest.stop()


def test_what_is_typed_first_stands_and_the_articles_come_with_it(bench, qtbot):
    show(bench, qtbot, 2)
    bench.go_to("校长说")
    bench.type("x")
    bench.settle()
    assert "x校长说" in bench.editor.text
    assert bench.rows != []
    assert bench.panes.articles.model.rowCount() > 0
    bench.desk.checking._rest.stop()


def test_what_is_in_sight_stays_where_it_is_when_titles_grow(bench, qtbot):
    show(bench, qtbot, 3)
    editor = bench.editor
    editor.verticalScrollBar().setValue(editor.verticalScrollBar().maximum() // 2)
    seen, caret = editor.firstVisibleBlock().text(), editor.caret
    with qtbot.waitSignal(bench.desk.articles_found):
        bring_articles(bench)
    assert bench.rows != []
    assert (editor.firstVisibleBlock().text(), editor.caret) == (seen, caret)
    bench.settle()
