"""The window in other languages: nothing of it is left in Simplified Chinese."""

import re
from importlib.resources import files

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableView,
    QTabWidget,
    QWidget,
)

from core.document.page import Source
from core.project.project import Project
from gui.editor.key_hints import KeyHints
from gui.window.export_dialog import ExportDialog

HAN = re.compile("[\u3400-\u9fff]")
CHINESE_BY_NATURE = {"Unless this is on, 国 finds 國 too"}
"""What cannot be explained without a Chinese character."""


@pytest.fixture
def translated(qapp):
    """Installs the strings of a language for the test."""
    installed = []

    def install(language):
        translator = QTranslator()
        assert translator.load(f"jiaochou_{language}", str(files("resources") / "translations"))
        assert QCoreApplication.installTranslator(translator)
        installed.append(translator)

    yield install
    for translator in installed:
        QCoreApplication.removeTranslator(translator)


@pytest.fixture
def project_path(tmp_path):
    """A project whose pages and names say nothing in Chinese."""
    text = "# Ferry runs again\n\nThe ferry left at eight.  The ferry left at eight .\n\n(the boat\n"
    path = tmp_path / "ferry.jiaochou"
    project = Project.create(path, "Lin")
    project.add_pages([Source(f"Times-{number}", text.encode(), "utf-8", text) for number in (1, 2)])
    project.close()
    return path


def said(widget):
    """Yield all that a widget and what is in it says by itself."""
    for part in [widget, *widget.findChildren(QWidget)]:
        yield from (part.toolTip(), part.accessibleName(), part.windowTitle(), part.statusTip())
        if isinstance(part, QLabel | QAbstractButton):
            yield part.text()
        elif isinstance(part, QLineEdit):
            yield part.placeholderText()
        elif isinstance(part, QComboBox):
            yield from (part.itemText(number) for number in range(part.count()))
        elif isinstance(part, QTabWidget):
            yield from (part.tabText(number) for number in range(part.count()))
        elif isinstance(part, KeyHints):
            yield from (hint.word for hint in part._hints)
        elif isinstance(part, QTableView) and part.model() is not None:
            model = part.model()
            columns = range(model.columnCount())
            yield from (str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in columns)
            rows = range(model.rowCount())
            yield from (str(model.index(row, column).data() or "") for row in rows for column in columns)
    for action in widget.findChildren(QAction):
        yield from (action.text(), action.iconText(), action.toolTip())


def work(bench):
    """Do a little of everything, so that the panes have something to say."""
    bench.press("F8")
    bench.type("a")
    bench.go_to("(the boat")
    bench.press("Alt+T")
    bench.settle()
    bench.press("Ctrl+Up")
    bench.settle()
    bench.check()
    bench.press("Ctrl+6", "Ctrl+5")
    bench.settle()
    bench.press("Ctrl+F", "F8")
    bench.window.actions_["keys"].trigger()
    ExportDialog(bench.window._catalogue, bench.window)


def test_english_has_no_chinese_left(translated, make_window, project_path, settings):
    settings.store.setValue("actor", "Lin")
    translated("en")
    bench = make_window(project_path, "en")
    work(bench)
    strings = set(said(bench.window)) - CHINESE_BY_NATURE
    assert {"File", "Undo", "Suspects 1", "History"} & strings
    assert [string for string in strings if HAN.search(string)] == []


@pytest.mark.parametrize(("language", "word"), [("zh_CN", "撤销"), ("zh_TW", "撤銷"), ("en", "Undo")])
def test_actions_speak_the_language(translated, make_window, language, word):
    if language != "zh_CN":
        translated(language)
    bench = make_window(language=language)
    assert bench.window.actions_["undo"].text() == word


def test_messages_of_the_core_are_spoken_too(translated, make_window, project_path):
    translated("en")
    bench = make_window(project_path, "en")
    bench.press("Ctrl+Z")
    bench.window.actions_["take-back"].trigger()
    bench.settle()
    assert bench.told
    assert not HAN.search(bench.told)
