"""The collation of the page that is shown: made when it is known who shares text, kept while texts stand."""

import pytest

from core.text.edit import Edit
from gui.desk.witnesses import Witnesses

STORY = (
    "入夏以来，青渚河畔的渡口修葺一新，每日清早都有渡船往返两岸，乡亲们挑着新摘的瓜果去赶集。\n\n"
    "傍晚时分，茶馆里坐满了歇脚的人，说书先生正讲到紧要处，谁也舍不得先走，连灯笼都忘了点。\n"
)


@pytest.fixture
def desk(make_desk, make_project, qtbot):
    made = make_desk()
    made.witnesses = Witnesses(made, made)
    with qtbot.waitSignal(made.page_shown):
        made.open(make_project(STORY, STORY.replace("瓜果", "爪果"), "码头告示：明日改点。\n"))
    yield made
    made.witnesses.stop()


def fresh(desk, qtbot):
    """Wait for the collation of the page as it stands, and return its variants."""
    ready = []
    desk.witnesses.when_fresh(lambda: ready.append(True))
    qtbot.waitUntil(lambda: bool(ready))
    return [one.span.of(desk.mirror.text) for one in desk.witnesses.collation.variants]


def show(desk, qtbot, page):
    with qtbot.waitSignal(desk.page_shown):
        desk.show_page(page)


def test_a_page_is_read_against_those_that_share_its_text(desk, qtbot):
    assert fresh(desk, qtbot) == ["瓜"]
    assert [view.key for view in desk.witnesses.collation.variants[0].holders(1)] == [2]


def test_a_key_makes_it_out_of_date_at_once_and_new_when_it_has_rested(desk, qtbot):
    fresh(desk, qtbot)
    at = desk.mirror.text.index("茶馆")
    with qtbot.waitSignal(desk.witnesses.changed):
        desk.type_text(Edit(at, "茶", "酒"))
        assert desk.witnesses.collation is None
    assert fresh(desk, qtbot) == ["瓜", "酒"]


def test_what_a_key_has_overtaken_is_thrown_away(desk, qtbot):
    fresh(desk, qtbot)
    at = desk.mirror.text.index("茶馆")
    told = []
    desk.witnesses.changed.connect(lambda: told.append(desk.witnesses.collation))
    desk.type_text(Edit(at, "茶", "酒"))
    ready = []
    desk.witnesses.when_fresh(lambda: ready.append(desk.witnesses.collation.page.text))
    desk.type_text(Edit(at, "酒", "饭"))
    qtbot.waitUntil(lambda: bool(ready))
    assert ready == [desk.mirror.text]


def test_nothing_is_collated_again_while_nothing_has_changed(desk, qtbot):
    fresh(desk, qtbot)
    before = desk.witnesses.collation
    desk.witnesses._look()
    qtbot.waitUntil(lambda: not desk.witnesses._busy)
    assert desk.witnesses.collation is before


def test_on_another_page_nothing_is_done_that_was_asked_for_on_this_one(desk, qtbot):
    asked = []
    desk.witnesses.when_fresh(lambda: asked.append(True))
    show(desk, qtbot, 3)
    assert fresh(desk, qtbot) == []
    assert not asked
    assert not desk.witnesses.collation.passages


def test_marks_count_where_they_are_wanted(desk, qtbot):
    fresh(desk, qtbot)
    at = desk.mirror.text.index("，")
    desk.type_text(Edit(at, "，", "、"))
    assert fresh(desk, qtbot) == ["瓜"]
    desk.witnesses.set_surface(True)
    assert fresh(desk, qtbot) == ["、", "瓜"]
