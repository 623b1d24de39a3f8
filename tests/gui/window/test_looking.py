"""A project that somebody else works on: the second window looks, and says who it is."""

from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from core.commands.editing import TypeText
from core.project.project import Project
from core.store.lock import lock_path
from core.text.edit import Edit


@pytest.fixture
def editor_elsewhere(project_path):
    """Somebody else, who works on the project."""
    project = Project.open(project_path, "周衡")
    yield project
    project.close()


@pytest.fixture
def looking(make_window, editor_elsewhere, project_path):
    """A second window on the project."""
    return make_window(project_path)


def bar(bench):
    return bench.window.page.read_only_bar


def test_the_window_says_who_works_on_the_project(looking):
    assert bar(looking).isVisible()
    assert "周衡 正在编辑这个工程" in bar(looking).text()
    assert looking.window.status._saved.text() == "只读 · 第 0 步"
    assert looking.editor.text.startswith("# 青渚渡口")


@pytest.mark.parametrize("keys", ["a", "Return", "Backspace", "Delete", "Ctrl+V", "Ctrl+X"])
def test_no_key_changes_the_text_and_each_says_why(looking, editor_elsewhere, keys):
    before = looking.editor.text, editor_elsewhere.last_step
    looking.editor.setFocus()
    looking.go_to("渡口")
    looking.press(keys)
    looking.settle()
    assert "不能改动" in looking.told
    assert "周衡" in looking.told
    assert (looking.editor.text, editor_elsewhere.last_step) == before


@pytest.mark.parametrize("keys", ["Alt+T", "Ctrl+Return", "Ctrl+Up", "Ctrl+D"])
def test_no_command_changes_the_project(looking, editor_elsewhere, keys):
    looking.editor.setFocus()
    looking.press("F8", keys)
    looking.settle()
    assert editor_elsewhere.last_step == 0
    assert looking.mirror.page == 1


def test_the_caret_goes_and_text_can_be_copied(looking, qapp):
    looking.editor.setFocus()
    start = looking.go_to("青渚")
    looking.press("Right", "Right")
    assert looking.editor.caret == start + 2
    looking.press("Shift+Right", "Ctrl+C")
    assert qapp.clipboard().text() == "渡"


def test_pages_can_be_turned_and_exported(looking, tmp_path):
    looking.show(2)
    assert looking.editor.text.startswith("# 山村小学")
    looking.show(1)
    folder = tmp_path / "out"
    from core.exporters.exporter import exporter
    from core.exporters.options import ExportOptions

    looking.window.files._write(exporter("txt"), ExportOptions(), folder, False)
    looking.qtbot.waitUntil(lambda: not looking.window.status.progress.busy)
    assert len(list(folder.iterdir())) == 2


def test_what_the_other_changes_is_seen(looking, editor_elsewhere, qtbot):
    looking.go_to("老船工")
    editor_elsewhere.perform(TypeText(1, Edit(2, "", "新")))
    caret = looking.editor.caret
    with qtbot.waitSignal(looking.desk.page_shown):
        looking.desk.access.look()
    looking.settle()
    assert looking.editor.text.startswith("# 新青渚")
    assert looking.editor.caret == caret


def test_when_the_other_has_gone_one_key_goes_on(looking, editor_elsewhere, qtbot):
    looking.show(2)
    editor_elsewhere.perform(TypeText(2, Edit(2, "", "新")))
    looking.press("Ctrl+Shift+E")
    looking.settle()
    assert bar(looking).isVisible()
    (box,) = looking.window.findChildren(QMessageBox)
    assert "周衡" in box.text()
    box.close()
    editor_elsewhere.close()
    with qtbot.waitSignal(looking.desk.access.changed):
        looking.desk.access.look()
    assert looking.desk.access.is_free
    assert "可以改为编辑" in bar(looking).text()
    with qtbot.waitSignal(looking.desk.opened):
        looking.press("Ctrl+Shift+E")
    qtbot.waitUntil(lambda: looking.mirror is not None and looking.mirror.page == 2)
    assert not bar(looking).isVisible()
    looking.settle()
    assert looking.editor.text.startswith("# 新山村")
    looking.go_to("山村")
    looking.editor.setFocus()
    looking.type("x")
    looking.settle()
    assert looking.stored().text == looking.editor.text
    assert "✓" in looking.window.status._saved.text()
    assert not looking.desk.access._clock.isActive()


def test_two_windows_of_one_program(bench, make_window, project_path):
    second = make_window(project_path)
    assert "林晓禾 正在编辑这个工程" in bar(second).text()
    assert not bar(bench).isVisible()
    bench.editor.setFocus()
    bench.type("x")
    bench.settle()
    assert bench.stored().text == bench.editor.text


def test_a_project_that_is_open_here_is_not_opened_twice(bench, project_path, monkeypatch):
    bench.type("abc")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(project_path), ""))
    bench.press("Ctrl+O")
    bench.settle()
    bench.qtbot.waitUntil(lambda: bench.mirror is not None)
    assert not bar(bench).isVisible()
    assert "abc" in bench.editor.text
    bench.type("d")
    bench.settle()
    assert bench.stored().text == bench.editor.text


def test_another_project_takes_its_place_and_the_first_is_free(bench, tmp_path, project_path):
    bench.desk.create(tmp_path / "b.jiaochou")
    bench.qtbot.waitUntil(lambda: bench.desk.path == tmp_path / "b.jiaochou")
    assert not lock_path(project_path).exists()
    with closing(Project.open(project_path)) as project:
        assert project.barrier is None


def test_the_button_takes_no_focus(looking):
    assert bar(looking).button.focusPolicy() is Qt.FocusPolicy.NoFocus
