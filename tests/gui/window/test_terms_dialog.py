"""Glossary and pairs: finding, adding, changing, switching, deleting, files, learning."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit

from core.glossary.entry import Entry
from core.glossary.pair import Pair
from core.glossary.proposals import Proposal, TermKind
from gui.window.proposals_dialog import ProposalsDialog
from gui.window.terms_dialog import TermsDialog
from gui.window.terms_model import ENTRIES, PAIRS, TermsModel


@pytest.fixture
def dialog(bench):
    bench.press("Ctrl+Shift+G")
    bench.settle()
    (opened,) = bench.window.findChildren(TermsDialog)
    yield opened
    opened.close()


def entries(bench) -> list[Entry]:
    bench.settle()
    return list(bench.ask(lambda project: project.taught.glossary))


def pairs(bench) -> list[Pair]:
    bench.settle()
    return list(bench.ask(lambda project: project.taught.pairs))


def write(page, words: str) -> None:
    page.search.setText(words)
    QTest.keyClick(page.search, Qt.Key.Key_Return)


def choose(page, *rows: int) -> None:
    page.view.clearSelection()
    page.view.setCurrentIndex(page.model.index(rows[0], 0))
    for row in rows:
        page.view.selectRow(row) if len(rows) == 1 else page.view.selectionModel().select(
            page.model.index(row, 0),
            page.view.selectionModel().SelectionFlag.Select | page.view.selectionModel().SelectionFlag.Rows,
        )
    page.view.setFocus()


@pytest.mark.parametrize(("layout", "row"), [(ENTRIES, Entry("青渚港")), (PAIRS, Pair("周未", "周末"))])
def test_the_models_keep_the_rules_of_models(qapp, layout, row):
    model = TermsModel(layout)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows([row])
    model.set_filter("没有")
    assert (model.rowCount(), model.total) == (0, 1)
    model.set_filter("")
    assert model.rowCount() == 1


def test_what_is_written_is_added_and_found(dialog, bench):
    write(dialog.glossary, " 青渚港 ")
    bench.settle()
    write(dialog.glossary, "滨河大桥")
    assert entries(bench) == [Entry("青渚港"), Entry("滨河大桥")]
    assert dialog.tabs.tabText(0) == "词表 2"
    dialog.glossary.search.setText("大桥")
    assert [dialog.glossary.model.row_at(0).form, dialog.glossary.model.rowCount()] == ["滨河大桥", 1]


def test_a_pair_is_written_with_a_space_between(dialog, bench):
    write(dialog.pairs, "周未 周末")
    assert pairs(bench) == [Pair("周未", "周末")]
    write(dialog.pairs, "周未")
    assert dialog.pairs.told == "写成“误 正”，中间空一格"
    write(dialog.pairs, "未→末")
    assert "至少两个字" in dialog.pairs.told
    assert len(pairs(bench)) == 1


def test_rows_are_switched_deleted_and_brought_back(dialog, bench):
    page = dialog.glossary
    for form in ("青渚港", "滨河大桥", "云栖书院"):
        write(page, form)
        bench.settle()
    choose(page, 0)
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    assert [entry.on for entry in entries(bench)] == [False, True, True]
    choose(page, 1, 2)
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    assert entries(bench) == [Entry("青渚港", on=False)]
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert {entry.form for entry in entries(bench)} == {"青渚港", "滨河大桥", "云栖书院"}
    QTest.keyClick(page.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [entry.on for entry in entries(bench)] == [True, True, True]


def test_a_cell_is_changed_in_place(dialog, bench):
    page = dialog.glossary
    write(page, "青渚港")
    bench.settle()
    choose(page, 0)
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    editor = page.view.findChild(QLineEdit)
    editor.setText("青渚新港")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert entries(bench) == [Entry("青渚新港")]
    assert not page.model.setData(page.model.index(0, 0), "  ")
    assert page.told == "词形是空的"


def test_a_form_that_is_there_is_not_listed_twice(dialog, bench):
    for form in ("青渚港", "滨河大桥"):
        write(dialog.glossary, form)
        bench.settle()
    dialog.glossary.model.setData(dialog.glossary.model.index(1, 0), "青渚港")
    assert dialog.glossary.told == "词表里已有“青渚港”"
    assert len(entries(bench)) == 2


def test_what_is_exported_can_be_imported(dialog, bench, tmp_path):
    write(dialog.pairs, "周未 周末")
    bench.settle()
    dialog.pairs.write_file(tmp_path / "pairs.tsv")
    choose(dialog.pairs, 0)
    QTest.keyClick(dialog.pairs.view, Qt.Key.Key_Delete)
    assert pairs(bench) == []
    dialog.pairs.read_file(tmp_path / "pairs.tsv")
    assert pairs(bench) == [Pair("周未", "周末")]


def test_a_bad_file_is_refused_in_one_sentence(dialog, bench, tmp_path):
    bad = tmp_path / "bad.tsv"
    bad.write_text("青渚港\n\t地名\n", encoding="utf-8")
    for path, words in ((bad, "第 2 行"), (tmp_path / "none.tsv", "none.tsv")):
        dialog.glossary.read_file(path)
        assert words in dialog.glossary.told
    dialog.glossary.write_file(tmp_path / "none" / "a.tsv")
    assert "a.tsv" in dialog.glossary.told
    assert entries(bench) == []


def test_a_form_that_is_set_marks_its_near_misses_at_once(dialog, bench, qtbot):
    bench.settle()
    write(dialog.glossary, "青浦渡口今日通航")
    qtbot.waitUntil(
        lambda: "glossary" in {bench.mirror.findings[number].rule for number in bench.mirror.open}
    )


def test_terms_are_learnt_when_they_are_ticked(dialog, bench, qtbot):
    dialog._propose([Proposal("滨河晚潮", TermKind.WORK, 5), Proposal("两岸三渡", TermKind.TERM, 3)])
    (proposals,) = dialog.findChildren(ProposalsDialog)
    assert not proposals.take.isEnabled()
    QTest.keyClick(proposals.view, Qt.Key.Key_Space)
    assert proposals.take.isEnabled()
    proposals.take.click()
    assert entries(bench) == [Entry("滨河晚潮", "书名")]


def test_a_project_without_such_terms_says_so(dialog, bench, qtbot):
    dialog.learn.click()
    qtbot.waitUntil(lambda: "没有反复出现" in dialog.glossary.told)
    assert dialog.learn.isEnabled()
