"""A damaged project is named, and what can be read of it is offered as a new one."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from core.project.project import Project


@pytest.fixture
def headless(project_path):
    """A project whose head is damaged."""
    content = bytearray(project_path.read_bytes())
    content[20:100] = b"\xee" * 80
    project_path.write_bytes(content)
    return project_path


def box_of(bench) -> QMessageBox:
    (box,) = bench.window.findChildren(QMessageBox)
    return box


def press_recover(box):
    (button,) = [one for one in box.findChildren(QPushButton) if "救回" in one.text()]
    button.click()


def test_what_can_be_read_is_saved_and_opened(make_window, headless, qtbot, monkeypatch, tmp_path):
    before, target = headless.read_bytes(), tmp_path / "back.jiaochou"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    bench = make_window()
    with qtbot.waitSignal(bench.desk.damaged):
        bench.desk.open(headless)
    box = box_of(bench)
    assert str(headless) in box.text()
    assert "已损坏" in box.text()
    with qtbot.waitSignal(bench.desk.page_shown):
        press_recover(box)
    assert headless.read_bytes() == before
    assert bench.desk.path == target
    assert bench.editor.text.startswith("# 青渚渡口")
    told = box_of(bench)
    assert "救回 2 版，其中 2 版完好" in told.text()
    told.close()
    bench.settle()


def test_damage_that_shows_while_a_page_is_read_is_offered_too(bench, qtbot):
    bench.type("x")
    bench.show(2)
    bench.ask(lambda project: project._store.connection.execute("UPDATE page SET raw = 7 WHERE id = 1"))
    bench.ask(lambda project: project._history.states._held.clear())
    with qtbot.waitSignal(bench.desk.damaged):
        bench.desk.show_page(1)
    box_of(bench).close()
    bench.settle()


def test_what_verification_finds_is_offered(make_window, project_path, qtbot):
    with closing(sqlite3.connect(project_path)) as connection, connection:
        connection.execute("UPDATE page SET raw = x'00' WHERE id = 2")
    bench = make_window(project_path)
    with qtbot.waitSignal(bench.desk.damaged):
        bench.window.actions_["verify"].trigger()
    assert "原始字节已被改动" in box_of(bench).text()
    box_of(bench).close()
    with closing(Project.look(project_path)) as project:
        assert project.verify().problems
