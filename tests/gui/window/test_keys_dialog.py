"""Keys are changed in their list: at once, for good, and never so that two actions have the same."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from gui.window.action_table import action_rows
from gui.window.actions import Actions
from gui.window.keymap import keys_in_force
from gui.window.keys_dialog import KeysDialog
from gui.window.keys_model import Column


@pytest.fixture
def make_actions(qtbot, settings):
    """Makes the actions of a window, as a start of the program does."""

    def make():
        window = QMainWindow()
        qtbot.addWidget(window)
        window.ran = []
        handlers = {row.name: lambda name=row.name: window.ran.append(name) for row in action_rows()}
        return Actions(window, handlers, settings.chosen_keys)

    return make


@pytest.fixture
def actions(make_actions):
    return make_actions()


@pytest.fixture
def dialog(qtbot, actions, settings):
    dialog = KeysDialog(actions, settings, actions["keys"].parent())
    dialog.show()
    dialog.activateWindow()
    with qtbot.waitActive(dialog):
        pass
    return dialog


def choose(dialog, text):
    """Look for an action by its text, and go to the first row that is found."""
    dialog.search.setFocus()
    dialog.search.setText(text)
    QTest.keyClick(dialog.search, "\r")


def give(dialog, text, keys):
    """Press new keys for the action with `text`."""
    choose(dialog, text)
    QTest.keySequence(dialog.view, "Return")
    QTest.keySequence(QApplication.focusWidget(), QKeySequence(keys))


def keys_of(actions, name):
    return [keys.toString() for keys in actions[name].shortcuts()]


def test_the_table_lists_all_actions_with_their_keys(dialog, actions):
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    shown = {
        dialog.model.index(row, Column.ACTION).data(): dialog.model.index(row, Column.KEYS).data()
        for row in range(dialog.model.rowCount())
    }
    assert list(shown) == [action.text() for _, action in actions]
    assert shown["重做"] == "Ctrl+Shift+Z   Ctrl+Y"
    assert shown["退签"] == ""


def test_new_keys_hold_at_once_and_after_a_new_start(dialog, actions, make_actions):
    give(dialog, "导出", "Ctrl+,")
    assert keys_of(actions, "export") == ["Ctrl+,"]
    assert keys_of(make_actions(), "export") == ["Ctrl+,"]


def test_only_what_differs_from_the_table_is_kept(dialog, settings):
    give(dialog, "退签", "F9")
    assert settings.chosen_keys == {"take-back": ("F9",)}


def test_keys_of_another_action_are_refused_in_a_sentence_that_names_it(dialog, actions, settings):
    give(dialog, "导出", "Ctrl+F")
    assert dialog.told == "Ctrl+F 已经是“查找与替换…”的快捷键"
    assert keys_of(actions, "export") == ["Ctrl+E"]
    assert not settings.chosen_keys


@pytest.mark.parametrize("keys", ["A", "Shift+A", "Return", "Del", "Ctrl+C", "Ctrl+Left"])
def test_keys_that_the_text_needs_are_refused(dialog, actions, keys):
    give(dialog, "导出", keys)
    assert "在正文里另有用处" in dialog.told
    assert keys_of(actions, "export") == ["Ctrl+E"]


def test_escape_leaves_the_keys_and_the_list_as_they_are(dialog, actions):
    give(dialog, "导出", "Esc")
    assert keys_of(actions, "export") == ["Ctrl+E"]
    assert dialog.isVisible()
    assert dialog.view.hasFocus()


def test_delete_takes_keys_away_and_another_action_can_have_them(dialog, actions, make_actions):
    choose(dialog, "导出")
    QTest.keySequence(dialog.view, "Del")
    give(dialog, "退签", "Ctrl+E")
    for there in (actions, make_actions()):
        assert keys_of(there, "export") == []
        assert keys_of(there, "take-back") == ["Ctrl+E"]


def test_one_action_gets_the_keys_of_the_table_again(dialog, actions, settings):
    give(dialog, "重做", "F9")
    give(dialog, "退签", "F10")
    choose(dialog, "重做")
    dialog.reset_one.click()
    assert keys_of(actions, "redo") == ["Ctrl+Shift+Z", "Ctrl+Y"]
    assert settings.chosen_keys == {"take-back": ("F10",)}
    assert not dialog.reset_one.isEnabled()


def test_the_keys_of_the_table_do_not_come_back_while_another_action_has_them(dialog, actions):
    choose(dialog, "导出")
    QTest.keySequence(dialog.view, "Del")
    give(dialog, "退签", "Ctrl+E")
    choose(dialog, "导出")
    dialog.reset_one.click()
    assert dialog.told == "Ctrl+E 已经是“退签”的快捷键"
    assert keys_of(actions, "export") == []


def test_all_get_the_keys_of_the_table_again(dialog, actions, settings):
    before = {row.name: keys_of(actions, row.name) for row, _ in actions}
    assert not dialog.reset_all.isEnabled()
    give(dialog, "导出", "F9")
    give(dialog, "退签", "Ctrl+E")
    dialog.reset_all.click()
    assert {row.name: keys_of(actions, row.name) for row, _ in actions} == before
    assert not settings.chosen_keys


def test_actions_are_found_by_their_text_and_by_their_keys(dialog):
    shown = dialog.view.model()
    for words, found in (("签样", ["签样"]), ("ctrl+e", ["导出…"]), ("没有这样的操作", [])):
        dialog.search.setText(words)
        assert [shown.index(row, 0).data() for row in range(shown.rowCount())] == found


def test_no_two_actions_of_the_table_have_the_same_keys():
    force = keys_in_force(action_rows(), {})
    assert {name: len(keys) for name, keys in force.items()} == {
        row.name: len(row.keys) for row in action_rows()
    }


def test_what_was_chosen_comes_before_a_later_table():
    force = keys_in_force(action_rows(), {"verify": ("Ctrl+E", "A", "no keys"), "gone": ("F9",)})
    assert [keys.toString() for keys in force["verify"]] == ["Ctrl+E"]
    assert force["export"] == ()


def test_the_list_opens_from_the_window(make_window):
    bench = make_window()
    bench.window.actions_["keys"].trigger()
    dialog = bench.window.findChild(KeysDialog)
    assert dialog.isVisible()
    dialog.close()
