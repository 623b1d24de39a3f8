from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.panels.pages import PagesPanel
from gui.panels.pages_model import PageRow, PagesModel


def page(number, group="晨报", **known):
    known = {"chars": 6000, "round": 0, "open_findings": None, **known}
    return PageRow(number, group, known.pop("name", f"第{number}版"), **known)


TWO_PAPERS = [page(1), page(2, open_findings=41), page(3, "晚报", round=2), page(4, "晚报", problem="缺页角")]


@pytest.fixture
def model(qtbot, watched):
    return watched(PagesModel())


@pytest.fixture
def panel(theme, watched, on_show):
    panel = PagesPanel(theme)
    watched(panel.model)
    panel.set_rows(TWO_PAPERS)
    return on_show(panel)


def shown(model):
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_pages_stand_under_the_name_of_their_group(model):
    model.set_rows(TWO_PAPERS)
    assert shown(model) == ["晨报", "第1版", "第2版", "晚报", "第3版", "第4版"]


def test_one_group_needs_no_heading(model):
    model.set_rows(TWO_PAPERS[:2])
    assert shown(model) == ["第1版", "第2版"]


def test_the_right_side_says_problem_round_or_suspects(model):
    model.set_rows(TWO_PAPERS)
    assert [model.note_of(row) for row in TWO_PAPERS] == ["", "41", "二校", "缺页角"]


def test_a_folded_group_stays_folded_when_the_list_comes_anew(model):
    model.set_rows(TWO_PAPERS)
    model.set_opened(0, False)
    model.set_rows([*TWO_PAPERS, page(5, "晚报")])
    assert shown(model) == ["晨报", "晚报", "第3版", "第4版", "第5版"]


def test_an_update_paints_one_row_and_keeps_count(model, structure):
    model.set_rows(TWO_PAPERS)
    said = structure(model)
    model.update_row(replace(TWO_PAPERS[1], round=1))
    model.update_row(replace(TWO_PAPERS[1], round=1))
    assert said == [("changed", 2, 2)]
    assert model.signed == 2


def test_an_update_in_a_folded_group_shows_nothing_but_counts(model, structure):
    model.set_rows(TWO_PAPERS)
    model.set_opened(0, False)
    said = structure(model)
    model.update_row(replace(TWO_PAPERS[0], round=1))
    assert said == []
    assert model.signed == 2


def test_ten_thousand_pages(theme, on_show):
    panel = on_show(PagesPanel(theme))
    panel.set_rows([page(number, f"日报 {number // 8}") for number in range(10_000)])
    assert panel.model.rowCount() == 11_250
    panel.select_page(9_999)
    assert panel.view.currentIndex().data() == "第9999版"


def test_choosing_by_program_says_nothing(panel, qtbot, record):
    said = record(chosen=panel.page_chosen)
    panel.select_page(3)
    qtbot.wait(250)
    assert said == []
    assert panel.view.currentIndex().data() == "第3版"


def test_a_click_chooses_at_once(panel, record):
    said = record(chosen=panel.page_chosen)
    where = panel.view.visualRect(panel.model.index(2, 0)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert said == [("chosen", 2)]


def test_a_held_arrow_key_chooses_only_where_it_stops(panel, qtbot, record):
    panel.select_page(1)
    said = record(chosen=panel.page_chosen)
    for _ in range(4):
        QTest.keyClick(panel.view, Qt.Key.Key_Down)
    assert said == []
    qtbot.waitUntil(lambda: said == [("chosen", 4)])


def test_taking_the_focus_chooses_nothing(theme, on_show, qtbot, record):
    panel = PagesPanel(theme)
    panel.set_rows(TWO_PAPERS[:2])
    said = record(chosen=panel.page_chosen)
    on_show(panel)
    panel.view.setFocus()
    assert not panel.view.currentIndex().isValid()
    qtbot.wait(250)
    assert said == []


def test_a_click_on_a_heading_folds_its_group(panel):
    where = panel.view.visualRect(panel.model.index(0, 0)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert shown(panel.model) == ["晨报", "晚报", "第3版", "第4版"]


def test_left_folds_and_right_opens(panel):
    panel.select_page(2)
    QTest.keyClick(panel.view, Qt.Key.Key_Left)
    assert shown(panel.model) == ["晨报", "晚报", "第3版", "第4版"]
    QTest.keyClick(panel.view, Qt.Key.Key_Right)
    assert len(shown(panel.model)) == 6


def test_the_page_shown_is_found_in_a_folded_group(panel):
    panel.model.set_opened(1, False)
    panel.select_page(4)
    assert panel.view.currentIndex().data() == "第4版"


def test_typing_finds_a_page(panel):
    QTest.keyClicks(panel.view, "4")
    assert panel.view.currentIndex().data() == "第4版"


def test_an_input_method_can_type_into_the_list(panel, qtbot):
    qtbot.waitUntil(lambda: panel.view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled))
    composing = QInputMethodEvent("di san", [])
    QApplication.sendEvent(panel.view, composing)
    assert not panel.view.currentIndex().isValid()
    committed = QInputMethodEvent()
    committed.setCommitString("第3")
    QApplication.sendEvent(panel.view, committed)
    assert panel.view.currentIndex().data() == "第3版"
    assert panel.view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_the_head_counts_signed_pages(panel):
    assert panel.findChild(type(panel._header)).note == "1 / 4 签样"
    panel.update_row(page(1, round=1))
    assert panel._header.note == "2 / 4 签样"


def test_names_are_never_markup(model):
    model.set_rows([page(1, name="<b>头版</b>")])
    assert model.index(0, 0).data() == "<b>头版</b>"
    assert "&lt;b&gt;" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_row_height_follows_the_font(panel):
    before = panel.view.rowHeight(0)
    font = panel.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    panel.setFont(font)
    QApplication.sendPostedEvents(None, QEvent.Type.FontChange)
    assert panel.view.rowHeight(0) > before * 1.5


def select(panel, *lines):
    """Click on rows with Ctrl held, the first without."""
    view = panel.view
    for at, line in enumerate(lines):
        held = Qt.KeyboardModifier.ControlModifier if at else Qt.KeyboardModifier.NoModifier
        place = view.visualRect(panel.model.index(line, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, place)


def test_several_pages_can_be_selected_and_stay_so(panel):
    select(panel, 4, 1)
    assert panel.selected_pages() == [1, 3]
    panel.select_page(1)
    panel.set_rows([one for one in TWO_PAPERS if one.page_id != 2])
    assert panel.selected_pages() == [1, 3]
    panel.set_rows(TWO_PAPERS[1:])
    panel.select_page(2)
    assert panel.selected_pages() == [2]


def test_another_page_that_is_shown_is_the_only_one_selected_whatever_key_is_held(panel):
    select(panel, 1, 2)
    QTest.keyPress(panel.view, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    panel.select_page(4)
    QTest.keyRelease(panel.view, Qt.Key.Key_Control)
    assert panel.selected_pages() == [4]


def test_delete_asks_for_the_removal_of_pages_and_not_of_a_group(panel):
    asked = []
    panel.remove_requested.connect(lambda: asked.append(panel.selected_pages()))
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert asked == []
    select(panel, 1, 2)
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert asked == [[1, 2]]


def test_a_page_that_is_not_in_the_list_stays_out_of_it(model):
    model.set_rows(TWO_PAPERS)
    model.update_row(page(9, round=1))
    assert (model.count, model.signed) == (4, 1)
