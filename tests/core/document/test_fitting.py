import pytest

from core.changes.state import PageState
from core.commands.moving import MoveToArticle
from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.fitting import fitting_place
from core.document.layout import layout_of
from core.document.role import Role
from core.errors import RefusedError
from core.text.lines import Lines

TEXT = "渡口\n船工说，往后每天都有\n掌柜添了新茶。\n老街\n六班船，再也不用绕路。\n客人坐满。"
"""A ferry whose second line is torn, and a street that has swallowed the rest of it: piece 5."""


@pytest.fixture
def layout():
    lines = Lines(TEXT).spans()
    roles = (Role.TITLE, Role.BODY, Role.BODY)
    ferry, street = (
        DraftArticle(tuple(DraftPiece(span, role) for span, role in zip(part, roles, strict=True)))
        for part in (lines[:3], lines[3:])
    )
    return layout_of(Draft((ferry, street)))


def seams(*fitting):
    return lambda before, after: 30.0 if (before[-1], after[0]) in fitting else 3.0


def test_a_passage_goes_behind_the_line_it_goes_on_with(layout):
    assert fitting_place(layout, TEXT, [5], 1, seams(("有", "六"))) == 3


def test_where_nothing_goes_on_with_anything_there_is_no_place(layout):
    assert fitting_place(layout, TEXT, [5], 1, seams()) is None
    # A paragraph that is whole is never gone on with, whatever the language says.
    assert fitting_place(layout, TEXT, [6], 1, seams(("。", "客"))) is None


def test_a_seam_that_is_whole_already_is_not_torn_open(layout):
    fits = seams(("有", "掌"), ("有", "六"))
    assert fitting_place(layout, TEXT, [5], 1, fits) is None


def test_the_command_moves_there_or_to_the_end(layout):
    class Pages:
        def state(self, page):
            return PageState(TEXT, layout)

    after = MoveToArticle(1, (5,), 1).plan(Pages()).pages[1].after.layout
    assert after.articles[1].pieces in ((1, 2, 5, 3), (1, 2, 3, 5))
    assert MoveToArticle(1, (6,), 1).plan(Pages()).pages[1].after.layout.articles[1].pieces == (1, 2, 3, 6)
    with pytest.raises(RefusedError):
        MoveToArticle(1, (6,), 9).plan(Pages())
