"""The page as the window shows it follows every key; findings go with their characters or go away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.changes.state import PageState
from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.finding import Finding, Place
from core.document.layout import layout_of
from core.document.role import Role
from core.messages import message
from core.project.kept import Checked
from core.text.edit import Edit
from core.text.span import Span
from gui.desk.mirror import PageMirror

TEXT = "渡口通航\n潮水退去，船来了。"
LAYOUT = layout_of(
    Draft(
        (
            DraftArticle((DraftPiece(Span(0, 4), Role.TITLE),)),
            DraftArticle((DraftPiece(Span(5, len(TEXT)), Role.BODY),)),
        ),
        (),
    )
)


def finding(start, end, *related, page_level=False):
    places = tuple(Place(page, span) for page, span in related)
    return Finding("odd", Span(start, end), message("已经是这样了"), page_level=page_level, related=places)


def mirror_with(*findings, settled=()):
    mirror = PageMirror(1, TEXT, LAYOUT)
    mirror.judge(Checked(list(findings), frozenset(settled)))
    return mirror


def test_findings_move_with_the_text_before_them():
    mirror = mirror_with(finding(5, 7), finding(9, 10))
    mirror.edit((Edit(0, "", "春江"),))
    assert mirror.text == "春江" + TEXT
    assert [mirror.finding(number).span for number in mirror.open] == [Span(7, 9), Span(11, 12)]


def test_a_finding_whose_characters_are_edited_is_gone():
    mirror = mirror_with(finding(5, 7), finding(9, 10))
    mirror.edit((Edit(6, "水", "汐"),))
    assert mirror.open == [1]
    with pytest.raises(KeyError):
        mirror.finding(0)


def test_other_places_on_the_page_move_too_and_those_elsewhere_stay():
    mirror = mirror_with(finding(9, 10), finding(5, 7, (2, Span(0, 2)), (1, Span(11, 13))))
    mirror.edit((Edit(0, "", "春江"),))
    assert [place.span for place in mirror.finding(1).related] == [Span(0, 2), Span(13, 15)]


def test_settled_findings_are_not_shown():
    mirror = mirror_with(finding(0, 2), finding(5, 7), finding(9, 10), settled={1})
    assert mirror.open == [0, 2]
    mirror.settled([0])
    assert mirror.open == [2]
    assert list(mirror.still_open([0, 1, 2])) == [2]


def test_remarks_on_the_whole_page_are_no_stop():
    mirror = mirror_with(finding(0, 2), finding(0, 4, page_level=True))
    assert mirror.open == [0, 1]
    assert mirror.next_open(0) == 0
    assert mirror_with(finding(0, 4, page_level=True)).next_open(0) is None


@given(st.lists(st.integers(0, 10), min_size=1, unique=True), st.integers(0, 11))
def test_the_next_finding_is_the_nearest_behind_or_the_first(starts, position):
    mirror = mirror_with(*[finding(start, start + 1) for start in sorted(starts)])
    behind = [start for start in starts if start > position]
    before = [start for start in starts if start < position]
    ahead, back = mirror.next_open(position), mirror.next_open(position, forward=False)
    assert mirror.spans[ahead].start == min(behind, default=min(starts))
    assert mirror.spans[back].start == max(before, default=max(starts))


def test_findings_are_counted_by_the_article_they_are_in():
    first, second = LAYOUT.order
    mirror = mirror_with(finding(0, 1), finding(2, 3), finding(9, 10))
    assert mirror.findings_by_article() == {first: 2, second: 1}


def test_an_answer_about_articles_counts_as_a_change_only_where_they_are_others():
    mirror = mirror_with()
    edition = mirror.edition
    assert not mirror.settle(PageState(TEXT, LAYOUT))
    assert mirror.edition == edition
    merged = layout_of(Draft((DraftArticle((DraftPiece(Span(0, 4), Role.TITLE),)),), (Span(5, len(TEXT)),)))
    assert mirror.settle(PageState(TEXT, merged))
    assert mirror.edition > edition
