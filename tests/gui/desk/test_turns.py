"""Gestures wait while a command is on its way, and come in the order in which they were made."""

import pytest

from gui.desk.turns import Turns


@pytest.fixture
def turns(qapp):
    return Turns()


@pytest.fixture
def held(turns):
    """What the editor was told: to wait (True) or to go on (False)."""
    heard = []
    turns.held.connect(heard.append)
    return heard


def test_a_gesture_is_made_at_once_where_nothing_is_on_its_way(turns):
    made = []
    turns.take(lambda: made.append("甲"))
    assert made == ["甲"]


def test_the_editor_waits_until_all_is_back(turns, held):
    turns.begin()
    turns.begin()
    turns.end()
    assert (turns.busy, held) == (True, [True])
    turns.end()
    assert (turns.busy, held) == (False, [True, False])


def test_gestures_wait_and_keep_their_order(turns):
    made = []
    turns.begin()
    for name in "甲乙丙":
        turns.take(lambda name=name: made.append(name))
    assert made == []
    turns.end()
    assert made == ["甲", "乙", "丙"]


def test_a_gesture_that_sets_out_itself_keeps_the_next_one_and_the_editor_waiting(turns, held):
    made = []
    turns.begin()
    turns.take(turns.begin)
    turns.take(lambda: made.append("乙"))
    turns.end()
    assert (made, held) == ([], [True])
    turns.end()
    assert (made, held) == (["乙"], [True, False])


def test_forgotten_gestures_are_not_made(turns):
    made = []
    turns.begin()
    turns.take(lambda: made.append("甲"))
    turns.forget()
    turns.end()
    assert made == []
