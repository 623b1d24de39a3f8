"""Measures the whole window in one process of its own: start, page switch, keys. Run by packaging/bench.py.

    python packaging/bench_window.py STARTED PROJECT [KEYS]

STARTED is the time of day (seconds) at which the caller started this process. Prints one JSON object of
figures in milliseconds.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.application import make_application, make_window
from gui.window.main_window import MainWindow
from gui.window.settings import Settings


def wait(application: QApplication, ready: Callable[[], bool]) -> None:
    """Let the window live until `ready`, a minute at the most."""
    end = time.monotonic() + 60
    while not ready():
        if time.monotonic() > end:
            raise TimeoutError("the window did not get there within a minute")
        application.processEvents()


def milliseconds(since: float) -> float:
    """Return the time since a reading of perf_counter."""
    return (time.perf_counter() - since) * 1000


def switch(application: QApplication, window: MainWindow, page: int) -> float:
    """Return how long it takes from choosing a page to all of it painted with its findings."""
    start = time.perf_counter()
    window.desk.show_page(page)
    desk = window.desk
    wait(application, lambda: desk.mirror is not None and desk.mirror.page == page and desk.mirror.checked)
    window.repaint()
    application.processEvents()
    return milliseconds(start)


def keys(application: QApplication, window: MainWindow, count: int) -> list[float]:
    """Return how long each key takes until the text is painted; what the store answers is in it too."""
    editor = window.page.editor
    taken = []
    for _ in range(count):
        start = time.perf_counter()
        QTest.keyClick(editor, "a")
        application.processEvents()
        taken.append(milliseconds(start))
    return taken


def main() -> None:
    """Measure and print."""
    started, project = float(sys.argv[1]), Path(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 200
    application = make_application()
    with TemporaryDirectory() as folder:
        settings = Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat), os.environ)
        window = make_window(application, settings)
        window.desk.open(project)
        window.show()
        wait(application, lambda: window.desk.mirror is not None)
        window.repaint()
        application.processEvents()
        figures: dict[str, float] = {"start": (time.time() - started) * 1000}
        pages = [row.page_id for row in window.panes.pages.model.all_pages()]
        largest = max(window.panes.pages.model.all_pages(), key=lambda row: row.chars).page_id
        others = [page for page in pages if page != largest]
        switch(application, window, others[0])
        figures["page, first time"] = switch(application, window, largest)
        again = []
        for other in (others * 10)[:10]:
            switch(application, window, other)
            again.append(switch(application, window, largest))
        figures["page, analysed"] = statistics.median(again)
        taken = keys(application, window, count)
        figures["key, median"] = statistics.median(taken)
        figures["key, 95th percentile"] = statistics.quantiles(taken, n=20)[-1]
        window.close()
        window.deleteLater()
        application.processEvents()
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
