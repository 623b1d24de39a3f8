import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.panels.find_bar import FindBar


@pytest.fixture
def bar(on_show):
    return on_show(FindBar(), 900, 100)


@pytest.fixture
def said(bar, record):
    return record(
        find=bar.find_requested,
        replace=bar.replace_requested,
        all=bar.replace_all_requested,
        closed=bar.closed,
        script=bar.script_sensitive_changed,
    )


def test_enter_finds_forward_and_shift_enter_backward(bar, said):
    bar.open("桥头")
    QTest.keyClick(bar._query, Qt.Key.Key_Return)
    QTest.keyClick(bar._query, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert said == [("find", "桥头", True), ("find", "桥头", False)]


def test_enter_in_the_second_line_replaces(bar, said):
    bar.open("桥头", replacing=True)
    bar._replacement.setText("桥尾")
    QTest.keyClick(bar._replacement, Qt.Key.Key_Return)
    assert said == [("replace", "桥头", "桥尾")]


def test_buttons_ask_for_the_same(bar, said):
    bar.open("桥头")
    for button in (bar._previous, bar._next, bar._replace, bar._replace_all, bar._close):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [what for what, *_ in said] == ["find", "find", "replace", "all", "closed"]


def test_nothing_to_find_asks_for_nothing(bar, said):
    bar.open()
    QTest.keyClick(bar._query, Qt.Key.Key_Return)
    assert said == []
    assert not bar._next.isEnabled()


def test_escape_closes(bar, said):
    QTest.keyClick(bar._replacement, Qt.Key.Key_Escape)
    assert said == [("closed",)]


def test_typing_says_what_to_mark(bar, record):
    changed = record(query=bar.query_changed)
    QTest.keyClicks(bar._query, "ab")
    assert changed == [("query", "a"), ("query", "ab")]


def test_the_places_found_are_counted(bar):
    bar.open("桥")
    bar.set_matches(3, 17)
    assert bar.match_text() == "3 / 17"
    bar.set_matches(None, 17)
    assert bar.match_text() == "– / 17"
    bar.set_matches(None, 0)
    assert bar.match_text() == "没有"
    bar._query.clear()
    assert bar.match_text() == ""


def test_both_scripts_are_found_unless_said_otherwise(bar, said):
    assert not bar.script_sensitive
    bar._script.click()
    assert said == [("script", True)]


def test_a_selection_over_lines_is_not_taken_up(bar):
    bar.open("桥")
    bar.open("一行\n两行")
    assert bar.query == "桥"
