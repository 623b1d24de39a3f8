"""What gestures do to the text, and that nothing they do can corrupt it."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QGuiApplication, QImage, QKeySequence, QTextCursor
from PySide6.QtTest import QTest

from core.text.edit import Edit, apply_edits
from core.text.span import Span

KEPT = "甲\x00乙\u2028丙\u2029丁\r戊\xa0己\ud842庚\ufffc辛\x0b𠮷"


def press(editor, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(editor, key, modifiers)


def test_every_key_is_one_edit(editor, edits):
    editor.show_page("春江")
    editor.select(Span(1, 1))
    QTest.keyClicks(editor, "ab")
    assert edits == [Edit(1, "", "a"), Edit(2, "", "b")]
    assert editor.text == "春ab江"
    assert editor.caret == 3


def test_a_doubled_letter_is_typed_where_the_caret_stood(editor, edits):
    editor.show_page("aaaa")
    editor.select(Span(1, 1))
    QTest.keyClick(editor, "a")
    assert edits == [Edit(1, "", "a")]
    press(editor, Qt.Key.Key_Delete)
    assert edits[-1] == Edit(2, "a", "")


@pytest.mark.parametrize("modifiers", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])
def test_enter_breaks_the_line_with_a_line_feed(editor, edits, modifiers):
    editor.show_page("春江")
    editor.select(Span(1, 1))
    press(editor, Qt.Key.Key_Return, modifiers)
    assert edits == [Edit(1, "", "\n")]


def test_deleting_takes_whole_characters(editor, edits):
    editor.show_page("甲𠮷乙")
    editor.select(Span(2, 2))
    press(editor, Qt.Key.Key_Backspace)
    assert (editor.text, edits) == ("甲乙", [Edit(1, "𠮷", "")])
    editor.show_page("甲𠮷乙")
    editor.select(Span(1, 1))
    press(editor, Qt.Key.Key_Delete)
    assert editor.text == "甲乙"


def test_a_gesture_that_would_split_a_character_is_refused(editor, edits, in_document):
    editor.show_page("甲𠮷乙")
    inside = QTextCursor(editor.document())
    inside.setPosition(2)
    inside.insertText("X")
    assert editor.text == in_document() == "甲𠮷乙"
    assert edits == []


def test_typing_over_a_selection_is_one_edit(editor, edits):
    editor.show_page("春江潮水\n连海平")
    editor.select(Span(1, 6))
    QTest.keyClick(editor, "x")
    assert edits == [Edit(1, "江潮水\n连", "x")]


def test_characters_the_widget_cannot_keep_survive_typing_around_them(editor, edits):
    editor.show_page(KEPT)
    assert editor.text == KEPT
    for position in range(len(KEPT) + 1):
        editor.select(Span(position, position))
        QTest.keyClick(editor, "x")
        press(editor, Qt.Key.Key_Backspace)
    assert editor.text == KEPT
    assert len(edits) == 2 * (len(KEPT) + 1)


def test_a_character_the_widget_cannot_keep_is_deleted_as_itself(editor, edits):
    editor.show_page("甲\u2028乙")
    editor.select(Span(2, 2))
    press(editor, Qt.Key.Key_Backspace)
    assert edits == [Edit(1, "\u2028", "")]


def test_nothing_is_reported_where_the_program_shows_a_page(editor, edits):
    editor.show_page("春江\n潮水", caret=3)
    assert edits == []
    assert (editor.caret, editor.selection) == (3, Span(3, 3))


def test_edits_come_before_the_caret_moves(editor):
    heard = []
    editor.show_page("")
    editor.edited.connect(lambda edit: heard.append(edit.inserted))
    editor.caret_moved.connect(heard.append)
    QTest.keyClick(editor, "a")
    assert heard == ["a", 1]


def test_a_paste_is_plain_text_with_line_feeds(editor, edits):
    editor.show_page("前后")
    editor.select(Span(1, 1))
    data = QMimeData()
    data.setHtml("<b>粗</b>")
    data.setText("一\r\n二\r三\u2029四\x00𠮷")
    editor.insertFromMimeData(data)
    assert editor.text == "前一\n二\n三\n四𠮷后"
    assert len(edits) == 1
    assert not editor.textCursor().charFormat().fontWeight() > 400


def test_pictures_are_not_pasted(editor, edits):
    data = QMimeData()
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    assert not editor.canInsertFromMimeData(data)
    editor.insertFromMimeData(data)
    assert (editor.text, edits) == ("", [])


def test_copying_gives_the_characters_themselves(editor):
    editor.show_page("甲\u2028乙\xa0丙")
    editor.selectAll()
    editor.copy()
    assert QGuiApplication.clipboard().text() == "甲\u2028乙\xa0丙"


def test_a_read_only_page_takes_no_paste_and_no_keys(editor, edits):
    editor.show_page("春江")
    editor.setReadOnly(True)
    data = QMimeData()
    data.setText("x")
    editor.insertFromMimeData(data)
    QTest.keyClicks(editor, "a")
    press(editor, Qt.Key.Key_Return)
    assert (editor.text, edits) == ("春江", [])


def test_drops_are_left_to_the_window(editor):
    assert not editor.acceptDrops()
    assert not editor.viewport().acceptDrops()


@pytest.mark.parametrize(
    "keys", ["Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+Up", "Ctrl+Return", "F8", "Alt+T"]
)
def test_the_windows_shortcuts_reach_the_window(editor, edits, keys):
    editor.show_page("春江")
    pressed = []
    action = QAction(editor.window())
    action.setShortcut(QKeySequence(keys))
    action.triggered.connect(lambda: pressed.append(keys))
    editor.window().addAction(action)
    combination = QKeySequence(keys)[0]
    press(editor, combination.key(), combination.keyboardModifiers())
    assert (pressed, edits) == ([keys], [])


def test_a_pause_in_typing_is_reported_once(editor, qtbot, monkeypatch):
    editor._pause.setInterval(10)
    editor.show_page("")
    with qtbot.waitSignal(editor.typing_paused):
        QTest.keyClicks(editor, "ab")


def test_many_gestures_give_the_text_that_their_edits_give(editor, edits):
    editor.show_page(text := "春江\n\n潮水𠮷")
    for keys in ("a", "bb"):
        QTest.keyClicks(editor, keys)
        press(editor, Qt.Key.Key_Down)
        press(editor, Qt.Key.Key_Backspace)
        press(editor, Qt.Key.Key_End)
        press(editor, Qt.Key.Key_Return)
    for edit in edits:
        text = apply_edits(text, (edit,))
    assert editor.text == text
