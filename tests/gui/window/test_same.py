"""A correction is offered for its like."""

import pytest

from core.document.page import Source
from core.project.project import Project
from core.text.span import Span

PAGE = "定于周未休息。\n\n下周未休整，上周未休息，大家都说好。\n"


@pytest.fixture
def bench(make_window, tmp_path):
    path = tmp_path / "周末.jiaochou"
    project = Project.create(path, "林晓禾")
    project.add_pages([Source("一版", PAGE.encode(), "utf-8", PAGE)])
    project.close()
    return make_window(path)


def correct(bench) -> None:
    """Type 末 over the first 未, and rest."""
    bench.editor.select(Span(3, 4))
    bench.compose(commit="末")
    bench.settle()
    bench.editor.typing_paused.emit()
    bench.settle()


def offer(bench):
    return bench.window.status.offer


def test_one_key_corrects_all_and_one_key_takes_it_back(bench):
    correct(bench)
    assert offer(bench).text() == "“周未”还有 2 处：全部改为“周末”   Ctrl+Shift+R"
    bench.press("Ctrl+Shift+R")
    bench.settle()
    assert bench.stored().text == PAGE.replace("未", "末")
    assert not offer(bench).isVisible()
    bench.press("Ctrl+Z")
    bench.settle()
    assert bench.stored().text == PAGE.replace("未", "末", 1)


def test_all_together_count_as_taken(bench):
    correct(bench)
    offer(bench).click()
    bench.settle()
    (pair,) = bench.ask(lambda project: list(project.pairs))
    assert (pair.taught, pair.accepted) == (3, 2)


def test_who_types_on_is_asked_no_more(bench):
    correct(bench)
    assert offer(bench).isVisible()
    bench.type("a")
    assert not offer(bench).isVisible()
    before = bench.editor.text
    bench.press("Ctrl+Shift+R")
    bench.settle()
    assert bench.editor.text == before


def test_where_nothing_else_is_wrong_nothing_is_offered(bench):
    correct(bench)
    bench.press("Ctrl+Shift+R")
    bench.settle()
    bench.editor.select(Span(0, 1))
    bench.compose(commit="订")
    bench.settle()
    bench.editor.typing_paused.emit()
    bench.settle()
    assert not offer(bench).isVisible()
