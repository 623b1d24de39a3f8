"""The project file goes away under the window, and comes back, or does not."""

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox


@pytest.fixture
def vanished(bench, project_path, qtbot, tmp_path):
    """A window whose project file was moved away; `abc` was typed since."""
    bench.type("x")
    bench.settle()
    project_path.rename(tmp_path / "away")
    with qtbot.waitSignal(bench.desk.typing.stuck):
        bench.type("abc")
    bench.settle()
    return bench


def bar(bench):
    return bench.window.page.stuck_bar


def test_the_bar_names_the_file_and_the_cause(vanished, project_path):
    assert bar(vanished).isVisible()
    assert str(project_path) in bar(vanished)._label.text()
    assert "没有这个文件" in bar(vanished)._label.text()
    assert vanished.editor.text.startswith("xabc#")


def test_when_it_comes_back_what_was_typed_is_stored(vanished, project_path, tmp_path, qtbot):
    vanished.desk.typing.try_again()
    vanished.settle()
    assert bar(vanished).isVisible()
    (tmp_path / "away").rename(project_path)
    vanished.type("d")
    with qtbot.waitSignal(vanished.desk.typing.freed):
        bar(vanished).retry_requested.emit()
    vanished.settle()
    assert not bar(vanished).isVisible()
    assert vanished.stored().text == vanished.editor.text
    assert vanished.editor.text.startswith("xabcd#")
    vanished.type("e")
    vanished.settle()
    assert vanished.stored().text == vanished.editor.text
    assert vanished.ask(lambda project: project.verify().problems) == ()


def test_the_text_can_be_saved_elsewhere_whole_or_not_at_all(vanished, tmp_path, monkeypatch):
    target = tmp_path / "page.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    bar(vanished).save_requested.emit()
    assert target.read_text(encoding="utf-8") == vanished.editor.text
    target.unlink()
    target.mkdir()
    (target / "in the way").touch()
    vanished.type("d")
    bar(vanished).save_requested.emit()
    (box,) = vanished.window.findChildren(QMessageBox)
    assert str(target) in box.text()
    box.close()
    assert sorted(path.name for path in target.parent.glob("*.part")) == []
    assert not vanished.window.close()


def test_without_a_key_pressed_a_command_says_what_is_wrong(bench, project_path, tmp_path, qtbot):
    project_path.rename(tmp_path / "away")
    with qtbot.waitSignal(bench.desk.failed):
        bench.press("Alt+T")
    (box,) = bench.window.findChildren(QMessageBox)
    assert "没有这个文件" in box.text()
    box.close()
    bench.settle()


def test_on_a_full_disk_the_text_stays_and_is_stored_when_there_is_room(bench, qtbot):
    def limit(project, factor):
        connection = project._store.connection
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages * factor}")

    bench.type("x")
    bench.settle()
    bench.ask(lambda project: limit(project, 1))
    with qtbot.waitSignal(bench.desk.typing.stuck):
        bench.editor.insertPlainText("字" * 60_000)
    bench.settle()
    assert "磁盘已满" in bar(bench)._label.text()
    assert "字" * 100 not in bench.stored().text
    bench.ask(lambda project: limit(project, 1000))
    with qtbot.waitSignal(bench.desk.typing.freed):
        bar(bench).retry_requested.emit()
    bench.settle()
    assert bench.stored().text == bench.editor.text
    assert bench.ask(lambda project: project.verify().problems) == ()
