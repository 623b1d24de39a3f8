"""Starting the window: language, fonts, look, and what happens to errors nobody caught."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QSettings, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QMessageBox

from core.detectors.detector import all_detectors
from core.messages import load_catalogue
from gui.desk.beside import Beside
from gui.desk.beside_process import BesideInProcess
from gui.fonts import interface_font
from gui.garbage import Garbage
from gui.icons import application_icon
from gui.plain import plain_box
from gui.sample import sample_project
from gui.theme import Theme, load_theme
from gui.window.main_window import MainWindow
from gui.window.settings import Settings

SWITCH_INTERVAL = 0.001
"""How long a busy worker may keep the interpreter (seconds); Python's own 5 ms can be felt while typing."""


def run_window(paths: Sequence[Path], *, sample: bool = False) -> int:
    """Show the window on `paths`, the `sample` or what was open last, and return its exit code."""
    application = make_application()
    _garbage = Garbage(application)
    settings = Settings(QSettings("Jiaochou", "Jiaochou"), os.environ)
    beside = BesideInProcess()
    window = make_window(application, settings, beside)
    beside.told.connect(window.status.tell)
    window.desk.whole.looks_ahead = True
    sys.excepthook = _report_bug(window)
    last = Path(settings.last_project) if settings.last_project else None
    # Asked for before the window is drawn: the project is read meanwhile.
    if paths:
        window.files.open_paths(paths)
    elif last is not None and last.exists() and not sample:
        window.desk.open(last)
    else:
        window.desk.open(sample_project())
    window.show()
    return application.exec()


def make_application() -> QApplication:
    """Return the application object, its style and icon set."""
    sys.setswitchinterval(SWITCH_INTERVAL)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Jiaochou")
    application.setStyle("Fusion")
    application.setWindowIcon(application_icon())
    return application


def make_window(application: QApplication, settings: Settings, beside: Beside | None = None) -> MainWindow:
    """Return the main window in the language and look of `settings`; for `beside` see Desk."""
    language = settings.language
    _translate(application, language)
    application.setFont(interface_font(application.font(), language))
    theme = chosen_theme(application, settings)
    return MainWindow(settings, load_catalogue(language), theme, cache(all_detectors), beside)


def chosen_theme(application: QApplication, settings: Settings) -> Theme:
    """Return the theme that was chosen, else the one that fits the system."""
    dark = application.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return load_theme(settings.theme or ("dark" if dark else "light"))


def _translate(application: QApplication, language: str) -> None:
    """Load what is not in Simplified Chinese, and Qt's own words in the same language."""
    ours = Path(str(files("resources") / "translations"))
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for folder, name in ((ours, f"jiaochou_{language}"), (qt, f"qtbase_{language}")):
        translator = QTranslator(application)
        if translator.load(name, str(folder)):
            application.installTranslator(translator)


def _report_bug(window: MainWindow) -> Callable[..., None]:
    """Return an excepthook that shows a bug and goes on: a window with work in it must not vanish."""

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(text)
        box = plain_box(
            window,
            QMessageBox.Icon.Critical,
            QCoreApplication.translate("Application", "程序出错"),
            QCoreApplication.translate("Application", "校雠遇到了一个程序错误。已录入的文字都在工程里。"),
        )
        box.setDetailedText(text)
        box.open()

    return report
