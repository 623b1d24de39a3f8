"""Work beside the window: results and errors come back to the window's thread, and nothing after the end."""

import threading

import pytest

from core.errors import RefusedError, refused
from gui.desk.workers import Workers


@pytest.fixture
def workers(qapp):
    workers = Workers()
    yield workers
    workers.stop()


def failing(error):
    def work():
        raise error

    return work


def test_a_result_comes_to_the_thread_of_the_window(workers, qtbot):
    heard = []
    workers.run(threading.get_ident, lambda worker: heard.append((worker, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(heard))
    ((worker, here),) = heard
    assert worker != here == threading.get_ident()


def test_a_known_error_is_told_and_the_end_is_told_after_it(workers, qtbot):
    heard = []
    workers.run(failing(refused("已经是这样了")), heard.append, heard.append, lambda: heard.append("over"))
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert isinstance(heard[0], RefusedError)
    assert heard[1] == "over"


def test_a_bug_is_raised_and_the_end_is_told_all_the_same(workers, qtbot):
    heard = []
    with qtbot.captureExceptions() as raised:
        workers.run(failing(ZeroDivisionError()), heard.append, heard.append, lambda: heard.append("over"))
        qtbot.waitUntil(lambda: heard == ["over"])
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]


def test_running_work_ends_waiting_work_is_forgotten_and_nothing_is_delivered(qapp):
    workers, begun, go_on = Workers(), threading.Semaphore(0), threading.Event()
    done, heard = [], []

    def work():
        begun.release()
        go_on.wait(5)
        done.append("甲")

    for _ in range(4):
        workers.run(work, heard.append)
    assert begun.acquire(timeout=5)
    go_on.set()
    workers.stop()
    qapp.processEvents()
    assert (bool(done), heard) == (True, [])


def test_long_work_stands_still_while_the_window_shows_something(workers, qtbot, monkeypatch):
    monkeypatch.setattr("gui.desk.workers.WAY", 3600)
    heard = []
    workers.make_way()
    workers.run(workers.give_way, heard.append)
    workers.run(lambda: "asked for", heard.append)
    qtbot.waitUntil(lambda: heard == ["asked for"])
    monkeypatch.setattr("gui.desk.workers.WAY", 0)
    workers.make_way()
    qtbot.waitUntil(lambda: heard == ["asked for", None])


def test_work_that_stands_still_keeps_nobody_from_stopping(qapp, monkeypatch):
    monkeypatch.setattr("gui.desk.workers.WAY", 3600)
    workers = Workers()
    workers.make_way()
    workers.run(workers.give_way, lambda _: None)
    workers.stop()
