from types import SimpleNamespace

import pytest

from core.changes.state import PageState
from core.commands.everywhere import Place, ReplaceEverywhere
from core.errors import RefusedError
from core.text.span import Span

PAGES = {1: PageState("东渚的渡口\n"), 2: PageState("过了东\n\n　渚再向西")}
BOOK = SimpleNamespace(at_hand=PAGES.__getitem__)


def test_all_pages_are_one_plan_and_line_ends_stay():
    places = {1: [Place(Span(0, 2), "东渚")], 2: [Place(Span(2, 7), "东渚")]}
    plan = ReplaceEverywhere(places, "南浦").plan(BOOK)
    assert {page: planned.after.text for page, planned in plan.pages.items()} == {
        1: "南浦的渡口\n",
        2: "过了南\n\n　浦再向西",
    }


def test_one_place_that_reads_otherwise_by_now_refuses_all():
    places = {1: [Place(Span(0, 2), "东渚")], 2: [Place(Span(0, 2), "东渚")]}
    with pytest.raises(RefusedError, match="重新查找"):
        ReplaceEverywhere(places, "南浦").plan(BOOK)


def test_what_changes_nothing_is_refused():
    with pytest.raises(RefusedError):
        ReplaceEverywhere({1: [Place(Span(0, 2), "东渚")]}, "东渚").plan(BOOK)
