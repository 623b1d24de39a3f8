"""Pages are known and checked in another process, and nothing of it stays behind."""

import os
import signal

import pytest

from core.beside.jobs import FindArticles, PageFindings
from core.detectors.detector import all_detectors
from core.document.layout import Layout
from gui.desk.beside_process import BesideInProcess, BrokenJobError
from gui.desk.desk import Desk

STORY = "老街的茶馆坐满了人，说书先生正讲到精彩处,满堂喝彩。\n\n"


@pytest.fixture
def beside(qapp):
    beside = BesideInProcess()
    yield beside
    beside.stop()


@pytest.fixture
def desk(beside, make_project, qtbot):
    desk = Desk("林晓禾", all_detectors, beside=beside)
    with qtbot.waitSignal(desk.whole.known, timeout=60_000):
        desk.open(make_project(STORY, STORY * 2))
    qtbot.waitUntil(lambda: desk.mirror.checked, timeout=60_000)
    yield desk
    desk.stop()


def fail(error):
    raise error


def is_checked(desk, page):
    return desk.wait_for(lambda project: project.findings.is_checked(page))


def test_pages_are_checked_there_and_the_findings_kept(desk, beside, qtbot):
    assert [finding.rule for finding in desk.mirror.findings] != []
    with qtbot.waitSignal(desk.whole.checking.ended, timeout=60_000) as ended:
        desk.whole.checking.start()
    assert ended.args[1] is True
    assert all(is_checked(desk, page) for page in (1, 2))
    assert beside.pid is not None


@pytest.mark.skipif(os.name == "nt", reason="a process is killed by its number")
def test_checking_goes_on_when_the_process_is_killed(desk, beside, qtbot):
    told = []
    beside.told.connect(told.append)
    os.kill(beside.pid, signal.SIGKILL)
    with qtbot.waitSignal(desk.whole.checking.ended, timeout=60_000) as ended:
        desk.whole.checking.start()
    assert ended.args[1] is True
    assert is_checked(desk, 2)


def test_what_nobody_waits_for_is_not_delivered(beside, qtbot):
    delivered = []
    cancel = beside.run(FindArticles(STORY), delivered.append, fail)
    cancel()
    beside.run(FindArticles(STORY * 2), delivered.append, fail)
    qtbot.waitUntil(lambda: bool(delivered), timeout=60_000)
    assert len(delivered) == 1


class Broken(FindArticles):
    """Is something else where it arrives."""

    def __reduce__(self):
        return PageFindings, ([], Layout())


def test_a_bug_is_raised_where_the_answer_arrives(beside, qtbot):
    ended = []
    with qtbot.captureExceptions() as caught:
        beside.run(Broken(STORY), fail, fail, lambda: ended.append(True))
        qtbot.waitUntil(lambda: bool(ended), timeout=60_000)
    assert [kind for kind, _, _ in caught] == [BrokenJobError]
