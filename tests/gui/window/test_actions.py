"""Every action is reachable by its menu, its keys and the palette, and does something."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMessageBox, QTextBrowser

from gui.window.action_table import action_rows, menu_titles
from gui.window.help import Manual


def test_the_table_names_each_action_once_and_each_has_a_handler(bench):
    names = [row.name for row in action_rows()]
    assert sorted(names) == sorted(set(names)) == sorted(bench.window._handlers())


def test_no_two_actions_have_the_same_key():
    keys = Counter(QKeySequence(key).toString() for row in action_rows() for key in row.keys)
    assert "" not in keys
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_key_of_an_action_opens_a_menu(bench):
    keys = {QKeySequence(key) for row in action_rows() for key in row.keys}
    titles = [menu.title() for menu in bench.window.actions_.menus.values()]
    assert [title for title in titles if QKeySequence.mnemonic(title) in keys] == []


def test_every_action_stands_in_the_menu_that_the_table_says(bench):
    menus = bench.window.actions_.menus
    assert list(menus) == [name for name, _ in menu_titles()]
    for row, action in bench.window.actions_:
        assert action in menus[row.menu].actions()


def open_palette(bench, *typed):
    bench.press("Ctrl+Shift+P")
    palette = bench.window._palette
    assert palette.isVisible()
    palette.line.setText(*typed)
    return palette


def test_the_palette_runs_an_action(bench):
    bench.go_to("老船工说")
    palette = open_palette(bench, "标为引题")
    bench.press("Return")
    bench.settle()
    assert not palette.isVisible()
    assert bench.focus is bench.editor
    assert any(str(piece.role) == "kicker" for piece in bench.stored().layout.pieces.values())


def test_the_palette_goes_to_a_page(bench):
    open_palette(bench, "第2版")
    bench.press("Return")
    bench.settle()
    assert bench.mirror.page == 2


def test_the_palette_goes_to_an_article(bench):
    open_palette(bench, "集市搬回")
    bench.press("Return")
    assert bench.editor.caret == bench.editor.text.index("# 集市")
    assert bench.focus is bench.editor


def test_escape_closes_the_palette_and_changes_nothing(bench):
    before = bench.stored()
    palette = open_palette(bench, "标为")
    bench.press("Esc")
    bench.settle()
    assert (palette.isVisible(), bench.focus is bench.editor) == (False, True)
    assert bench.stored() == before


def test_what_is_switched_off_is_not_offered(make_window):
    bench = make_window()
    palette = open_palette(bench, "")
    offered = {palette.model.entry_at(row).id for row in range(palette.model.rowCount())}
    assert "open" in offered
    assert offered & {"undo", "find", "role-title", "verify", "palette"} == set()


@pytest.mark.parametrize(
    ("key", "pane"),
    [
        ("Ctrl+2", "pages"),
        ("Ctrl+3", "articles"),
        ("Ctrl+4", "findings"),
        ("Ctrl+5", "history"),
        ("Ctrl+6", "difference"),
    ],
)
def test_each_pane_is_a_key_away_and_so_is_the_text(bench, key, pane):
    bench.type("a")
    bench.check()
    wanted = getattr(bench.panes, pane)
    bench.press(key)
    bench.settle()
    assert wanted.isVisible()
    assert wanted.isAncestorOf(bench.focus)
    bench.press("Ctrl+1")
    assert bench.focus is bench.editor


def test_pages_are_turned_and_the_ends_are_ends(bench):
    for key, page in (("Ctrl+PgDown", 2), ("Ctrl+PgDown", 2), ("Ctrl+PgUp", 1), ("Ctrl+PgUp", 1)):
        bench.press(key)
        bench.settle()
        assert bench.mirror.page == page


@pytest.mark.parametrize(("language", "word"), [("zh_CN", "校雠"), ("en", "Jiaochou")])
def test_the_manual_opens_in_the_language_of_the_window(make_window, language, word):
    bench = make_window(language=language)
    bench.press("F1")
    (manual,) = bench.window.findChildren(Manual)
    text = manual.findChild(QTextBrowser).toPlainText()
    assert manual.isVisible()
    assert word in text.splitlines()[0]
    assert len(text) > 1000
    manual.close()


def test_the_keys_are_listed_in_a_window_of_their_own(bench):
    bench.press("Shift+F1")
    (keys,) = [dialog for dialog in bench.window.findChildren(QDialog) if dialog.isVisible()]
    keys.close()


def test_the_box_about_the_program_names_it(bench):
    bench.window.actions_["about"].trigger()
    (box,) = bench.window.findChildren(QMessageBox)
    assert "校雠" in box.text()
    box.close()


def test_windows_that_were_closed_are_gone(bench, qapp):
    for _ in range(3):
        bench.window.actions_["manual"].trigger()
        bench.window.findChildren(Manual)[0].close()
        qapp.processEvents()
    assert bench.window.findChildren(Manual) == []


def test_the_theme_is_switched_and_remembered(bench, qapp, settings):
    light = qapp.palette().base().color()
    for name in ("dark", "light"):
        bench.window.actions_["dark"].trigger()
        assert settings.theme == name
        assert bench.window.actions_["dark"].isChecked() == (name == "dark")
        assert (qapp.palette().base().color() == light) == (name == "light")
        assert bench.editor.theme.name == name


def test_place_and_type_of_the_window_are_remembered(bench, make_window, project_path):
    bench.window.resize(bench.window.width(), 650)
    bench.press("Ctrl+=", "Ctrl+=")
    points = bench.editor.font().pointSizeF()
    bench.panes.docks["pages"].hide()
    bench.window.close()
    again = make_window(project_path)
    assert again.window.height() == 650
    assert again.editor.font().pointSizeF() == pytest.approx(points)
    assert again.panes.docks["pages"].isHidden()


def test_settings_that_make_no_sense_are_passed_over(settings, make_window):
    settings.store.setValue("page_points", "gross")
    settings.store.setValue("theme", "purple")
    assert (settings.page_points, settings.theme) == (0.0, "")
    make_window()


def test_the_status_bar_says_where_the_caret_is(bench):
    bench.go_to("船工说")
    assert bench.window.status._place.text() == "第 5 行 第 2 字"


def test_the_history_lists_what_was_done_and_goes_there(bench):
    place = bench.go_to("傍晚")
    bench.type("a")
    bench.show(2)
    bench.press("Ctrl+5")
    bench.settle()
    model = bench.panes.history.model
    assert model.rowCount() >= 1
    assert model.row_at(0).what == "录入“a”"
    assert (model.row_at(0).who, model.row_at(0).why) == ("林晓禾", "录入")
    bench.panes.history.step_chosen.emit(model.row_at(0).step_id)
    bench.settle()
    assert (bench.mirror.page, bench.editor.caret) == (1, place)


def test_a_hidden_history_asks_for_nothing_at_each_key(bench):
    asked = []
    bench.panes.history.model.set_loader(lambda *question: asked.append(question))
    asked.clear()
    bench.type("abc")
    bench.settle()
    assert asked == []
    bench.press("Ctrl+5")
    assert len(asked) == 1


def test_the_difference_is_shown_and_gone_to(bench):
    place = bench.go_to("渡口今日")
    QTest.keyClick(bench.editor, "a")
    bench.check()
    bench.press("Ctrl+6")
    panel = bench.panes.difference
    assert panel._view.model().rowCount() == 1
    bench.go_to("傍晚")
    panel.place_chosen.emit(place)
    assert bench.editor.caret == place
