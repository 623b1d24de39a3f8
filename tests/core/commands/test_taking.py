from types import SimpleNamespace

import pytest

from core.changes.state import PageState
from core.commands.taking import Place, TakeReading
from core.errors import RefusedError
from core.text.span import Span

TEXTS = {1: "东渚的度口\n", 2: "过了度\n\n　口再向西"}
BOOK = SimpleNamespace(state={page: PageState(text) for page, text in TEXTS.items()}.__getitem__)


def place(page, start, end, inserted, text=None):
    return Place(page, TEXTS[page] if text is None else text, Span(start, end), inserted)


def test_all_pages_are_one_step_that_names_the_witness():
    plan = TakeReading([place(1, 3, 5, "渡口"), place(2, 2, 7, "渡口")], "滨河日报").plan(BOOK)
    assert [planned.after.text for planned in plan.pages.values()] == ["东渚的渡口\n", "过了渡\n\n　口再向西"]
    assert (plan.why, str(plan.what)) == ("witness:滨河日报", "据 滨河日报 改“度口”为“渡口”，2 版")


def test_only_what_differs_is_an_edit():
    plan = TakeReading([place(1, 3, 5, "渡口")], "滨河日报").plan(BOOK)
    assert [(edit.removed, edit.inserted) for edit in plan.pages[1].edits] == [("度", "渡")]


@pytest.mark.parametrize(("inserted", "said"), [("", "据 甲 删“度口”"), ("渡口", "据 甲 改“度口”为“渡口”")])
def test_the_history_says_what_was_done(inserted, said):
    assert str(TakeReading([place(1, 3, 5, inserted)], "甲").plan(BOOK).what) == said
    assert str(TakeReading([place(1, 3, 3, "新")], "甲").plan(BOOK).what) == "据 甲 补“新”"


def test_a_page_that_has_changed_since_refuses_all():
    with pytest.raises(RefusedError, match="已经变了"):
        TakeReading([place(1, 3, 5, "渡口"), place(2, 2, 7, "渡口", "过了度口")], "甲").plan(BOOK)


def test_what_changes_nothing_is_refused():
    with pytest.raises(RefusedError):
        TakeReading([place(1, 3, 5, "度口")], "甲").plan(BOOK)
