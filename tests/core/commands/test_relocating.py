"""Taking up a finding that moves a passage."""

from __future__ import annotations

import pytest

from core.changes.finding_codec import decode_findings, encode_findings
from core.changes.state import PageState
from core.commands.judging import AcceptSuggestion, AcceptSuggestions
from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.finding import Finding, Place, Suggestion
from core.document.layout import layout_of
from core.document.role import Role
from core.errors import RefusedError
from core.messages import message
from core.text.span import Span

TEXT = "渡口通航\n木船下水。\n果园浇水\n桃树喝饱了水。\n船工上岸吃饭。"
LINES = [Span(0, 4), Span(5, 10), Span(11, 15), Span(16, 23), Span(24, 31)]


class Pages:
    """One page of two articles; the last line of the second is a passage of the first."""

    def __init__(self) -> None:
        articles = [DraftArticle(tuple(DraftPiece(LINES[at], role) for at, role in held)) for held in _HELD]
        self._state = PageState(TEXT, layout_of(Draft(tuple(articles))))

    def state(self, _page: int) -> PageState:
        return self._state


_HELD = (((0, Role.TITLE), (1, Role.BODY)), ((2, Role.TITLE), (3, Role.BODY), (4, Role.BODY)))
PASSAGE = Finding(
    "misplaced-passage",
    LINES[4],
    message("错位的段落"),
    (Suggestion(LINES[4].of(TEXT), 0.6, moves=True),),
    related=(Place(1, LINES[1]),),
)


def test_its_pieces_move_and_the_text_stays():
    plan = AcceptSuggestion(1, PASSAGE).plan(Pages())
    after = plan.pages[1].after
    assert plan.kind == "accept"
    assert plan.why == "rule:misplaced-passage"
    assert after.text == TEXT
    lines = [[after.layout.spans[piece].of(TEXT) for piece in article.pieces] for _, article in after.layout]
    assert lines == [["渡口通航", "木船下水。", "船工上岸吃饭。"], ["果园浇水", "桃树喝饱了水。"]]


def test_several_at_once_leave_it_open():
    with pytest.raises(RefusedError):
        AcceptSuggestions(1, (PASSAGE,)).plan(Pages())


def test_it_is_kept_in_the_project_file():
    assert decode_findings(encode_findings([PASSAGE])) == [PASSAGE]
