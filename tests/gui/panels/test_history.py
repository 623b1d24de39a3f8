from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from gui.panels.history import HistoryPanel
from gui.panels.history_model import CHUNK, HistoryModel, HistoryRow


def step(number, **known):
    when = datetime(2026, 5, 8, tzinfo=UTC) + timedelta(minutes=number)
    return HistoryRow(number, when, "甲", f"第 {number} 步", "键入", "第1版", **{"undone": False, **known})


class Log:
    """Steps as a project gives them: asked for now, answered later."""

    def __init__(self, count):
        self.steps = [step(number) for number in range(1, count + 1)]
        self.asked = []
        self.waiting = []

    def __call__(self, before, limit, deliver):
        self.asked.append((before, limit))
        self.waiting.append((before, limit, deliver))

    def answer(self):
        """Answer what has been asked for until now."""
        waiting, self.waiting = self.waiting, []
        for before, limit, deliver in waiting:
            older = [held for held in reversed(self.steps) if before is None or held.step_id < before]
            deliver(older[:limit])


@pytest.fixture
def log():
    return Log(500)


@pytest.fixture
def model(qtbot, log):
    model = HistoryModel()
    model.set_loader(log)
    model.refresh(500)
    log.answer()
    return model


def numbers(model):
    return [model.row_at(row).step_id for row in range(model.rowCount())]


def test_the_newest_stand_on_top_and_the_rest_is_not_asked_for(model, log):
    assert numbers(model) == list(range(500, 500 - CHUNK, -1))
    assert log.asked == [(None, CHUNK)]


def test_older_steps_come_as_they_are_scrolled_to(model, log):
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
        log.answer()
    assert numbers(model) == list(range(500, 0, -1))


def test_new_steps_are_put_on_top(model, log, structure):
    said = structure(model)
    log.steps += [step(501), step(502)]
    model.refresh(502)
    log.answer()
    rows = [what for what in said if what[0] != "changed"]
    assert rows == [("removed", CHUNK - 2, CHUNK - 1), ("inserted", 0, 1)]
    assert numbers(model)[:3] == [502, 501, 500]


def test_an_undone_step_is_painted_again(model, log, structure):
    said = structure(model)
    log.steps[-1] = replace(log.steps[-1], undone=True)
    model.refresh(500)
    log.answer()
    assert said == [("changed", 0, 0)]


def test_qt_finds_nothing_wrong_while_steps_come_and_go(qtbot, watched, log):
    model = watched(HistoryModel())
    model.set_loader(log)
    model.refresh(500)
    while log.waiting:
        log.answer()
    assert model.rowCount() == 500
    log.steps.append(step(501))
    model.refresh(501)
    log.answer()
    assert numbers(model)[0] == 501


def test_an_answer_that_comes_late_is_passed_over(model, log, structure):
    said = structure(model)
    model.fetchMore(QModelIndex())
    log.steps.append(step(501))
    model.refresh(501)
    log.answer()
    assert ("inserted", CHUNK, 2 * CHUNK - 1) not in said
    assert numbers(model) == list(range(501, 501 - CHUNK, -1))


def test_while_an_answer_is_awaited_nothing_is_asked_for_twice(model, log):
    model.fetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert len(log.asked) == 2


def test_another_project_brings_other_steps(model):
    model.set_loader(None)
    assert model.rowCount() == 0
    assert not model.canFetchMore(QModelIndex())


def test_nothing_is_asked_for_while_nobody_looks(theme, log, on_show):
    panel = HistoryPanel(theme)
    panel.set_loader(log)
    panel.refresh(500)
    assert log.asked == []
    on_show(panel)
    log.answer()
    assert panel.model.row_at(0).step_id == 500
    assert panel.model.current == 500


def test_enter_chooses_a_step(theme, log, on_show, record):
    panel = on_show(HistoryPanel(theme))
    panel.set_loader(log)
    log.answer()
    said = record(chosen=panel.step_chosen)
    panel.view.setCurrentIndex(panel.model.index(1, 0))
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert said == [("chosen", 499)]


def test_a_project_without_steps_says_so(theme, on_show):
    panel = on_show(HistoryPanel(theme))
    panel.set_loader(Log(0))
    assert panel._body.sentence() == "还没有做过改动"
