"""What holds for every test of the window: it leaves nothing behind for the next one to trip over."""

import gc
import threading
import weakref

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from gui.garbage import Garbage

QT_OWN = {"QTipLabel"}
"""Top-level widgets that Qt makes for itself and keeps."""


@pytest.fixture(scope="session")
def garbage(qapp):
    """Looks for garbage in the thread of the tests only, as in the program."""
    yield Garbage(qapp)
    gc.enable()


@pytest.fixture(autouse=True)
def nothing_left(garbage, monkeypatch):
    """Fail a test that leaves a top-level widget, an active timer or a running thread."""
    widgets, threads = top_level_widgets(), set(threading.enumerate())
    qt_threads, timers = record_starts(monkeypatch, QThread), record_starts(monkeypatch, QTimer)
    yield
    garbage.look()
    monkeypatch.undo()
    assert QThreadPool.globalInstance().waitForDone(5000), "work is left in the global thread pool"
    left_widgets = new_widgets(widgets)
    left = {
        "top-level widgets": left_widgets,
        "running threads": [thread for thread in alive(qt_threads) if thread.isRunning()]
        + [thread for thread in set(threading.enumerate()) - threads if thread.is_alive()],
        "active timers": [timer for timer in alive(timers) if timer.isActive()],
    }
    assert not {what: objects for what, objects in left.items() if objects}


def record_starts(monkeypatch, kind):
    """Return a list that gathers a weak reference to every object of `kind` that is started."""
    started = []
    start = kind.start

    def record(self, *arguments):
        started.append(weakref.ref(self))
        return start(self, *arguments)

    monkeypatch.setattr(kind, "start", record)
    return started


def alive(references):
    """Return the objects that neither Python nor Qt has deleted."""
    objects = (reference() for reference in references)
    return [found for found in objects if found is not None and shiboken6.isValid(found)]


def new_widgets(before):
    """Return the top-level widgets that were not there before, once what is to be deleted is deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if not top_level_widgets().keys() - before.keys():
        return []
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [widget for place, widget in top_level_widgets().items() if place not in before]


def top_level_widgets():
    """Return the top-level widgets by their address."""
    return {
        shiboken6.getCppPointer(widget)[0]: widget
        for widget in QApplication.topLevelWidgets()
        if widget.metaObject().className() not in QT_OWN
    }
