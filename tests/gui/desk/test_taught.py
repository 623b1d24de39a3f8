"""Choosing and teaching through the desk."""

import pytest

from core.commands.editing import TypeText
from core.detectors.options import CheckOptions, Level
from core.detectors.rules import pairs_taught
from core.glossary.entry import Entry, Glossary
from core.glossary.pair import Pair
from core.project.taught import Lesson
from core.text.edit import Edit

PAGE = "定于周未休息，下周未休整，大家如火如茶地干。"


@pytest.fixture
def desk(make_desk, make_project, qtbot):
    """A desk with the rule about pairs alone, one page shown and checked."""
    desk = make_desk(pairs_taught)
    with qtbot.waitSignal(desk.page_shown):
        desk.open(make_project(PAGE))
    qtbot.waitUntil(lambda: desk.mirror.checked and not desk.turns.busy)
    return desk


def suspects(desk) -> list[str]:
    return [desk.mirror.spans[number].of(desk.mirror.text) for number in desk.mirror.open]


def test_a_rule_switched_off_is_gone_at_once(desk, qtbot):
    assert suspects(desk) == ["如火如茶"]
    desk.taught.keep_options(CheckOptions(off=frozenset({"known-pair"})))
    qtbot.waitUntil(lambda: suspects(desk) == [])
    desk.taught.keep_options(CheckOptions())
    qtbot.waitUntil(lambda: suspects(desk) == ["如火如茶"])


def test_a_correction_says_what_it_teaches_and_its_like_is_found(desk, qtbot):
    with qtbot.waitSignal(desk.taught.lesson) as heard:
        desk.perform(TypeText(1, Edit(3, "未", "末"), burst=False))
    assert heard.args == [Lesson(1, "周未", "周末")]
    qtbot.waitUntil(lambda: "周未" in suspects(desk))
    assert list(desk.taught.held.pairs) == [Pair("周未", "周末", 1)]


def test_typed_corrections_teach_when_the_hand_rests(desk, qtbot):
    desk.type_text(Edit(3, "未", ""))
    desk.type_text(Edit(3, "", "末"))
    with qtbot.waitSignal(desk.taught.lesson):
        desk.pause()


def test_what_another_project_holds_is_read(desk, make_project, qtbot):
    desk.taught.keep_glossary(Glossary((Entry("青渚港"),)))
    qtbot.waitUntil(lambda: len(desk.taught.held.glossary) == 1)
    other = make_project(PAGE, name="别的.jiaochou")
    desk.open(other)
    qtbot.waitUntil(lambda: desk.path == other and len(desk.taught.held.glossary) == 0)


def test_pairs_are_changed_as_they_stand_by_then(desk, qtbot):
    desk.perform(TypeText(1, Edit(3, "未", "末"), burst=False))
    desk.taught.keep_pairs(lambda pairs: pairs.with_pairs([Pair("甲乙", "甲丙")]))
    qtbot.waitUntil(lambda: len(desk.taught.held.pairs) == 2)


def test_choosing_the_same_again_asks_nobody(desk, qtbot):
    with qtbot.assertNotEmitted(desk.taught.changed, wait=50):
        desk.taught.keep_options(CheckOptions(Level.NORMAL))
