from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest

from gui.panels.findings import FindingsPanel
from gui.panels.findings_model import Column, FindingsModel
from gui.panels.findings_order import FindingRow, Grouping, Sorting, arranged


def finding(index, rule="character", suspect="县城", suggestion="县域", **known):
    title = {"character": "误字", "script": "繁简混用"}[rule]
    known = {"confidence": 0.5, "line": index + 1, **known}
    return FindingRow(index, rule, title, suspect, suggestion, before="前", after="后", article="", **known)


THREE_KINDS = [
    finding(0),
    finding(1, suspect="婚嫁", suggestion="婚姻", confidence=0.9),
    finding(2, confidence=0.8),
    finding(3, "script", "讓", "让", confidence=0.7),
]


@pytest.fixture
def model(qtbot, watched):
    model = watched(FindingsModel())
    model.set_rows(THREE_KINDS)
    return model


@pytest.fixture
def panel(theme, watched, on_show):
    panel = FindingsPanel(theme, QFont())
    watched(panel.model)
    panel.set_rows(THREE_KINDS)
    return on_show(panel, 900, 300)


def column(model, wanted):
    return [model.index(row, wanted).data() for row in range(model.rowCount())]


def test_a_pair_found_more_than_once_is_one_row_with_a_count(model):
    assert column(model, Column.SUSPECT) == ["婚嫁 → 婚姻", "县城 → 县域", "讓 → 让"]
    assert column(model, Column.COUNT) == ["1", "2", "1"]


def test_an_opened_pair_shows_each_place_most_likely_first(model):
    model.set_opened(1, True)
    assert column(model, Column.CONFIDENCE) == ["0.90", "0.80", "0.80", "0.50", "0.70"]
    assert column(model, Column.COUNT) == ["1", "2", "", "", "1"]


def test_by_rule_every_group_has_its_name_above(model):
    model.arrange(Grouping.RULE, Sorting.PLACE)
    assert column(model, Column.SUSPECT)[0] == "误字"
    assert column(model, Column.COUNT) == ["3", "", "", "", "1", ""]


def test_ungrouped_in_the_order_of_the_page(model):
    model.arrange(Grouping.NONE, Sorting.PLACE)
    assert [model.row_at(row).index for row in range(model.rowCount())] == [0, 1, 2, 3]


rows = st.lists(
    st.builds(
        finding,
        st.integers(0, 99),
        st.sampled_from(["character", "script"]),
        st.sampled_from("甲乙丙"),
        confidence=st.floats(0, 1),
        line=st.integers(1, 9),
    ),
    max_size=20,
)


@given(rows, st.sampled_from(Grouping), st.sampled_from(Sorting))
def test_grouping_and_sorting_lose_and_double_nothing(rows, grouping, sorting):
    held = arranged(rows, grouping, sorting)
    assert sorted(held.order.tolist()) == list(range(len(rows)))
    for group in range(len(held.ends)):
        members = [rows[held.row(group, member)] for member in range(int(held.sizes[group]))]
        ranks = [-row.confidence if sorting is Sorting.CONFIDENCE else row.line for row in members]
        assert ranks == sorted(ranks)
        if grouping is not Grouping.NONE:
            assert len({row.rule for row in members}) == 1
        if grouping is Grouping.PAIR:
            assert len({(row.suspect, row.suggestion) for row in members}) == 1


def test_the_same_findings_again_change_nothing(model, structure):
    said = structure(model)
    model.set_rows(list(THREE_KINDS))
    assert said == []


def test_a_pair_that_was_opened_stays_open(model):
    model.set_opened(1, True)
    model.set_rows([*THREE_KINDS[1:], finding(0, confidence=0.1)])
    assert model.rowCount() == 5


def test_nothing_missing_is_said_in_words(model):
    model.set_rows(
        [finding(0, suspect="", suggestion="。"), finding(1, suspect="的的", suggestion="", line=2)]
    )
    model.arrange(Grouping.NONE, Sorting.PLACE)
    assert column(model, Column.SUSPECT) == ["（缺） → 。", "的的"]
    assert column(model, Column.SUGGESTION) == ["。", "删去"]


def test_text_is_never_markup(model):
    model.set_rows([finding(0, suspect="<b>粗</b>", suggestion=None)])
    assert model.index(0, Column.SUSPECT).data() == "<b>粗</b>"
    assert "<b>" not in model.index(0, Column.SUSPECT).data(Qt.ItemDataRole.ToolTipRole)


def test_seventy_five_thousand_findings(theme, on_show):
    panel = on_show(FindingsPanel(theme, QFont()), 900, 300)
    rows = [finding(at, suspect=f"词{at % 20_000}", suggestion=None) for at in range(75_000)]
    panel.set_rows(rows)
    assert panel.model.rowCount() == 20_000
    panel.arrange(Grouping.NONE, Sorting.PLACE)
    panel.select_finding(70_000)
    assert panel.view.currentIndex().row() == 70_000
    panel.view.selectAll()
    assert len(panel.selected()) == 75_000


def test_arrows_walk_through_the_findings(panel, record):
    said = record(chosen=panel.finding_chosen)
    panel.select_finding(1)
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    assert said == [("chosen", 2), ("chosen", 3)]


def test_one_click_is_one_choice(panel, record):
    said = record(chosen=panel.finding_chosen)
    where = panel.view.visualRect(panel.model.index(2, Column.CONTEXT)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert said == [("chosen", 3)]


@pytest.mark.parametrize(
    ("key", "held", "wanted"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "accept"),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, "accept"),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "dismiss"),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier, "everywhere"),
    ],
)
def test_keys_decide_about_what_is_chosen(panel, record, key, held, wanted):
    said = record(
        accept=panel.accept_requested,
        dismiss=panel.dismiss_requested,
        everywhere=panel.dismiss_everywhere_requested,
    )
    panel.select_finding(3)
    QTest.keyClick(panel.view, key, held)
    assert said == [(wanted, [3])]


def test_a_heading_stands_for_its_whole_group(panel, record):
    said = record(accept=panel.accept_requested)
    panel.select_finding(0)
    assert panel.view.currentIndex().row() == 1
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert said == [("accept", [2, 0])]


def test_a_heading_and_its_members_count_once(panel):
    panel.model.set_opened(1, True)
    panel.view.selectAll()
    assert sorted(panel.selected()) == [0, 1, 2, 3]


def test_nothing_chosen_asks_for_nothing(panel, record):
    said = record(accept=panel.accept_requested)
    panel.select_finding(None)
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert said == []


def test_after_a_decision_the_next_finding_is_the_current_one(panel, record):
    said = record(chosen=panel.finding_chosen)
    panel.arrange(Grouping.NONE, Sorting.PLACE)
    panel.select_finding(1)
    panel.set_rows([THREE_KINDS[0], *THREE_KINDS[2:]])
    assert panel.model.row_at(panel.view.currentIndex().row()).index == 2
    assert said == []


def test_the_editor_stays_at_a_finding_that_has_moved(panel):
    panel.arrange(Grouping.NONE, Sorting.PLACE)
    panel.select_finding(1)
    panel.set_rows([finding(9, line=1), *(replace(row, line=row.line + 1) for row in THREE_KINDS)])
    assert panel.model.row_at(panel.view.currentIndex().row()).index == 1


def test_the_sign_of_a_heading_opens_it_without_choosing(panel, record):
    said = record(chosen=panel.finding_chosen)
    row = panel.view.visualRect(panel.model.index(1, 0))
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(12, row.center().y()))
    assert panel.model.rowCount() == 5
    assert said == []


def test_grouping_is_chosen_from_a_menu(panel):
    menu = panel._grouping.menu()
    next(action for action in menu.actions() if action.text() == "不分组").trigger()
    assert panel.model.rowCount() == 4
    assert panel._grouping.text() == "不分组 ▾"


def test_an_empty_list_says_why(panel):
    panel.set_rows([])
    assert panel._body.sentence() == "本版没有疑点"
    panel.set_checking(True)
    assert panel._body.sentence() == "正在检查…"
    panel.set_rows(THREE_KINDS)
    assert panel._body.sentence() is None
