"""Findings are those of the text that is shown, or there are none."""

import threading

import pytest

from core.commands.judging import DismissFindings
from core.detectors.detector import Rule
from core.document.finding import Finding
from core.messages import message
from core.text.edit import Edit
from core.text.span import Span

RULE = Rule("odd", message("已经是这样了"))


class Commas:
    """Finds every comma; can be made to wait in the middle."""

    RULES = (RULE,)

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.go_on.set()
        self.begun = threading.Event()
        self.runs = 0

    def detect(self, page, _context):
        self.runs += 1
        self.begun.set()
        assert self.go_on.wait(5)
        for at, character in enumerate(page.text):
            if character == "，":
                yield Finding("odd", Span(at, at + 1), message("已经是这样了"))


@pytest.fixture
def commas():
    return Commas()


@pytest.fixture
def desk(make_desk, commas, project_path, qtbot):
    desk = make_desk(commas)
    with qtbot.waitSignal(desk.checking.judged):
        desk.open(project_path)
    qtbot.waitUntil(lambda: not desk.turns.busy)
    return desk


def places(desk):
    return [desk.mirror.spans[number].start for number in desk.mirror.open]


def rest(desk):
    """Let the page have rested."""
    desk.checking._rest.stop()
    desk.checking._rested()


def test_a_page_is_checked_when_it_is_shown_and_not_again(desk, commas, qtbot):
    assert places(desk) == [9]
    for page in (2, 1):
        with qtbot.waitSignal(desk.page_shown):
            desk.show_page(page)
        qtbot.waitUntil(lambda: desk.mirror.checked and not desk.turns.busy)
    assert places(desk) == [9]
    assert commas.runs == 2


def test_a_page_is_checked_again_when_it_has_changed_and_rested(desk, qtbot):
    desk.type_text(Edit(0, "", "春，"))
    assert desk.checking._rest.isActive()
    with qtbot.waitSignal(desk.checking.judged):
        rest(desk)
    assert places(desk) == [1, 11]


def test_a_check_that_a_key_has_overtaken_is_thrown_away(desk, commas, qtbot):
    commas.go_on.clear()
    commas.begun.clear()
    rest(desk)
    qtbot.waitUntil(commas.begun.is_set)
    desk.type_text(Edit(0, "", "春，"))
    with qtbot.assertNotEmitted(desk.checking.judged):
        commas.go_on.set()
        qtbot.wait(50)
    assert places(desk) == [11]
    desk.checking._rest.stop()


def test_a_check_of_a_page_that_is_left_is_thrown_away(desk, commas, qtbot):
    commas.go_on.clear()
    commas.begun.clear()
    desk.type_text(Edit(0, "", "春，"))
    rest(desk)
    qtbot.waitUntil(commas.begun.is_set)
    with qtbot.waitSignal(desk.page_shown):
        desk.show_page(2)
    commas.go_on.set()
    qtbot.waitUntil(lambda: desk.mirror.checked)
    assert places(desk) == []


def test_while_it_is_paused_no_check_begins(desk, commas):
    runs = commas.runs
    desk.checking.paused = True
    rest(desk)
    assert commas.runs == runs
    assert desk.checking._rest.isActive()
    desk.checking._rest.stop()


def test_dismissing_asks_no_detector(desk, commas, qtbot):
    runs = commas.runs
    with qtbot.waitSignal(desk.checking.judged):
        desk.dismiss(desk.mirror.open)
    assert (places(desk), commas.runs) == ([], runs)
    with qtbot.waitSignal(desk.checking.judged):
        desk.undo()
    assert (places(desk), commas.runs) == ([9], runs)


def test_a_dismissal_on_another_page_changes_nothing_here(desk, qtbot):
    with qtbot.waitSignal(desk.page_shown):
        desk.show_page(2)
    qtbot.waitUntil(lambda: desk.mirror.checked and not desk.turns.busy)
    finding = Finding("odd", Span(9, 10), message("已经是这样了"))
    with qtbot.waitSignal(desk.page_shown):
        desk.perform(DismissFindings(1, (finding,)))
    qtbot.waitUntil(lambda: desk.mirror.checked)
    assert (desk.mirror.page, places(desk)) == (1, [])


def test_differences_from_the_raw_text_are_told(desk, qtbot):
    desk.type_text(Edit(0, "渡口", "码头"))
    with qtbot.waitSignal(desk.checking.compared) as compared:
        rest(desk)
    (found,) = compared.args[0]
    assert (found.removed, found.inserted) == ("渡口", "码头")
    qtbot.waitUntil(lambda: places(desk) == [9])
