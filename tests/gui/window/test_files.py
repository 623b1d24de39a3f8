"""Projects and files: opening, importing, exporting, proving; and one sentence where that cannot be done."""

import json

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QMessageBox

from core.document.page import Source
from core.project.project import Project
from gui.window import files as files_module

NOTE = "# 码头告示\n\n明日起渡船改点，请乘客留意。\n"


@pytest.fixture
def note(tmp_path):
    """A page that is no part of the project yet."""
    path = tmp_path / "告示.txt"
    path.write_text(NOTE, encoding="utf-8")
    return path


@pytest.fixture
def picture_of_noise(tmp_path):
    """A file that holds no text."""
    path = tmp_path / "坏.txt"
    path.write_bytes(bytes(range(256)) * 40)
    return path


def complaints(bench):
    """The sentences in boxes, which are closed by this."""
    boxes = [box for box in bench.window.findChildren(QMessageBox) if box.isVisible()]
    said = [box.text() for box in boxes]
    for box in boxes:
        box.close()
    return said


def names(bench):
    return [page.name for page in bench.ask(lambda project: project.pages())]


def drop(bench, paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, *held)
    QApplication.sendEvent(bench.window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(bench.window, QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, *held))


def wait_until_idle(bench):
    bench.qtbot.waitUntil(lambda: not bench.window.status.progress.busy)
    bench.settle()


def test_dropped_files_come_in_and_the_bad_one_is_named(bench, note, picture_of_noise):
    drop(bench, [note, picture_of_noise])
    wait_until_idle(bench)
    assert names(bench)[-1] == "告示"
    assert len(names(bench)) == 3
    (said,) = complaints(bench)
    assert str(picture_of_noise) in said
    assert bench.told == "加入 1 版，已有 0 版"
    assert [page.page_id for page in bench.panes.pages.model.all_pages()] == [1, 2, 3]
    assert bench.mirror.page == 1


def test_files_that_are_there_already_come_in_once(bench, note):
    for known in (0, 1):
        bench.window.files.take([note])
        wait_until_idle(bench)
        assert bench.told == f"加入 {1 - known} 版，已有 {known} 版"
    assert len(names(bench)) == 3


def test_a_scan_that_cannot_be_read_is_named_and_its_page_comes_in(bench, note, monkeypatch):
    scan = note.with_suffix(".png")
    scan.write_bytes(b"scan")
    monkeypatch.setattr("core.scans.scan.open_regular", lambda path: path.joinpath("nothing").open("rb"))
    bench.window.files.take([note])
    wait_until_idle(bench)
    assert names(bench)[-1] == "告示"
    (said,) = complaints(bench)
    assert str(scan) in said


def test_many_bad_files_are_one_box(bench, tmp_path):
    bad = [tmp_path / f"没有{number}.txt" for number in range(12)]
    bench.window.files.take(bad)
    wait_until_idle(bench)
    (said,) = complaints(bench)
    assert "12" in said
    assert said.count("\n") < 10


def test_a_file_that_is_no_project_leaves_the_old_one_open(bench, tmp_path):
    stranger = tmp_path / "别的.jiaochou"
    stranger.write_text("这不是工程", encoding="utf-8")
    before = bench.editor.text
    bench.window.files.take([stranger])
    bench.settle()
    (said,) = complaints(bench)
    assert str(stranger) in said
    bench.go_to("青渚渡口")
    bench.type("abc")
    bench.settle()
    assert bench.stored().text == bench.editor.text != before
    assert bench.window.windowTitle().startswith("青渚.jiaochou")


def test_another_project_takes_the_place_of_the_first(bench, tmp_path, project_path, note):
    other = make_project(tmp_path / "另一个.jiaochou", NOTE)
    bench.go_to("青渚渡口")
    bench.type("abc")
    bench.press("Ctrl+2")
    assert bench.focus is not bench.editor
    bench.desk.open(other)
    bench.type("def")
    bench.qtbot.waitUntil(lambda: bench.editor.text.startswith("def# 码头告示"))
    bench.settle()
    assert bench.stored().text == bench.editor.text
    assert bench.focus is bench.editor
    first = Project.open(project_path)
    assert first.state(1).text.startswith("# abc青渚渡口")
    first.close()


def test_a_check_that_ends_after_the_exchange_is_of_no_page_any_more(bench, tmp_path):
    """Both projects have a page 1; what was found on the one must not be kept for the other."""
    other = make_project(tmp_path / "另一个.jiaochou", NOTE)
    bench.desk.checking._rested()
    bench.desk.open(other)
    bench.qtbot.waitUntil(lambda: bench.mirror is not None and bench.editor.text == NOTE)
    bench.qtbot.waitUntil(lambda: bench.mirror.checked)
    bench.settle()
    assert bench.mirror.open == []
    assert bench.ask(lambda project: project.findings.kept(1)) == []


def test_files_beside_a_project_are_added_to_it(bench, tmp_path, note):
    other = make_project(tmp_path / "另一个.jiaochou", "# 甲\n")
    bench.window.files.take([note, other])
    bench.qtbot.waitUntil(lambda: bench.desk.path == other)
    wait_until_idle(bench)
    assert names(bench)[-1] == "告示"


def test_two_projects_at_once_are_refused(bench, tmp_path, project_path):
    other = make_project(tmp_path / "另一个.jiaochou", NOTE)
    bench.window.files.take([other, project_path])
    assert bench.told == "一次只能打开一个工程"
    assert bench.desk.path == project_path


def test_files_opened_without_a_project_become_one_beside_them(make_window, note):
    bench = make_window()
    bench.window.files.open_paths([note])
    bench.qtbot.waitUntil(lambda: bench.editor.text == NOTE)
    assert bench.desk.path == note.with_suffix(".jiaochou")
    assert bench.focus is bench.editor


def test_files_opened_again_come_into_the_project_beside_them(make_window, note):
    project = make_project(note.with_suffix(".jiaochou"), "# 甲\n")
    bench = make_window()
    bench.window.files.open_paths([note])
    bench.qtbot.waitUntil(lambda: bench.desk.path == project)
    bench.qtbot.waitUntil(lambda: len(names(bench)) == 2)


def test_files_do_not_go_astray_where_the_project_beside_them_is_broken(bench, note):
    note.with_suffix(".jiaochou").write_text("这不是工程", encoding="utf-8")
    bench.window.files.open_paths([note])
    wait_until_idle(bench)
    assert len(complaints(bench)) == 1
    assert len(names(bench)) == 2


def test_without_a_project_nothing_can_be_undone_or_proved(make_window, tmp_path):
    bench = make_window()
    actions = bench.window.actions_
    bench.desk.open(tmp_path / "没有.jiaochou")
    bench.qtbot.waitUntil(lambda: bool(bench.window.findChildren(QMessageBox)))
    assert len(complaints(bench)) == 1
    on = {row.name for row, action in actions if action.isEnabled()}
    assert on & {"undo", "redo", "verify", "find", "export", "role-title"} == set()
    assert {"open", "new", "import", "quit", "manual"} <= on


def test_a_new_project_is_empty_and_takes_files(bench, tmp_path, monkeypatch, note):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "五月.一日"), ""))
    with bench.qtbot.waitSignal(bench.desk.opened):
        bench.window.actions_["new"].trigger()
    bench.settle()
    assert bench.desk.path == tmp_path / "五月.一日.jiaochou"
    assert bench.mirror is None
    assert not bench.editor.isVisible()
    assert bench.panes.findings.model.rowCount() == 0
    assert list(bench.panes.articles.model.shown.layout.order) == []
    assert not bench.window.actions_["find"].isEnabled()
    bench.window.files.take([note])
    bench.qtbot.waitUntil(bench.editor.isVisible)
    assert bench.editor.text == NOTE
    assert bench.focus is bench.editor


def test_a_new_project_is_never_written_over_another(bench, monkeypatch, project_path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(project_path), ""))
    bench.window.actions_["new"].trigger()
    bench.settle()
    (said,) = complaints(bench)
    assert "不会覆盖" in said
    assert bench.mirror.page == 1


def test_importing_from_the_menu_in_an_encoding_that_is_named(bench, tmp_path, monkeypatch):
    path = tmp_path / "旧文.txt"
    path.write_bytes("渡口的燈".encode("big5"))
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_, **__: ("big5", True))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    bench.window.actions_["import-encoded"].trigger()
    wait_until_idle(bench)
    assert bench.stored(3).text == "渡口的燈"


@pytest.fixture
def exporting(monkeypatch, tmp_path):
    """Agrees to the dialog of the export at once, with what the test wants."""

    class Agreed(files_module.ExportDialog):
        wanted = ("txt", tmp_path / "稿件", False)

        def exec(self):
            name, folder, overwrite = self.wanted
            self._format.setCurrentIndex(self._format.findData(name))
            self._folder.setText(str(folder))
            self._overwrite.setChecked(overwrite)
            assert self._agree.isEnabled()
            return files_module.ExportDialog.DialogCode.Accepted

    monkeypatch.setattr(files_module, "ExportDialog", Agreed)
    return Agreed


def test_the_project_is_exported_with_what_was_typed_last(bench, exporting, tmp_path):
    bench.go_to("青渚渡口")
    bench.type("abc")
    exporting.wanted = ("jsonl", tmp_path / "稿件", False)
    bench.press("Ctrl+E")
    wait_until_idle(bench)
    (written,) = (tmp_path / "稿件").rglob("*.jsonl")
    pages = [json.loads(line) for line in written.read_text(encoding="utf-8").splitlines()]
    assert [len(page["articles"]) for page in pages] == [2, 1]
    assert pages[0]["articles"][0]["title"] == "abc青渚渡口今日通航"
    assert bench.told == f"写出 1 个文件到 {tmp_path / '稿件'}"


def test_an_export_writes_over_nothing_unless_told_to(bench, exporting, tmp_path):
    for overwrite, refused in ((False, 0), (False, 1), (True, 0)):
        exporting.wanted = ("md", tmp_path / "稿件", overwrite)
        bench.press("Ctrl+E")
        wait_until_idle(bench)
        assert len(complaints(bench)) == refused
    assert len(list((tmp_path / "稿件").rglob("*.md"))) >= 1


def test_while_one_long_work_goes_on_there_is_no_other(bench, tmp_path, note):
    bench.window.status.progress.begin("", 0)
    bench.press("Ctrl+E", "Ctrl+N", "Ctrl+O")
    bench.window.files.take([note])
    bench.window.files.take([tmp_path / "另一个.jiaochou"])
    bench.settle()
    assert bench.told == "前一件事还没做完"
    assert len(names(bench)) == 2
    bench.window.status.progress.end()


def test_the_project_is_proved_sound(bench):
    bench.type("abc")
    bench.window.actions_["verify"].trigger()
    wait_until_idle(bench)
    assert "全部完好" in bench.told


def test_a_damaged_project_is_said_to_be_damaged(bench):
    bench.type("abc")
    bench.settle()
    bench.ask(lambda project: project._store.connection.execute("UPDATE change SET digest = 'x'"))
    bench.window.actions_["verify"].trigger()
    wait_until_idle(bench)
    (said,) = complaints(bench)
    assert "第一处" in said


def test_a_scan_is_attached_and_shown(bench, tmp_path, monkeypatch):
    picture = tmp_path / "scan.png"
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    assert image.save(str(picture))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(picture), ""))
    assert not bench.panes.docks["scan"].isVisible()
    bench.window.actions_["attach-scan"].trigger()
    bench.settle()
    assert bench.panes.docks["scan"].isVisible()
    bench.show(2)
    assert not bench.panes.docks["scan"].isVisible()


def test_the_window_closes_in_the_midst_of_an_import(bench, tmp_path, project_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number}.txt").write_text(f"# 第{number}篇\n\n{NOTE}", encoding="utf-8")
    bench.window.files.take([folder])
    assert bench.window.close()
    project = Project.open(project_path)
    assert len(project.pages()) == 2
    project.close()


def make_project(path, text):
    project = Project.create(path, "林晓禾")
    project.add_pages([Source("甲-1", text.encode(), "utf-8", text, "甲-1.txt")])
    project.close()
    return path
