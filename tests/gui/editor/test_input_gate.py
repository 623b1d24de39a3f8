"""While a command is on its way, what is typed waits and then happens in order."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest

from core.text.span import Span


def test_what_is_typed_meanwhile_is_replayed_in_order(editor, edits, compose):
    editor.show_page("")
    editor.hold_input()
    QTest.keyClicks(editor, "ab")
    compose(preedit="hai")
    compose(commit="海")
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    QTest.keyClick(editor, "c")
    assert (editor.text, edits) == ("", [])
    editor.release_input()
    assert editor.text == "abc"
    assert [edit.inserted for edit in edits] == ["a", "b", "海", "", "c"]


def test_as_many_releases_as_holds(editor):
    editor.hold_input()
    editor.hold_input()
    QTest.keyClick(editor, "a")
    editor.release_input()
    assert editor.text == ""
    editor.release_input()
    assert editor.text == "a"
    with pytest.raises(RuntimeError):
        editor.release_input()


def test_a_shortcut_does_not_overtake_a_key(editor):
    happened = []
    action = QAction(editor.window())
    action.setShortcut(QKeySequence("Ctrl+Z"))
    action.triggered.connect(lambda: happened.append("undo"))
    editor.window().addAction(action)
    editor.edited.connect(lambda edit: happened.append(edit.inserted))
    editor.hold_input()
    QTest.keyClick(editor, "a")
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, "b")
    assert happened == []
    editor.release_input()
    assert happened == ["a", "undo", "b"]


def test_a_replayed_key_that_starts_a_command_makes_the_rest_wait(editor):
    action = QAction(editor.window())
    action.setShortcut(QKeySequence("F8"))
    action.triggered.connect(editor.hold_input)
    editor.window().addAction(action)
    editor.hold_input()
    QTest.keyClick(editor, "a")
    QTest.keyClick(editor, Qt.Key.Key_F8)
    QTest.keyClick(editor, "b")
    editor.release_input()
    assert editor.text == "a"
    editor.release_input()
    assert editor.text == "ab"


def test_a_second_enter_is_no_line_break_where_no_suspect_is_left(editor):
    editor.show_page("婚嫁家庭", caret=2)
    editor.card_key.connect(lambda _: editor.hold_input())
    editor.arm()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    editor.disarm()
    editor.release_input()
    assert editor.text == "婚嫁家庭"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text == "婚嫁\n家庭"


def test_a_second_enter_is_the_next_cards(editor):
    editor.show_page("婚嫁家庭", caret=2)
    pressed = []

    def accept(key):
        pressed.append(key)
        editor.hold_input()

    editor.card_key.connect(accept)
    editor.arm()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, "2")
    editor.select(Span(4, 4))
    editor.arm()
    editor.release_input()
    assert pressed == ["Enter", "2"]
    editor.release_input()


def test_a_key_that_comes_during_the_replay_waits_for_those_before_it(editor):
    def press_in_between(edit):
        if edit.inserted == "a":
            QTest.keyClick(editor, "c")

    editor.edited.connect(press_in_between)
    editor.hold_input()
    QTest.keyClicks(editor, "ab")
    editor.release_input()
    assert editor.text == "abc"
