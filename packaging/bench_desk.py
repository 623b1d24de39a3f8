"""The window on a project, and a clock: what packaging/bench_window.py measures with."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from gui.application import make_application, make_window
from gui.desk.beside_process import BesideInProcess
from gui.window.main_window import MainWindow
from gui.window.settings import Settings


class Bench:
    """The window, and the clock."""

    def __init__(self, application: QApplication, window: MainWindow) -> None:
        self.application = application
        self.start_took = 0.0
        """How long it took until the first page was painted (milliseconds)."""
        self.window = window
        self.desk = window.desk

    def until(self, ready: Callable[[], bool], seconds: float = 60) -> None:
        """Let the window live until `ready`."""
        end = time.monotonic() + seconds
        while not ready():
            if time.monotonic() > end:
                raise TimeoutError("the window did not get there")
            self.application.processEvents()
            # An event loop that waits leaves the interpreter to the other threads.
            time.sleep(0.0005)

    def paint(self) -> None:
        """Let all that has changed be painted."""
        self.application.processEvents()
        # What was only asked to be painted later is painted now.
        QApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)

    def rest(self, seconds: float = 0.7) -> None:
        """Let all that waits for quiet happen."""
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() > end)

    def timed(self, act: Callable[[], object], ready: Callable[[], bool] = lambda: True) -> float:
        """Return how long it takes from `act` until `ready` and painted, in milliseconds."""
        start = time.perf_counter()
        act()
        self.until(ready)
        self.paint()
        return (time.perf_counter() - start) * 1000

    def perform(self, act: Callable[[Callable[[], None]], None]) -> float:
        """Return how long a gesture takes that calls back when the window shows it, in milliseconds."""
        shown: list[bool] = []
        return self.timed(lambda: act(lambda: shown.append(True)), lambda: bool(shown))

    @property
    def pages(self) -> list[int]:
        """The numbers of all pages."""
        return [row.page_id for row in self.window.panes.pages.model.all_pages()]

    def open(self, path: Path) -> float:
        """Return how long a project takes to be opened, until its first page is painted."""
        before = self.desk.mirror
        taken = self.timed(lambda: self.desk.open(path), lambda: self.desk.mirror not in (None, before))
        self.desk.whole.stop()
        return taken

    def show_page(self, page: int, *, checked: bool = False) -> float:
        """Return how long a page takes to be shown, with its findings where it is to be `checked`."""

        def ready() -> bool:
            mirror = self.desk.mirror
            return mirror is not None and mirror.page == page and (mirror.checked or not checked)

        return self.timed(lambda: self.desk.show_page(page), ready)


@contextmanager
def window_on(project: Path, started: float) -> Iterator[Bench]:
    """Show the window on a project until its first page is painted."""
    application = make_application()
    with TemporaryDirectory() as folder:
        settings = Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat), os.environ)
        window = make_window(application, settings, BesideInProcess())
        window.resize(1600, 1000)
        bench = Bench(application, window)
        # As the program does: the project is read while the window is drawn.
        window.desk.open(project)
        window.show()
        bench.until(lambda: window.desk.mirror is not None)
        bench.paint()
        bench.start_took = (time.time() - started) * 1000
        yield bench
        window.close()
        window.deleteLater()
        application.processEvents()
