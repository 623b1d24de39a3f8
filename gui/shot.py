"""A picture of the main window, for manuals and for machines without a display."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import (
    QElapsedTimer,
    QEventLoop,
    QMessageLogContext,
    QSettings,
    Qt,
    QtMsgType,
    qFormatLogMessage,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from core.errors import BadInputError, JiaochouError, StorageError
from core.messages import Message, message
from core.store.project_file import examine
from core.store.rows import PageRecord
from gui.application import make_application, make_window
from gui.window.main_window import MainWindow
from gui.window.settings import Settings

PATIENCE = 60_000
"""How long a page may take to be read and checked (milliseconds)."""


def shoot_window(project: Path, page: int, picture: Path) -> None:
    """Draw the window with page number `page` (from 1) of `project` into `picture`.

    The project is copied first, so that it stays as it is. Raises BadInputError where it cannot be opened or
    has no such page, StorageError where the picture cannot be written.
    """
    # The copy is opened; what is wrong with the project is said of the project itself.
    examine(project)
    application = make_application()
    with TemporaryDirectory() as folder:
        copy = Path(folder) / project.name
        shutil.copyfile(project, copy)
        log = project.with_name(f"{project.name}-wal")
        if log.exists():
            shutil.copyfile(log, copy.with_name(f"{copy.name}-wal"))
        settings = Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat), os.environ)
        window = make_window(application, settings)
        handler = qInstallMessageHandler(_say)
        try:
            _show_page(application, window, copy, project, page)
            if not window.grab().save(str(picture), "PNG"):
                raise StorageError(message("{file}：图片写不进去", file=str(picture)))
        finally:
            window.close()
            window.deleteLater()
            application.processEvents()
            qInstallMessageHandler(handler)


def _say(kind: QtMsgType, context: QMessageLogContext, said: str) -> None:
    """Write what Qt says to standard error, but for what every window says where there is no display."""
    if said != "This plugin does not support propagateSizeHints()":
        sys.stderr.write(qFormatLogMessage(kind, context, said) + "\n")


def _show_page(application: QApplication, window: MainWindow, copy: Path, project: Path, number: int) -> None:
    problems: list[Message] = []
    window.desk.failed.disconnect()
    window.desk.failed.connect(problems.append)
    window.desk.damaged.disconnect()
    window.desk.damaged.connect(lambda _path, spoken: problems.append(spoken))
    window.resize(1680, 1020)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.show()
    listed: list[Sequence[PageRecord]] = []
    window.desk.pages_listed.connect(listed.append)
    window.desk.open(copy)
    _wait(application, lambda: bool(problems or listed))
    if problems:
        raise JiaochouError(problems[0])
    if not listed:
        raise BadInputError(project, message("项目一分钟内没有打开"))
    pages = listed[0]
    if number > len(pages):
        raise BadInputError(
            project, message("没有第 {page} 版，共 {count} 版", page=number, count=len(pages))
        )
    wanted = pages[number - 1].id
    window.desk.show_page(wanted)

    def ready() -> bool:
        mirror = window.desk.mirror
        return bool(problems) or (mirror is not None and mirror.page == wanted and mirror.checked)

    _wait(application, ready)
    window.suspects.go()
    _wait(application, lambda: window.suspects.current is not None, 500)
    # The status bar gives its parts their room when the window is next at rest.
    application.processEvents()


def _wait(application: QApplication, ready: Callable[[], bool], patience: int = PATIENCE) -> None:
    clock = QElapsedTimer()
    clock.start()
    while not ready() and clock.elapsed() < patience:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
