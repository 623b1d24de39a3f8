"""Backups are made beside the work; a page or the whole comes back from one."""

from contextlib import closing

import pytest
from PySide6.QtWidgets import QFileDialog

from core.project.project import Project
from core.store import backups
from core.store.backups import backups_of
from gui.window.backups_dialog import BackupsDialog


@pytest.fixture
def dialog(bench, qtbot):
    """The list of backups, with one of the project after its first change."""
    bench.go_to("青渚渡口")
    bench.type("x")
    bench.settle()
    with qtbot.waitSignal(bench.desk.backing_up.made):
        bench.desk.backing_up.look()
    bench.window.actions_["backups"].trigger()
    (found,) = bench.window.findChildren(BackupsDialog)
    qtbot.waitUntil(lambda: bool(found.line.text()))
    yield found
    found.close()


def follow(dialog, qtbot):
    dialog.line.clear()
    dialog._follow()
    qtbot.waitUntil(lambda: bool(dialog.line.text()))
    return dialog.line.text()


def test_a_backup_is_due_when_something_has_changed(bench, qtbot, project_path):
    bench.desk.backing_up.look()
    bench.settle()
    assert backups_of(project_path) == []
    bench.type("x")
    bench.settle()
    with qtbot.waitSignal(bench.desk.backing_up.made):
        bench.desk.backing_up.look()
    bench.desk.backing_up.look()
    bench.settle()
    assert len(backups_of(project_path)) == 1
    bench.type("y")
    bench.settle()
    with qtbot.waitSignal(bench.desk.backing_up.made):
        bench.desk.backing_up.look()
    newest, _ = backups_of(project_path)
    with closing(Project.look(newest.path)) as backup:
        assert backup.state(1).text == bench.editor.text


def test_opened_again_on_the_same_day_it_waits_for_a_change(bench, make_window, qtbot, project_path):
    bench.type("x")
    bench.settle()
    with qtbot.waitSignal(bench.desk.backing_up.made):
        bench.desk.backing_up.look()
    bench.window.close()
    again = make_window(project_path)
    again.desk.backing_up.look()
    again.settle()
    assert len(backups_of(project_path)) == 1


def test_that_there_is_no_room_is_said_in_passing(bench, monkeypatch, qtbot, project_path):
    monkeypatch.setattr(backups, "SPARE", 2.0)
    bench.type("x")
    bench.settle()
    bench.desk.backing_up.look()
    qtbot.waitUntil(lambda: "没有备份" in bench.told)
    assert backups_of(project_path) == []


def test_the_list_says_how_far_the_page_has_moved_on(bench, dialog, qtbot):
    assert dialog.model.rowCount() == 1
    assert dialog.line.text() == "本版与那时一样。"
    assert not dialog.page.isEnabled()
    bench.editor.setFocus()
    bench.type("yz")
    bench.settle()
    assert follow(dialog, qtbot) == "那以后，本版的文字改了 1 处。"
    assert dialog.page.isEnabled()


def test_the_page_comes_back_and_goes_again(bench, dialog, qtbot):
    before = bench.editor.text
    bench.type("yz")
    bench.settle()
    changed = bench.editor.text
    follow(dialog, qtbot)
    dialog.page.click()
    qtbot.waitUntil(lambda: bench.editor.text == before)
    bench.settle()
    assert bench.stored().text == before
    bench.desk.undo()
    qtbot.waitUntil(lambda: bench.editor.text == changed)
    bench.settle()
    assert bench.stored().text == changed


def test_the_whole_comes_back_as_a_new_project(bench, dialog, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "again.jiaochou"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    dialog.whole.click()
    qtbot.waitUntil(lambda: "已恢复为" in dialog.line.text())
    with closing(Project.open(target)) as again:
        assert again.state(1).text == bench.editor.text
    dialog.whole.click()
    qtbot.waitUntil(lambda: "不会覆盖" in dialog.line.text())


def test_one_can_be_made_by_hand(dialog, qtbot):
    dialog.make.click()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)


def test_closing_the_window_leaves_a_backup_that_is_being_made(bench, project_path):
    bench.type("x")
    bench.settle()
    bench.desk.backing_up.look()
    assert bench.window.close()
    assert not list(project_path.parent.glob("*-backups/.*"))
