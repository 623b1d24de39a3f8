"""All pages are known and checked beside the window; nothing is done twice."""

import threading

import pytest

from core.detectors.detector import Rule
from core.document.finding import Finding
from core.document.page import Source
from core.errors import StorageError
from core.messages import message
from core.project.findings import ProjectFindings
from core.text.edit import Edit
from core.text.span import Span

STORY = "青渚的渡船清早离了码头，船工说今年水浅，要绕过北边那片沙洲才靠得了岸，赶集的人只好多等半个时辰。"


class Boats:
    """Finds every boat, and remembers on which pages it looked and what lay beside them."""

    RULES = (Rule("odd", message("已经是这样了")),)

    def __init__(self) -> None:
        self.seen = []
        self.go_on = threading.Event()
        self.go_on.set()

    def detect(self, page, context):
        self.seen.append((page.key, [other.key for other in context.others]))
        assert self.go_on.wait(5)
        for at, character in enumerate(page.text):
            if character == "船":
                yield Finding("odd", Span(at, at + 1), message("已经是这样了"))


@pytest.fixture
def boats():
    return Boats()


@pytest.fixture
def desk(make_desk, boats, make_project, qtbot):
    desk = make_desk(boats)
    path = make_project(STORY, "码头告示。", "街口。" + STORY, "船到了。")
    with qtbot.waitSignal(desk.whole._knowing.known):
        desk.open(path)
    settle(desk, qtbot)
    return desk


def settle(desk, qtbot):
    """Wait until the page shown is checked in view of the others."""
    qtbot.waitUntil(lambda: desk.checking._rest.isActive() or kept(desk))
    if desk.checking._rest.isActive():
        desk.checking._rest.stop()
        desk.checking._rested()
    qtbot.waitUntil(lambda: kept(desk))


def kept(desk):
    page = desk.mirror.page if desk.mirror else 1
    return desk.wait_for(lambda project: project.findings.is_checked(page))


def check_all(desk, qtbot):
    with qtbot.waitSignal(desk.whole.checking.ended) as ended:
        desk.whole.checking.start()
    return ended.args


def test_the_page_shown_is_checked_in_view_of_those_it_shares_text_with(boats, desk):
    assert boats.seen[-1] == (1, [3])


def test_all_pages_are_checked_once(desk, boats, qtbot):
    boats.seen.clear()
    counts = {}
    desk.page_updated.connect(lambda record: counts.update({record.id: record.open_findings}))
    assert check_all(desk, qtbot) == [3, True]
    assert sorted(boats.seen) == [(2, []), (3, [1]), (4, [])]
    # The page shown was checked before all the others, and its count may arrive among theirs.
    assert counts | {1: 2} == {1: 2, 2: 0, 3: 2, 4: 1}
    assert check_all(desk, qtbot) == [0, True]


def test_a_page_that_was_changed_is_checked_again_with_its_witness_and_no_other(desk, boats, qtbot):
    check_all(desk, qtbot)
    boats.seen.clear()
    desk.type_text(Edit(0, "", "春"))
    settle(desk, qtbot)
    assert check_all(desk, qtbot) == [1, True]
    assert {page for page, _ in boats.seen} == {1, 3}


def test_what_is_stopped_goes_on_where_it_was(desk, boats, qtbot):
    boats.go_on.clear()
    boats.seen.clear()
    desk.whole.checking.start()
    qtbot.waitUntil(lambda: len(boats.seen) == 1)
    desk.whole.checking.stop()
    assert not desk.whole.checking.running
    boats.go_on.set()
    assert check_all(desk, qtbot)[1]
    again = [page for page, _ in boats.seen]
    assert again == [2, 2, 3, 4]
    assert check_all(desk, qtbot) == [0, True]


def test_typing_goes_on_while_all_pages_are_checked(desk, boats, qtbot):
    boats.go_on.clear()
    desk.whole.checking.start()
    qtbot.waitUntil(lambda: boats.seen[-1][0] == 2)
    desk.type_text(Edit(0, "", "春"))
    qtbot.waitUntil(lambda: not desk.typing.pending)
    assert desk.wait_for(lambda project: project.state(1).text) == "春" + STORY
    with qtbot.waitSignal(desk.whole.checking.ended):
        boats.go_on.set()
    desk.checking._rest.stop()


def test_another_project_ends_it(desk, boats, make_project, qtbot):
    boats.go_on.clear()
    desk.whole.checking.start()
    qtbot.waitUntil(lambda: boats.seen[-1][0] == 2)
    other = make_project("潮水。", name="滨河.jiaochou")
    with qtbot.waitSignal(desk.whole._knowing.known):
        desk.open(other)
        boats.go_on.set()
    assert not desk.whole.checking.running
    desk.checking._rest.stop()


def test_what_cannot_be_known_ends_it_and_is_tried_again(desk, qtbot, monkeypatch):
    def broken(*_):
        raise StorageError(message("磁盘已满"))

    desk.wait_for(lambda project: project.findings.forget())
    with monkeypatch.context() as patch:
        patch.setattr(ProjectFindings, "read_traits", broken)
        assert check_all(desk, qtbot) == [0, False]
    assert check_all(desk, qtbot)[1]
    desk.checking._rest.stop()


def test_pages_added_meanwhile_are_known_before_it_goes_on(desk, boats, qtbot):
    boats.go_on.clear()
    desk.whole.checking.start()
    qtbot.waitUntil(lambda: boats.seen[-1][0] == 2)
    source = Source("五版", STORY.encode(), "utf-8", STORY, "五版.txt")
    desk.add_pages([source], lambda *_: None)
    with qtbot.waitSignal(desk.whole.checking.ended) as ended:
        boats.go_on.set()
    assert ended.args[1]
    # The page shown may be on its way again: the new page carries its text too.
    qtbot.waitUntil(lambda: desk.wait_for(lambda project: all(map(project.findings.is_checked, range(1, 6)))))
    assert dict(boats.seen)[5] == [1, 3]
    desk.checking._rest.stop()


def test_a_detector_that_breaks_ends_it(desk, boats, qtbot):
    def broken(page, _context):
        raise ZeroDivisionError(page.name)

    boats.detect = broken
    with qtbot.capture_exceptions() as exceptions:
        assert check_all(desk, qtbot) == [0, False]
    assert [kind for kind, *_ in exceptions] == [ZeroDivisionError]


def test_pages_to_come_are_checked_ahead_and_no_others(make_desk, boats, make_project, qtbot):
    desk = make_desk(boats)
    desk.whole.looks_ahead = True
    desk.open(make_project("船一。", "船二。", "船三。", "船四。", "船五。"))
    qtbot.waitUntil(lambda: desk.wait_for(lambda project: project.findings.is_checked(3)))
    desk.show_page(2)
    qtbot.waitUntil(lambda: desk.wait_for(lambda project: project.findings.is_checked(4)))
    settle(desk, qtbot)
    assert {page for page, _ in boats.seen} == {1, 2, 3, 4}


def test_how_many_pages_have_been_looked_through_is_told(desk, qtbot):
    with qtbot.waitSignal(desk.whole.looked_through) as told:
        desk.whole.begin()
    assert told.args == [4]


def test_pages_that_become_known_while_one_is_checked_are_checked_too(desk, boats, qtbot):
    boats.go_on.clear()
    desk.whole.checking.start()
    qtbot.waitUntil(lambda: boats.seen[-1][0] == 2)
    with qtbot.waitSignal(desk.whole._knowing.known):
        desk.add_pages([Source("五版", STORY.encode(), "utf-8", STORY, "五版.txt")], lambda *_: None)
    with qtbot.waitSignal(desk.whole.checking.ended):
        boats.go_on.set()
    assert 5 in dict(boats.seen)
    desk.checking._rest.stop()
