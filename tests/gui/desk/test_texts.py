"""The texts of all pages, held in memory."""

import pytest

from core.commands.editing import ReplaceText
from core.commands.removing import RemovePages
from core.document.page import Source
from core.messages import message
from core.text.edit import Edit
from gui.desk import texts as texts_module
from gui.desk.texts import PageTexts


@pytest.fixture
def held(desk, monkeypatch):
    monkeypatch.setattr(texts_module, "AT_ONCE", 1)
    held = PageTexts(desk, desk)
    desk.list_pages()
    yield held
    held.forget()


@pytest.fixture
def full(held, qtbot):
    held.want()
    qtbot.waitUntil(lambda: held.complete)
    return held


def test_nothing_is_read_before_it_is_wanted(held, desk, qtbot, texts):
    desk.type_text(Edit(0, "", "新"))
    qtbot.waitUntil(lambda: not desk.typing.pending)
    assert held.texts == {}
    held.want()
    qtbot.waitUntil(lambda: held.complete)
    assert held.texts == {1: "新" + texts[0], 2: texts[1]}


def test_what_is_typed_is_followed_once_the_hand_rests(full, desk, qtbot, texts):
    with qtbot.waitSignal(full.changed) as changed:
        for character in "甲乙":
            desk.type_text(Edit(0, "", character))
    assert changed.args == [(1,)]
    assert full.texts[1] == "乙甲" + texts[0]


def test_steps_on_many_pages_are_followed_and_only_what_differs_is_read(full, desk, qtbot, texts):
    told = []
    full.changed.connect(told.append)
    edits = {1: (Edit(0, "", "新"),), 2: (Edit(0, "", "新"),)}
    desk.perform(ReplaceText(edits, message("撤销")))
    qtbot.waitUntil(lambda: len(told) == 1)
    desk.undo()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert full.texts == {1: texts[0], 2: texts[1]}
    assert told == [(1, 2), (1, 2)]


def test_a_page_that_is_removed_is_let_go_and_read_again_in_its_place(full, desk, qtbot, texts):
    told = []
    full.restarted.connect(lambda: told.append(list(full.texts)))
    desk.perform(RemovePages({1: "1"}))
    qtbot.waitUntil(lambda: full.total == 1 and full.complete)
    assert full.texts == {2: texts[1]}
    desk.undo()
    qtbot.waitUntil(lambda: full.total == 2 and full.complete)
    assert list(full.texts.items()) == [(1, texts[0]), (2, texts[1])]
    # The one behind it was let go: texts stand in the order of the pages.
    assert told == [[2], []]


def test_who_waits_for_fresh_texts_gets_them(full, desk, qtbot, texts):
    seen = []
    full.when_fresh(lambda: seen.append(full.texts[1]))
    assert seen == [texts[0]]
    with qtbot.waitSignal(desk.stepped):
        desk.type_text(Edit(0, "", "新"))
    full.when_fresh(lambda: seen.append(full.texts[1]))
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen[1] == "新" + texts[0]


def test_added_pages_are_read_and_another_project_is_another(full, desk, make_project, qtbot):
    desk.add_pages([Source("丙", "丙版".encode(), "utf-8", "丙版")], lambda *_: None)
    qtbot.waitUntil(lambda: full.texts.get(3) == "丙版")
    other = make_project("别的", name="别的.jiaochou")
    with qtbot.waitSignal(full.forgotten):
        desk.open(other)
    assert full.texts == {}
    full.want()
    qtbot.waitUntil(lambda: full.complete)
    assert full.texts == {1: "别的"}
