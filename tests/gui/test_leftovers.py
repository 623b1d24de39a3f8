"""The check of conftest.py finds what a careless test leaves, and nothing in a careful one."""

from pathlib import Path

pytest_plugins = ["pytester"]

TESTS = """
import threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

kept = []
stop = threading.Event()

def test_careful(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    timer = QTimer(window)
    timer.start(1000)

def test_keeps_a_widget(qtbot):
    kept.append(QWidget())

def test_keeps_a_timer(qtbot):
    kept.append(QTimer())
    kept[-1].start(1000)

def test_keeps_a_thread(qtbot):
    threading.Thread(target=stop.wait, daemon=True).start()
"""


def test_what_a_careless_test_leaves_is_named(pytester):
    pytester.makeconftest(Path(__file__).with_name("conftest.py").read_text(encoding="utf-8"))
    pytester.makepyfile(TESTS)
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=4, errors=3)
    named = [("widget", "top-level widgets"), ("timer", "active timers"), ("thread", "running threads")]
    for test, left in named:
        result.stdout.fnmatch_lines([f"*ERROR at teardown of test_keeps_a_{test}*", f"E *{{'{left}': *"])
