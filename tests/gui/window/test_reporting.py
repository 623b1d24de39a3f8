import csv
import io

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from core.messages import Catalogue, message
from core.reports.tables import Table
from core.text.edit import Edit
from gui.window import reporting
from gui.window.report_dialog import ReportDialog
from gui.window.report_model import ReportModel

TABLE = Table(
    "pairs",
    message("按字对"),
    (message("误"), message("处数")),
    (("囗", 2), ("肮", 11), ("土\n上", None), ("乡", 2)),
)


@pytest.fixture
def dialog(bench):
    bench.go_to("青渚渡口")
    bench.type("x")
    bench.settle()
    bench.press("Ctrl+Shift+T")
    (opened,) = bench.window.findChildren(ReportDialog)
    bench.qtbot.waitUntil(lambda: opened.refresh.isVisible() and opened.table is not None)
    yield opened
    if isValid(opened):
        opened.close()


@pytest.fixture
def model(qtbot):
    made = ReportModel(Catalogue("zh_CN"))
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.show_table(TABLE)
    return made


def column(model, at):
    return [model.data(model.index(row, at)) for row in range(model.rowCount())]


def choose(dialog, name):
    row = next(at for at, table in enumerate(dialog._tables) if table.name == name)
    dialog.names.setCurrentRow(row)


def test_numbers_are_sorted_as_numbers_and_what_is_empty_comes_last(model):
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert column(model, 0) == ["肮", "囗", "乡", "土⏎上"]
    model.sort(1, Qt.SortOrder.AscendingOrder)
    assert column(model, 0) == ["囗", "乡", "肮", "土⏎上"]
    assert column(model, 1) == ["2", "2", "11", ""]


def test_what_is_chosen_stays_chosen_when_it_is_sorted(model):
    from PySide6.QtCore import QPersistentModelIndex

    held = QPersistentModelIndex(model.index(1, 0))
    model.sort(0, Qt.SortOrder.AscendingOrder)
    assert held.data() == "肮"


def test_only_numbers_stand_at_the_right(model):
    assert [model.is_numeric(at) for at in range(2)] == [False, True]


def test_no_table_has_no_columns(model):
    model.show_table(None)
    assert (model.rowCount(), model.columnCount()) == (0, 0)
    model.sort(0)


def test_all_tables_are_there_and_the_figures_are_said(dialog):
    names = [dialog.names.item(row).text() for row in range(dialog.names.count())]
    assert names[:3] == ["按校次", "按类别", "按字对"]
    assert dialog.line.text().startswith("2 版，")
    choose(dialog, "editors")
    assert column(dialog.model, 0) == ["林晓禾"]


def test_figures_are_read_anew(bench, dialog):
    choose(dialog, "pairs")
    assert column(dialog.model, 1) == ["x"]
    bench.go_to("集市搬回")
    bench.type("y")
    bench.settle()
    dialog.refresh.click()
    bench.qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    assert dialog.table.name == "pairs"


def test_what_is_chosen_is_copied_with_its_heads(dialog):
    choose(dialog, "pairs")
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "误\t正\t处数\t折计\t版数\n\tx\t1\t2.0\t1"


def test_a_table_and_all_of_them_are_kept(bench, dialog, monkeypatch, tmp_path):
    chosen = []

    def ask(_parent, _title, name, _kinds):
        chosen.append(tmp_path / name)
        return str(chosen[-1]), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    choose(dialog, "pages")
    dialog.keep_csv.click()
    dialog.keep_html.click()
    bench.qtbot.waitUntil(lambda: all(path.exists() for path in chosen))
    assert [path.name for path in chosen] == ["青渚-按版面.csv", "青渚-统计.html"]
    rows = list(csv.reader(io.StringIO(chosen[0].read_bytes().decode("utf-8-sig"))))
    assert len(rows) == 3
    assert "按字对" in chosen[1].read_text(encoding="utf-8")


def test_reading_takes_turns_with_other_work_and_can_be_left(bench, dialog, monkeypatch):
    monkeypatch.setattr(reporting, "AT_ONCE", 0.0)
    dialog.refresh.click()
    dialog.stop.click()
    assert dialog.line.text() == "没有读完，数字是上一次的"
    bench.settle()
    assert dialog.line.text() == "没有读完，数字是上一次的"
    dialog.refresh.click()
    bench.qtbot.waitUntil(lambda: dialog.line.text().startswith("2 版，"))


def test_the_same_window_is_shown_again(bench, dialog):
    bench.window.actions_["statistics"].trigger()
    assert bench.window.findChildren(ReportDialog) == [dialog]


def test_it_goes_with_its_project(bench, dialog, project_path):
    bench.desk.open(project_path)
    bench.qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible())


def activate(dialog, name, row, column=0):
    choose(dialog, name)
    dialog.model.sort(column, Qt.SortOrder.DescendingOrder)
    dialog.view.setCurrentIndex(dialog.model.index(row, 0))
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)


def test_a_row_of_a_page_turns_to_it_however_it_is_sorted(bench, dialog):
    shown = bench.mirror.page
    activate(dialog, "pages", 0)
    bench.qtbot.waitUntil(lambda: bench.mirror.page != shown)


def test_a_row_of_a_pair_looks_for_its_wrong_form(bench, dialog):
    bench.go_to("集市搬回")
    bench.desk.type_text(Edit(bench.editor.selection.start, "集", "市"))
    bench.settle()
    dialog.refresh.click()
    bench.qtbot.waitUntil(lambda: "2 处校改" in dialog.line.text())
    wanted = []
    bench.window._reporting.search_wanted.connect(wanted.append)
    activate(dialog, "pairs", 0)
    assert [(pair.wrong, pair.right) for pair in wanted] == [("集", "市")]
