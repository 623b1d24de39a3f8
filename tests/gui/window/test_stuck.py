"""The project file cannot be written: what is typed stays in the window until it can."""

import sqlite3

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from core.project.project import Project


@pytest.fixture
def writable(bench):
    """Makes the project file refuse to be written, or take what is written again."""

    def set_writable(writes):
        bench.ask(
            lambda project: project._store.connection.execute(
                f"PRAGMA query_only = {'OFF' if writes else 'ON'}"
            )
        )

    return set_writable


@pytest.fixture
def stuck(bench, writable, qtbot):
    """A window with `abc` in its text that the project file does not have."""
    bench.go_to("青渚渡口")
    writable(False)
    with qtbot.waitSignal(bench.desk.typing.stuck):
        bench.type("abc")
    bench.settle()
    return bench


def bar(bench):
    return bench.window.page.stuck_bar


def test_typing_goes_on_in_the_window_and_is_stored_when_it_can_be(stuck, writable, qtbot):
    before = stuck.stored().text
    assert (bar(stuck).isVisible(), "✗" in stuck.window.status._saved.text()) == (True, True)
    stuck.type("def")
    stuck.settle()
    assert stuck.editor.text.startswith("# abcdef青渚渡口")
    assert stuck.stored().text == before
    writable(True)
    with qtbot.waitSignal(stuck.desk.typing.freed):
        bar(stuck).retry_requested.emit()
    stuck.settle()
    assert stuck.stored().text == stuck.editor.text
    assert (bar(stuck).isVisible(), "✓" in stuck.window.status._saved.text()) == (False, True)
    stuck.type("g")
    stuck.settle()
    assert stuck.stored().text == stuck.editor.text
    assert stuck.ask(lambda project: project.verify().problems) == ()


def test_the_file_is_tried_again_without_being_asked(stuck, writable, qtbot):
    assert stuck.desk.typing._retry.isActive()
    with qtbot.waitSignal(stuck.desk.typing.stuck):
        stuck.desk.typing._retry.start(1)
    writable(True)
    qtbot.waitUntil(lambda: not stuck.desk.typing.is_stuck)
    assert stuck.stored().text == stuck.editor.text


def test_keys_that_come_while_it_is_tried_again_are_stored_too(stuck, writable, qtbot):
    writable(True)
    stuck.desk.typing.try_again()
    stuck.type("def")
    with qtbot.waitSignal(stuck.desk.typing.freed):
        pass
    stuck.settle()
    assert stuck.stored().text == stuck.editor.text
    assert stuck.editor.text.startswith("# abcdef青渚渡口")


def test_what_was_typed_and_taken_away_again_leaves_nothing_to_store(stuck, writable, qtbot):
    before = stuck.stored().text
    stuck.press("Backspace", "Backspace", "Backspace")
    writable(True)
    with qtbot.waitSignal(stuck.desk.typing.freed):
        stuck.desk.typing.try_again()
    assert stuck.stored().text == stuck.editor.text == before
    assert "✓" in stuck.window.status._saved.text()


@pytest.mark.parametrize("keys", ["Ctrl+Z", "Alt+T", "Ctrl+Return", "Ctrl+PgDown"])
def test_any_other_command_is_refused(stuck, keys):
    stuck.press(keys)
    stuck.settle()
    assert stuck.told == "工程文件暂时写不进去，先把录入的文字存好再继续"
    assert (stuck.mirror.page, stuck.editor.text[:5]) == (1, "# abc")


def test_no_other_project_takes_the_place_of_one_that_lacks_text(stuck, tmp_path):
    stuck.desk.create(tmp_path / "another.jiaochou")
    stuck.settle()
    assert stuck.told.startswith("工程文件暂时写不进去")
    assert stuck.editor.text.startswith("# abc")
    assert not (tmp_path / "another.jiaochou").exists()


@pytest.mark.parametrize("keys", [("Ctrl+Z",), ("Alt+T",), ("Ctrl+PgDown",)])
def test_a_command_behind_a_key_that_fails_is_refused(bench, writable, keys):
    """The window does not know yet that the key has failed; the store's thread does."""
    bench.type("x")
    bench.settle()
    bench.go_to("老船工说")
    bench.desk.ask(fail_next_write, lambda _: None)
    bench.type("abc")
    bench.press(*keys)
    bench.settle()
    assert (bar(bench).isVisible(), bench.mirror.page) == (True, 1)
    bench.desk.typing.try_again()
    bench.settle()
    assert not bar(bench).isVisible()
    assert bench.editor.text == bench.stored().text
    assert "abc老船工说" in bench.editor.text
    assert bench.stored(2).text.startswith("# 山村小学")


def fail_next_write(project):
    """Let the next transaction of `project` fail, and only that."""
    connection = project._store.connection
    refused = []

    def authorize(action, *_):
        if action == sqlite3.SQLITE_TRANSACTION and not refused:
            refused.append(action)
            return sqlite3.SQLITE_DENY
        return sqlite3.SQLITE_OK

    connection.set_authorizer(authorize)


def test_findings_of_a_text_that_is_not_stored_are_not_kept(stuck, writable, qtbot):
    kept = stuck.ask(lambda project: project.findings.kept(1))
    writable(True)
    with qtbot.waitSignal(stuck.desk.checking.compared):
        stuck.desk.checking._rested()
    stuck.settle()
    assert stuck.desk.typing.is_stuck
    assert stuck.ask(lambda project: project.findings.kept(1)) == kept


def test_the_window_stays_until_the_text_is_safe(stuck, monkeypatch, tmp_path, project_path):
    target = tmp_path / "page.txt"
    assert not stuck.window.close()
    assert stuck.window.isVisible()
    assert "另存" in stuck.told
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    bar(stuck).save_requested.emit()
    assert target.read_text(encoding="utf-8") == stuck.editor.text
    stuck.type("x")
    assert not stuck.window.close()
    bar(stuck).save_requested.emit()
    assert stuck.window.close()
    project = Project.open(project_path)
    assert project.state(1).text.startswith("# 青渚渡口")
    project.close()


def test_text_that_cannot_be_saved_elsewhere_either_is_said_to_be_so(stuck, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path), ""))
    bar(stuck).save_requested.emit()
    (box,) = stuck.window.findChildren(QMessageBox)
    assert str(tmp_path) in box.text()
    box.close()
    assert not stuck.window.close()
