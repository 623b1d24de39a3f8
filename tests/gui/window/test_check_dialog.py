"""Choosing how the project is checked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from shiboken6 import isValid

from core.detectors.options import CheckOptions, Era, Level
from gui.window.check_dialog import CheckDialog
from gui.window.rules_model import Column, RuleRow, RulesModel, rule_rows


@pytest.fixture
def dialog(bench):
    bench.press("Ctrl+Shift+O")
    bench.settle()
    (opened,) = bench.window.findChildren(CheckDialog)
    yield opened
    if isValid(opened):
        opened.close()


def options(bench) -> CheckOptions:
    bench.settle()
    return bench.ask(lambda project: project.taught.options)


def row_of(dialog, rule: str) -> int:
    return next(row for row in range(dialog.model.rowCount()) if dialog.model._rows[row].name == rule)


def shown_rules(bench) -> set[str]:
    return {bench.mirror.findings[number].rule for number in bench.mirror.open}


def test_every_rule_is_listed_with_a_sentence_in_the_language_of_the_window():
    titles = {"markup": "标记残留", "glossary": "与词表不合"}
    for language, word in (("zh_CN", "标记"), ("zh_TW", "標記"), ("en", "mark")):
        rows = {row.name: row.sentence for row in rule_rows(titles, language)}
        assert set(rows) == set(titles)
        assert word in rows["markup"].lower()


def test_a_rule_that_the_manual_does_not_know_is_listed_last():
    assert rule_rows({"new": "新的", "markup": "标记残留"}, "zh_CN")[-1] == RuleRow("new", "新的", "")


def test_the_model_keeps_the_rules_of_models(qapp):
    model = RulesModel([RuleRow("markup", "标记残留", "…")])
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_state(frozenset({"markup"}), {})
    assert model.index(0, Column.COUNT).data() == "—"


def test_a_level_is_a_key_away_and_holds_at_once(dialog, bench):
    assert dialog.levels[Level.NORMAL].hasFocus()
    QTest.keyClick(dialog.levels[Level.NORMAL], Qt.Key.Key_Down)
    assert options(bench).level is Level.STRICT
    bench.press("Esc")
    bench.settle()
    assert not bench.window.findChildren(CheckDialog)


def test_space_switches_a_rule_and_its_findings_go_and_come(dialog, bench, qtbot):
    assert "repeated-paragraph" in shown_rules(bench)
    row = row_of(dialog, "repeated-paragraph")
    assert dialog.model.index(row, Column.COUNT).data() == "1"
    dialog.view.setCurrentIndex(dialog.model.index(row, 1))
    dialog.view.setFocus()
    QTest.keyClick(dialog.view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "repeated-paragraph" not in shown_rules(bench))
    assert options(bench).off == {"repeated-paragraph"}
    qtbot.waitUntil(lambda: dialog.model.index(row, Column.COUNT).data() == "—")
    QTest.keyClick(dialog.view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "repeated-paragraph" in shown_rules(bench))
    assert options(bench).off == frozenset()


def test_a_click_on_the_box_switches_too(dialog, bench):
    index = dialog.model.index(row_of(dialog, "markup"), Column.RULE)
    assert dialog.model.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert options(bench).off == {"markup"}


def test_conventions_are_chosen_and_all_goes_back_to_the_default(dialog, bench, qtbot):
    QTest.keyClick(dialog.era, Qt.Key.Key_Down)
    assert options(bench).conventions.era is Era.REPUBLICAN
    qtbot.waitUntil(dialog.reset.isEnabled)
    dialog.reset.click()
    assert options(bench) == CheckOptions()
