from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from core.exporters.options import PRESETS, Characters, ExportOptions, Split, decode_presets
from core.messages import Catalogue
from gui.window import files as files_module
from gui.window.export_dialog import ExportDialog


@pytest.fixture
def dialog(qtbot, tmp_path):
    made = ExportDialog(Catalogue("zh_CN"))
    qtbot.addWidget(made)
    made._folder.setText(str(tmp_path))
    return made


@pytest.fixture
def sample(bench):
    return bench.ask(lambda project: project.export_page(1))


def test_it_offers_what_the_command_line_does_by_default(dialog):
    assert dialog.options == ExportOptions()
    assert dialog.format_name == "txt"


@pytest.mark.parametrize(
    "options",
    [
        ExportOptions(characters=Characters.TAIWAN, names="{title}", split=Split.ARTICLE),
        ExportOptions(headings=False, furniture=True, line_breaks=True, linked=False, only_signed=True),
        ExportOptions(apparatus=True),
    ],
)
def test_every_choice_can_be_shown(dialog, options):
    dialog.choices.show_options(options)
    assert dialog.options == options


def test_the_first_file_is_shown_as_it_will_be(dialog, sample):
    dialog.show_project({}, sample)
    assert sample.name in dialog.first.text()
    dialog.choices.show_options(
        ExportOptions(characters=Characters.TRADITIONAL, names="第{number}篇", split=Split.ARTICLE)
    )
    assert dialog.first.text() == "第一个文件：第01篇.txt"
    assert "渡口今日通航" in dialog.preview.toPlainText()
    dialog.choices.show_options(ExportOptions(only_signed=True))
    assert dialog.preview.toPlainText()
    dialog._format.setCurrentIndex(dialog._format.findData("docx"))
    assert (dialog.first.text()[-5:], dialog.preview.toPlainText()) == (".docx", "")


def test_what_cannot_be_is_said_and_cannot_be_agreed_to(dialog, sample):
    dialog.show_project({}, sample)
    assert dialog._agree.isEnabled()
    dialog.choices.names.setText("{author}")
    assert "{author}" in dialog.first.text()
    assert not dialog._agree.isEnabled()
    dialog.choices.names.setText("{title}")
    assert dialog._agree.isEnabled()
    dialog._folder.clear()
    assert not dialog._agree.isEnabled()


def test_presets_are_kept_used_and_dropped(dialog, qtbot):
    heard = []
    dialog.presets_changed.connect(heard.append)
    wanted = replace(ExportOptions(), characters=Characters.TRADITIONAL)
    dialog.choices.show_options(wanted)
    dialog.preset.setEditText("繁体")
    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    dialog.choices.show_options(ExportOptions())
    dialog.preset.activated.emit(dialog.preset.findText("繁体"))
    assert dialog.options == wanted
    qtbot.mouseClick(dialog.drop, Qt.MouseButton.LeftButton)
    assert heard == [{"繁体": wanted}, {}]
    assert not dialog.drop.isEnabled()


def test_the_project_is_written_by_the_choices_and_keeps_the_presets(bench, monkeypatch, tmp_path):
    class Agreed(ExportDialog):
        def exec(self):
            self.choices.show_options(ExportOptions(split=Split.ISSUE, names="全部"))
            self.preset.setEditText("合订")
            self.keep.click()
            self._folder.setText(str(tmp_path / "稿件"))
            return ExportDialog.DialogCode.Accepted

    monkeypatch.setattr(files_module, "ExportDialog", Agreed)
    bench.press("Ctrl+E")
    bench.qtbot.waitUntil(lambda: not bench.window.status.progress.busy)
    bench.settle()
    assert [path.name for path in (tmp_path / "稿件").iterdir()] == ["全部.txt"]
    kept = bench.ask(lambda project: project.setting(PRESETS))
    assert list(decode_presets(kept)) == ["合订"]
