"""A page is shown before its articles are found; whatever is done meanwhile is done as if they were there."""

from functools import partial

import pytest

from core.commands.tagging import SetRole
from core.document.role import Role
from core.text.edit import Edit
from core.text.span import Span
from gui.desk.beside import BesideInThreads
from gui.desk.desk import Desk


class Held:
    """Does jobs when it is told to."""

    def __init__(self):
        self.workers = None
        self.jobs = []

    def run(self, job, done, failed, over=None, *, patient=False):
        threads = BesideInThreads(self.workers, lambda: ())
        self.jobs.append(partial(threads.run, job, done, failed, over, patient=patient))
        return lambda: None

    def go_on(self):
        jobs, self.jobs = self.jobs, []
        for job in jobs:
            job()

    def stop(self):
        pass


@pytest.fixture
def held():
    return Held()


@pytest.fixture
def desk(qapp, held, project_path, qtbot):
    """A desk on page 1, whose articles are about to be looked for."""
    desk = Desk("林晓禾", lambda: (), beside=held)
    held.workers = desk.workers
    with qtbot.waitSignal(desk.page_shown):
        desk.open(project_path)
    # Knowing what the pages tell each other is another job.
    desk.whole.stop()
    qtbot.waitUntil(lambda: bool(held.jobs) and not desk.turns.busy)
    yield desk
    desk.stop()


def stored(desk, page=1):
    return desk.wait_for(lambda project: project.state(page))


def let_go(desk, held, qtbot):
    """Let the articles be found, and wait until that is of no more effect."""
    held.go_on()
    desk.wait_for(lambda project: project.last_step)
    qtbot.wait(50)


def test_the_text_is_there_and_the_articles_follow(desk, held, texts, qtbot):
    assert (desk.mirror.text, desk.mirror.arranged) == (texts[0], False)
    assert desk.mirror.layout.is_unwritten
    with qtbot.waitSignal(desk.articles_found):
        held.go_on()
    assert desk.mirror.arranged
    assert desk.mirror.layout == stored(desk).layout
    assert not stored(desk).layout.is_unwritten


def test_a_page_is_checked_when_its_articles_are_there(desk, held, qtbot):
    desk.checking._rested()
    assert not desk.mirror.checked
    with qtbot.waitSignal(desk.articles_found):
        held.go_on()
    qtbot.waitUntil(lambda: bool(held.jobs))
    with qtbot.waitSignal(desk.checking.judged):
        held.go_on()


def test_what_is_typed_before_they_are_there_is_kept_and_brings_them(desk, held, texts, qtbot):
    with qtbot.waitSignal(desk.articles_found):
        desk.type_text(Edit(0, "", "春"))
        desk.type_text(Edit(1, "", "潮"))
    layout = desk.mirror.layout
    assert desk.mirror.text == stored(desk).text == "春潮" + texts[0]
    assert layout == stored(desk).layout
    let_go(desk, held, qtbot)
    assert desk.mirror.layout is layout
    desk.checking._rest.stop()


def test_articles_of_a_text_that_is_no_more_are_not_shown(desk, held, texts, qtbot):
    desk.type_text(Edit(0, "", "春"))
    held.go_on()
    qtbot.waitUntil(lambda: desk.mirror.arranged)
    assert desk.mirror.layout == stored(desk).layout
    assert desk.mirror.text == "春" + texts[0]
    desk.checking._rest.stop()


def test_a_gesture_waits_for_them_and_keys_behind_it_wait_too(desk, held, qtbot):
    states = []
    desk.turns.held.connect(states.append)
    desk.take(lambda: states.append(desk.mirror.arranged))
    assert states == [True]
    desk.take(lambda: desk.perform(SetRole(1, Span(5, 5), Role.CAPTION)))
    qtbot.waitUntil(lambda: not desk.turns.busy)
    assert states == [True, True, False]
    (piece,) = desk.mirror.layout.pieces_in(Span(5, 6))
    assert desk.mirror.layout.pieces[piece].role is Role.CAPTION
    layout = desk.mirror.layout
    let_go(desk, held, qtbot)
    assert desk.mirror.layout == layout == stored(desk).layout
    desk.checking._rest.stop()


def test_a_step_brings_them(desk, held, qtbot):
    with qtbot.waitSignal(desk.articles_found):
        desk.perform(SetRole(1, Span(0, 0), Role.CAPTION))
    assert desk.mirror.layout == stored(desk).layout
    desk.checking._rest.stop()


def test_those_of_a_page_that_is_left_are_not_shown_on_the_next(desk, held, texts, qtbot):
    first, held.jobs = held.jobs, []
    with qtbot.waitSignal(desk.page_shown):
        desk.show_page(2)
    for job in first:
        job()
    qtbot.wait(50)
    assert (desk.mirror.text, desk.mirror.arranged) == (texts[1], False)
    qtbot.waitUntil(lambda: bool(held.jobs))
    with qtbot.waitSignal(desk.articles_found):
        held.go_on()
    assert desk.mirror.layout == stored(desk, 2).layout


def test_a_page_that_was_shown_before_has_them_at_once(desk, held, qtbot):
    with qtbot.waitSignal(desk.articles_found):
        held.go_on()
    for page in (2, 1):
        with qtbot.waitSignal(desk.page_shown):
            desk.show_page(page)
    assert desk.mirror.arranged
