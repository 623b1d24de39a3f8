import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.project.concordance import Sorting
from core.project.hits import Hits, page_hits
from core.text.torn import torn_search
from gui.fonts import page_font
from gui.panels.concordance import ConcordancePanel
from gui.panels.concordance_bars import Question
from gui.panels.concordance_model import Column, ConcordanceModel

FIRST, SECOND = "东岸的度\n口通航，西岸的度口停航。", "船到度口，人未到。"


def hits(page, text, wanted="度口"):
    return page_hits(page, text, torn_search(wanted))


@pytest.fixture
def model(watched):
    model = watched(ConcordanceModel())
    model.set_pages({1: "青渚时报 第1版", 2: "青渚时报 第2版"})
    model.append(Hits([hits(1, FIRST), hits(2, SECOND)]), [1])
    return model


def column(model, which):
    return [model.cell(row, which) for row in range(model.rowCount())]


def test_a_row_says_page_line_and_what_stands_around(model):
    assert column(model, Column.PAGE) == ["青渚时报 第1版", "青渚时报 第1版", "青渚时报 第2版"]
    assert column(model, Column.LINE) == ["1–2", "2", "1"]
    assert column(model, Column.HIT) == ["度口"] * 3
    assert (model.cell(0, Column.BEFORE), model.cell(2, Column.AFTER)) == ("东岸的", "，人未到。")
    assert (len(model.hits), model.page_count, model.tick_count) == (3, 2, 1)


def test_ticks_stay_with_their_places_when_rows_come_and_go(model):
    assert model.replace({1: hits(1, "渡船，西岸的度口停航。")}) == 0
    assert [hit.before for hit in model.ticked] == ["渡船，西岸的"]
    assert model.replace({1: hits(1, "别的度口。")}) == 1
    assert model.tick_count == 0
    assert column(model, Column.BEFORE) == ["别的", "船到"]


def test_rows_stay_where_their_number_stays(model, structure):
    said = structure(model)
    model.replace({2: hits(2, "大船到度口，人未到。")})
    assert said == [("changed", 0, 2)]
    assert column(model, Column.BEFORE)[2] == "大船到"


def test_new_places_on_a_page_without_any_come_in_its_place(model):
    model.clear()
    model.append(Hits([hits(2, SECOND)]), [0])
    model.replace({1: hits(1, FIRST)})
    assert [hit.page for hit in model.hits] == [1, 1, 2]
    assert [hit.page for hit in model.ticked] == [2]


def test_only_what_is_shown_is_ticked(model):
    model.forget_ticks()
    model.arrange([2, 0])
    model.tick_all(True)
    assert (model.tick_count, model.ticked_shown()) == (2, 2)
    model.arrange([1, 2])
    assert (model.tick_count, model.ticked_shown()) == (2, 1)
    assert column(model, Column.AFTER) == ["停航。", "，人未到。"]


def test_qt_ticks_too(model):
    index = model.index(0, Column.TICK)
    assert model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert not model.setData(model.index(0, Column.HIT), "渡口")


def at_once(work, done):
    done(work())


@pytest.fixture
def panel(theme, on_show, watched):
    panel = on_show(ConcordancePanel(theme, page_font(), at_once), 1000, 300)
    watched(panel.model)
    panel.set_pages({1: "第1版", 2: "第2版"})
    return panel


@pytest.fixture
def filled(panel):
    panel.open("度口", "渡口")
    panel.begin()
    panel.add(Hits([hits(1, FIRST), hits(2, SECOND)]), [])
    panel.end_progress()
    return panel


def press(widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, key, modifier)


def test_what_is_typed_is_asked_for_once_the_hand_rests(panel, qtbot):
    with qtbot.waitSignal(panel.search_requested) as asked:
        QTest.keyClicks(panel.query_line, "ab")
    assert asked.args == [Question("ab")]
    with qtbot.waitSignal(panel.search_requested) as asked:
        panel.search_bar.exact.click()
    assert asked.args == [Question("ab", exact=True)]
    with qtbot.waitSignal(panel.search_requested) as asked:
        panel.search_bar.pattern.click()
    assert asked.args == [Question("ab", by_pattern=True)]


def test_enter_goes_to_the_places_and_shows_one(filled, qtbot):
    press(filled.query_line, Qt.Key.Key_Return)
    assert filled.view.hasFocus()
    press(filled.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(filled.place_chosen) as chosen:
        press(filled.view, Qt.Key.Key_Return)
    assert chosen.args == [filled.model.hits[1]]


def test_the_ticked_are_corrected_or_else_the_current_one(filled, record):
    said = record(correct=filled.correct_requested)
    filled.view.setFocus()
    filled.view.selectRow(1)
    press(filled.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    press(filled.view, Qt.Key.Key_Space)
    filled.view.selectRow(2)
    press(filled.view, Qt.Key.Key_Space)
    press(filled.correct_bar.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    found = list(filled.model.hits)
    assert said == [("correct", [found[1]], "渡口"), ("correct", found[1:], "渡口")]


def test_the_button_says_how_many(filled):
    assert "改正当前这处" not in filled.correct_bar.button.text()
    filled.view.selectRow(0)
    assert "改正当前这处" in filled.correct_bar.button.text()
    filled.correct_bar.all.click()
    assert "改正选中的 3 处" in filled.correct_bar.button.text()
    filled.correct_bar.all.click()
    assert filled.model.tick_count == 0


def test_a_click_on_the_box_ticks(filled):
    cell = filled.view.visualRect(filled.model.index(1, Column.TICK))
    QTest.mouseClick(filled.view.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    assert filled.model.tick_count == 1


def test_contexts_are_sorted_and_filtered(filled, qtbot):
    filled.search_bar.sorting.choose(Sorting.AFTER)
    filled.search_bar.arranged.emit()
    assert column(filled.model, Column.AFTER)[0].startswith("停航")
    filled.search_bar.around_line.setText("人未")
    qtbot.waitUntil(lambda: filled.model.rowCount() == 1)
    assert filled.search_bar.said == "3 处 · 2 版，显示 1 处"
    filled.search_bar.around_line.setText("没有这样的")
    qtbot.waitUntil(lambda: filled.sentence is not None)
    assert "3 处里" in filled.sentence


def test_places_that_come_while_sorted_are_sorted_in(filled, qtbot):
    filled.search_bar.sorting.choose(Sorting.BEFORE)
    filled.search_bar.arranged.emit()
    filled.add(Hits([hits(3, "一个度口。")]), [])
    qtbot.waitUntil(lambda: filled.model.rowCount() == 4)
    assert column(filled.model, Column.BEFORE)[0] == "一个"


def test_the_current_place_stays_while_rows_come_and_go(filled):
    filled.view.selectRow(2)
    filled.replace({1: hits(1, "无")})
    assert (filled.model.rowCount(), filled.view.currentIndex().row()) == (1, 0)
    assert filled.chosen()[0].page == 2
    filled.replace({2: hits(2, "无")})
    assert filled.chosen() == []


def test_where_nothing_is_it_says_why(panel):
    panel.say("一处也没有")
    assert panel.sentence == "一处也没有"
    panel.add(Hits([hits(1, FIRST)]), [])
    assert panel.sentence is None


def test_progress_is_shown_to_who_waits_and_esc_stops(filled, qtbot, record):
    said = record(stop=filled.stop_requested, closed=filled.closed)
    filled.show_progress(0, 9000)
    filled.show_progress(1500, 9000)
    assert "1,500" not in filled.search_bar.said
    qtbot.waitUntil(lambda: "已找 1,500 / 9,000 版" in filled.search_bar.said)
    press(filled.view, Qt.Key.Key_Escape)
    filled.end_progress("停在第 1500 版")
    assert filled.search_bar.said == "停在第 1500 版 · 3 处 · 2 版"
    press(filled.view, Qt.Key.Key_Escape)
    assert said == [("stop",), ("closed",)]


def test_both_themes_paint_every_row(filled, theme, qtbot):
    filled.correct_bar.all.click()
    filled.set_theme(theme)
    assert not filled.view.grab().isNull()


def test_what_was_put_for_one_word_is_not_put_for_another(filled):
    filled.open("度口")
    assert filled.correct_bar.line.text() == "渡口"
    filled.open("码头")
    assert filled.correct_bar.line.text() == ""


def test_the_same_is_not_asked_for_twice(filled, qtbot, record):
    said = record(asked=filled.search_requested)
    filled.open("度口")
    filled.query_line.setText("度")
    filled.query_line.setText("度口")
    qtbot.wait(250)
    assert said == []
    filled.forget_question()
    filled.open("度口")
    assert said == [("asked", Question("度口"))]
