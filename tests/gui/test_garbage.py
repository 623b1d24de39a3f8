"""Garbage is looked for in the window's thread only."""

import gc
import threading
import weakref
from itertools import pairwise

import pytest

from gui.garbage import EVERY, GROWN


class Knot:
    """Two that hold each other: only a look for garbage finds that nobody else does."""

    def __init__(self):
        self.other = Knot.__new__(Knot)
        self.other.other = self


@pytest.fixture
def looked_in():
    """The threads in which somebody looked for garbage."""
    threads = []

    def record(_phase, _info):
        threads.append(threading.current_thread())

    gc.callbacks.append(record)
    yield threads
    gc.callbacks.remove(record)


@pytest.mark.usefixtures("garbage")
def test_a_thread_that_makes_much_looks_for_nothing(looked_in):
    worker = threading.Thread(target=lambda: [Knot() for _ in range(5000)])
    worker.start()
    worker.join()
    assert looked_in == []


@pytest.mark.usefixtures("garbage")
def test_what_nobody_holds_goes_in_time(qtbot):
    gc.collect()
    gone = weakref.ref(Knot())
    kept = [Knot() for _ in range(gc.get_threshold()[0])]
    qtbot.waitUntil(lambda: gone() is None, timeout=EVERY * 20)
    assert all(knot.other for knot in kept)


@pytest.fixture
def _low_thresholds():
    before = gc.get_threshold()
    gc.set_threshold(50, 2, 2)
    yield
    gc.set_threshold(*before)


@pytest.mark.usefixtures("_low_thresholds")
def test_the_oldest_are_looked_through_when_a_quarter_more_have_grown_old(garbage):
    made, left = [], []
    while len(left) < 3:
        made += [[] for _ in range(60)]
        if garbage.look() == 2:
            left.append(len(gc.get_objects(2)))
    assert all(after >= before * GROWN for before, after in pairwise(left))


@pytest.mark.usefixtures("_low_thresholds")
def test_while_nothing_stays_the_oldest_are_left_alone(garbage):
    made, looks = [[] for _ in range(9000)], []
    gc.collect()
    while garbage.look() != 2:
        made += [[] for _ in range(60)]
    for _ in range(300):
        for _ in range(60):
            Knot()
        looks.append(garbage.look())
    assert 1 in looks
    del made
    assert 2 not in looks
