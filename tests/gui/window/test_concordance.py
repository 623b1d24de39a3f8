"""Every place of some characters in all pages, from the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.document.page import Source
from core.project.project import Project
from core.segmentation import segmenter
from core.text.span import Span

PAGES = ("东岸的度口通航。\n\n西岸的度\n口停航，度口无人。\n", "船到度口，人未到。\n", "岸上无人。\n")


@pytest.fixture
def bench(make_window, tmp_path):
    path = tmp_path / "度口.jiaochou"
    project = Project.create(path, "林晓禾")
    project.add_pages(
        [Source(f"第{number}版", text.encode(), "utf-8", text) for number, text in enumerate(PAGES, 1)]
    )
    project.close()
    return make_window(path)


def panel(bench):
    return bench.panes.concordance


def search(bench, wanted):
    """Open the concordance and look for `wanted`."""
    bench.press("Ctrl+Shift+F")
    panel(bench).query_line.setText(wanted)
    bench.press("Return")
    bench.qtbot.waitUntil(lambda: not panel(bench).search_bar.busy)
    bench.settle()


def places(bench):
    model = panel(bench).model
    return [(model.hit_at(row).page, model.hit_at(row).reading) for row in range(model.rowCount())]


def instead(bench, text):
    line = panel(bench).correct_bar.line
    line.setFocus()
    line.setText(text)


def correct(bench):
    bench.press("Ctrl+Return")
    bench.settle()


def wait_for(bench, expected):
    bench.qtbot.waitUntil(lambda: places(bench) == expected)


ALL = [(1, "度口")] * 3 + [(2, "度口")]


def test_what_is_selected_is_looked_for(bench):
    bench.editor.select(Span(3, 5))
    bench.press("Ctrl+Shift+F")
    wait_for(bench, ALL)
    assert panel(bench).query_line.hasFocus()
    assert panel(bench).search_bar.said == "4 处 · 2 版"


def test_a_torn_selection_is_looked_for_whole(bench):
    at = bench.editor.text.index("度\n口")
    bench.editor.select(Span(at, at + 3))
    bench.press("Ctrl+Shift+F")
    wait_for(bench, ALL)


def test_one_character_suffices_and_every_page_is_looked_at(bench):
    search(bench, "岸")
    assert places(bench) == [(1, "岸"), (1, "岸"), (3, "岸")]


def test_all_are_corrected_as_one_step_and_taken_back_as_one(bench):
    search(bench, "度口")
    panel(bench).correct_bar.all.click()
    instead(bench, "渡口")
    correct(bench)
    wait_for(bench, [])
    assert bench.told == "改了 4 处，2 版；撤销一次就全部退回"
    assert bench.stored(1).text == PAGES[0].replace("度", "渡")
    assert bench.stored(2).text == PAGES[1].replace("度", "渡")
    bench.press("Ctrl+Z")
    wait_for(bench, ALL)
    assert bench.stored(2).text == PAGES[1]


def test_one_by_one_the_next_is_at_hand(bench):
    search(bench, "度口")
    instead(bench, "渡口")
    correct(bench)
    wait_for(bench, ALL[1:])
    assert bench.focus is panel(bench).view
    correct(bench)
    wait_for(bench, ALL[2:])
    assert bench.stored(1).text == PAGES[0].replace("度", "渡", 2)


def test_quick_fingers_correct_what_they_see(bench):
    search(bench, "度口")
    instead(bench, "渡口")
    bench.press("Ctrl+Return", "Ctrl+Return", "Ctrl+Return")
    bench.settle()
    bench.qtbot.waitUntil(lambda: len(places(bench)) < 4)
    bench.settle()
    # Whatever was corrected is a place that was looked for; nothing is corrected twice or elsewhere.
    assert bench.stored(1).text.replace("渡", "度") == PAGES[0]


def test_a_word_put_around_itself_is_not_put_there_twice(bench):
    search(bench, "船")
    instead(bench, "大船")
    correct(bench)
    bench.qtbot.waitUntil(lambda: panel(bench).model.hit_at(0).before == "大")
    assert panel(bench).model.tick_count == 0


def test_enter_shows_a_place_of_another_page(bench):
    search(bench, "度口")
    panel(bench).view.selectRow(3)
    bench.press("Return")
    bench.settle()
    assert bench.mirror.page == 2
    assert bench.editor.selection.of(bench.editor.text) == "度口"
    assert panel(bench).view.hasFocus()
    bench.press("Esc")
    assert bench.editor.hasFocus()


def test_ticks_stay_where_the_place_still_is(bench):
    search(bench, "度口")
    panel(bench).correct_bar.all.click()
    bench.press("Esc")
    bench.go_to("口停航")
    bench.editor.setFocus()
    bench.compose(commit="x")
    wait_for(bench, [ALL[0], *ALL[2:]])
    assert panel(bench).model.tick_count == 3
    assert "有 1 处已经不是原来的文字" in bench.told


def test_places_that_changed_since_are_not_corrected(bench):
    search(bench, "度口")
    panel(bench).correct_bar.all.click()
    instead(bench, "渡口")
    # Typed behind the pane's back, and asked for before the pane has heard of it.
    bench.editor.select(Span(3, 4))
    bench.compose(commit="x")
    panel(bench).correct()
    bench.settle()
    bench.qtbot.waitUntil(lambda: bench.told.startswith("选中的地方"))
    bench.settle()
    assert bench.stored(2).text == PAGES[1]


def test_nothing_happens_without_a_word(bench):
    bench.press("Ctrl+Shift+F")
    assert "在上面输入" in panel(bench).sentence
    correct(bench)
    assert bench.told.startswith("没有可改的地方")
    search(bench, "鲸")
    assert panel(bench).sentence == "3 版里没有“鲸”"
    panel(bench).search_bar.exact.click()
    bench.qtbot.waitUntil(lambda: "不勾“区分字形”" in panel(bench).sentence)
    bench.editor.selectAll()
    bench.editor.select(Span(0, 9))
    panel(bench).query_line.setText("")


def test_deleting_is_asked_about_first(bench):
    search(bench, "度口")
    correct(bench)
    assert "再按一次 Ctrl+Enter 就删去这 1 处" in bench.told
    assert bench.stored().text == PAGES[0]
    correct(bench)
    wait_for(bench, ALL[1:])
    assert bench.stored().text == PAGES[0].replace("度口", "", 1)


def test_where_all_reads_so_already_it_says_so(bench):
    search(bench, "度口")
    instead(bench, "度口")
    correct(bench)
    bench.qtbot.waitUntil(lambda: bench.told == "没有可以替换的地方")


def test_opening_it_again_leaves_the_ticks(bench):
    search(bench, "度口")
    QTest.keyClick(panel(bench).view, Qt.Key.Key_Space)
    bench.press("Ctrl+Shift+F")
    assert panel(bench).model.tick_count == 1


def test_pages_that_are_added_are_searched_too(bench):
    search(bench, "度口")
    done = []
    bench.desk.add_pages(
        [Source("第4版", "新度口".encode(), "utf-8", "新度口")], lambda *counts: done.append(counts)
    )
    wait_for(bench, [*ALL, (4, "度口")])


def test_another_project_begins_anew(bench, project_path):
    search(bench, "度口")
    bench.open(project_path)
    assert places(bench) == []
    assert panel(bench).query_line.text() == ""
    search(bench, "渡船")
    assert places(bench) == [(1, "渡船")]


def test_without_a_project_it_says_so(make_window):
    bench = make_window()
    bench.press("Ctrl+Shift+F")
    assert panel(bench).sentence == "先打开一个工程，再查找"


def test_the_suspect_is_looked_for_with_what_is_proposed(make_window, project_path):
    bench = make_window(project_path)
    bench.press("F8")
    number = bench.window.suspects.current
    finding = bench.mirror.findings[number]
    bench.press("Ctrl+Shift+F")
    bench.settle()
    assert (
        panel(bench).query_line.text()
        == bench.mirror.spans[number].of(bench.mirror.text).replace("\n", "")[:100]
    )
    expected = finding.suggestions[0].text if finding.suggestions else ""
    assert panel(bench).correct_bar.line.text() == expected


@pytest.fixture
def many(make_window, tmp_path):
    """A window on twelve pages with the same error."""
    path = tmp_path / "十二版.jiaochou"
    project = Project.create(path, "林晓禾")
    texts = [f"第{number}版，船到度口。\n" for number in range(1, 13)]
    project.add_pages(
        [Source(f"第{number}版", text.encode(), "utf-8", text) for number, text in enumerate(texts, 1)]
    )
    project.close()
    return make_window(path)


def test_many_pages_are_corrected_as_one_step_without_their_articles_being_looked_for(many, monkeypatch):
    search(many, "度口")
    panel(many).correct_bar.all.click()
    instead(many, "渡口")
    monkeypatch.setattr(segmenter, "segment", lambda *_: pytest.fail("articles are looked for"))
    many.press("Ctrl+Return")
    wait_for(many, [])
    assert many.told == "改了 12 处，12 版；撤销一次就全部退回"
    many.press("Ctrl+Z")
    wait_for(many, [(page, "度口") for page in range(1, 13)])


def test_pressing_twice_corrects_once(many):
    search(many, "度口")
    panel(many).correct_bar.all.click()
    instead(many, "渡口")
    many.press("Ctrl+Return", "Ctrl+Return")
    wait_for(many, [])
    many.press("Ctrl+Z")
    wait_for(many, [(page, "度口") for page in range(1, 13)])


def test_an_expression_finds_what_it_fits_and_one_that_is_wrong_is_told(bench):
    bench.press("Ctrl+Shift+F")
    bar = panel(bench).search_bar
    bar.pattern.setChecked(True)
    assert not bar.exact.isEnabled()
    search(bench, "[东西]岸")
    wait_for(bench, [(1, "东岸"), (1, "西岸")])
    search(bench, "[东西")
    assert places(bench) == []
    assert "正则表达式有误" in panel(bench).sentence


def test_words_that_are_brought_along_are_no_expression(bench):
    bench.press("Ctrl+Shift+F")
    panel(bench).search_bar.pattern.setChecked(True)
    at = bench.editor.text.index("度口")
    bench.editor.setFocus()
    bench.editor.select(Span(at, at + 2))
    bench.press("Ctrl+Shift+F")
    wait_for(bench, ALL)
    assert not panel(bench).search_bar.pattern.isChecked()
