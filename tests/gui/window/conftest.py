"""The whole window on a project of invented pages, and hands for its keyboard."""

from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.detectors.detector import Detector, all_detectors
from core.detectors.rules import characters
from core.document.page import Source
from core.messages import load_catalogue
from core.project.project import Project
from core.text.span import Span
from gui.editor.rows import GutterRow
from gui.theme import load_theme
from gui.window.main_window import MainWindow
from gui.window.settings import Settings

STREET = "老街的青石板路上又摆起了竹篮和陶罐，卖豆腐的吆喝声从早响到晚，来往的人都停下来看热闹。"
FERRY_PAGE = f"""# 青渚渡口今日通航

本报讯（记者 林晓禾）五月的江面上，第一班渡船在晨雾里离开了青渚码头，船上坐满了赶集的乡亲。

老船工说，这条航线停了整整三年，如今码头修好了，水也深了，往后每天都有六班船。

# 集市搬回老街

{STREET}

街口的茶馆坐满了人，说书先生正讲到精彩处,满堂喝彩。

{STREET}

掌柜添了新茶,又端来一碟花生，大家边吃边听，谁也舍不得走。

傍晚時分，渡口的燈亮了起来。
"""
SCHOOL_PAGE = """# 山村小学添了新书

孩子们围着书架，挑自己喜欢的故事,一直读到放学。

校长说，书是邻县的读者寄来的。
"""
NAMES = ("滨河日报-2031-05-04-01", "滨河日报-2031-05-04-02")


@cache
def detectors() -> tuple[Detector, ...]:
    """Return all detectors but the one that judges by language: what it thinks of made-up text may change."""
    return tuple(detector for detector in all_detectors() if detector is not characters)


def source(text, name):
    return Source(name, text.encode(), "utf-8", text, f"{name}.txt")


class Bench:
    """A window at work: presses its keys, waits until it rests, and looks into its project."""

    def __init__(self, window: MainWindow, qtbot) -> None:
        self.window = window
        self.qtbot = qtbot
        self.desk = window.desk
        self.editor = window.page.editor
        self.panes = window.panes

    @property
    def mirror(self):
        return self.desk.mirror

    def type(self, text: str) -> None:
        QTest.keyClicks(self.editor, text)

    def press(self, *keys: str) -> None:
        """Press key combinations such as `Ctrl+Z`, one after the other, without waiting in between."""
        for combination in keys:
            QTest.keySequence(self.focus or self.editor, QKeySequence(combination))

    @property
    def focus(self):
        """What has the focus; it always is a part of this window."""
        return QApplication.focusWidget()

    def compose(self, preedit: str = "", commit: str = "") -> None:
        event = QInputMethodEvent(preedit, [])
        if commit:
            event.setCommitString(commit)
        QApplication.sendEvent(self.editor, event)

    def go_to(self, words: str, copy: int = 0) -> int:
        """Put the caret before the first or a later copy of `words`."""
        at = -1
        for _ in range(copy + 1):
            at = self.editor.text.index(words, at + 1)
        self.editor.select(Span(at, at))
        return at

    def settle(self) -> None:
        """Wait until every key and command has been answered, and what is asked because of the answer."""
        for _ in range(3):
            self.ask(lambda _project: None)
            self.qtbot.waitUntil(lambda: not self.desk.typing.pending and not self.desk.turns.busy)

    def ask(self, read):
        """Return what `read` makes of the open project."""
        answers = []
        self.desk.ask(read, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

    def check(self) -> None:
        """Wait until the page has been checked as it stands now."""
        self.settle()
        self.desk.checking._rest.stop()
        with self.qtbot.waitSignal(self.desk.checking.judged):
            self.desk.checking._rested()
        self.settle()

    def stored(self, page: int | None = None):
        """Return the state of a page (None: the one that is shown) as the project has it."""
        number = self.mirror.page if page is None else page
        return self.ask(lambda project: project.state(number))

    def open(self, path: Path) -> None:
        """Open a project, and wait until its page is shown and checked."""
        with self.qtbot.waitSignal(self.desk.page_shown):
            self.desk.open(path)
        self.qtbot.waitUntil(lambda: self.mirror.checked)
        self.settle()

    def show(self, page: int) -> None:
        self.desk.show_page(page)
        self.qtbot.waitUntil(lambda: self.mirror.page == page and self.mirror.checked)
        self.settle()

    @property
    def told(self) -> str:
        """The sentence in the status bar."""
        return self.window.status._told.text()

    @property
    def rows(self) -> list[GutterRow]:
        """The pieces as the gutter shows them."""
        return [self.editor.rows[number] for number in range(len(self.editor.rows))]


@pytest.fixture
def street():
    """The paragraph that stands twice on the first page."""
    return STREET


@pytest.fixture
def make_project_file():
    """Makes a project of two invented pages."""

    def make(path):
        project = Project.create(path, "林晓禾")
        project.add_pages([source(FERRY_PAGE, NAMES[0]), source(SCHOOL_PAGE, NAMES[1])])
        project.close()
        return path

    return make


@pytest.fixture
def project_path(tmp_path, make_project_file):
    """A project of two invented pages."""
    return make_project_file(tmp_path / "青渚.jiaochou")


@pytest.fixture
def settings(tmp_path):
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    store.setValue("actor", "林晓禾")
    return Settings(store, {"LANG": "zh_CN.UTF-8"})


@pytest.fixture
def make_window(qapp, qtbot, settings):
    """Makes and shows windows, and takes them down at the end as closing them does."""
    look, palette = qapp.styleSheet(), qapp.palette()
    made = []

    def make(project: Path | None = None, language="zh_CN"):
        window = MainWindow(settings, load_catalogue(language), load_theme("light"), detectors)
        made.append(window)
        window.show()
        window.activateWindow()
        with qtbot.waitActive(window):
            pass
        bench = Bench(window, qtbot)
        if project is not None:
            bench.open(project)
        return bench

    yield make
    for window in made:
        take_down(window)
    qapp.setStyleSheet(look)
    qapp.setPalette(palette)


def take_down(window):
    if not window.close():
        window.desk.stop()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def bench(make_window, project_path):
    """A window with the first page shown and checked, the caret at its top."""
    return make_window(project_path)
