import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from gui.plain import plain_box, plain_label, plain_tooltip, unturned

GUI = Path(__file__).parents[2] / "gui"
MARKUP = "<b>粗</b>&amp;"


def test_a_label_shows_what_it_is_given(qtbot):
    label = plain_label(MARKUP)
    qtbot.addWidget(label)
    assert (label.text(), label.textFormat()) == (MARKUP, Qt.TextFormat.PlainText)


def test_all_of_a_box_is_plain(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    box = plain_box(parent, QMessageBox.Icon.Warning, "校雠", MARKUP, MARKUP)
    shown = [label for label in box.findChildren(QLabel) if label.text()]
    assert [label.text() for label in shown] == [MARKUP, MARKUP]
    assert {label.textFormat() for label in shown} == {Qt.TextFormat.PlainText}


def test_a_tip_wraps_and_is_plain():
    assert plain_tooltip(MARKUP) == "<qt>&lt;b&gt;粗&lt;/b&gt;&amp;amp;</qt>"
    assert plain_tooltip("") == ""


def test_nothing_turns_a_line_around():
    assert unturned("甲\u202e乙\u2066丙\u200f") == "甲\ufffd乙\ufffd丙\ufffd"


@pytest.mark.parametrize("maker", ["QLabel", "QMessageBox"])
def test_labels_and_boxes_are_made_in_one_place(maker):
    made = [
        f"{path.relative_to(GUI)}:{node.lineno}"
        for path in sorted(GUI.rglob("*.py"))
        if path.name != "plain.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == maker
    ]
    assert made == []
