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
    (pair,) = bench.ask(lambda project: list(project.taught.pairs))
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


OTHERS = ("下周未开会。\n", "本周未停航，周\n未无船。\n", "上周末开会。\n")


@pytest.fixture
def wide(make_window, tmp_path):
    """A window on four pages, of which two others have the same error."""
    path = tmp_path / "周末.jiaochou"
    project = Project.create(path, "林晓禾")
    project.add_pages(
        [
            Source(f"第{number}版", text.encode(), "utf-8", text)
            for number, text in enumerate((PAGE, *OTHERS), 1)
        ]
    )
    project.close()
    return make_window(path)


def elsewhere(bench):
    return bench.window.status.offer_elsewhere


def wait_for_offer(bench):
    bench.qtbot.waitUntil(lambda: elsewhere(bench).isVisible())


def test_other_pages_are_counted_too_and_shown_ready_to_be_corrected(wide):
    correct(wide)
    wait_for_offer(wide)
    assert elsewhere(wide).text() == "别的版还有“周未” 3 处…   Ctrl+R"
    assert "还有 2 处" in offer(wide).text()
    wide.press("Ctrl+R")
    panel = wide.panes.concordance
    wide.qtbot.waitUntil(lambda: panel.model.tick_count == 5)
    assert not elsewhere(wide).isVisible()
    assert (panel.query_line.text(), panel.correct_bar.line.text()) == ("周未", "周末")
    panel.correct()
    wide.settle()
    wide.qtbot.waitUntil(lambda: panel.model.rowCount() == 0)
    assert [wide.stored(page).text for page in (1, 2, 3, 4)] == [
        text.replace("未", "末") for text in (PAGE, *OTHERS)
    ]
    # A torn word taught nothing of its halves.
    (pair,) = wide.ask(lambda project: list(project.taught.pairs))
    assert (pair.key, pair.accepted) == (("周未", "周末"), 0)


def test_where_the_page_has_no_more_the_others_are_offered_still(wide):
    wide.show(2)
    wide.editor.select(Span(2, 3))
    wide.compose(commit="末")
    wide.settle()
    wide.editor.typing_paused.emit()
    wide.settle()
    wait_for_offer(wide)
    assert not offer(wide).isVisible()
    elsewhere(wide).click()
    panel = wide.panes.concordance
    wide.qtbot.waitUntil(lambda: panel.model.tick_count == 5)
    torn = next(row for row in range(5) if "\n" in wide_place(panel, row))
    panel.model.tick([torn], False)
    panel.correct()
    wide.settle()
    wide.qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    (pair,) = wide.ask(lambda project: list(project.taught.pairs))
    assert pair.accepted == 4


def wide_place(panel, row):
    hit = panel.model.hit_at(row)
    return hit.text[hit.start : hit.end]


def test_what_was_offered_is_gone_when_another_page_is_shown(wide):
    correct(wide)
    wait_for_offer(wide)
    wide.show(2)
    assert not elsewhere(wide).isVisible()
    assert not wide.window.actions_["same-everywhere"].isEnabled()
