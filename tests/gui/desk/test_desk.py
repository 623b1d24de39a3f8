"""The desk: pages shown, commands carried out, and everything told to whoever listens."""

import time

import pytest

from core.commands.command import Plan
from core.commands.tagging import SetRole
from core.detectors.detector import Rule
from core.document.finding import Finding, Suggestion
from core.document.role import Role
from core.errors import refused
from core.messages import message
from core.text.edit import Edit
from core.text.span import Span


@pytest.fixture
def told(desk):
    heard = []
    desk.told.connect(lambda spoken: heard.append(str(spoken)))
    return heard


def settle(desk, qtbot):
    for _ in range(3):
        answers = []
        desk.ask(lambda _project: True, answers.append)
        qtbot.waitUntil(lambda answers=answers: bool(answers) and not desk.turns.busy)


def slow(desk):
    """Keep the store busy for a moment."""
    desk.ask(lambda _project: time.sleep(0.05), lambda _: None)


def test_the_page_wanted_last_is_the_one_that_is_shown(desk, qtbot):
    shown = []
    desk.page_shown.connect(lambda: shown.append(desk.mirror.page))
    slow(desk)
    for page in (2, 1, 2):
        desk.show_page(page)
    settle(desk, qtbot)
    assert (shown, desk.mirror.page) == ([2], 2)


def test_a_page_that_is_shown_already_is_not_read_again(desk, qtbot):
    heard = []
    desk.show_page(1, then=lambda: heard.append("there"))
    assert heard == ["there"]
    desk.show_page(2, then=lambda: heard.append(desk.mirror.page))
    settle(desk, qtbot)
    assert heard == ["there", 2]


def test_what_is_refused_meanwhile_does_not_keep_a_page_from_being_shown(desk, told, qtbot):
    def fail(_project):
        raise refused("没有选中疑点")

    desk.ask(fail, lambda _: None)
    desk.show_page(2)
    settle(desk, qtbot)
    assert (told, desk.mirror.page) == (["没有选中疑点"], 2)


def test_a_refused_command_is_told_and_lets_the_editor_go_on(desk, told, qtbot):
    desk.undo()
    assert desk.turns.busy
    settle(desk, qtbot)
    assert told == ["没有可以撤销的操作"]


def test_a_bug_in_a_command_lets_the_editor_go_on(desk, qtbot):
    class Broken:
        def plan(self, _pages) -> Plan:
            raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        desk.perform(Broken())
        settle(desk, qtbot)
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]


def test_a_step_is_told_to_each_view_that_it_concerns(desk, qtbot):
    heard = []
    for name in ("articles_changed", "edits_came", "page_updated", "stepped"):
        getattr(desk, name).connect(lambda *_, name=name: heard.append(name))
    desk.perform(SetRole(1, Span(0, 0), Role.KICKER), then=lambda: heard.append("then"))
    settle(desk, qtbot)
    assert {"articles_changed", "stepped", "page_updated", "then"} == set(heard)
    heard.clear()
    desk.type_text(Edit(0, "", "春"))
    settle(desk, qtbot)
    assert heard == ["stepped"]
    heard.clear()
    desk.undo()
    settle(desk, qtbot)
    assert {"edits_came", "stepped", "page_updated"} <= set(heard)


def test_typing_without_a_page_goes_nowhere(make_desk, tmp_path, qtbot):
    desk = make_desk()
    with qtbot.waitSignal(desk.opened):
        desk.create(tmp_path / "空.jiaochou")
    settle(desk, qtbot)
    desk.type_text(Edit(0, "", "春"))
    settle(desk, qtbot)
    assert desk.mirror is None
    assert desk.typing.pending == 0


class Doubled:
    """Finds what stands twice in a row, and would take one away."""

    RULES = (Rule("odd", message("已经是这样了")),)

    def detect(self, page, _context):
        at = page.text.find("潮水潮水")
        if at >= 0:
            yield Finding("odd", Span(at, at + 2), message("已经是这样了"), (Suggestion("", 1.0),))


def test_a_suggestion_asked_for_twice_is_taken_once(make_desk, make_project, qtbot):
    """Where the second were planned on the text that the first has left, it would delete what comes next."""
    desk = make_desk(Doubled())
    with qtbot.waitSignal(desk.checking.judged):
        desk.open(make_project("潮水潮水潮水退去。"))
    settle(desk, qtbot)
    slow(desk)
    for _ in range(2):
        desk.turns.take(lambda: desk.accept([0]))
    settle(desk, qtbot)
    assert desk.mirror.text == "潮水潮水退去。"
    answers = []
    desk.ask(lambda project: project.state(1).text, answers.append)
    qtbot.waitUntil(lambda: answers == ["潮水潮水退去。"])


def test_gestures_about_a_page_that_is_left_are_not_made_on_the_next(desk, qtbot):
    slow(desk)
    desk.show_page(2)
    desk.turns.take(lambda: desk.perform(SetRole(2, Span(0, 0), Role.KICKER)))
    settle(desk, qtbot)
    answers = []
    desk.ask(lambda project: project.can_undo, answers.append)
    qtbot.waitUntil(lambda: answers == [False])
