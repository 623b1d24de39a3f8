import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest

from core.document.difference import differences
from gui.panels.difference import DifferencePanel
from gui.panels.difference_model import DifferenceModel, difference_rows

RAW = "头一行的字\n第二行断\n了的句子"
CURRENT = "头一行文字\n第二行断了的句子\n新行"


@pytest.fixture
def rows():
    return difference_rows(differences(RAW, CURRENT), CURRENT)


@pytest.fixture
def panel(theme, watched, rows, on_show):
    panel = DifferencePanel(theme, QFont())
    watched(panel.model)
    panel.set_rows(rows)
    return on_show(panel)


def test_each_difference_has_its_line_place_and_surroundings(rows):
    assert [(row.line, row.removed, row.inserted) for row in rows] == [
        (1, "的", "文"),
        (2, "\n", ""),
        (2, "", "\n新行"),
    ]
    assert [CURRENT[row.position :][: len(row.inserted)] for row in rows] == [row.inserted for row in rows]
    assert rows[0].before == "头一行"


def test_the_head_sums_up(panel):
    assert panel.summary == "改动 3 处 · 增 3 字 · 删 1 字"


def test_arrows_and_enter_go_to_the_place(panel, record):
    said = record(place=panel.place_chosen)
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert said == [("place", 3), ("place", 10), ("place", 10)]


def test_text_is_never_markup(watched, qtbot):
    model = watched(DifferenceModel())
    model.set_rows(difference_rows(differences("<b>甲", "<i>甲"), "<i>甲"))
    assert "<b>" not in model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)


def test_an_unchanged_page_says_so(panel):
    panel.set_rows([])
    assert panel._body.sentence() == "与原文一字不差"
