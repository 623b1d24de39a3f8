"""The disk becomes read-only under the window."""

import pytest
from PySide6.QtWidgets import QFileDialog

from core.project.project import Project


@pytest.fixture
def project_path(failing_disk, make_project_file):
    return make_project_file(failing_disk.folder / "青渚.jiaochou")


def test_the_cause_is_said_and_the_text_can_be_saved_elsewhere(
    bench, failing_disk, project_path, tmp_path, monkeypatch, qtbot
):
    bench.type("x")
    bench.settle()
    stored = bench.stored().text
    failing_disk.fail()
    with qtbot.waitSignal(bench.desk.typing.stuck):
        bench.editor.insertPlainText("字" * 9000)
    bench.settle()
    bar = bench.window.page.stuck_bar
    assert "所在的磁盘变成只读的了" in bar._label.text()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "page.txt"), ""))
    bar.save_requested.emit()
    assert (tmp_path / "page.txt").read_text(encoding="utf-8") == bench.editor.text
    assert bench.window.close()
    looked = Project.look(project_path)
    assert looked.state(1).text == stored
    looked.close()
