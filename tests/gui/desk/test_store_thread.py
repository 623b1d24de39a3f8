"""The thread that owns the project: answers in order, errors where they belong, no project mistaken."""

import threading

import pytest

from core.errors import BadInputError, RefusedError, refused
from core.project.project import Project


@pytest.fixture
def answers():
    return []


@pytest.fixture
def opened(store, project_path, qtbot, answers):
    """The store's thread with the project open."""
    store.open(lambda _old: Project.open(project_path), answers.append, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 1)
    answers.clear()
    return store


def raising(error):
    def work(_project):
        raise error

    return work


def test_answers_come_in_the_order_of_the_questions_on_the_thread_that_asked(opened, answers, qtbot):
    threads = set()
    for number in range(20):
        opened.call(
            lambda project, number=number: (number, threading.get_ident()),
            lambda answer: (answers.append(answer), threads.add(threading.get_ident())),
            answers.append,
        )
    qtbot.waitUntil(lambda: len(answers) == 20)
    assert [number for number, _ in answers] == list(range(20))
    assert {worker for _, worker in answers} != threads == {threading.get_ident()}


def test_a_known_error_is_told(opened, answers, qtbot):
    opened.call(
        raising(refused("已经是这样了")), answers.append, answers.append, lambda: answers.append("over")
    )
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert isinstance(answers[0], RefusedError)
    assert answers[1] == "over"


def test_a_bug_is_raised_and_what_waits_for_the_answer_goes_on(opened, answers, qtbot):
    with qtbot.captureExceptions() as raised:
        opened.call(
            raising(ZeroDivisionError()), answers.append, answers.append, lambda: answers.append("over")
        )
        qtbot.waitUntil(lambda: answers == ["over"])
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]


def test_where_a_project_cannot_be_opened_the_old_one_stays(opened, answers, qtbot, tmp_path, texts):
    opened.open(lambda _old: Project.open(tmp_path / "没有.jiaochou"), answers.append, answers.append)
    opened.call(lambda project: project.state(1).text, answers.append, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert isinstance(answers[0], BadInputError)
    assert answers[1] == texts[0]


def test_work_meant_for_the_old_project_is_not_done_on_the_new_one(opened, answers, qtbot, make_project):
    """What is asked before the window knows of the new project is about the pages of the old one."""
    other = make_project("别的", name="另一个.jiaochou")
    done = []
    opened.open(lambda _old: Project.open(other), lambda _: answers.append("opened"), answers.append)
    opened.call(done.append, answers.append, answers.append, lambda: answers.append("over"))
    qtbot.waitUntil(lambda: answers == ["opened", "over"])
    assert done == []
    opened.call(lambda project: project.state(1).text, answers.append, answers.append)
    qtbot.waitUntil(lambda: answers[2:] == ["别的"])


def test_work_on_another_thread_waits_for_its_result(opened, texts):
    results = []
    worker = threading.Thread(
        target=lambda: results.append(opened.wait_for(lambda project: project.state(1).text))
    )
    worker.start()
    worker.join(5)
    assert results == [texts[0]]
    with pytest.raises(ZeroDivisionError):
        opened.wait_for(raising(ZeroDivisionError()))


def test_what_was_asked_for_is_done_before_the_thread_ends_and_not_delivered(opened, answers, qapp):
    done = []
    opened.call(done.append, answers.append, answers.append)
    opened.stop()
    qapp.processEvents()
    assert (len(done), answers) == (1, [])
