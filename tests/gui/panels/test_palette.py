import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from gui.panels.fuzzy import best_matches, fuzzy_match
from gui.panels.palette import CommandPalette
from gui.panels.palette_model import PaletteEntry, PaletteModel

ENTRIES = [
    PaletteEntry("split", "另起一篇", "Ctrl+Return", "稿件"),
    PaletteEntry("merge-up", "并入上篇", "Ctrl+Up", "稿件"),
    PaletteEntry(7, "第7版 上元副刊", group="版面"),
]


@pytest.fixture
def model(qtbot, watched):
    model = watched(PaletteModel())
    model.set_entries(ENTRIES)
    return model


@pytest.fixture
def host(qtbot, on_show):
    return on_show(QLineEdit(), 700, 500)


@pytest.fixture
def palette(theme, host):
    palette = CommandPalette(theme, host.window())
    palette.open(ENTRIES)
    return palette


def shown(model):
    return [model.entry_at(row).id for row in range(model.rowCount())]


def test_nothing_typed_offers_everything_in_its_order(model):
    assert shown(model) == ["split", "merge-up", 7]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [("上", [7, "merge-up"]), ("并篇", ["merge-up"]), ("MERGE", ["merge-up"]), ("版面", [7]), ("无此", [])],
)
def test_a_few_characters_are_enough(model, typed, wanted):
    model.narrow(typed)
    assert shown(model) == wanted


def test_every_word_must_fit(model):
    model.narrow("上 副刊")
    assert shown(model) == [7]


def test_what_begins_so_comes_before_what_merely_holds_it():
    assert [number for number, _ in best_matches("桥", [("新桥", ""), ("桥头", "")], 5)] == [1, 0]


@given(st.text(), st.text(), st.text())
def test_the_characters_meant_are_those_that_were_typed(before, typed, after):
    match = fuzzy_match(typed, before + typed + after)
    assert match is not None
    assert all(position < len(before + typed + after) for position in match.positions)


def test_enter_takes_the_best(palette, record):
    said = record(chosen=palette.chosen, closed=palette.closed)
    QTest.keyClicks(palette.line, "merge")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert said == [("closed",), ("chosen", "merge-up")]
    assert palette.isHidden()


def test_arrows_walk_through_the_list(palette, record):
    said = record(chosen=palette.chosen)
    QTest.keyClick(palette.line, Qt.Key.Key_Down)
    QTest.keyClick(palette.line, Qt.Key.Key_Down)
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert said == [("chosen", 7)]


def test_escape_closes_and_gives_the_focus_back(palette, host, record):
    said = record(chosen=palette.chosen)
    assert palette.line.hasFocus()
    QTest.keyClick(palette.line, Qt.Key.Key_Escape)
    assert host.hasFocus()
    assert said == []


def test_a_click_elsewhere_closes(palette, host):
    host.setFocus()
    assert palette.isHidden()
    assert host.hasFocus()


def test_enter_with_nothing_found_does_nothing(palette, record):
    said = record(chosen=palette.chosen)
    palette.line.setText("无此命令")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert said == []
    assert palette.isVisible()


def test_it_keeps_its_place_when_the_window_grows(palette, host):
    host.window().resize(900, 600)
    assert abs(palette.geometry().center().x() - 450) <= 1


def test_ten_thousand_pages_can_be_searched(model):
    model.set_entries([PaletteEntry(number, f"日报 第{number}版") for number in range(10_000)])
    model.narrow("9876")
    assert shown(model)[0] == 9876
